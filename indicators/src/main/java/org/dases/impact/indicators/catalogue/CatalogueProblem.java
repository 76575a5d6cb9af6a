// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.catalogue;

import java.util.Comparator;

/**
 * One mistake in a list of indicators.
 *
 * @param at where
 * @param message what is wrong and why; without a full stop at its end
 * @param fix what to write instead; a sentence, or empty when the message says it already
 */
public record CatalogueProblem(Spot at, String message, String fix) implements Comparable<CatalogueProblem> {
    private static final Comparator<CatalogueProblem> BY_PLACE = Comparator.comparing(
                    (CatalogueProblem problem) -> problem.at().file())
            .thenComparingInt(problem -> problem.at().line())
            .thenComparingInt(problem -> problem.at().column())
            .thenComparing(CatalogueProblem::message);

    /**
     * The problem as one line.
     *
     * @return {@code file:line:column: message. fix}
     */
    public String text() {
        return at + ": " + message + "." + (fix.isEmpty() ? "" : " " + fix);
    }

    @Override
    public int compareTo(CatalogueProblem other) {
        return BY_PLACE.compare(this, other);
    }
}
