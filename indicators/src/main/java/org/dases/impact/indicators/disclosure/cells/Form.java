// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.cells;

/** How a series' value comes about; decides which rules apply. */
public enum Form {
    /** Distinct persons, rows or other things counted. */
    COUNT,
    /** A sum of a quantity. */
    SUM,
    /** Share of the denominator for which a condition holds: both sides must be populated, or a band is printed. */
    RATE,
    /** Sum over the number of units. */
    MEAN,
    /** Quotient of two sums. */
    RATIO,
    /** Value that a share of the learners does not exceed: enough must lie on each side of it. */
    QUANTILE,
    /** Difference that something made between two arms of a study. */
    EFFECT,
    /** Difference or quotient of two other cells of the same table. */
    GAP,
    /** Share of cells that the gate withholds; the gate fills it in itself. */
    WITHHELD_SHARE;

    /**
     * Whether the value is taken from the rows themselves and not from other cells.
     *
     * @return false for gaps and shares of withheld cells
     */
    public boolean isMeasured() {
        return this != GAP && this != WITHHELD_SHARE;
    }
}
