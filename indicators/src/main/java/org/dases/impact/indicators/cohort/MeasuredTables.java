// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dases.impact.indicators.canonical.CanonicalTable;
import org.dases.impact.indicators.canonical.CanonicalTables;

/**
 * The tables that an indicator may be over: the canonical ones, and those derived from them. Columns are given as Spark
 * SQL data definitions, {@code name TYPE, …}.
 */
public final class MeasuredTables {
    private static final Map<String, String> TABLES = tables();

    private MeasuredTables() {}

    private static Map<String, String> tables() {
        Map<String, String> tables = new TreeMap<>();
        CanonicalTables.all().forEach(table -> tables.put(table.name(), definition(table)));
        tables.put("attempt_last", tables.get("event") + ", passed BOOLEAN");
        tables.put(
                "session",
                "learner_pid STRING, role STRING, uai STRING, provider_id STRING, solution_id STRING, "
                        + "school_year STRING, local_date DATE, week DATE, started_at TIMESTAMP, actions BIGINT, "
                        + "active_s DOUBLE");
        tables.put(
                "coverage",
                "learner_pid STRING, role STRING, uai STRING, provider_id STRING, solution_id STRING, "
                        + "school_year STRING, local_date DATE, as_of DATE, active BOOLEAN");
        tables.put(
                "intake",
                "dataset STRING, provider_id STRING, school_year STRING, local_date DATE, records BIGINT, "
                        + "quarantined BIGINT, duplicates BIGINT, unknown_verbs BIGINT, late BIGINT");
        tables.put("release", "table_id STRING, conf_status STRING");
        return tables;
    }

    private static String definition(CanonicalTable table) {
        return table.allColumns().entrySet().stream()
                .map(column -> column.getKey() + " " + column.getValue().sql())
                .collect(Collectors.joining(", "));
    }

    /**
     * The names of all tables.
     *
     * @return in alphabetical order
     */
    public static List<String> names() {
        return List.copyOf(TABLES.keySet());
    }

    /**
     * The columns of a table.
     *
     * @param table name of the table
     * @return Spark SQL data definition, or empty for a table that does not exist
     */
    public static Optional<String> columns(String table) {
        return Optional.ofNullable(TABLES.get(table));
    }

    /**
     * The names of a table's columns.
     *
     * @param table name of the table
     * @return in their order; empty for a table that does not exist
     */
    public static List<String> columnNames(String table) {
        return columns(table).stream()
                .flatMap(ddl -> Arrays.stream(ddl.split(", ")))
                .map(column -> column.substring(0, column.indexOf(' ')))
                .toList();
    }
}
