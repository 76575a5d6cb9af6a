// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.rules;

import java.util.OptionalInt;

/**
 * The thresholds of a platform. There are no defaults: the workspace states each.
 *
 * @param learners k, least number of distinct learners in a cell; not below {@link #FLOOR}
 * @param denominator least number of contributors of a rate or a mean
 * @param side least number of contributors on each side of a rate, below which a band is printed
 * @param schools least number of distinct schools in a cell that is not about one school, or none
 * @param largestSchoolPercent greatest share of the largest school in such a cell, or none
 * @param providers least number of distinct providers where no contract permits a single one's release, or none
 * @param zeros what becomes of zeros
 * @param singletons whether a contributor who subtracts itself is reckoned with
 * @param attacker the strongest attacker that is reckoned with
 */
public record Rules(
        int learners,
        int denominator,
        int side,
        OptionalInt schools,
        OptionalInt largestSchoolPercent,
        OptionalInt providers,
        Zeros zeros,
        boolean singletons,
        Attacker attacker) {
    /** No configuration goes below this number of learners. */
    public static final int FLOOR = 5;

    public Rules {
        if (learners < FLOOR) {
            throw new IllegalArgumentException("learners must be >= " + FLOOR + ", was " + learners);
        }
        if (denominator < 0 || side < 0) {
            throw new IllegalArgumentException(
                    "denominator and side must not be negative, were " + denominator + " and " + side);
        }
        if (largestSchoolPercent.isPresent()
                && (largestSchoolPercent.getAsInt() < 1 || largestSchoolPercent.getAsInt() > 100)) {
            throw new IllegalArgumentException(
                    "largest school must be between 1 and 100 %, was " + largestSchoolPercent.getAsInt());
        }
    }

    /**
     * Thresholds with all protections on, as the product uses them.
     *
     * @param learners k, least number of distinct learners
     * @param denominator least number of contributors of a rate or a mean
     * @param side least number on each side of a rate
     * @param schools least number of distinct schools, or none
     * @param largestSchoolPercent greatest share of the largest school, or none
     * @param providers least number of distinct providers, or none
     * @param zeros what becomes of zeros
     */
    public Rules(
            int learners,
            int denominator,
            int side,
            OptionalInt schools,
            OptionalInt largestSchoolPercent,
            OptionalInt providers,
            Zeros zeros) {
        this(
                learners,
                denominator,
                side,
                schools,
                largestSchoolPercent,
                providers,
                zeros,
                true,
                Attacker.BOUNDS_ABOVE_ZERO);
    }

    /**
     * Whether more is reckoned with than adding and subtracting: complements and bounds.
     *
     * @return false only for {@link Attacker#ADDS}
     */
    public boolean isBounding() {
        return attacker != Attacker.ADDS;
    }
}
