// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

/** What is wrong, on purpose, with some of the records. Each trace record has at most one defect. */
public enum Defect {
    /** A JSON line that ends in the middle. */
    CUT_LINE(5_000, 0),
    /** A statement whose timestamp is no instant. */
    BAD_TIMESTAMP(4_000, 1),
    /** A statement of the year 2099. */
    FUTURE_TIMESTAMP(10_000, 2),
    /** A statement with a verb that nobody has agreed on. */
    UNKNOWN_VERB(1_000, 3),
    /** A statement delivered a second time. */
    DUPLICATE(250, 4),
    /** A statement that a later one voids. */
    VOIDED(4_000, 5),
    /** A CSV row with too few columns. */
    SHORT_ROW(400, 6);

    private final int every;
    private final int shift;

    Defect(int every, int shift) {
        this.every = every;
        this.shift = shift;
    }

    /** Whether the record of that number, counted from 0 in its source, has this defect. */
    boolean strikes(long number) {
        return number % every == every / 2 + shift;
    }
}
