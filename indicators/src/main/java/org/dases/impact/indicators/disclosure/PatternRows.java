// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.rules.Rules;

/** The rows of all series of a population: what its pattern leaves of them, less what {@link Nesting} takes. */
final class PatternRows {
    private final Pattern pattern;
    private final Map<String, SeriesRows> rows = new LinkedHashMap<>();

    PatternRows(Pattern pattern, Places places, Rules thresholds) {
        this.pattern = pattern;
        pattern.population()
                .series()
                .forEach(series -> rows.put(series.indicatorId(), new SeriesRows(pattern, series, places, thresholds)));
    }

    /** Which cells are withheld for all series. */
    Pattern pattern() {
        return pattern;
    }

    /** The rows of each series. */
    Collection<SeriesRows> all() {
        return rows.values();
    }

    /** The rows of a series. */
    SeriesRows of(Series series) {
        return Objects.requireNonNull(rows.get(series.indicatorId()));
    }

    /** Whether a series has a number for a cell that must not be printed, not even as a band. */
    boolean isWithheld(int cell, Series series) {
        RatePattern rate = pattern.rates().get(series.indicatorId());
        return pattern.withheld().get(cell)
                || (rate != null && rate.isWithheld(cell))
                || isSilent(cell, series)
                || of(series).isWithheld(cell);
    }

    /**
     * Whether a series is withheld in a cell, which not all are, since it would tell what a rate does not, or did not.
     */
    boolean isSilent(int cell, Series series) {
        return of(series).silent().get(cell)
                || pattern.toldBy(cell, series).stream().anyMatch(rate -> of(rate).isWithheld(cell));
    }

    /** Whether a series' row for a cell keeps to itself of how many learners it is. */
    boolean isUnnumbered(int cell, Series series) {
        return of(series).unnumbered().get(cell);
    }

    /** Withholds what would tell what a rate does not, by what that one has lost until now. True if there is any. */
    boolean fallSilent() {
        boolean isNew = false;
        for (SeriesRows own : all()) {
            int[] found = own.rows().stream()
                    .filter(cell -> !own.isWithheld(cell) && isSilent(cell, own.series()))
                    .toArray();
            for (int cell : found) {
                own.silence(cell);
            }
            isNew |= found.length > 0;
        }
        return isNew;
    }
}
