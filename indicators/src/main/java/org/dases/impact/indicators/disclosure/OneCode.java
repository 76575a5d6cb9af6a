// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * A head count that may have a condition on a code of another one: it is, or is among, that one's people of a single
 * code, and does not show the code. Seen from the figures of two cohorts at least.
 *
 * @param inner the count with the condition
 * @param outer the count that shows the code
 * @param slices the codes of the tables that show it
 */
record OneCode(HeadCount inner, HeadCount outer, List<Slices> slices) {
    private static final int LEAST = 2;
    /** Three quarters are nearly as many. */
    private static final int MOST_OF = 4;

    /**
     * A cohort of both.
     *
     * @param inner cell of the count with the condition
     * @param outer cell of the other count, at the code
     * @param whole the cell that contains it, without the code
     */
    private record Pair(int inner, int outer, int whole) {}

    /** For each cell of the inner count those of the outer one that are the same people. */
    Map<Integer, List<CellSum>> equal() {
        Map<Integer, List<CellSum>> equal = new HashMap<>();
        for (Slices each : slices) {
            for (Slices.Slice slice : each.all()) {
                List<Pair> pairs = pairs(slice);
                long hits = count(pairs, (mine, its) -> mine.equals(its));
                if (hits >= LEAST && 2 * hits >= count(pairs, (mine, its) -> true)) {
                    pairs.stream()
                            .filter(pair -> inner.at(pair.inner()) == outer.at(pair.outer()))
                            .forEach(pair -> equal.computeIfAbsent(pair.inner(), cell -> new ArrayList<>())
                                    .add(CellSum.of(pair.outer())));
                }
            }
        }
        return equal;
    }

    /** Of the cohorts in which the inner count is neither nobody nor everybody. */
    private long count(List<Pair> pairs, BiPredicate<Long, Long> isSo) {
        return pairs.stream()
                .filter(pair -> inner.at(pair.inner()) > 0 && inner.at(pair.inner()) < outer.at(pair.whole()))
                .filter(pair -> isSo.test(inner.at(pair.inner()), outer.at(pair.outer())))
                .map(Pair::whole)
                .distinct()
                .count();
    }

    /** Calls with visible cells of both that differ by fewer than the least, where the inner count is among a code. */
    void forEachClose(int least, NestedPair.Cells consumer) {
        BitSet mine = inner.printed();
        BitSet its = outer.printed();
        for (Slices each : slices) {
            for (Slices.Slice slice : each.all()) {
                List<Pair> pairs = slice.isOfFew() ? pairs(slice) : List.of();
                List<Pair> printed = pairs.stream()
                        .filter(pair -> mine.get(pair.inner()) && its.get(pair.outer()))
                        .toList();
                if (isAmong(printed)) {
                    pairs.stream()
                            .filter(pair -> difference(pair) > 0 && difference(pair) < least)
                            .filter(pair -> inner.isVisible(pair.inner()))
                            .filter(pair -> outer.isVisible(pair.outer()))
                            .forEach(pair -> consumer.accept(pair.inner(), pair.outer()));
                }
            }
        }
    }

    /** Nowhere more, and nearly as many in half of two cohorts or more: else it may be a count of anybody. */
    private boolean isAmong(List<Pair> printed) {
        long all = printed.stream().map(Pair::whole).distinct().count();
        long near = printed.stream()
                .filter(pair -> MOST_OF * inner.at(pair.inner()) >= (MOST_OF - 1) * outer.at(pair.outer()))
                .map(Pair::whole)
                .distinct()
                .count();
        return all >= LEAST && 2 * near >= all && printed.stream().allMatch(pair -> difference(pair) >= 0);
    }

    private long difference(Pair pair) {
        return outer.at(pair.outer()) - inner.at(pair.inner());
    }

    /** None where the inner count shows the code, too, and does not have all of its people there. */
    private List<Pair> pairs(Slices.Slice slice) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < slice.cells().size(); i++) {
            int cell = slice.cells().get(i);
            int whole = slice.wholes().get(i);
            boolean isCrossing = inner.rows().cellsAt(outer.rows().placeOf(cell)).stream()
                    .anyMatch(own -> inner.at(own) > 0 && inner.at(own) != outer.at(cell));
            if (isCrossing) {
                return List.of();
            }
            inner.rows().cellsAt(outer.rows().placeOf(whole)).forEach(own -> pairs.add(new Pair(own, cell, whole)));
        }
        return pairs;
    }
}
