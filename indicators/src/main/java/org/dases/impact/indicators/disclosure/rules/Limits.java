// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.rules;

/**
 * How much is asked of an indicator's cells beside k. What does not hold for the indicator asks for nothing.
 *
 * @param denominator least number of contributors of a rate, a mean or a quantile; 0 where there is no such rule
 * @param side least number of contributors on each side of a rate or a quantile, or of a rate that a mean or a sum may
 *     tell; 0 where there is no such rule
 * @param schools least number of distinct schools; 0 where there is no such rule
 * @param largestSchoolPercent greatest share of the largest school; 100 where there is no such rule
 * @param providers least number of distinct providers; 0 where there is no such rule, or a single one will do
 */
public record Limits(int denominator, int side, int schools, int largestSchoolPercent, int providers) {
    /** Nothing is asked, or what was asked is not known. */
    public static final Limits NONE = new Limits(0, 0, 0, 100, 0);
}
