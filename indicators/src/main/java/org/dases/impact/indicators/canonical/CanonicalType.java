// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical;

/** The types of canonical columns. */
public enum CanonicalType {
    /** Text. */
    STRING("STRING"),
    /** True or false. */
    BOOLEAN("BOOLEAN"),
    /** Whole number of 32 bits. */
    INT("INT"),
    /** Number of 64 bits; never NaN or infinite. */
    DOUBLE("DOUBLE"),
    /** Instant, to the microsecond. */
    TIMESTAMP("TIMESTAMP"),
    /** Day without a time zone. */
    DATE("DATE"),
    /** List of texts. */
    STRINGS("ARRAY<STRING>");

    private final String sql;

    CanonicalType(String sql) {
        this.sql = sql;
    }

    /**
     * The name of the type in Spark SQL.
     *
     * @return for instance {@code ARRAY<STRING>}
     */
    public String sql() {
        return sql;
    }
}
