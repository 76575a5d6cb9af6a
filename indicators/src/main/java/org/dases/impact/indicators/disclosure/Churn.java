// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

/**
 * How many came to a group or left it at least, since each of its atoms was as large as it was then.
 *
 * @param contributors learners, or schools where no learners are counted
 * @param above learners above the line of a rate
 * @param below learners below it
 */
record Churn(long contributors, long above, long below) {
    static final Churn NONE = new Churn(0, 0, 0);

    /** Of an atom. */
    static Churn of(Ledger.Counts then, Ledger.Counts now) {
        return new Churn(
                Math.abs(contributors(now) - contributors(then)),
                Math.abs(now.numerator() - then.numerator()),
                Math.abs(below(now) - below(then)));
    }

    private static long contributors(Ledger.Counts counts) {
        return counts.learners() == 0 ? counts.schools() : counts.learners();
    }

    private static long below(Ledger.Counts counts) {
        return counts.learners() - counts.numerator();
    }

    /** Of two groups that have nobody in common. */
    Churn plus(Churn other) {
        return new Churn(contributors + other.contributors, above + other.above, below + other.below);
    }

    /** Of what is left of a group without another one that is within it. */
    Churn minus(Churn part) {
        return new Churn(contributors - part.contributors, above - part.above, below - part.below);
    }

    /** Whether some came or went, but fewer than k, in all or on a side. */
    boolean isOfFew(int k) {
        return isFew(contributors, k) || isFew(above, k) || isFew(below, k);
    }

    /** Whether it may be of few together with others. */
    boolean isBelow(int k) {
        return contributors < k || above < k || below < k;
    }

    private static boolean isFew(long changed, int k) {
        return changed > 0 && changed < k;
    }
}
