// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical;

import java.util.List;
import org.dases.impact.indicators.definition.Dimension;

/** The words for what is wrong with a record in quarantine. They name table and column, never a value. */
public final class RejectionReason {
    /** The landed text is empty. */
    public static final String EMPTY = "record: is empty";
    /** The landed text is a JSON array, number or text. */
    public static final String NOT_AN_OBJECT = "record: is not a JSON object";
    /** The landed text is broken JSON, or a field is of another type than the schema tells. */
    public static final String BROKEN = "record: is not valid JSON of the expected structure";

    private RejectionReason() {}

    /**
     * A required value is null or blank.
     *
     * @param table canonical table
     * @param column canonical column
     * @return the reason
     */
    public static String missing(String table, String column) {
        return table + "." + column + ": required value is missing";
    }

    /**
     * There is a value, but it cannot be read as the column's type, or the expression fails on it.
     *
     * @param table canonical table
     * @param column canonical column, or {@code from}
     * @param type type it should have
     * @return the reason
     */
    public static String unreadable(String table, String column, CanonicalType type) {
        return table + "." + column + ": value cannot be read as " + type.sql();
    }

    /**
     * The value is not in the code list.
     *
     * @param table canonical table
     * @param column canonical column
     * @param codes the code list
     * @return the reason
     */
    public static String notInList(String table, String column, List<String> codes) {
        return table + "." + column + ": value is not one of " + String.join(", ", codes);
    }

    /**
     * The value is the code that stands for the total of a dimension.
     *
     * @param table canonical table
     * @param column canonical column
     * @return the reason
     */
    public static String total(String table, String column) {
        return table + "." + column + ": value is " + Dimension.TOTAL + ", the code of totals";
    }

    /**
     * The number is out of bounds.
     *
     * @param table canonical table
     * @param column canonical column
     * @param bounds the bounds
     * @return the reason
     */
    public static String outOfBounds(String table, String column, ColumnRule.Between bounds) {
        return table + "." + column + ": value is not between " + bounds.low() + " and " + bounds.high();
    }

    /**
     * What happened lies more than a day after the record was pulled.
     *
     * @param table canonical table
     * @param column canonical column
     * @return the reason
     */
    public static String future(String table, String column) {
        return table + "." + column + ": lies in the future of the pull";
    }

    /**
     * What happened lies before anything that is believed.
     *
     * @param table canonical table
     * @param column canonical column
     * @return the reason
     */
    public static String past(String table, String column) {
        return table + "." + column + ": lies before " + ColumnRule.Happened.EARLIEST;
    }

    /**
     * The school year is not known.
     *
     * @param table canonical table
     * @return the reason
     */
    public static String noSchoolYear(String table) {
        return table + ".school_year: cannot be told, or is not of the form 2025-2026";
    }
}
