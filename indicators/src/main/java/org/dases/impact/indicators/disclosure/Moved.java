// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Series;

/**
 * The numbers of persons of a group and what their figure is made of, or by how much these have moved.
 *
 * @param contributors learners, or schools where a series counts these
 * @param above learners above the line of a rate; for other forms all contributors
 * @param below learners below it; for other forms all contributors
 * @param amount sum above the line, or the figure itself; 0 for forms that do not add up
 * @param units sum below the line; 0 where there is none
 */
record Moved(long contributors, long above, long below, double amount, double units) {
    static final Moved NOT = new Moved(0, 0, 0, 0, 0);

    /** Sums are of millionths: what is less comes from adding and subtracting. */
    private static final double ROUNDING = 0.5e-6;

    /** The numbers themselves. */
    static Moved of(Series series, Ledger.Counts counts) {
        long all = series.contributor() == ContributorKind.SCHOOL ? counts.schools() : counts.learners();
        boolean isRate = series.form() == Form.RATE;
        boolean isAdding = series.form() != Form.QUANTILE && series.form() != Form.EFFECT;
        return once(
                all,
                isRate ? counts.numerator() : all,
                isRate ? counts.learners() - counts.numerator() : all,
                isAdding ? counts.amount() : 0,
                isAdding ? counts.units() : 0);
    }

    /** Most have not moved: these share one object. */
    private static Moved once(long contributors, long above, long below, double amount, double units) {
        return (contributors | above | below) == 0 && amount == 0 && units == 0
                ? NOT
                : new Moved(contributors, above, below, amount, units);
    }

    /** The same with the sums of another one where they are not known. */
    Moved orSumsOf(Moved other) {
        return once(
                contributors,
                above,
                below,
                Double.isNaN(amount) ? other.amount : amount,
                Double.isNaN(units) ? other.units : units);
    }

    /** The same with sums that are not known. */
    Moved withoutSums() {
        return once(contributors, above, below, Double.NaN, Double.NaN);
    }

    /** How many came or went at least. */
    Moved size() {
        return once(Math.abs(contributors), Math.abs(above), Math.abs(below), Math.abs(amount), Math.abs(units));
    }

    /** The greater of each number. */
    Moved most(Moved other) {
        return once(
                Math.max(contributors, other.contributors),
                Math.max(above, other.above),
                Math.max(below, other.below),
                Math.max(amount, other.amount),
                Math.max(units, other.units));
    }

    /** Of two groups that have nobody in common. */
    Moved plus(Moved other) {
        return once(
                contributors + other.contributors,
                above + other.above,
                below + other.below,
                amount + other.amount,
                units + other.units);
    }

    /** Of what is left of a group without another one that is within it. */
    Moved minus(Moved part) {
        return once(
                contributors - part.contributors,
                above - part.above,
                below - part.below,
                amount - part.amount,
                units - part.units);
    }

    /**
     * Whether a number is seen to have moved, and fewer than k came or went; or the figure of the same persons has, as
     * nobody knows of how many of them.
     *
     * @param size how many came or went at least, be it that others made up for them
     */
    boolean isOfFew(Moved size, int k) {
        return isOfFew(contributors, size.contributors, k)
                || isOfFew(above, size.above, k)
                || isOfFew(below, size.below, k)
                || (hasOtherSums() && size.contributors < k);
    }

    private boolean hasOtherSums() {
        return Math.abs(amount) > ROUNDING || Math.abs(units) > ROUNDING;
    }

    private static boolean isOfFew(long moved, long size, int k) {
        return moved != 0 && size < k;
    }

    /** Whether, by its size, it may be of few together with others. */
    boolean isBelow(int k) {
        return contributors < k || above < k || below < k;
    }
}
