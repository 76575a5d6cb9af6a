// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Part of a large table that is decided on by itself, and can be elsewhere: its unknowns have numbers of their own, in
 * the order that they have in the whole table. No secret follows from what is known.
 */
final class Part implements Serializable {
    private static final long serialVersionUID = 1;

    private final int unknowns;
    private final ArrayList<LinearSum> known = new ArrayList<>();
    private final ArrayList<LinearSum> printed = new ArrayList<>();
    private final ArrayList<LinearSum> secrets = new ArrayList<>();
    private final ArrayList<LinearSum> candidates = new ArrayList<>();

    /**
     * A part of which nothing is known yet.
     *
     * @param unknowns how many unknowns it has
     */
    Part(int unknowns) {
        this.unknowns = unknowns;
    }

    int unknowns() {
        return unknowns;
    }

    /** Sums that everybody is taken to know, whether they are printed or not. */
    List<LinearSum> known() {
        return known;
    }

    /** Sums that are printed; they follow from those that are taken to be known. */
    List<LinearSum> printed() {
        return printed;
    }

    /** Sums that nobody shall be able to compute. */
    List<LinearSum> secrets() {
        return secrets;
    }

    /** Sums that one would like to print, the most useful first. */
    List<LinearSum> candidates() {
        return candidates;
    }

    /** Whether no unknown is in two of the known sums, each of which counts its unknowns once. */
    boolean isKnownApart() {
        Set<Integer> seen = new HashSet<>();
        for (LinearSum sum : known) {
            for (int i = 0; i < sum.size(); i++) {
                if (!seen.add(sum.unknown(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Numbers of the candidates that may be printed. */
    BitSet decide() {
        BitSet decided = new BitSet();
        Outcome outcome =
                Suppression.decide(List.of(new View(unknowns, known, secrets, List.of(), candidates, List.of())));
        List<LinearSum> told = new ArrayList<>(printed);
        List<Integer> doubtful = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            if (outcome.isPrinted(i) && outcome.isImplied(i) && !known.isEmpty()) {
                doubtful.add(i);
            } else if (outcome.isPrinted(i)) {
                told.add(candidates.get(i));
                decided.set(i);
            }
        }
        following(told, doubtful.stream().map(candidates::get).toList()).stream()
                .forEach(i -> decided.set(doubtful.get(i)));
        return decided;
    }

    /** What follows from sums taken for known must follow from what is printed: else it would tell of them. */
    private BitSet following(List<LinearSum> told, List<LinearSum> doubtful) {
        List<LinearSum> columns = new ArrayList<>(told);
        columns.addAll(doubtful);
        BitSet following = new BitSet();
        if (!doubtful.isEmpty()) {
            Elimination elimination = new Elimination(unknowns, columns, columns.size(), columns.size());
            Suppression.takeAll(elimination, 0, told.size());
            for (int i = 0; i < doubtful.size(); i++) {
                following.set(i, elimination.size(told.size() + i) == 0);
            }
        }
        return following;
    }
}
