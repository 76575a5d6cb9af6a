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
    static ToldSides of(List<SeriesRows> done, SeriesRows mine) {
        return new ToldSides(Stream.concat(done.stream(), Stream.of(mine))
                .filter(rows -> rows.rate() != null)
                .toList());
    }

    /** Whether an exact rate tells how many of the outer cell are not in the inner one. */
    boolean tell(NestedPair pair, int innerCell, int outerCell) {
        int place = pair.outer().rows().placeOf(outerCell);
        return rates.stream()
                .flatMap(rate -> rate.sides().stream())
                .anyMatch(side -> isTold(
                                side,
                                place,
                                pair.outer().at(outerCell),
                                pair.inner().at(innerCell))
                        && isOf(side, pair));
    }

    /** Whether a printed row has these learners, of whom these are on the other side. */
    private static boolean isTold(HeadCount side, int place, long all, long others) {
        return side.rows().cellsAt(place).stream()
                .anyMatch(cell -> side.printed().get(cell)
                        && side.isWritten(cell)
                        && side.rows().learners(cell) == all
                        && side.at(cell) == all - others);
    }

    /** Whether the pair is of the learners of the side's rate and of those on the other side. */
    private static boolean isOf(HeadCount side, NestedPair pair) {
        SeriesRows rate = side.rows();
        return isSame(pair.outer(), rate.counts().get(0))
                && rate.sides().stream().anyMatch(other -> other != side && isSame(pair.inner(), other));
    }

    /** Where learners have several records, those on a side are not everywhere those that are counted so elsewhere. */
    private static boolean isSame(HeadCount one, HeadCount other) {
        List<Boolean> equal = one.rows()
                .cells()
                .filter(cell -> one.at(cell) > 0)
                .boxed()
                .flatMap(cell -> other.rows().cellsAt(one.rows().placeOf(cell)).stream()
                        .map(same -> one.at(cell) == other.at(same)))
                .toList();
        return one == other || 2 * equal.stream().filter(each -> each).count() >= equal.size();
    }
}
