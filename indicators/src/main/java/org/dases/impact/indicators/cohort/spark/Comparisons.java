// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dases.impact.indicators.definition.Dimension;
import org.dases.impact.indicators.definition.Indicator;
import org.dases.impact.indicators.definition.Level;
import org.dases.impact.indicators.definition.Measure;
import org.dases.impact.indicators.definition.PublishedTable;

/**
 * Indicators that compare two cells of another indicator: their difference, quotient or effect size. The result stands
 * where the compared dimension is at its total. Its contributors are those of the side with fewer, so that a threshold
 * holds for both sides; a comparison of which one side does not exist is not a cell.
 */
final class Comparisons {
    private final PublishedTable table;
    private final List<String> cell;

    Comparisons(PublishedTable table, List<String> cell) {
        this.table = table;
        this.cell = List.copyOf(cell);
    }

    /** The cells, with those of the comparisons that the table asks for. */
    Dataset<Row> addTo(Dataset<Row> cells) {
        Dataset<Row> all = cells;
        for (Indicator indicator : table.indicators()) {
            if (indicator.measure() instanceof Measure.Comparison comparison) {
                all = add(all, indicator, comparison);
            }
        }
        return all;
    }

    private Dataset<Row> add(Dataset<Row> cells, Indicator indicator, Measure.Comparison comparison) {
        Dimension dimension = dimension(comparison.level());
        List<String> axis = dimension.levels().stream().map(Level::column).toList();
        String code = "`" + comparison.level() + "`";
        Column side = expr("explode(if(indicator_id = '" + comparison.indicator() + "' and " + code + " in ('"
                + comparison.advantaged() + "', '" + comparison.disadvantaged() + "')"
                + finerAreTotals(axis, comparison.level())
                + ", array('', if(" + code + " = '" + comparison.advantaged() + "', 'A', 'D')), array('')))");
        Dataset<Row> sides = cells.withColumn("side", side);
        for (String column : axis) {
            sides = sides.withColumn(column, expr("if(side = '', `" + column + "`, '" + Dimension.TOTAL + "')"));
        }
        Column[] key = Stream.concat(cell.stream(), Stream.of("indicator_id"))
                .map(name -> col("`" + name + "`"))
                .toArray(Column[]::new);
        Column[] values = List.of(cells.columns()).stream()
                .filter(name -> !cell.contains(name) && !name.equals("indicator_id"))
                .map(name -> col("`" + name + "`"))
                .toArray(Column[]::new);
        Dataset<Row> pairs = sides.withColumn(
                        "indicator_id", expr("if(side = '', indicator_id, '" + indicator.id() + "')"))
                .withColumn("v", org.apache.spark.sql.functions.struct(values))
                .groupBy(key)
                .agg(
                        expr("max(if(side in ('', 'A'), v, null))").as("a"),
                        expr("max(if(side = 'D', v, null))").as("d"),
                        expr("max(side)").as("side"))
                .where("side = '' or (a is not null and d is not null)");
        return pairs.select(columns(cells, indicator).toArray(Column[]::new));
    }

    private List<Column> columns(Dataset<Row> cells, Indicator indicator) {
        String unit = indicator.unit().name().toLowerCase(Locale.ROOT);
        Between between = Between.of(indicator.measure());
        List<Column> columns = new ArrayList<>();
        for (String name : cells.columns()) {
            String of = switch (name) {
                case "unit" -> "'" + unit + "'";
                case "value" -> between.value();
                case "n_learners", "top_school", "top_provider" ->
                    "if(a.n_learners <= d.n_learners, a." + name + ", d." + name + ")";
                case "n_schools", "n_providers" -> "least(a." + name + ", d." + name + ")";
                case "ci_low" -> between.low();
                case "ci_high" -> between.high();
                default -> "null";
            };
            columns.add(
                    cell.contains(name) || name.equals("indicator_id")
                            ? col("`" + name + "`")
                            : expr("if(side = '', a." + name + ", " + of + ")").as(name));
        }
        return columns;
    }

    private static String finerAreTotals(List<String> axis, String level) {
        StringBuilder condition = new StringBuilder();
        axis.subList(axis.indexOf(level) + 1, axis.size())
                .forEach(finer -> condition
                        .append(" and `")
                        .append(finer)
                        .append("` = '")
                        .append(Dimension.TOTAL)
                        .append("'"));
        return condition.toString();
    }

    private Dimension dimension(String level) {
        return table.dimensions().stream()
                .filter(dimension -> dimension.levels().stream()
                        .anyMatch(candidate -> candidate.column().equals(level)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("table '" + table.id() + "' has no level '" + level
                        + "', which is compared: add the dimension that holds it"));
    }
}
