// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Two head counts of which the one is taken to be about some of the people that the other one is about.
 *
 * @param inner the smaller one
 * @param outer the larger one; may be the same, which is nested in itself from cohort to coarser cohort
 * @param least what a difference must reach if it is not zero
 */
record NestedPair(HeadCount inner, HeadCount outer, int least) {

    /**
     * Whether one count is nowhere above the other one where both are printed. Where the people are really nested this
     * always holds, so nothing is missed that a reader could know; a false alarm costs figures only. What counts nobody
     * above its line is no number of persons there. Who is below the line of a rate is compared with sides of rates
     * that all of the rate, or of that one, may be among.
     */
    static boolean isNested(HeadCount inner, HeadCount outer) {
        boolean isOfBelow = (inner.isBelow() || outer.isBelow()) && outer.isOfSide() && inner.rows() != outer.rows();
        return isNowhereAbove(inner, outer) && (!isOfBelow || isNowhereAbove(all(inner), all(outer)));
    }

    /** The learners of a rate, or the count itself. */
    private static HeadCount all(HeadCount count) {
        return count.rows().counts().get(0);
    }

    private static boolean isNowhereAbove(HeadCount inner, HeadCount outer) {
        BitSet printed = outer.printed();
        return inner == outer
                || inner.printed().stream()
                        .allMatch(cell -> outer.rows().cellsAt(inner.rows().placeOf(cell)).stream()
                                .filter(printed::get)
                                .filter(other -> outer.at(other) > 0)
                                .allMatch(other -> inner.at(cell) <= outer.at(other)));
    }

    /** Whether the difference of two cells tells about a group that is too small. */
    boolean isClose(int innerCell, int outerCell) {
        long difference = outer.at(outerCell) - inner.at(innerCell);
        return difference > 0 && difference < least;
    }

    /** Calls with all pairs of visible cells that are too close, those with the larger inner count first. */
    void forEachClose(Places places, Cells consumer) {
        List<Integer> largestFirst = inner.visible().stream()
                .boxed()
                .filter(cell -> inner.at(cell) > 0)
                .sorted(Comparator.comparing(cell -> -inner.at(cell)))
                .toList();
        for (int cell : largestFirst) {
            int own = inner.rows().placeOf(cell);
            IntStream.concat(IntStream.of(own), IntStream.of(inner.rows().placesAbove(cell, places)))
                    .forEach(place -> outer.rows().cellsAt(place).stream()
                            .filter(other -> inner.isVisible(cell) && outer.isVisible(other) && isClose(cell, other))
                            .forEach(other -> consumer.accept(cell, other)));
        }
    }

    /** A cell of the inner count and one of the outer. */
    interface Cells {
        void accept(int innerCell, int outerCell);
    }
}
