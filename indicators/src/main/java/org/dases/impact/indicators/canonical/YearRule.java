// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical;

/** How the school year of a canonical row is found. A {@code school_year} in the mapping always comes first. */
public sealed interface YearRule {

    /**
     * From a date or an instant; a row without one is quarantined.
     *
     * @param column the deciding column
     */
    record From(String column) implements YearRule {}

    /**
     * From a date or an instant; a row without one holds for all years, {@code _T}.
     *
     * @param column the deciding column
     */
    record FromIfKnown(String column) implements YearRule {}

    /** The mapping must give {@code school_year}. */
    record Given() implements YearRule {}

    /** The row holds for all years, {@code _T}. */
    record AllYears() implements YearRule {}
}
