// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
     * Names and types of all columns: the one list that whoever writes and whoever reads these tables goes by.
     *
     * @return own columns, school_year, provider_id, local_date in dated tables, provenance, in their order
     */
    public Map<String, CanonicalType> allColumns() {
        Map<String, CanonicalType> all = new LinkedHashMap<>();
        columns.forEach(column -> all.put(column.name(), column.type()));
        all.put(SCHOOL_YEAR, CanonicalType.STRING);
        all.put(PROVIDER, CanonicalType.STRING);
        if (datedBy().isPresent()) {
            all.put(LOCAL_DATE, CanonicalType.DATE);
        }
        PROVENANCE.forEach(
                name -> all.put(name, name.equals("_pulled_at") ? CanonicalType.TIMESTAMP : CanonicalType.STRING));
        return Collections.unmodifiableMap(all);
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
