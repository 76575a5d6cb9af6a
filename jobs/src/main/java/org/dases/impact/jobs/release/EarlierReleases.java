// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.earlier.EarlierRelease;
import org.dases.impact.indicators.disclosure.earlier.Ledger;

/**
 * Holds what was told earlier against the tables that are to be released now. A cell is the same wherever it is
 * printed, so that each table of an earlier release speaks about every table of now that has the cell: the gate is
 * given it as an earlier release of its own, of the same number and date.
 */
final class EarlierReleases {
    private final List<CellTable> tables;
    private final Map<String, LedgerPlace> places;
    private final Set<String> used;
    private final Map<String, Map<String, List<Node>>> listed = new HashMap<>();
    private final Map<String, MovedCodes> movedCodes = new HashMap<>();

    /**
     * What is to be released now.
     *
     * @param used datasets that the tables rest on; what was told of others is not told again
     */
    EarlierReleases(List<CellTable> tables, Map<String, LedgerPlace> places, Set<String> used) {
        this.tables = tables;
        this.places = places;
        this.used = used;
    }

    List<EarlierRelease> of(List<LedgerBook.Page> pages) {
        if (!pages.isEmpty()) {
            tables.forEach(this::list);
        }
        List<EarlierRelease> earlier = new ArrayList<>();
        for (LedgerBook.Page page : pages) {
            // In which order a page is read is not said, and the guard takes the last table that speaks of a cell.
            Map<String, List<Row>> byTable = new TreeMap<>();
            page.figures()
                    .forEach(row -> byTable.computeIfAbsent(row.getAs("table_id"), id -> new ArrayList<>())
                            .add(row));
            byTable.forEach((source, rows) -> {
                Map<String, Map<String, String>> then = new TreeMap<>();
                rows.forEach(row -> then.computeIfAbsent(row.getAs("place"), LedgerPlace::codes));
                IdentityHashMap<Row, Ledger.Figure> plain = new IdentityHashMap<>();
                List<Ledger.Table> entries = tables.stream()
                        .map(table -> new Ledger.Table(table.id(), entries(table, source, rows, then, plain)))
                        .filter(table -> !table.cells().isEmpty())
                        .toList();
                if (!entries.isEmpty()) {
                    earlier.add(new EarlierRelease(
                            Long.toString(page.id()),
                            page.at(),
                            new Ledger(entries),
                            LedgerRows.isRestingOn(used, rows.get(0))));
                }
            });
        }
        return earlier;
    }

    private void list(CellTable table) {
        LedgerPlace place = place(table);
        Map<String, List<Node>> byPlace = new HashMap<>();
        table.cohorts().forEach(cohort -> byPlace.put(place.of(cohort.at()), cohort.at()));
        listed.put(table.id(), byPlace);
        movedCodes.put(table.id(), new MovedCodes(place, table.cohorts()));
    }

    /**
     * What the rows of a table of then say of a table.
     *
     * @param then all places of the rows, with their codes
     * @param plain figures of indicators that a table has not, which are the same for all tables
     */
    private List<Ledger.Entry> entries(
            CellTable table,
            String source,
            List<Row> rows,
            Map<String, Map<String, String>> then,
            IdentityHashMap<Row, Ledger.Figure> plain) {
        boolean isOwn = source.equals(table.id());
        Map<String, Series> series = new HashMap<>();
        table.series().stream()
                .filter(each -> isOwn || !followsFromOthers(each))
                .forEach(each -> series.put(each.indicatorId(), each));
        Set<String> listed = table.series().stream().map(Series::indicatorId).collect(Collectors.toSet());
        Map<String, List<Node>> places = places(table, source, then, remembered(rows, series.keySet()));
        Map<List<Node>, Map<String, Ledger.Figure>> figures = new LinkedHashMap<>();
        Map<List<Node>, List<Node>> stood = new HashMap<>();
        Set<List<Node>> primary = new HashSet<>();
        for (Row row : rows) {
            String indicator = row.getAs("indicator_id");
            Series own = series.get(indicator);
            boolean isAsked = own != null || !listed.contains(indicator);
            List<Node> at = isAsked ? places.getOrDefault(row.<String>getAs("place"), List.of()) : List.of();
            if (!at.isEmpty()) {
                stood.computeIfAbsent(
                        at, now -> place(table).stood(row.getAs("place")).orElse(now));
                figures.computeIfAbsent(at, place -> new LinkedHashMap<>())
                        .put(
                                indicator,
                                own == null
                                        ? plain.computeIfAbsent(row, LedgerRows::figure)
                                        : LedgerRows.figure(row, printed(table, row.getAs("place"), at), own, isOwn));
                if (own != null && row.<Boolean>getAs("primary")) {
                    primary.add(at);
                }
            }
        }
        List<Ledger.Entry> entries = new ArrayList<>();
        figures.forEach((at, known) ->
                entries.add(new Ledger.Entry(at, primary.contains(at), known, Objects.requireNonNull(stood.get(at)))));
        return entries;
    }

    /** With which codes a row told of a cohort: with those of then. */
    private List<Node> printed(CellTable table, String then, List<Node> now) {
        LedgerPlace place = place(table);
        return place.of(now).equals(then) ? now : place.cohort(then).orElse(List.of());
    }

    /** Places of which rows told by some indicators. */
    private static Set<String> remembered(List<Row> rows, Set<String> indicators) {
        Set<String> places = new HashSet<>();
        rows.stream()
                .filter(row -> indicators.contains(row.<String>getAs("indicator_id")))
                .forEach(row -> places.add(row.getAs("place")));
        return places;
    }

    /**
     * The table's cohorts by the places of which another one told, or itself. Of its own cells the table remembers also
     * those that it does not list any more, and those of which the same indicators told in another one: where it lists
     * others beside them, it would tell that nobody is there any more.
     *
     * @param asked places of which rows told by the table's indicators
     */
    private Map<String, List<Node>> places(
            CellTable table, String source, Map<String, Map<String, String>> then, Set<String> asked) {
        boolean isOwn = source.equals(table.id());
        Map<String, List<Node>> own = Objects.requireNonNull(listed.get(table.id()));
        Set<List<Node>> cohorts = new HashSet<>(own.values());
        Map<String, List<Node>> found = new HashMap<>();
        Set<List<Node>> taken = new HashSet<>();
        then.keySet().stream().filter(own::containsKey).forEach(place -> {
            found.put(place, own.get(place));
            taken.add(own.get(place));
        });
        Objects.requireNonNull(movedCodes.get(table.id())).of(then).forEach((place, at) -> {
            boolean isKnown = cohorts.contains(at) || isOwn || asked.contains(place);
            if (isKnown && !own.containsKey(place) && taken.add(at)) {
                found.put(place, at);
            }
        });
        return found;
    }

    /** A gap is one between cells of its own table, and a share one of its own rows. */
    private static boolean followsFromOthers(Series series) {
        return series.form() == Form.GAP || series.form() == Form.WITHHELD_SHARE;
    }

    private LedgerPlace place(CellTable table) {
        LedgerPlace place = places.get(table.id());
        if (place == null) {
            throw new IllegalArgumentException("table '" + table.id() + "' is not asked for");
        }
        return place;
    }
}
