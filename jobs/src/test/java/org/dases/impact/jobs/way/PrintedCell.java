// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.dases.impact.notebooks.Figure;
import org.dases.impact.notebooks.Figures;
import org.dases.impact.notebooks.PublishedLake;

/**
 * A row as an attacker sees it.
 *
 * @param table name of the table
 * @param indicator what is measured
 * @param at a path of {@code column=code} for the period and for each dimension; empty: the total
 * @param numbers the whole numbers it shows, by column
 * @param withheld whether it shows none
 */
record PrintedCell(String table, String indicator, List<List<String>> at, Map<String, Long> numbers, boolean withheld) {
    private static final List<String> NUMBERS = List.of("value", "numerator", "denominator", "n_learners");

    /** All tables of the newest release. */
    static List<PrintedCell> all(PublishedLake lake) {
        return lake.latest().tableIds().stream()
                .flatMap(table -> of(lake.table(table)).stream())
                .toList();
    }

    /** All tables of the newest release; what is reprinted from an earlier one tells nothing of this one. */
    static List<PrintedCell> fresh(PublishedLake lake) {
        return lake.latest().tableIds().stream()
                .flatMap(table ->
                        of(
                                lake.table(table),
                                row -> row.isWithheld()
                                        || !row.text("frozen_since").isEmpty())
                                .stream())
                .toList();
    }

    private static List<PrintedCell> of(Figures figures) {
        return of(figures, Figure::isWithheld);
    }

    private static List<PrintedCell> of(Figures figures, Predicate<Figure> withheld) {
        return cells(
                figures.tableId(),
                figures.rows(),
                figures.levels(),
                (row, column) -> row.text(column),
                (row, column) -> row.number(column).orElse(Double.NaN),
                withheld);
    }

    /** Cells before the gate, from which those of fewer than k are withheld and nothing else. */
    static List<PrintedCell> thresholdOnly(String table, List<Row> rows, List<String> levels, long k) {
        return cells(
                table,
                rows,
                levels,
                (row, column) -> row.isNullAt(row.fieldIndex(column))
                        ? ""
                        : row.get(row.fieldIndex(column)).toString(),
                (row, column) -> row.isNullAt(row.fieldIndex(column))
                        ? Double.NaN
                        : row.<Number>getAs(column).doubleValue(),
                row -> row.<Long>getAs("n_learners") < k);
    }

    private static <R> List<PrintedCell> cells(
            String table,
            List<R> rows,
            List<String> levels,
            BiFunction<R, String, String> text,
            BiFunction<R, String, Double> number,
            Predicate<R> withheld) {
        List<List<String>> dimensions = dimensions(rows, levels, text);
        List<PrintedCell> cells = new ArrayList<>();
        for (R row : rows) {
            List<List<String>> at = new ArrayList<>();
            at.add(period(column -> text.apply(row, column)));
            dimensions.forEach(dimension -> at.add(dimension.stream()
                    .filter(column -> !text.apply(row, column).equals("_T"))
                    .map(column -> column + "=" + text.apply(row, column))
                    .toList()));
            Map<String, Long> numbers = new HashMap<>();
            if (!withheld.test(row)) {
                for (String column : NUMBERS) {
                    double shown = number.apply(row, column);
                    if (shown == Math.rint(shown)) {
                        numbers.put(column, (long) shown);
                    }
                }
            }
            cells.add(new PrintedCell(table, text.apply(row, "indicator_id"), at, numbers, withheld.test(row)));
        }
        return cells;
    }

    /** A level is finer than the one before it when no row has its code below a total of that one. */
    private static <R> List<List<String>> dimensions(
            List<R> rows, List<String> levels, BiFunction<R, String, String> text) {
        List<List<String>> dimensions = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            String level = levels.get(i);
            String before = i == 0 ? "" : levels.get(i - 1);
            boolean apart = i == 0
                    || rows.stream()
                            .anyMatch(row -> text.apply(row, before).equals("_T")
                                    && !text.apply(row, level).equals("_T"));
            if (apart) {
                dimensions.add(new ArrayList<>());
            }
            dimensions.get(dimensions.size() - 1).add(level);
        }
        return dimensions;
    }

    private static List<String> period(Function<String, String> text) {
        String year = "year=" + text.apply("school_year");
        return switch (text.apply("period_kind")) {
            case "all" -> List.of();
            case "year" -> List.of(year);
            default -> List.of(year, text.apply("period_kind") + "=" + text.apply("period_start"));
        };
    }

    /** The cohort, the same in all tables. */
    String cohort() {
        return String.join(" ", at.stream().flatMap(List::stream).sorted().toList());
    }

    /** What the cell is a part of along an axis; the same text for all its parts. */
    Stream<List<List<String>>> wholes() {
        List<List<List<String>>> wholes = new ArrayList<>();
        for (int axis = 0; axis < at.size(); axis++) {
            List<String> path = at.get(axis);
            if (!path.isEmpty()) {
                List<List<String>> whole = new ArrayList<>(at);
                whole.set(axis, path.subList(0, path.size() - 1));
                wholes.add(whole);
            }
        }
        return wholes.stream();
    }
}
