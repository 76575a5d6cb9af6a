// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.definition;

/** The kinds of period that a table is broken down by, from coarse to fine. */
public enum PeriodKind {
    /** The whole span of the data; its {@code school_year} is {@code _T}. */
    ALL,
    /** One school year, as the workspace defines its first day. */
    YEAR,
    /** One calendar month. */
    MONTH,
    /** One ISO week, from Monday; does not nest in months. */
    WEEK,
    /** One day in the school's time zone. */
    DAY
}
