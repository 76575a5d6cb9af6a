// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF9;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.dases.impact.indicators.cohort.Interval;
import org.dases.impact.indicators.cohort.TableRefused;
import org.dases.impact.indicators.definition.ContributorKind;
import org.jspecify.annotations.Nullable;

/** Adds the sums of all tasks up, and makes values, contributor counts and intervals of them. */
final class CellValues {
    private static final StructType LIMITS =
            new StructType().add("low", DataTypes.DoubleType).add("high", DataTypes.DoubleType);
    private static final double MILLION = CompiledIndicator.MILLION;

    private CellValues() {}

    /**
     * The cells of one group of indicators.
     *
     * @param partials rows of {@link WalkPlan#partials}
     * @param cell names of the columns that say which cell
     * @param indicators the indicators, in the order of the walk
     * @param facts what is known of the group as a whole
     */
    static Dataset<Row> of(
            Dataset<Row> partials, List<String> cell, List<CompiledIndicator> indicators, GroupFacts facts) {
        Column[] key = Stream.concat(cell.stream(), Stream.of("indicator"))
                .map(name -> col("`" + name + "`"))
                .toArray(Column[]::new);
        Column[] finer =
                Stream.concat(Stream.of(key), Stream.of(col("of"), col("name"))).toArray(Column[]::new);
        Dataset<Row> sums = sumAll(partials.repartition(key).groupBy(finer)).where(areExact(indicators));
        Dataset<Row> cells = sums.groupBy(key)
                .agg(
                        expr("max(if(of = 'CONTRIBUTORS', struct(contributors, x, y, hits, misses, xx, xm, mm), null))")
                                .as("all"),
                        expr("count_if(of = 'SCHOOL')").as("schools"),
                        expr("coalesce(max(if(of = 'SCHOOL', contributors, null)), 0)")
                                .as("top_school"),
                        expr("count_if(of = 'PROVIDER')").as("providers"),
                        expr("coalesce(max(if(of = 'PROVIDER', contributors, null)), 0)")
                                .as("top_provider"),
                        expr("count_if(of = 'UNIT')").as("units"),
                        expr("count_if(of = 'UNIT' and x > 0)").as("units_hit"),
                        expr(percentiles(indicators)).as("percentiles"),
                        expr(ends("LEAST", indicators)).as("least"),
                        expr(ends("GREATEST", indicators)).as("greatest"));
        return ofCells(sided(cells), cell, indicators, facts);
    }

    /**
     * The cells of one group of indicators, from sums that are whole.
     *
     * @param cells rows of {@link CountedCells#dataset}, or the same by name
     * @param cell names of the columns that say which cell
     * @param indicators the indicators, in the order of their numbers
     * @param facts what is known of the group as a whole
     */
    static Dataset<Row> ofCells(
            Dataset<Row> cells, List<String> cell, List<CompiledIndicator> indicators, GroupFacts facts) {
        return select(described(cells, indicators), cell, facts);
    }

    /**
     * What holds for a whole group of indicators.
     *
     * @param kind who contributes
     * @param schools whether any school is known
     * @param providers whether the table tells providers apart
     */
    record GroupFacts(ContributorKind kind, boolean schools, boolean providers) {}

    private static Dataset<Row> sumAll(org.apache.spark.sql.RelationalGroupedDataset groups) {
        Column[] sums = WalkPlan.SUMS.stream()
                .map(name -> expr("try_sum(" + name + ")").as(name))
                .toArray(Column[]::new);
        return groups.agg(sums[0], java.util.Arrays.copyOfRange(sums, 1, sums.length));
    }

    /** Sums that did not fit are null. They are refused; no row is left out. */
    private static Column areExact(List<CompiledIndicator> indicators) {
        List<String> ids =
                indicators.stream().map(each -> each.indicator().id()).toList();
        UDF1<Integer, Boolean> refuse = indicator -> {
            throw TableRefused.overflow(ids.get(indicator));
        };
        return expr(String.join(" is not null and ", WalkPlan.SUMS) + " is not null")
                .or(udf(refuse, DataTypes.BooleanType).apply(col("indicator")));
    }

    /** Exact percentiles of the values that units have, one per indicator; null where a cell has no values. */
    private static String percentiles(List<CompiledIndicator> indicators) {
        if (indicators.stream().noneMatch(i -> i.form() == CompiledIndicator.Form.QUANTILE)) {
            return "cast(null as array<double>)";
        }
        return indicators.stream()
                .map(i -> i.percentile() + "D")
                .collect(Collectors.joining(
                        ", ",
                        "percentile(if(of = 'VALUE', cast(name as bigint), null), array(",
                        "), if(of = 'VALUE', contributors, 0L))"));
    }

    /** The least, or the greatest, values of contributors, and how many have each; nothing without quantiles. */
    private static String ends(String of, List<CompiledIndicator> indicators) {
        String pairs =
                "collect_list(if(of = '" + of + "', struct(cast(name as bigint) as x, contributors as n), null))";
        return indicators.stream().anyMatch(i -> i.form() == CompiledIndicator.Form.QUANTILE)
                ? pairs
                : "cast(array() as array<struct<x: bigint, n: bigint>>)";
    }

    /** Adds how many contributors have a value below their indicator's quantile, and how many one above it. */
    private static Dataset<Row> sided(Dataset<Row> cells) {
        String sum = "aggregate(filter(%s, p -> p.x %s percentiles[indicator]), 0L, (n, p) -> n + p.n)";
        return cells.withColumn("below", expr(String.format(Locale.ROOT, sum, "least", "<")))
                .withColumn("above", expr(String.format(Locale.ROOT, sum, "greatest", ">")))
                .drop("least", "greatest");
    }

