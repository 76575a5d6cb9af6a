// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort;

import java.util.List;
import java.util.OptionalLong;

/** A table that cannot be computed as it is defined, over the data at hand; the message says what to change. */
public final class TableRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private TableRefused(String message) {
        super(message);
    }

    /**
     * A cube that is too large.
     *
     * @param most how many cells there may be
     * @param leftOut levels, dimensions and periods which, left out together, leave no more than that; may be empty
     * @param remaining how many cells there are without them; empty where that is not known
     * @return the refusal
     */
    public static TableRefused tooManyCells(long most, List<String> leftOut, OptionalLong remaining) {
        String fix = leftOut.isEmpty()
                ? "Ask for fewer periods and dimensions."
                : "Leave out " + String.join(" and ", leftOut)
                        + (remaining.isPresent() ? " (cells that remain: " + remaining.getAsLong() + ")." : ".")
                        + " Or put something coarser in place of it.";
        return new TableRefused("Its cube has more than " + most + " cells, one for each combination of periods and"
                + " dimensions that has a row, and for each of their totals. " + fix);
    }

    /**
     * Sums that are too large.
     *
     * @param indicator id of the indicator
     * @return the refusal
     */
    public static TableRefused overflow(String indicator) {
        return new TableRefused("The sums of indicator '" + indicator + "' do not fit 64 bits, of which a number with"
                + " decimals needs a million times its size. Leave wrong values out by the indicator's 'where', or"
                + " measure in a coarser unit.");
    }
}
