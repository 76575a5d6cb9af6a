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
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.definition.Indicator;

/**
 * The tables that an indicator may be over: the canonical ones, and those derived from them. Columns are given as Spark
 * SQL data definitions, {@code name TYPE, …}.
 */
public final class MeasuredTables {
    private static final Map<String, DerivedTable> TABLES = tables();

    private MeasuredTables() {}

    private static Map<String, DerivedTable> tables() {
        Map<String, DerivedTable> tables = new TreeMap<>();
        CanonicalTables.all()
                .forEach(table -> tables.put(
                        table.name(),
                        new DerivedTable(table.name(), table.comment(), definition(table), List.of(table.name()))));
        DerivedShapes.all(definition(CanonicalTables.get("event")), definition(CanonicalTables.get("enrolment")))
                .forEach(table -> tables.put(table.name(), table));
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
        return find(table).map(DerivedTable::columns);
    }

    /**
     * A table with its comment and what it is made from; a canonical one is made from itself.
     *
     * @param table name of the table
     * @return the table, or empty for one that does not exist
     */
    public static Optional<DerivedTable> find(String table) {
        return Optional.ofNullable(TABLES.get(table));
    }

    /**
     * The canonical table whose people a table is about.
     *
     * @param table name of the table
     * @return the first that it is made from; its own name where it comes from the engine itself or does not exist
     */
    public static String people(String table) {
        return find(table).stream()
                .flatMap(found -> found.madeOf().stream())
                .findFirst()
                .orElse(table);
    }

    /**
     * The population that an indicator is about: indicators over tables derived from one another are about the same
     * people. Records are nobody: those of a derived table are a population of their own, never counted among people.
     *
     * @param indicator the indicator
     * @return name of the canonical table that its rows come from, or of the table of records
     */
    public static String population(Indicator indicator) {
        return indicator.contributor() == ContributorKind.RECORD ? indicator.over() : people(indicator.over());
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
