// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Series;

/**
 * The numbers of persons of a group, or by how much they have moved.
 *
 * @param contributors learners, or schools where a series counts these
 * @param above learners above the line of a rate; for other forms all contributors
 * @param below learners below it; for other forms all contributors
 */
record Moved(long contributors, long above, long below) {
    static final Moved NOT = new Moved(0, 0, 0);

    /** The numbers themselves. */
    static Moved of(Series series, Ledger.Counts counts) {
        long all = series.contributor() == ContributorKind.SCHOOL ? counts.schools() : counts.learners();
        return series.form() == Form.RATE
                ? once(all, counts.numerator(), counts.learners() - counts.numerator())
                : once(all, all, all);
    }

    /** Most have not moved: these share one object. */
    private static Moved once(long contributors, long above, long below) {
        return (contributors | above | below) == 0 ? NOT : new Moved(contributors, above, below);
    }

    /** How many came or went at least. */
    Moved size() {
        return once(Math.abs(contributors), Math.abs(above), Math.abs(below));
    }

    /** The greater of each number. */
    Moved most(Moved other) {
        return once(
                Math.max(contributors, other.contributors), Math.max(above, other.above), Math.max(below, other.below));
    }

    /** The smaller of each number. */
    Moved least(Moved other) {
        return once(
                Math.min(contributors, other.contributors), Math.min(above, other.above), Math.min(below, other.below));
    }

    /** Of two groups that have nobody in common. */
    Moved plus(Moved other) {
        return once(contributors + other.contributors, above + other.above, below + other.below);
    }

    /** Of what is left of a group without another one that is within it. */
    Moved minus(Moved part) {
        return once(contributors - part.contributors, above - part.above, below - part.below);
    }

    /**
     * Whether a number is seen to have moved, and fewer than k came or went.
     *
     * @param size how many came or went at least, be it that others made up for them
     */
    boolean isOfFew(Moved size, int k) {
        return isOfFew(contributors, size.contributors, k)
                || isOfFew(above, size.above, k)
                || isOfFew(below, size.below, k);
    }

    private static boolean isOfFew(long moved, long size, int k) {
        return moved != 0 && size < k;
    }

    /** The smallest of its numbers. */
    long least() {
        return Math.min(contributors, Math.min(above, below));
    }

    /** Whether, by its size, it may be of few together with others. */
    boolean isBelow(int k) {
        return contributors < k || above < k || below < k;
    }
}
