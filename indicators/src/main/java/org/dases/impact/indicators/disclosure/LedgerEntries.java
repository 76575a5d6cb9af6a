// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.earlier.Ledger;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.dases.impact.indicators.disclosure.printed.ConfStatus;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;

/**
 * Writes down what is to be remembered of a release. What follows from the printed cells of a table is printed: a cell
 * is left out only where it would give another one away, and the attack looks at every cell that is left out. Between
 * tables, and where an indicator has nobody in other cells, a figure may follow though it is withheld for another
 * indicator's sake; that is looked for here. So is what a school or a provider alone behind a cell could compute of
 * cells that are withheld for all indicators.
 */
final class LedgerEntries {
    private final List<CellTable> tables;
    private final PrimaryRules rules;
    private final Collection<PatternRows> patterns;
    private final Map<String, Map<List<Node>, Map<String, ClearedRow>>> rows = new HashMap<>();
    /** Withheld cells whose figures some know, by table and indicator. */
    private final Map<List<String>, BitSet> knownToSome = new HashMap<>();

    LedgerEntries(
            List<CellTable> tables, PrimaryRules rules, Collection<PatternRows> patterns, List<ClearedTable> cleared) {
        this.tables = tables;
        this.rules = rules;
        this.patterns = patterns;
        for (ClearedTable table : cleared) {
            Map<List<Node>, Map<String, ClearedRow>> byPlace = new HashMap<>();
            for (ClearedRow row : table.rows()) {
                byPlace.computeIfAbsent(row.at(), at -> new HashMap<>())
                        .put(row.series().indicatorId(), row);
            }
            rows.put(table.id(), byPlace);
        }
        for (PatternRows each : patterns) {
            each.all().forEach(this::follow);
            each.pattern().strands().forEach(strand -> lookFromWithin(each.pattern(), strand));
        }
    }

    Ledger write() {
        List<Ledger.Table> entries = new ArrayList<>();
        for (CellTable table : tables) {
            List<Ledger.Entry> cells = new ArrayList<>();
            for (int c = 0; c < table.cohorts().size(); c++) {
                cells.add(entry(table, c));
            }
            entries.add(new Ledger.Table(table.id(), cells));
        }
        return new Ledger(entries);
    }

    private Ledger.Entry entry(CellTable table, int c) {
        Cohort cohort = table.cohorts().get(c);
        boolean primary =
                patterns.stream().anyMatch(each -> each.pattern().population().isAgainstRules(table.id(), c));
        Map<String, Ledger.Figure> figures = new LinkedHashMap<>();
        for (Series series : table.series()) {
            String id = series.indicatorId();
            Tally tally = cohort.tallies().get(id);
            Optional<ClearedRow> row = row(table.id(), cohort.at(), id);
            Optional<ClearedRow> told = row.filter(each -> each.status() == ConfStatus.F);
            boolean isTold = row.isEmpty() || told.isPresent();
            figures.put(
                    id,
                    new Ledger.Figure(
                            Optional.of(tally == null ? Ledger.Counts.NOBODY : Ledger.Counts.of(tally)),
                            isTold ? Ledger.Reach.READERS : reach(table, series, c),
                            told,
                            Optional.ofNullable(cohort.sets().get(id)),
                            OptionalLong.empty(),
                            new Ledger.Terms(rules.threshold(series), rules.isSecretAsZero(series)),
                            rules.limits(series)));
        }
        return new Ledger.Entry(cohort.at(), primary, figures);
    }

    /**
     * Whom a figure reaches that is withheld. Of one that is withheld for its own series alone, other rows may tell
     * much: the learners of a rate follow where its neighbours are bands, and insiders compute more. What holds for
     * insiders is the stricter of both, of what all know and of what nobody does. So it is with what follows from
     * another table, which is looked for as if learners added up.
     */
    private Ledger.Reach reach(CellTable table, Series series, int c) {
        if (isSilent(table, series, c)) {
            return Ledger.Reach.READERS; // how many they are is told by others, and what it was follows with its rates
        }
        boolean isKnown = knownToSome
                .getOrDefault(List.of(table.id(), series.indicatorId()), new BitSet())
                .get(c);
        return isKnown || !isWithheldForAll(table, series, c) ? Ledger.Reach.INSIDERS : Ledger.Reach.NOBODY;
    }

    /** Whether a series is withheld in a cohort for what it would tell of rates, and for nothing else. */
    private boolean isSilent(CellTable table, Series series, int c) {
        return !isWithheldForAll(table, series, c)
                && patterns.stream().anyMatch(each -> isSilent(each, table, series, c));
    }

    private static boolean isSilent(PatternRows rows, CellTable table, Series series, int c) {
        IntPredicate isOwnSecret = cell -> rows.of(series).isWithheld(cell);
        return rows.pattern().population().members().stream()
                .filter(member -> member.table().id().equals(table.id()) && member.has(series))
                .mapToInt(member -> member.firstCell() + c)
                .filter(cell -> rows.isSilent(cell, series))
                .anyMatch(isOwnSecret.negate());
    }

    private boolean isWithheldForAll(CellTable table, Series series, int c) {
        return patterns.stream()
                .map(PatternRows::pattern)
                .anyMatch(pattern -> pattern.population().members().stream()
                        .filter(member -> member.table().id().equals(table.id()) && member.has(series))
                        .anyMatch(member -> pattern.withheld().get(member.firstCell() + c)));
    }

    /** The row of a figure, withheld or not; none where there is nothing to print. */
    private Optional<ClearedRow> row(String table, List<Node> at, String indicator) {
        return Optional.ofNullable(
                rows.getOrDefault(table, Map.of()).getOrDefault(at, Map.of()).get(indicator));
    }

    /** What insiders could compute of cells that are not theirs. */
    private void lookFromWithin(Pattern pattern, Strand strand) {
        Population population = pattern.population();
        Recomputation.knownToInsiders(population, strand, pattern.withheld()).stream()
                .forEach(cell -> {
                    Member member = population.memberOf(cell);
                    member.series().forEach(series -> note(member, series, cell));
                });
    }

    /** What follows from the rows of a series, as if learners added up like records. */
    private void follow(SeriesRows series) {
        for (HeadCount count : series.counts()) {
            BitSet told = count.shown();
            series.cells().filter(series::isWithheld).forEach(told::clear);
            FollowingNumbers.of(count, Unknowns::adding, told).stream()
                    .forEach(cell -> note(series.population().memberOf(cell), series.series(), cell));
        }
    }

    private void note(Member member, Series series, int cell) {
        knownToSome
                .computeIfAbsent(List.of(member.table().id(), series.indicatorId()), key -> new BitSet())
                .set(cell - member.firstCell());
    }
}
