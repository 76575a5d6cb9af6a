// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.definition.Indicator;
import org.dases.impact.indicators.definition.Measure;
import org.dases.impact.indicators.definition.Unit;

/**
 * An indicator as Spark SQL over its rows: the only place where a measure becomes expressions.
 *
 * @param indicator what is computed
 * @param form how the sums become a value
 * @param counting how rows are counted
 * @param on whether the row contributes
 * @param x numerator of the row, BIGINT
 * @param y denominator of the row, BIGINT
 * @param unit key of the unit that the row belongs to, STRING
 */
record CompiledIndicator(
        Indicator indicator, Form form, Counting counting, String on, String x, String y, String unit) {
    /** Sums are kept in millionths as whole numbers: adding them is exact and does not depend on the order. */
    static final long MILLION = 1_000_000;

    private static final String NO_UNIT = "cast(null as string)";

    /** How the sums of a cell become its value. */
    enum Form {
        COUNT,
        SUM,
        RATE,
        MEAN,
        RATIO
    }

    /** Whether squares are needed for the interval. */
    boolean squares() {
        return form == Form.MEAN && counting == Counting.OWN_UNITS;
    }

    /** The factor from a share to the published unit. */
    double scale() {
        return (form == Form.RATE || form == Form.RATIO) && indicator.unit() == Unit.PERCENT ? 100 : 1;
    }

    /** Name of the column that holds the contributor of a row, in a table with these columns. */
    static String contributor(ContributorKind kind, List<String> columns) {
        return switch (kind) {
            case LEARNER -> columns.contains("respondent_pid") ? "respondent_pid" : "learner_pid";
            case SCHOOL -> "uai";
            case RECORD -> "cast(null as string)";
        };
    }

    /** Compiles an indicator whose value comes from rows. */
    static CompiledIndicator of(Indicator indicator, String contributor) {
        String where = indicator.where().map(CompiledIndicator::holds).orElse("true");
        Measure measure = indicator.measure();
        if (measure instanceof Measure.Rows) {
            return new CompiledIndicator(indicator, Form.COUNT, Counting.ROWS, where, "1L", "0L", NO_UNIT);
        } else if (measure instanceof Measure.Distinct distinct) {
            return units(indicator, Form.COUNT, List.of(where), "1L", distinct.columns(), contributor);
        } else if (measure instanceof Measure.Sum sum) {
            String x = millionths(sum.of());
            String on = and(List.of(where, x + " is not null"));
            return new CompiledIndicator(indicator, Form.SUM, Counting.ROWS, on, x, "0L", NO_UNIT);
        } else if (measure instanceof Measure.Rate rate) {
            return rate(indicator, rate, where, contributor);
        } else if (measure instanceof Measure.Mean mean) {
            String x = millionths(mean.of());
            return units(indicator, Form.MEAN, List.of(where, x + " is not null"), x, mean.per(), contributor);
        } else if (measure instanceof Measure.RatioOfSums ratio) {
            String x = millionths(ratio.numerator());
            String y = millionths(ratio.denominator());
            String on = and(List.of(where, x + " is not null", y + " is not null"));
            return new CompiledIndicator(indicator, Form.RATIO, Counting.ROWS, on, x, y, NO_UNIT);
        }
        throw new IllegalArgumentException("indicator '" + indicator.id() + "' is not computed from rows: " + measure);
    }

    private static CompiledIndicator rate(Indicator indicator, Measure.Rate rate, String where, String contributor) {
        List<String> conditions = List.of(where, holds(rate.denominator()));
        String x = "if(" + holds(rate.numerator()) + ", 1L, 0L)";
        return rate.per().isEmpty()
                ? new CompiledIndicator(indicator, Form.RATE, Counting.ROWS, and(conditions), x, "1L", NO_UNIT)
                : units(indicator, Form.RATE, conditions, x, rate.per(), contributor);
    }

    private static CompiledIndicator units(
            Indicator indicator, Form form, List<String> conditions, String x, List<String> per, String contributor) {
        List<String> all = new ArrayList<>(conditions);
        per.forEach(column -> all.add(column + " is not null"));
        List<String> others =
                per.stream().filter(column -> !column.equals(contributor)).toList();
        String unit = others.isEmpty()
                ? "''"
                : others.stream()
                        .map(column -> "cast(" + column + " as string)")
                        .collect(Collectors.joining(", ", "concat_ws('\\u0001', ", ")"));
        Counting counting = per.contains(contributor) ? Counting.OWN_UNITS : Counting.SHARED_UNITS;
        return new CompiledIndicator(indicator, form, counting, and(all), x, "0L", unit);
    }

    private static String holds(String condition) {
        return "coalesce((" + condition + "), false)";
    }

    private static String and(List<String> conditions) {
        return String.join(" and ", conditions);
    }

    private static String millionths(String number) {
        return "try_cast(round(cast((" + number + ") as double) * " + MILLION + ") as bigint)";
    }
}
