// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.dases.impact.indicators.TestSpark;
import org.dases.impact.indicators.catalogue.Catalogue;
import org.dases.impact.indicators.cohort.CubeSettings;
import org.dases.impact.indicators.definition.Dimension;
import org.dases.impact.indicators.definition.Indicator;
import org.dases.impact.indicators.definition.PeriodKind;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.indicators.definition.Text;
import org.jspecify.annotations.Nullable;

/** Small canonical tables, written as the columns that matter, and the cells of built-in indicators over them. */
final class CubeFixture {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final CubeSettings SETTINGS = new CubeSettings(Duration.ofMinutes(30), PARIS, MonthDay.of(9, 1));
    static final Catalogue CATALOGUE = Catalogue.builtIn();

    private final Map<String, Dataset<Row>> tables = new HashMap<>();

    /**
     * Adds a table.
     *
     * @param name canonical table
     * @param columns the columns that are given, separated by blanks; all others are null
     * @param rows their values; timestamps as ISO-8601 instants, dates as ISO-8601 dates, all others as they are
     */
    @SafeVarargs
    final CubeFixture with(String name, String columns, List<@Nullable Object>... rows) {
        StructType type = IndicatorChecks.columns(name);
        List<String> given = Arrays.asList(columns.split(" ", -1));
        List<Row> filled = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            filled.add(RowFactory.create(Arrays.stream(type.fields())
                    .map(field -> value(field, given, row))
                    .toArray()));
        }
        tables.put(name, TestSpark.session().createDataFrame(filled, type));
        return this;
    }

    /**
     * Adds events in October 2025, Paris time: learner, school, then what else {@code columns} names, then the instant.
     */
    @SafeVarargs
    @SuppressWarnings("unchecked") // an array of lists
    final CubeFixture withEvents(String columns, List<@Nullable Object>... rows) {
        List<List<@Nullable Object>> all = new ArrayList<>();
        int number = 0;
        for (List<@Nullable Object> row : rows) {
            List<@Nullable Object> values = new ArrayList<>(row);
            Instant at = Instant.parse(String.valueOf(row.get(row.size() - 1)));
            LocalDate day = at.atZone(PARIS).toLocalDate();
            int first = day.getMonthValue() >= 9 ? day.getYear() : day.getYear() - 1;
            values.addAll(List.of("e" + number++, day.toString(), first + "-" + (first + 1), "P1"));
            all.add(values);
        }
        return with(
                "event",
                "learner_pid uai " + columns + " ts event_id local_date school_year provider_id",
                all.toArray(List[]::new));
    }

    CanonicalData data() {
        return new CanonicalData(tables);
    }

    /** Cells of built-in indicators, all years in one. */
    Map<String, Row> cells(List<String> indicators, String... dimensions) {
        return cells(List.of(PeriodKind.ALL), indicators, dimensions);
    }

    /** Cells by "indicator [period kind, unless all] [period start] codes…". */
    Map<String, Row> cells(List<PeriodKind> periods, List<String> indicators, String... dimensions) {
        PublishedTable table = table(periods, indicators, dimensions);
        Map<String, Row> cells = new TreeMap<>();
        for (Row cell : new CohortCubes(TestSpark.session())
                .compute(table, data(), SETTINGS)
                .collectAsList()) {
            List<String> key = new ArrayList<>(List.of(cell.<String>getAs("indicator_id")));
            String kind = cell.getAs("period_kind");
            if (!kind.equals("all")) {
                key.add(kind);
                key.add(cell.<Date>getAs("period_start").toString());
            }
            table.dimensions()
                    .forEach(dimension ->
                            dimension.levels().forEach(level -> key.add(cell.<String>getAs(level.column()))));
            cells.put(String.join(" ", key), cell);
        }
        return cells;
    }

    static PublishedTable table(List<PeriodKind> periods, List<String> indicators, String... dimensions) {
        List<Indicator> resolved = indicators.stream()
                .map(id -> CATALOGUE.indicator(id).orElseThrow())
                .toList();
        List<Dimension> breakdowns = Arrays.stream(dimensions)
                .map(id -> CATALOGUE.dimension(id).orElseThrow())
                .toList();
        return new PublishedTable(
                "t", new Text("t", "t"), resolved, breakdowns, periods, OptionalInt.empty(), new Text("a", "a"));
    }

    /** A number of a cell that is there. */
    static double number(@Nullable Row cell, String column) {
        return Objects.requireNonNull(cell).<Double>getAs(column);
    }

    /** Some columns of a cell, as text. */
    static String show(@Nullable Row cell, String columns) {
        if (cell == null) {
            return "no cell";
        }
        List<String> values = new ArrayList<>();
        for (String column : Arrays.asList(columns.split(" ", -1))) {
            values.add(String.valueOf(cell.<Object>getAs(column)));
        }
        return String.join(" ", values);
    }

    static List<@Nullable Object> row(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    private static @Nullable Object value(StructField field, List<String> given, List<@Nullable Object> row) {
        int at = given.indexOf(field.name());
        Object value = at < 0 ? null : row.get(at);
        if (value == null) {
            return null;
        }
        return switch (field.dataType().typeName()) {
            case "timestamp" -> Timestamp.from(Instant.parse((String) value));
            case "date" -> Date.valueOf((String) value);
            default -> value;
        };
    }
}
