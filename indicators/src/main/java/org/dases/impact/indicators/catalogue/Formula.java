// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.catalogue;

import java.util.List;
import java.util.Locale;
import org.dases.impact.indicators.definition.Indicator;
import org.dases.impact.indicators.definition.Measure;

/** The formula of an indicator as one line, and what it counts. */
final class Formula {
    private Formula() {}

    /** The measure as one line of words and expressions. */
    static String of(Measure measure) {
        if (measure instanceof Measure.Distinct distinct) {
            return "number of distinct " + product(distinct.columns());
        } else if (measure instanceof Measure.Rows) {
            return "number of rows";
        } else if (measure instanceof Measure.Sum sum) {
            return "Σ " + in(sum.of());
        } else if (measure instanceof Measure.Rate rate) {
            return rate(rate);
        } else if (measure instanceof Measure.Mean mean) {
            return sum(mean.of(), mean.distinct()) + " / number of distinct " + product(mean.per());
        } else if (measure instanceof Measure.Quantile quantile) {
            return String.format(Locale.ROOT, "percentile %s of ", percent(quantile.at()))
                    + sum(quantile.of(), quantile.distinct()) + " per " + product(quantile.per());
        } else if (measure instanceof Measure.RatioOfSums ratio) {
            return "Σ " + in(ratio.numerator()) + " / Σ " + in(ratio.denominator());
        } else if (measure instanceof Measure.Gap gap) {
            return at(gap, gap.advantaged()) + " − " + at(gap, gap.disadvantaged());
        } else if (measure instanceof Measure.Parity parity) {
            return at(parity, parity.disadvantaged()) + " / " + at(parity, parity.advantaged());
        } else if (measure instanceof Measure.EffectSize effect) {
            return "(logit " + at(effect, effect.advantaged()) + " − logit " + at(effect, effect.disadvantaged())
                    + ") / 1.65";
        } else if (measure instanceof Measure.Study study) {
            return "study: " + study.method();
        }
        return "withheld cells / all cells";
    }

    /** What one unit of the figure is. */
    static String grain(Indicator indicator) {
        Measure measure = indicator.measure();
        if (measure instanceof Measure.Distinct distinct) {
            return product(distinct.columns());
        } else if (measure instanceof Measure.Rate rate && !rate.per().isEmpty()) {
            return product(rate.per());
        } else if (measure instanceof Measure.Mean mean) {
            return product(mean.per());
        } else if (measure instanceof Measure.Quantile quantile) {
            return product(quantile.per());
        } else if (measure instanceof Measure.Study) {
            return "study";
        }
        return measure instanceof Measure.Comparison || measure instanceof Measure.WithheldShare ? "cell" : "row";
    }

    private static String rate(Measure.Rate rate) {
        String units = rate.per().isEmpty() ? "rows" : "distinct " + product(rate.per());
        String often = rate.repeats()
                .map(repeats -> " with at least " + repeats.atLeast() + " distinct " + product(repeats.distinct()))
                .orElse("");
        String all = rate.denominator().equals("true") ? "" : " where " + in(rate.denominator());
        return "number of " + units + " where " + in(rate.numerator()) + often + " / number of " + units + all;
    }

    private static String sum(String of, List<String> distinct) {
        return "Σ " + in(of) + (distinct.isEmpty() ? "" : " over distinct " + product(distinct));
    }

    private static String at(Measure.Comparison comparison, String code) {
        return comparison.indicator() + "[" + comparison.level() + " = " + code + "]";
    }

    private static String percent(double share) {
        return java.math.BigDecimal.valueOf(share)
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String product(List<String> columns) {
        return String.join(" × ", columns);
    }

    private static String in(String expression) {
        return expression.matches("[A-Za-z0-9_]+") ? expression : "(" + expression + ")";
    }
}
