// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.cells;

/**
 * The two cells whose difference a gap is. A gap at a cohort is taken between two children of the cohort's own node on
 * one axis, all other axes being equal.
 *
 * @param indicatorId series of the same table whose values are subtracted
 * @param axis name of the axis
 * @param advantaged code whose value is taken first
 * @param disadvantaged code whose value is subtracted
 * @param isEffect whether it is told as an effect, which needs enough learners and schools on both sides
 */
public record GapOf(String indicatorId, String axis, String advantaged, String disadvantaged, boolean isEffect) {
    /**
     * A difference or a quotient.
     *
     * @param indicatorId series of the same table whose values are compared
     * @param axis name of the axis
     * @param advantaged code whose value is taken first
     * @param disadvantaged code whose value is subtracted
     */
    public GapOf(String indicatorId, String axis, String advantaged, String disadvantaged) {
        this(indicatorId, axis, advantaged, disadvantaged, false);
    }
}
