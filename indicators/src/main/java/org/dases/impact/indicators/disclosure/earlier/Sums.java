// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.jspecify.annotations.Nullable;

/**
 * What a figure is made of, or by how much that is another than it was.
 *
 * @param amount sum above the line, or the figure itself where there is none; NaN where it is not known
 * @param units sum below the line, 0 where there is none; NaN where it is not known
 */
record Sums(double amount, double units) {
    static final Sums NONE = new Sums(0, 0);
    static final Sums UNKNOWN = new Sums(Double.NaN, Double.NaN);

    /** Sums are of millionths: what is less comes from adding and subtracting. */
    private static final double ROUNDING = 0.5e-6;

    /** Those of a figure; none where it is not defined. */
    static Sums of(@Nullable Tally tally) {
        return tally == null ? NONE : of(tally.numerator(), tally.value(), tally.denominator(), 0);
    }

    /** Those that a row tells; a band does not, nor does a row that came about in another way than now. */
    static Sums of(ClearedRow row, Series now) {
        return row.series().methodVersion().equals(now.methodVersion())
                ? of(row.numerator(), row.value(), row.denominator(), Double.NaN)
                : UNKNOWN;
    }

    private static Sums of(
            @Nullable Double numerator, @Nullable Double value, @Nullable Double denominator, double none) {
        Double amount = numerator == null ? value : numerator;
        return new Sums(amount == null ? none : amount, denominator == null ? 0 : denominator);
    }

    /** Of two groups that have nobody in common. */
    Sums plus(Sums other) {
        return new Sums(amount + other.amount, units + other.units);
    }

    /** Of what is left of a group without another one that is within it. */
    Sums minus(Sums part) {
        return new Sums(amount - part.amount, units - part.units);
    }

    /** Whether they are something, as far as that is known. */
    boolean isSomething() {
        return isSomething(amount) || isSomething(units);
    }

    private static boolean isSomething(double sum) {
        return Math.abs(sum) > ROUNDING;
    }

    /** Each of both where it is nothing, else unknown. */
    Sums orUnknown() {
        return new Sums(isSomething(amount) ? Double.NaN : 0, isSomething(units) ? Double.NaN : 0);
    }

    boolean isAmountKnown() {
        return !Double.isNaN(amount);
    }
}
