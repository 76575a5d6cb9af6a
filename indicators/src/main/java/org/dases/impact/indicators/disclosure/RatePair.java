// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

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
        return isApart()
                ? mine.visible().stream()
                        .filter(cell -> same(cell).anyMatch(its -> rest(cell, its) > 0 && rest(cell, its) < least))
                        .boxed()
                        .toList()
                : List.of();
    }

    /** Whether the people are the same wherever both are visible, and nobody is above both lines. */
    private boolean isApart() {
        return mine.visible().stream()
                .allMatch(cell -> same(cell)
                        .allMatch(its ->
                                mine.rows().learners(cell) == other.rows().learners(its) && rest(cell, its) >= 0));
    }

    private IntStream same(int cell) {
        return other.rows().cellsAt(mine.rows().placeOf(cell)).stream()
                .mapToInt(its -> its)
                .filter(other::isVisible);
    }

    private long rest(int cell, int its) {
        return mine.rows().learners(cell) - mine.at(cell) - other.at(its);
    }
}
