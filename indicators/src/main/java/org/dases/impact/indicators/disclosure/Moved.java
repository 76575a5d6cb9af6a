// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

/**
 * By how much the numbers of a group have moved.
 *
 * @param contributors learners, or schools where no learners are counted
 * @param above learners above the line of a rate
 * @param below learners below it
 */
record Moved(long contributors, long above, long below) {
    static final Moved NOT = new Moved(0, 0, 0);

    static Moved between(Ledger.Counts then, Ledger.Counts now) {
        return new Moved(
                contributors(now) - contributors(then), now.numerator() - then.numerator(), below(now) - below(then));
    }

    private static long contributors(Ledger.Counts counts) {
        return counts.learners() == 0 ? counts.schools() : counts.learners();
    }

    private static long below(Ledger.Counts counts) {
        return counts.learners() - counts.numerator();
    }

    /** How many came or went at least. */
    Moved size() {
        return new Moved(Math.abs(contributors), Math.abs(above), Math.abs(below));
    }

    /** Of two groups that have nobody in common. */
    Moved plus(Moved other) {
        return new Moved(contributors + other.contributors, above + other.above, below + other.below);
    }

    /** Of what is left of a group without another one that is within it. */
    Moved minus(Moved part) {
        return new Moved(contributors - part.contributors, above - part.above, below - part.below);
    }

    /**
     * Whether a number is seen to have moved, and fewer than k came or went.
     *
     * @param size how many came or went of the atoms of the group, be it that others made up for them
     */
    boolean isOfFew(Moved size, int k) {
        return isOfFew(contributors, size.contributors, k)
                || isOfFew(above, size.above, k)
                || isOfFew(below, size.below, k);
    }

    private static boolean isOfFew(long moved, long size, int k) {
        return moved != 0 && size < k;
    }

    /** Whether, by its size, it may be of few together with others. */
    boolean isBelow(int k) {
        return contributors < k || above < k || below < k;
    }
}
