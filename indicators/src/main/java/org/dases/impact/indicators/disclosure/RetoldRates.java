// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.earlier.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * Means, sums and ratios that tell the numerators of rates: a mean of 0 and 100, the sum of those who failed, promoters
 * less detractors. Where such a rate is a band, or withheld, they would tell what it does not. Where all their rates
 * are exact they tell nothing new, and so do their intervals.
 *
 * <p>Seen from the figures, within each table: they are those of a rate, of its other side, or of the difference or the
 * sum of two rates, as numbers or in percent, in at least half of the cohorts where these are neither nobody nor
 * everybody.
 */
final class RetoldRates {
    private static final Set<Form> FORMS = EnumSet.of(Form.MEAN, Form.SUM, Form.RATIO);
    /** What each record counts for in figures that say how many, and in percent. */
    private static final double[] UNITS = {1, 100};

    private static final double ROUNDING = 1e-6;
    private static final BitSet NONE = new BitSet();

    private final Population population;
    private final Map<Member, Map<String, Set<Series>>> rates = new HashMap<>();
    private final Map<String, BitSet> kept = new HashMap<>();

    RetoldRates(Population population) {
        this.population = population;
        for (Member member : population.members()) {
            Map<String, Set<Series>> bySeries = new HashMap<>();
            member.series().stream()
                    .filter(series -> FORMS.contains(series.form()))
                    .forEach(series -> bySeries.put(series.indicatorId(), toldBy(member, series)));
            rates.put(member, bySeries);
        }
        population.series().stream()
                .filter(series -> FORMS.contains(series.form()))
                .forEach(series -> kept.put(series.indicatorId(), kept(series)));
    }

    /** The rates that a series tells in a table; none of a series of another form. */
    Set<Series> of(Member member, Series series) {
        return Objects.requireNonNull(rates.get(member)).getOrDefault(series.indicatorId(), Set.of());
    }

    /**
     * Whether a series was withheld in a cell for what it told of rates that were there, whichever are there now. With
     * what was told of them then it would tell the others as long as it has not moved: in that cell, or in another one
     * that follows from what is told.
     */
    boolean isKept(int cell, Series series) {
        return kept.getOrDefault(series.indicatorId(), NONE).get(cell);
    }

    /** All cells in which it was withheld so, if there is any with as many learners as then. */
    private BitSet kept(Series series) {
        BitSet silent = new BitSet();
        boolean isUnmoved = false;
        for (int cell : population.cellsOf(series).stream().toArray()) {
            Member member = population.memberOf(cell);
            long now = member.learners(cell - member.firstCell(), series);
            for (Ledger.Figure then : population
                    .guard()
                    .silent(member, cell - member.firstCell(), series)
                    .toList()) {
                silent.set(cell);
                isUnmoved |= then.counts().orElseThrow().learners() == now;
            }
        }
        return isUnmoved ? silent : NONE;
    }

    private static Set<Series> toldBy(Member member, Series series) {
        Set<Series> told = new LinkedHashSet<>();
        List<Series> all = member.series().stream()
                .filter(each -> each.form() == Form.RATE)
                .toList();
        for (int r = 0; r < all.size(); r++) {
            Series rate = all.get(r);
            if (isTold(member, series, rate, rate, (above, same, records) -> above)
                    || isTold(member, series, rate, rate, (above, same, records) -> records - above)) {
                told.add(rate);
            }
            for (Series other : all.subList(r + 1, all.size())) {
                if (isTold(member, series, rate, other, (above, less, records) -> above - less)
                        || isTold(member, series, rate, other, (above, more, records) -> above + more)) {
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

    /** Cohorts in which the rates have nobody or everybody count only where there are no others. */
    private static boolean isTold(Member member, Series series, Series one, Series other, Joined joined) {
        return isTold(member, series, one, other, joined, false) || isTold(member, series, one, other, joined, true);
    }

    private static boolean isTold(
            Member member, Series series, Series one, Series other, Joined joined, boolean areExtreme) {
        for (double unit : UNITS) {
            int cohorts = 0;
            int others = 0;
            int equal = 0;
            for (int c = 0; c < member.cohorts(); c++) {
                Tally rate = member.tally(c, one);
                double records = records(rate);
                double number = Math.abs(joined.of(above(rate), above(member.tally(c, other)), records));
                double figure = Math.abs(figure(member.tally(c, series)));
                boolean isExtreme = number == 0 || number == records;
                others += isExtreme ? 0 : 1;
                if (isExtreme == areExtreme && number != 0) {
                    cohorts++;
                    equal += Math.abs(figure - unit * number) <= ROUNDING * figure ? 1 : 0;
                }
            }
            if (equal > 0 && 2 * equal >= cohorts && (!areExtreme || others == 0)) {
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
