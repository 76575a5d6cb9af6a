// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.jspecify.annotations.Nullable;

/**
 * Means, sums and ratios that tell the numerators of rates: a mean of 0 and 100, the sum of those who failed, promoters
 * less detractors. Where such a rate is a band, or withheld, they would tell what it does not. Where all their rates
 * are exact they tell nothing new, and so do their intervals.
 *
 * <p>Seen from the figures, within each table: they are those of a rate, of its other side or of the difference of two
 * rates, as numbers or in percent, in at least half of the cohorts where these are not nobody.
 */
final class RetoldRates {
    private static final Set<Form> FORMS = EnumSet.of(Form.MEAN, Form.SUM, Form.RATIO);
    /** What each record counts for in figures that say how many, and in percent. */
    private static final double[] UNITS = {1, 100};

    private static final double ROUNDING = 1e-6;

    private final Population population;
    private final Map<String, RatePattern> rates;

    /**
     * A search.
     *
     * @param rates what became of each rate, by indicator id
     */
    RetoldRates(Population population, Map<String, RatePattern> rates) {
        this.population = population;
        this.rates = rates;
    }

    /** Cells in which a series would tell what a rate does not. */
    BitSet cellsOf(Series series) {
        BitSet cells = new BitSet();
        if (FORMS.contains(series.form())) {
            population.members().stream()
                    .filter(member -> member.has(series))
                    .forEach(member -> toldBy(member, series).forEach(rate -> add(member, rate, cells)));
        }
        return cells;
    }

    private void add(Member member, Series rate, BitSet cells) {
        BitSet told = Objects.requireNonNull(rates.get(rate.indicatorId())).told();
        for (int cell = member.firstCell(); cell < member.firstCell() + member.cohorts(); cell++) {
            if (!told.get(cell)) {
                cells.set(cell);
            }
        }
    }

    private static Set<Series> toldBy(Member member, Series series) {
        Set<Series> told = new LinkedHashSet<>();
        List<Series> all = member.series().stream()
                .filter(each -> each.form() == Form.RATE)
                .toList();
        for (Series rate : all) {
            if (isTold(member, series, rate, rate, (above, same, records) -> above)
                    || isTold(member, series, rate, rate, (above, same, records) -> records - above)) {
                told.add(rate);
            }
            for (Series other : all) {
                if (!other.isSameIndicator(rate)
                        && isTold(member, series, rate, other, (above, less, records) -> above - less)) {
                    told.add(rate);
                    told.add(other);
                }
            }
        }
        return told;
    }

    /** What two rates tell together, whose numerators and records are given. */
    private interface Joined {
        double of(double above, double other, double records);
    }

    private static boolean isTold(Member member, Series series, Series one, Series other, Joined joined) {
        for (double unit : UNITS) {
            int cohorts = 0;
            int equal = 0;
            for (int c = 0; c < member.cohorts(); c++) {
                Tally rate = member.tally(c, one);
                double number = unit * joined.of(above(rate), above(member.tally(c, other)), records(rate));
                double difference = Math.abs(figure(member.tally(c, series)) - number);
                cohorts += number == 0 ? 0 : 1;
                equal += number != 0 && difference <= ROUNDING * Math.abs(number) ? 1 : 0;
            }
            if (equal > 0 && 2 * equal >= cohorts) {
                return true;
            }
        }
        return false;
    }

    /** What is above the line, or the figure itself where there is no line; 0 where there is none. */
    private static double figure(@Nullable Tally tally) {
        return tally == null || tally.numerator() != null ? above(tally) : orNothing(tally.value());
    }

    private static double above(@Nullable Tally tally) {
        return tally == null ? 0 : orNothing(tally.numerator());
    }

    private static double records(@Nullable Tally tally) {
        return tally == null ? 0 : orNothing(tally.denominator());
    }

    private static double orNothing(@Nullable Double figure) {
        return figure == null ? 0 : figure;
    }
}
