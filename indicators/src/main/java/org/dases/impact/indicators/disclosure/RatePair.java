// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Two rates of the same people, who are above the line of one of them at most, as far as the figures show: those who
 * passed and those who left. Who is above neither follows from both.
 *
 * @param mine those above the line of a rate
 * @param other those above the line of a rate decided on before
 */
record RatePair(HeadCount mine, HeadCount other) {

    /** Cells in which those above neither line are fewer than the least, but not nobody. */
    List<Integer> smallRests(int least) {
        BitSet its = other.visible();
        return isApart()
                ? mine.visible().stream()
                        .filter(cell ->
                                same(cell, its).anyMatch(same -> rest(cell, same) > 0 && rest(cell, same) < least))
                        .boxed()
                        .toList()
                : List.of();
    }

    /** Whether the people are the same wherever both are printed, and nobody is above both lines. */
    private boolean isApart() {
        BitSet its = other.printed();
        return mine.printed().stream()
                .allMatch(cell -> same(cell, its)
                        .allMatch(same ->
                                mine.rows().learners(cell) == other.rows().learners(same) && rest(cell, same) >= 0));
    }

    private IntStream same(int cell, BitSet its) {
        return other.rows().cellsAt(mine.rows().placeOf(cell)).stream()
                .mapToInt(same -> same)
                .filter(its::get);
    }

    private long rest(int cell, int its) {
        return mine.rows().learners(cell) - mine.at(cell) - other.at(its);
    }
}