    /** Adds what the definition says, and numerator and denominator. */
    private static Dataset<Row> described(Dataset<Row> cells, List<CompiledIndicator> indicators) {
        String own = "shared = false";
        return cells.withColumn(
                        "indicator_id", pick(indicators, i -> lit(i.indicator().id())))
                .withColumn(
                        "unit",
                        pick(indicators, i -> lit(i.indicator().unit().name().toLowerCase(Locale.ROOT))))
                .withColumn("form", pick(indicators, i -> lit(i.form().name())))
                .withColumn("scale", pick(indicators, i -> lit(i.scale())))
                .withColumn("shared", pick(indicators, i -> lit(i.counting() == Counting.SHARED_UNITS)))
                .withColumn("distinct", pick(indicators, i -> lit(i.counting() != Counting.ROWS)))
                .withColumn(
                        "numerator",
                        expr("case when form = 'COUNT' and shared then cast(units as double)"
                                + " when form = 'COUNT' and distinct then cast(all.y as double)"
                                + " when form = 'RATE' and shared then cast(units_hit as double)"
                                + " when form = 'QUANTILE' then null"
                                + " when form in ('SUM', 'MEAN', 'RATIO') then " + ofMillionths("all.x")
                                + " else cast(all.x as double) end"))
                .withColumn(
                        "denominator",
                        expr("case when form in ('COUNT', 'SUM') then null"
                                + " when form in ('RATE', 'MEAN') and shared then cast(units as double)"
                                + " when form = 'RATIO' then " + ofMillionths("all.y")
                                + " else cast(all.y as double) end"))
                .withColumn("numerator", expr("if(" + own + " or numerator is not null, numerator, null)"));
    }

    /**
     * A sum of millionths as a number, rounded once: up to 2⁵³ the sum is a double as it is, beyond that the division
     * is one of decimals, which take longer.
     */
    private static String ofMillionths(String sum) {
        return "if(" + sum + " between -9007199254740992 and 9007199254740992, cast(" + sum + " as double) / " + MILLION
                + "D, cast(" + sum + " / " + MILLION + " as double))";
    }

    private static Column pick(List<CompiledIndicator> indicators, Function<CompiledIndicator, Column> part) {
        return array(indicators.stream().map(part).toArray(Column[]::new)).getItem(col("indicator"));
    }

    private static Dataset<Row> select(Dataset<Row> cells, List<String> cell, GroupFacts facts) {
        boolean learners = facts.kind() == ContributorKind.LEARNER;
        Stream<Column> values = Stream.of(
                col("indicator_id"),
                col("unit"),
                expr("case when form in ('COUNT', 'SUM') then numerator"
                                + " when form = 'QUANTILE' then percentiles[indicator] / " + MILLION
                                + " else try_divide(numerator * scale, denominator) end")
                        .as("value"),
                col("numerator"),
                col("denominator"),
                expr(learners ? "all.contributors" : "cast(null as bigint)").as("n_learners"),
                expr(facts.schools() ? "schools" : "cast(null as bigint)").as("n_schools"),
                expr(facts.providers() ? "providers" : "cast(null as bigint)").as("n_providers"),
                expr(facts.schools() && learners ? "top_school" : "cast(null as bigint)")
                        .as("top_school"),
                expr(facts.providers() && learners ? "top_provider" : "cast(null as bigint)")
                        .as("top_provider"),
                expr(side(learners, "all.hits", "below")).as("numerator_learners"),
                expr(side(learners, "all.misses", "above")).as("complement_learners"),
                col("limits.low").as("ci_low"),
                col("limits.high").as("ci_high"));
        return cells.withColumn("limits", limits(learners))
                .select(Stream.concat(cell.stream().map(name -> col("`" + name + "`")), values)
                        .toArray(Column[]::new));
    }

    private static String side(boolean learners, String ofRate, String ofQuantile) {
        return learners
                ? "case form when 'RATE' then " + ofRate + " when 'QUANTILE' then " + ofQuantile + " end"
                : "cast(null as bigint)";
    }

    private static Column limits(boolean learners) {
        String squares = "struct(cast(all.xx as double) xx, cast(all.xm as double) xm, cast(all.mm as double) mm)";
        Column limits = interval()
                .apply(
                        col("form"),
                        col("numerator"),
                        col("denominator"),
                        expr("all.contributors"),
                        expr("all.x"),
                        expr("all.y"),
                        expr(learners ? squares : "cast(null as struct<xx: double, xm: double, mm: double>)"),
                        col("shared"),
                        col("scale"));
        return when(col("form").isin("RATE", "MEAN", "RATIO"), limits); // others have none
    }

    private static UserDefinedFunction interval() {
        UDF9<String, Double, Double, Long, Long, Long, Row, Boolean, Double, @Nullable Row> limits =
                (form, numerator, denominator, n, x, m, squares, shared, scale) -> {
                    Optional<Interval> found = Optional.empty();
                    if (form.equals("RATE")) {
                        found = squares == null || shared
                                ? Interval.wilson(numerator, denominator)
                                : Interval.clustered(
                                        n,
                                        numerator,
                                        denominator,
                                        squares.getDouble(0),
                                        squares.getDouble(1),
                                        squares.getDouble(2));
                    } else if (squares != null && (form.equals("RATIO") || (form.equals("MEAN") && !shared))) {
                        double unit = form.equals("RATIO") ? MILLION : 1;
                        found = Interval.mean(
                                n,
                                x / MILLION,
                                m / unit,
                                squares.getDouble(0) / (MILLION * MILLION),
                                squares.getDouble(1) / (MILLION * unit),
                                squares.getDouble(2) / (unit * unit));
                    }
                    return found.map(interval -> RowFactory.create(interval.low() * scale, interval.high() * scale))
                            .orElse(null);
                };
        return udf(limits, LIMITS);
    }
}
