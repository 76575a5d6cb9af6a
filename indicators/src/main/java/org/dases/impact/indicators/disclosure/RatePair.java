// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Two rates of the same people, who are above the line of one of them at most, as far as the figures show: those who
 * passed and those who left. Who is above neither follows from both.
 *
 * @param mine those above the line of a rate
 * @param other those above the line of a rate decided on before
 */
record RatePair(HeadCount mine, HeadCount other) {

    /** Whether the people are the same wherever both are printed, and nobody is above both lines. */
    boolean isApart() {
        return mine.printed().stream()
                .allMatch(cell -> same(cell)
                        .allMatch(its ->
                                mine.rows().learners(cell) == other.rows().learners(its) && rest(cell, its) >= 0));
    }

    /** Calls with the cells in which those above neither line are fewer than the least, but not nobody. */
    void forEachSmallRest(int least, IntConsumer consumer) {
        List<Integer> close = mine.visible().stream()
                .filter(cell -> same(cell).anyMatch(its -> rest(cell, its) > 0 && rest(cell, its) < least))
                .boxed()
                .toList();
        close.forEach(consumer::accept);
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
