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
 * @param rule how rows make units
 * @param on whether the row contributes
 * @param x numerator of the row, BIGINT
 * @param y denominator of the row, BIGINT
 * @param unit key of the unit that the row belongs to, STRING
 */
record CompiledIndicator(
        Indicator indicator, Form form, Counting counting, UnitRule rule, String on, String x, String y, String unit) {
    /** Sums are kept in millionths as whole numbers: adding them is exact and does not depend on the order. */
    static final long MILLION = 1_000_000;
    /** Stands for a number of which the millionths do not fit 64 bits; it is refused, not left out. */
    static final long TOO_LARGE = Long.MIN_VALUE;

    private static final String NO_UNIT = "cast(null as string)";

    /** How the sums of a cell become its value. */
    enum Form {
        COUNT,
        SUM,
        RATE,
        MEAN,
        QUANTILE,
        RATIO
    }

    /** Whether squares are needed for the interval, which is one over persons. */
    boolean squares() {
        return (form == Form.MEAN && counting == Counting.OWN_UNITS)
                || (form == Form.RATE
                        && counting != Counting.SHARED_UNITS
                        && indicator.contributor() == ContributorKind.LEARNER)
                || (form == Form.RATIO && indicator.contributor() == ContributorKind.LEARNER);
    }

    /** Which percentile of the units' values is asked for; 0 where none is. */
    double percentile() {
        return indicator.measure() instanceof Measure.Quantile quantile ? quantile.at() : 0;
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
            return rows(indicator, Form.COUNT, List.of(where), "1L", "0L");
        } else if (measure instanceof Measure.Distinct distinct) {
            return new Units(distinct.columns(), List.of(), 1, contributor)
                    .of(indicator, Form.COUNT, List.of(where), "1L");
        } else if (measure instanceof Measure.Sum sum) {
            String x = millionths(sum.of());
            return rows(indicator, Form.SUM, List.of(where, x + " is not null"), x, "0L");
        } else if (measure instanceof Measure.Rate rate) {
            return rate(indicator, rate, where, contributor);
        } else if (measure instanceof Measure.Mean mean) {
            String x = millionths(mean.of());
            return new Units(mean.per(), mean.distinct(), 1, contributor)
                    .of(indicator, Form.MEAN, List.of(where, x + " is not null"), x);
        } else if (measure instanceof Measure.Quantile quantile) {
            String x = millionths(quantile.of());
            return new Units(quantile.per(), quantile.distinct(), 1, contributor)
                    .of(indicator, Form.QUANTILE, List.of(where, x + " is not null"), x);
        } else if (measure instanceof Measure.RatioOfSums ratio) {
            String x = millionths(ratio.numerator());
            String y = millionths(ratio.denominator());
            return rows(indicator, Form.RATIO, List.of(where, x + " is not null", y + " is not null"), x, y);
        }
        throw new IllegalArgumentException("indicator '" + indicator.id() + "' is not computed from rows: " + measure);
    }

    private static CompiledIndicator rows(Indicator indicator, Form form, List<String> conditions, String x, String y) {
        return new CompiledIndicator(
                indicator, form, Counting.ROWS, UnitRule.plain(indicator.id()), and(conditions), x, y, NO_UNIT);
    }

    private static CompiledIndicator rate(Indicator indicator, Measure.Rate rate, String where, String contributor) {
        List<String> conditions = List.of(where, holds(rate.denominator()));
        List<String> distinct = rate.repeats().map(Measure.Repeats::distinct).orElse(List.of());
        List<String> held = new ArrayList<>(List.of(holds(rate.numerator())));
        distinct.forEach(column -> held.add(column + " is not null"));
        String x = "if(" + and(held) + ", 1L, 0L)";
        return rate.per().isEmpty()
                ? rows(indicator, Form.RATE, conditions, x, "1L")
                : new Units(
                                rate.per(),
                                distinct,
                                rate.repeats().map(Measure.Repeats::atLeast).orElse(1),
                                contributor)
                        .of(indicator, Form.RATE, conditions, x);
    }

    /**
     * Units of an indicator.
     *
     * @param per columns that tell one from another
     * @param distinct columns that tell a unit's parts from one another; empty when it has none
     * @param atLeast how many parts put a unit into the numerator
     * @param contributor column of the contributor
     */
    private record Units(List<String> per, List<String> distinct, int atLeast, String contributor) {
        CompiledIndicator of(Indicator indicator, Form form, List<String> conditions, String x) {
            List<String> all = new ArrayList<>(conditions);
            per.forEach(column -> all.add(column + " is not null"));
            boolean isParted = !distinct.isEmpty();
            List<String> others =
                    per.stream().filter(column -> !column.equals(contributor)).toList();
            String key = isParted
                    ? "concat(" + key(others) + ", " + UnitRule.SEPARATOR_SQL + ", " + key(distinct) + ")"
                    : key(others);
            Counting own = form == Form.QUANTILE ? Counting.OWN_VALUES : Counting.OWN_UNITS;
            Counting counting = per.contains(contributor) ? own : Counting.SHARED_UNITS;
            return new CompiledIndicator(
                    indicator,
                    form,
                    counting,
                    new UnitRule(indicator.id(), isParted, atLeast, form == Form.RATE),
                    and(all),
                    x,
                    "0L",
                    key);
        }

        private static String key(List<String> columns) {
            return columns.isEmpty()
                    ? "''"
                    : columns.stream()
                            .map(column -> "coalesce(cast(" + column + " as string), '')")
                            .collect(Collectors.joining(", ", "concat_ws('\\u0001', ", ")"));
        }
    }

    private static String holds(String condition) {
        return "coalesce((" + condition + "), false)";
    }

    private static String and(List<String> conditions) {
        return String.join(" and ", conditions);
    }

    private static String millionths(String number) {
        String real = "cast((" + number + ") as double)";
        return "coalesce(try_cast(" + rounded("(" + real + " * " + MILLION + ")") + " as bigint), if(abs(" + real
                + ") < double('Infinity'), cast('" + TOO_LARGE + "' as bigint), null))";
    }

    /**
     * A double to the nearest whole one, halves away from zero, as {@code round} has it, which goes through decimal
     * texts: rint alone goes to the even one, and what is left of a half is exact in binary.
     */
    private static String rounded(String real) {
        String nearest = "rint(" + real + ")";
        return "if(abs(" + real + " - " + nearest + ") = 0.5D and abs(" + nearest + ") < abs(" + real + "), " + nearest
                + " + signum(" + real + "), " + nearest + ")";
    }
}
