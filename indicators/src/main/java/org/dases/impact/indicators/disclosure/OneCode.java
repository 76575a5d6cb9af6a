// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * A head count that may have a condition on a code of another one, and does not show the code: it is that one's people
 * of a single code, or is among them, or they are among its. Seen from the figures of two cohorts at least.
 *
 * @param single the count with the condition
 * @param coded the count that shows the code
 * @param slices the codes of the tables that show it
 */
record OneCode(HeadCount single, HeadCount coded, List<Slices> slices) {
    private static final int LEAST = 2;
    /** Three quarters are nearly as many. */
    private static final int MOST_OF = 4;

    /**
     * A cohort of both.
     *
     * @param single cell of the count with the condition
     * @param coded cell of the other one, at the code
     * @param whole the cell that contains it, without the code
     */
    private record Pair(int single, int coded, int whole) {}

    /** For each cell of the single count those of the coded one that are the same people. */
    Map<Integer, List<CellSum>> equal() {
        Map<Integer, List<CellSum>> equal = new HashMap<>();
        for (Slices each : slices) {
            for (Slices.Slice slice : each.all()) {
                List<Pair> pairs = pairs(slice);
                long hits = count(pairs, (mine, its) -> mine.equals(its));
                if (hits >= LEAST && 2 * hits >= count(pairs, (mine, its) -> true)) {
                    pairs.stream()
                            .filter(pair -> single.at(pair.single()) == coded.at(pair.coded()))
                            .forEach(pair -> equal.computeIfAbsent(pair.single(), cell -> new ArrayList<>())
                                    .add(CellSum.of(pair.coded())));
                }
            }
        }
        return equal;
    }

    /** Of the cohorts in which the single count is neither nobody nor everybody. */
    private long count(List<Pair> pairs, BiPredicate<Long, Long> isSo) {
        return pairs.stream()
                .filter(pair -> single.at(pair.single()) > 0 && single.at(pair.single()) < coded.at(pair.whole()))
                .filter(pair -> isSo.test(single.at(pair.single()), coded.at(pair.coded())))
                .map(Pair::whole)
                .distinct()
                .count();
    }

    /** Calls with visible cells of both that differ by fewer than the least, where one is among the other. */
    void forEachClose(int least, NestedPair.Cells consumer) {
        BitSet mine = single.printed();
        BitSet its = coded.printed();
        for (Slices each : slices) {
            for (Slices.Slice slice : each.all()) {
                List<Pair> pairs = slice.isOfFew() ? pairs(slice) : List.of();
                boolean isAmong = isAmong(pairs, pair -> mine.get(pair.single()) && its.get(pair.coded()))
                        // who knows what they count need not see it in two cohorts
                        || isAmong(pairs, pair -> Math.min(single.at(pair.single()), coded.at(pair.coded())) > 0);
                if (isAmong) {
                    pairs.stream()
                            .filter(pair -> difference(pair) != 0 && Math.abs(difference(pair)) < least)
                            .filter(pair -> single.isVisible(pair.single()))
                            .filter(pair -> coded.isVisible(pair.coded()))
                            .forEach(pair -> consumer.accept(pair.single(), pair.coded()));
                }
            }
        }
    }

    /** Nowhere more, or nowhere fewer, and nearly as many in half of two cohorts or more: else they may be anybody. */
    private boolean isAmong(List<Pair> pairs, Predicate<Pair> isSeen) {
        List<Pair> seen = pairs.stream().filter(isSeen).toList();
        long all = seen.stream().map(Pair::whole).distinct().count();
        long near =
                seen.stream().filter(this::isNear).map(Pair::whole).distinct().count();
        return all >= LEAST
                && 2 * near >= all
                && (seen.stream().allMatch(pair -> difference(pair) >= 0)
                        || seen.stream().allMatch(pair -> difference(pair) <= 0));
    }

    private boolean isNear(Pair pair) {
        long some = Math.min(single.at(pair.single()), coded.at(pair.coded()));
        return MOST_OF * some >= (MOST_OF - 1) * Math.max(single.at(pair.single()), coded.at(pair.coded()));
    }

    private long difference(Pair pair) {
        return coded.at(pair.coded()) - single.at(pair.single());
    }

    /** None where the single count shows the code, too, and does not have all of its people there. */
    private List<Pair> pairs(Slices.Slice slice) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < slice.cells().size(); i++) {
            int cell = slice.cells().get(i);
            int whole = slice.wholes().get(i);
            boolean isCrossing = single.rows().cellsAt(coded.rows().placeOf(cell)).stream()
                    .anyMatch(own -> single.at(own) > 0 && single.at(own) != coded.at(cell));
            if (isCrossing) {
                return List.of();
            }
            single.rows().cellsAt(coded.rows().placeOf(whole)).forEach(own -> pairs.add(new Pair(own, cell, whole)));
        }
        return pairs;
    }
}
