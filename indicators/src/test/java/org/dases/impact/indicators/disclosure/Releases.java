// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.earlier.EarlierRelease;
import org.dases.impact.indicators.disclosure.earlier.Ledger;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.dases.impact.indicators.disclosure.printed.ConfStatus;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.jspecify.annotations.Nullable;

/** A table that is released again and again: what was true, and what readers were told. */
final class Releases {
    /** One release: counts of all cells, rows as published. */
    record Release(Map<List<Node>, Long> counts, Map<List<Node>, ClearedRow> rows) {
        long count(List<Node> at) {
            return counts.getOrDefault(at, 0L);
        }

        ClearedRow row(List<Node> at) {
            return Objects.requireNonNull(rows.get(at));
        }

        boolean isFresh(List<Node> at) {
            return row(at).status() == ConfStatus.F && row(at).frozenSince() == null;
        }

        boolean isBlank(List<Node> at) {
            return row(at).status() == ConfStatus.C;
        }

        /** The figure that a reader sees. */
        @Nullable Long shown(List<Node> at) {
            return row(at).learners();
        }
    }

    private final Rules rules;
    private final UnaryOperator<Ledger> remembering;
    private final List<EarlierRelease> ledger = new ArrayList<>();
    private final List<Release> releases = new ArrayList<>();

    /** Code to learners in a release with k = 10; with an asterisk where they are frozen, a dash where withheld. */
    static Map<String, String> shown(CellTable table, EarlierRelease... earlier) {
        Map<String, String> shown = new TreeMap<>();
        granted(GateTest.PLAIN, List.of(table), List.of(earlier))
                .release()
                .tables()
                .get(0)
                .rows()
                .forEach(row -> shown.put(NestedTables.place(row.at()), RevisionTest.shown(row)));
        return shown;
    }

    Releases(Rules rules) {
        this(rules, ledger -> ledger);
    }

    /** Releases of which something else is remembered than the gate wrote. */
    Releases(Rules rules, UnaryOperator<Ledger> remembering) {
        this.rules = rules;
        this.remembering = remembering;
    }

    Release add(Aggregated table) {
        return add(table, table.table("t", Aggregated.USERS));
    }

    Release add(Aggregated counts, CellTable table) {
        Clearance.Granted granted = granted(rules, List.of(table), ledger);
        Map<List<Node>, ClearedRow> rows = new HashMap<>();
        granted.release().tables().get(0).rows().forEach(row -> rows.put(row.at(), row));
        ledger.add(new EarlierRelease("r" + ledger.size(), at(ledger.size()), remembering.apply(granted.ledger())));
        releases.add(new Release(Map.copyOf(counts.counts()), rows));
        return releases.get(releases.size() - 1);
    }

    /** What the gate grants where readers have some releases. */
    static Clearance.Granted granted(Rules rules, List<CellTable> tables, List<EarlierRelease> earlier) {
        return new Gate().review(new Submission(tables, rules, earlier)).match(own -> own, refused -> {
            throw new AssertionError(
                    refused.reasons().toString(), refused.cause().orElse(null));
        });
    }

    /** As a page of before has it, when nobody looked for what follows: what was not printed is known to nobody. */
    static Ledger untold(Ledger ledger) {
        return with(ledger, figure -> figure.printed().isPresent() ? figure : figure.knownTo(Ledger.Reach.NOBODY));
    }

    /** A ledger with other figures. */
    static Ledger with(Ledger ledger, UnaryOperator<Ledger.Figure> other) {
        return new Ledger(ledger.tables().stream()
                .map(table -> new Ledger.Table(
                        table.id(),
                        table.cells().stream()
                                .map(entry ->
                                        new Ledger.Entry(entry.at(), entry.primary(), with(entry.figures(), other)))
                                .toList()))
                .toList());
    }

    private static Map<String, Ledger.Figure> with(
            Map<String, Ledger.Figure> figures, UnaryOperator<Ledger.Figure> other) {
        Map<String, Ledger.Figure> changed = new HashMap<>();
        figures.forEach((id, figure) -> changed.put(id, other.apply(figure)));
        return changed;
    }

    /** Date of a release, the first being 0. */
    static Instant at(int release) {
        return Instant.parse("2025-09-01T00:00:00Z").plusSeconds(86_400L * release);
    }

    List<Release> all() {
        return releases;
    }
}
