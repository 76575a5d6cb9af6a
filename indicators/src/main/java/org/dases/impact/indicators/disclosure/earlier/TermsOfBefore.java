// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;

/**
 * What goes on to hold of earlier releases, though less may be asked by now: a larger k, zeros and cells that were
 * secret.
 *
 * @param guard what readers have
 * @param rules what is asked by now
 */
public record TermsOfBefore(Guard guard, PrimaryRules rules) {
    /**
     * The table with all cohorts that were secret once, or told of fewer than k as it is now: one that is not listed
     * would be known to be a zero. What a larger k has protected stays so: it is the least that holds for its series.
     * So do zeros that were secret.
     *
     * @param table a table as it was submitted
     * @return with cohorts and terms of before
     */
    public CellTable complete(CellTable table) {
        Set<List<Node>> listed = new HashSet<>();
        table.cohorts().forEach(cohort -> listed.add(cohort.at()));
        List<Cohort> cohorts = new ArrayList<>(table.cohorts());
        List<Series> held = held(table);
        int k = held.stream().mapToInt(rules::threshold).max().orElse(0);
        for (int r = 0; r < guard.earlier().size(); r++) {
            for (Ledger.Entry entry : guard.entries(r, table.id()).values()) {
                boolean isSecret = entry.figures().values().stream().anyMatch(figure -> isSecretIfEmpty(figure, k));
                if (isSecret && entry.at().size() == table.axes().size() && listed.add(entry.at())) {
                    cohorts.add(new Cohort(entry.at(), Map.of()));
                }
            }
        }
        return new CellTable(table.id(), table.axes(), held, cohorts);
    }

    /** Where no learners are counted, schools are. */
    private boolean isSecretIfEmpty(Ledger.Figure figure, int k) {
        long learners = figure.counts().map(Ledger.Counts::learners).orElse(0L);
        long schools = figure.counts().map(Ledger.Counts::schools).orElse(0L);
        return figure.reach() != Ledger.Reach.READERS
                || (learners > 0 ? learners < k : schools > 0 && schools < rules.leastSchools());
    }

    /** The indicators of a table on the terms that hold for them. */
    List<Series> held(CellTable table) {
        return table.series().stream()
                .map(series -> onTermsOfBefore(table, series))
                .toList();
    }

    /**
     * What goes on to hold for a table although less is asked by now.
     *
     * @param asked the table as it was submitted
     * @return its indicators that go on with more; empty if none does
     */
    public List<KeptTerms> kept(CellTable asked) {
        List<KeptTerms> kept = new ArrayList<>();
        for (Series series : asked.series()) {
            Series held = onTermsOfBefore(asked, series);
            if (!held.equals(series)) {
                boolean isMore = held.minimumContributors() > series.minimumContributors();
                kept.add(new KeptTerms(
                        asked.id(),
                        series.indicatorId(),
                        isMore ? OptionalInt.of(rules.threshold(held)) : OptionalInt.empty(),
                        held.sensitive() != series.sensitive()));
            }
        }
        return kept;
    }

    /**
     * The indicators of a table, with what held over all releases.
     *
     * @param table the table
     * @return one for each of its series
     */
    public List<Held> overAll(CellTable table) {
        return table.series().stream()
                .map(series -> new Held(
                        series,
                        terms(table, series)
                                .mapToInt(Ledger.Terms::threshold)
                                .filter(then -> then > 0)
                                .reduce(rules.threshold(series), Math::min),
                        rules.threshold(onTermsOfBefore(table, series))))
                .toList();
    }

    private Series onTermsOfBefore(CellTable table, Series series) {
        Ledger.Terms terms = terms(table, series).reduce(Ledger.Terms.UNKNOWN, Ledger.Terms::and);
        return series.with(
                terms.threshold() > rules.threshold(series) ? terms.threshold() : series.minimumContributors(),
                series.sensitive() || (terms.isZeroSecret() && !rules.isSecretAsZero(series)));
    }

    /** On which terms earlier releases decided on each figure of an indicator. */
    private Stream<Ledger.Terms> terms(CellTable table, Series series) {
        return IntStream.range(0, guard.earlier().size())
                .mapToObj(r -> guard.entries(r, table.id()).values().stream())
                .flatMap(entries -> entries)
                .map(entry -> entry.figures().get(series.indicatorId()))
                .filter(Objects::nonNull)
                .map(Ledger.Figure::terms);
    }
}
