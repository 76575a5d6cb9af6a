// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.cells;

import org.jspecify.annotations.Nullable;

/**
 * The numbers of one cell: cohort × indicator. Restricted; only the gate turns it into a published row.
 *
 * @param value the indicator's value, rates as 0 to 100; null where it is not defined, as a mean of nobody
 * @param numerator sum above the line; null where the form has none
 * @param denominator sum below the line; null where the form has none
 * @param ciLow lower end of the confidence interval, if there is one
 * @param ciHigh upper end of the confidence interval, if there is one
 * @param contributors who is behind the cell
 * @param sides both sides of a rate, or learners below and above a quantile; null for other forms
 * @param arms the arms of an effect; null for other forms
 */
public record Tally(
        @Nullable Double value,
        @Nullable Double numerator,
        @Nullable Double denominator,
        @Nullable Double ciLow,
        @Nullable Double ciHigh,
        Contributors contributors,
        @Nullable Sides sides,
        @Nullable Arms arms) {

    /**
     * The numbers of a cell of any form but an effect.
     *
     * @param value the indicator's value
     * @param numerator sum above the line
     * @param denominator sum below the line
     * @param ciLow lower end of the confidence interval
     * @param ciHigh upper end of the confidence interval
     * @param contributors who is behind the cell
     * @param sides both sides
     */
    public Tally(
            @Nullable Double value,
            @Nullable Double numerator,
            @Nullable Double denominator,
            @Nullable Double ciLow,
            @Nullable Double ciHigh,
            Contributors contributors,
            @Nullable Sides sides) {
        this(value, numerator, denominator, ciLow, ciHigh, contributors, sides, null);
    }

    /**
     * A count, sum or other figure without line.
     *
     * @param value the figure
     * @param contributors who is behind it
     * @return the tally
     */
    public static Tally figure(double value, Contributors contributors) {
        return new Tally(value, null, null, null, null, contributors, null);
    }

    /**
     * Whether nobody is behind the cell and it measures nothing.
     *
     * @return true where there are no learners and no schools and the value is 0; null counts as none
     */
    public boolean isZero() {
        Long schools = contributors.schools();
        return contributors.learners() == 0 && (schools == null || schools == 0) && (value == null || value == 0);
    }
}
