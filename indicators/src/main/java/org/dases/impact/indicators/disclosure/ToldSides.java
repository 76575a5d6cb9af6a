// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.List;
import java.util.stream.Stream;

/**
 * Differences of two numbers that a rate tells as one of its sides: those who left are the learners less those who
 * stayed. Such a group needs as many as a side does, not as the two numbers; as long as the row of the rate is printed.
 *
 * @param rates rows of rates
 */
record ToldSides(List<SeriesRows> rates) {
    private static final int LEAST = 2;

    static ToldSides of(List<SeriesRows> done, SeriesRows mine) {
        return new ToldSides(Stream.concat(done.stream(), Stream.of(mine))
                .filter(rows -> rows.rate() != null)
                .toList());
    }

    /** Whether an exact rate tells how many of the outer cell are not in the inner one. */
    boolean tell(NestedPair pair, int innerCell, int outerCell) {
        int place = pair.outer().rows().placeOf(outerCell);
        long learners = pair.outer().at(outerCell);
        long others = pair.inner().at(innerCell);
        // else the difference has people that the inner number counts elsewhere
        boolean isSameCohort = pair.inner().rows().cellsAt(place).stream()
                .anyMatch(cell -> pair.inner().at(cell) == others);
        return isSameCohort
                && rates.stream()
                        .flatMap(rate -> rate.sides().stream())
                        .anyMatch(side -> isTold(side, place, learners, others) && isOf(side, pair));
    }

    /** Whether a printed row has these learners, of whom these are on the other side. */
    private static boolean isTold(HeadCount side, int place, long learners, long others) {
        return side.rows().cellsAt(place).stream()
                .anyMatch(cell -> side.printed().get(cell)
                        && side.isWritten(cell)
                        && side.rows().isOfPersons(cell)
                        && side.rows().learners(cell) == learners
                        && side.at(cell) == learners - others);
    }

    /** Whether the pair is of the learners of the side's rate and of those on the other side. */
    private static boolean isOf(HeadCount side, NestedPair pair) {
        SeriesRows rate = side.rows();
        return isSame(pair.outer(), rate.counts().get(0))
                && rate.sides().stream().anyMatch(other -> other != side && isSame(pair.inner(), other));
    }

    /** Whether both have the same number wherever both are printed, and that in two cohorts at least. */
    private static boolean isSame(HeadCount one, HeadCount other) {
        List<Boolean> equal = Echo.equal(one, one.printed(), other, other.printed());
        return one == other || (equal.size() >= LEAST && !equal.contains(false));
    }
}
