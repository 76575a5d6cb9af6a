// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows of {@link MeasuredRows} added up by contributor, day and finest codes, and back again. Indicators that count
 * rows share a fact; of one that counts units there is a fact for each unit.
 */
final class FactRows {
    /** Day of the facts whose rows have none. */
    static final int NO_DAY = Integer.MIN_VALUE;

    private static final int OF_ROWS = -1;

    private final List<CompiledIndicator> indicators;
    private final List<String> key = new ArrayList<>(List.of("contributor", "school", "provider", "year", "day"));

    /**
     * Facts.
     *
     * @param levels number of levels
     * @param indicators those that {@link KernelCube#isCountable}: all that they need of a row adds up
     */
    FactRows(int levels, List<CompiledIndicator> indicators) {
        this.indicators = List.copyOf(indicators);
        IntStream.range(0, levels).forEach(level -> key.add("level" + level));
    }

    /** From measured rows to facts: the key, kind and unit, then on, x, y by indicator; every fact has a day. */
    Dataset<Row> of(Dataset<Row> measured) {
        List<String> kept = new ArrayList<>(key);
        kept.set(key.indexOf("day"), "coalesce(day, " + NO_DAY + ") as day");
        kept.add(kinds() + " as each");
        List<Column> sums = new ArrayList<>();
        for (int i = 0; i < indicators.size(); i++) {
            kept.addAll(List.of("on" + i, "x" + i, "y" + i));
            String isOn = "on" + i + " and kind = " + kind(i);
            sums.add(expr("bool_or(" + isOn + ")").as("on" + i));
            sums.add(sum(isOn, "x" + i));
            sums.add(sum(isOn, "y" + i));
        }
        return measured.selectExpr(kept.toArray(String[]::new))
                .withColumn("kind", expr("each.kind"))
                .withColumn("unit", expr("each.unit"))
                .groupBy(Stream.concat(key.stream(), Stream.of("kind", "unit"))
                        .map(name -> col(name))
                        .toArray(Column[]::new))
                .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new));
    }

    /** A sum that does not fit is marked as such, and so is one with a number in it that does not. */
    private static Column sum(String isOn, String number) {
        String added = "if(" + isOn + ", " + number + ", 0L)";
        String large = "cast('" + CompiledIndicator.TOO_LARGE + "' as bigint)";
        return expr("if(min(" + added + ") = " + large + ", " + large + ", coalesce(try_sum(" + added + "), " + large
                        + "))")
                .as(number);
    }

    /** The facts that a row is part of: one for all indicators of rows, and one for each unit. */
    private String kinds() {
        boolean units = IntStream.range(0, indicators.size()).anyMatch(i -> kind(i) != OF_ROWS);
        String rows = "named_struct('kind', " + OF_ROWS + ", 'unit', cast(null as string))";
        if (!units) {
            return rows;
        }
        List<String> kinds = new ArrayList<>();
        String ofRows = IntStream.range(0, indicators.size())
                .filter(i -> kind(i) == OF_ROWS)
                .mapToObj(i -> "on" + i)
                .collect(Collectors.joining(" or "));
        if (!ofRows.isEmpty()) {
            kinds.add("if(" + ofRows + ", " + rows + ", null)");
        }
        for (int i = 0; i < indicators.size(); i++) {
            if (kind(i) != OF_ROWS) {
                kinds.add("if(on" + i + ", named_struct('kind', " + i + ", 'unit', unit" + i + "), null)");
            }
        }
        return "explode(array_compact(array(" + String.join(", ", kinds) + ")))";
    }

    private int kind(int indicator) {
        return indicators.get(indicator).counting() == Counting.ROWS ? OF_ROWS : indicator;
    }

    /** From facts to rows in the form of measured ones. */
    Dataset<Row> measured(Dataset<Row> facts) {
        List<String> columns = new ArrayList<>(key);
        columns.set(key.indexOf("day"), "nullif(day, " + NO_DAY + ") as day");
        for (int i = 0; i < indicators.size(); i++) {
            boolean isOfRows = kind(i) == OF_ROWS;
            columns.addAll(List.of("on" + i, "x" + i, "y" + i));
            columns.add((isOfRows ? "cast(null as string)" : "if(kind = " + i + ", unit, null)") + " as unit" + i);
        }
        return facts.selectExpr(columns.toArray(String[]::new));
    }
}
