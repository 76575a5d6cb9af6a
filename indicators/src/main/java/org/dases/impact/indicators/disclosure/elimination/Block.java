// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Part of a large table that is decided on by itself.
 *
 * @param unknowns its unknowns, ascending
 * @param classOf the class of each of them
 * @param secrets sums of it that nobody shall be able to compute
 * @param candidates sums of it that one would like to print, by their numbers, the most useful first
 * @param printed margins of it that are printed
 */
record Block(
        List<Integer> unknowns,
        List<Integer> classOf,
        List<LinearSum> secrets,
        Map<Integer, LinearSum> candidates,
        List<LinearSum> printed) {
    Block() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>());
    }

    void add(int unknown, int number) {
        unknowns.add(unknown);
        classOf.add(number);
    }

    /** Numbers the unknowns from 0. */
    void number(int[] numberOf) {
        for (int i = 0; i < unknowns.size(); i++) {
            numberOf[unknowns.get(i)] = i;
        }
    }

    /** Numbers of the candidates that may be printed. */
    BitSet decide(int[] numberOf) {
        BitSet decided = new BitSet();
        List<Integer> numbers = List.copyOf(candidates.keySet());
        List<LinearSum> sums = candidates.values().stream()
                .map(sum -> sum.renumbered(numberOf))
                .toList();
        View view = new View(
                unknowns.size(),
                margins(),
                secrets.stream().map(secret -> secret.renumbered(numberOf)).toList(),
                List.of(),
                sums,
                List.of());
        Outcome outcome = Suppression.decide(List.of(view));
        List<LinearSum> known = new ArrayList<>(
                printed.stream().map(sum -> sum.renumbered(numberOf)).toList());
        List<Integer> doubtful = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            if (outcome.isPrinted(i) && outcome.isImplied(i)) {
                doubtful.add(i);
            } else if (outcome.isPrinted(i)) {
                known.add(sums.get(i));
                decided.set(numbers.get(i));
            }
        }
        following(known, doubtful.stream().map(sums::get).toList()).stream()
                .forEach(i -> decided.set(numbers.get(doubtful.get(i))));
        return decided;
    }

    /** The classes, as sums of the unknowns of the block. */
    private List<LinearSum> margins() {
        Map<Integer, Map<Integer, Integer>> sums = new LinkedHashMap<>();
        for (int i = 0; i < unknowns.size(); i++) {
            sums.computeIfAbsent(classOf.get(i), number -> new LinkedHashMap<>())
                    .put(i, 1);
        }
        return sums.values().stream().map(LinearSum::of).toList();
    }

    /** What follows from the margins taken for known must follow from what is printed: else it would tell of them. */
    private BitSet following(List<LinearSum> known, List<LinearSum> doubtful) {
        List<LinearSum> columns = new ArrayList<>(known);
        columns.addAll(doubtful);
        Elimination elimination = new Elimination(unknowns.size(), columns, columns.size(), columns.size());
        Suppression.takeAll(elimination, 0, known.size());
        BitSet following = new BitSet();
        for (int i = 0; i < doubtful.size(); i++) {
            following.set(i, elimination.size(known.size() + i) == 0);
        }
        return following;
    }
}
