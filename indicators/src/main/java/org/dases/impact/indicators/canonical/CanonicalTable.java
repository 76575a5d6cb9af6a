// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical;

import java.util.List;
import java.util.Optional;
import org.dases.impact.indicators.definition.Text;

/**
 * A table of the canonical model: what landed records of every provider are mapped onto.
 *
 * <p>Besides its own columns each row carries {@link #SCHOOL_YEAR}, {@link #PROVIDER}, in dated tables
 * {@link #LOCAL_DATE}, and {@link #PROVENANCE}.
 *
 * @param name name, for instance {@code event}
 * @param comment what one row is
 * @param columns own columns in their order
 * @param key columns that tell one row from another; rows of a dataset with equal keys are one row
 * @param year how the school year is found
 * @param register whether rows describe persons or things that many records mention, so that a repeated row is no
 *     duplicate delivery
 */
public record CanonicalTable(
        String name, Text comment, List<CanonicalColumn> columns, List<String> key, YearRule year, boolean register) {
    /** Partition column: {@code 2025-2026}, or {@code _T} for rows that hold for all years. */
    public static final String SCHOOL_YEAR = "school_year";
    /** Partition column: the provider that the dataset's configuration names. */
    public static final String PROVIDER = "provider_id";
    /** Day in the school's time zone, in tables with a deciding date. */
    public static final String LOCAL_DATE = "local_date";
    /** Where a row came from. */
    public static final List<String> PROVENANCE = List.of("_dataset", "_contract_id", "_contract_sha256", "_pulled_at");

    public CanonicalTable {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        List<String> names = columns.stream().map(CanonicalColumn::name).toList();
        for (String column : key) {
            if (!names.contains(column) && !column.equals(SCHOOL_YEAR)) {
                throw new IllegalArgumentException("key column '" + column + "' is not in table '" + name + "'");
            }
        }
    }

    /**
     * Finds an own column.
     *
     * @param column its name
     * @return the column, or empty where the table has none of that name
     */
    public Optional<CanonicalColumn> column(String column) {
        return columns.stream().filter(each -> each.name().equals(column)).findFirst();
    }

    /**
     * The column that decides the school year and {@link #LOCAL_DATE}.
     *
     * @return empty for tables without a date
     */
    public Optional<String> datedBy() {
        if (year instanceof YearRule.From from) {
            return Optional.of(from.column());
        }
        return year instanceof YearRule.FromIfKnown from ? Optional.of(from.column()) : Optional.empty();
    }
}
