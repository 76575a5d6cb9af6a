// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import java.util.OptionalInt;

/**
 * The platform's thresholds, as the workspace states them; there is no default.
 *
 * @param learners k, the least number of distinct learners in a cell, at least 5
 * @param denominator least denominator of a rate or a mean
 * @param side least number on each side of a rate, else a band
 * @param schools least number of schools in a cell that is not about one school; empty for none
 * @param largestSchoolPercent largest share of one school, 1 to 100; empty for none
 * @param providers least number of providers where data of several are pooled; empty for none
 * @param publishZeros whether a cell without contributors is published as zero
 */
public record Thresholds(
        int learners,
        int denominator,
        int side,
        OptionalInt schools,
        OptionalInt largestSchoolPercent,
        OptionalInt providers,
        boolean publishZeros) {
    /** The k that no configuration goes below. */
    public static final int FLOOR = 5;

    public Thresholds {
        if (learners < FLOOR) {
            throw new IllegalArgumentException("k must be >= " + FLOOR + ", was " + learners);
        }
    }
}
