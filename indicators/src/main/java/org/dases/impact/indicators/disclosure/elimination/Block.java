// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Part of a large table that is decided on by itself, and can be elsewhere: its unknowns have numbers of their own, in
 * the order that they have in the whole table.
 */
final class Block implements Serializable {
    private static final long serialVersionUID = 1;

    private final ArrayList<Integer> classOf = new ArrayList<>();
    private final ArrayList<LinearSum> secrets = new ArrayList<>();
    private final ArrayList<Integer> numbers = new ArrayList<>();
    private final ArrayList<LinearSum> candidates = new ArrayList<>();
    private final ArrayList<LinearSum> printed = new ArrayList<>();

    /** Adds an unknown that belongs to a class; returns its number here. */
    int add(int number) {
        classOf.add(number);
        return classOf.size() - 1;
    }

    /** A sum of it that nobody shall be able to compute. */
    void addSecret(LinearSum secret) {
        secrets.add(secret);
    }

    /** A sum of it that one would like to print, by its number in the whole table; the most useful first. */
    void addCandidate(int number, LinearSum candidate) {
        numbers.add(number);
        candidates.add(candidate);
    }

    /** A margin of it that is printed. */
    void addPrinted(LinearSum margin) {
        printed.add(margin);
    }

    /** Numbers of the candidates that may be printed. */
    BitSet decide() {
        BitSet decided = new BitSet();
        View view = new View(classOf.size(), margins(), secrets, List.of(), candidates, List.of());
        Outcome outcome = Suppression.decide(List.of(view));
        List<LinearSum> known = new ArrayList<>(printed);
        List<Integer> doubtful = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            if (outcome.isPrinted(i) && outcome.isImplied(i)) {
                doubtful.add(i);
            } else if (outcome.isPrinted(i)) {
                known.add(candidates.get(i));
                decided.set(numbers.get(i));
            }
        }
        following(known, doubtful.stream().map(candidates::get).toList()).stream()
                .forEach(i -> decided.set(numbers.get(doubtful.get(i))));
        return decided;
    }

    /** The classes, as sums of the unknowns of the block. */
    private List<LinearSum> margins() {
        Map<Integer, Map<Integer, Integer>> sums = new LinkedHashMap<>();
        for (int i = 0; i < classOf.size(); i++) {
            sums.computeIfAbsent(classOf.get(i), number -> new LinkedHashMap<>())
                    .put(i, 1);
        }
        return sums.values().stream().map(LinearSum::of).toList();
    }

    /** What follows from the margins taken for known must follow from what is printed: else it would tell of them. */
    private BitSet following(List<LinearSum> known, List<LinearSum> doubtful) {
        List<LinearSum> columns = new ArrayList<>(known);
        columns.addAll(doubtful);
        Elimination elimination = new Elimination(classOf.size(), columns, columns.size(), columns.size());
        Suppression.takeAll(elimination, 0, known.size());
        BitSet following = new BitSet();
        for (int i = 0; i < doubtful.size(); i++) {
            following.set(i, elimination.size(known.size() + i) == 0);
        }
        return following;
    }
}
