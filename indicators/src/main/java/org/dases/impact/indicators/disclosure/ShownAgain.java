// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dases.impact.indicators.disclosure.earlier.EarlierRelease;
import org.dases.impact.indicators.disclosure.earlier.Guard;
import org.dases.impact.indicators.disclosure.earlier.Ledger;
import org.dases.impact.indicators.disclosure.earlier.Reprint;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.dases.impact.indicators.disclosure.printed.ConfStatus;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;
import org.jspecify.annotations.Nullable;

/** What earlier releases printed, shown again where nothing is told anew. */
record ShownAgain(Guard guard, PatternPlaces patterns, PrimaryRules rules) {
    /** The tables as a reader sees them: what is withheld now but was printed before is shown as it was. */
    List<ClearedTable> in(List<ClearedTable> tables) {
        return guard.earlier().isEmpty()
                ? tables
                : tables.stream()
                        .map(table -> new ClearedTable(
                                table.id(),
                                table.axes(),
                                table.rows().stream()
                                        .map(row -> row.status() == ConfStatus.C ? in(table.id(), row) : row)
                                        .toList()))
                        .toList();
    }

    /**
     * The last row that told a figure, with its date; the row itself if it may not be printed again, or had other
     * codes.
     */
    private ClearedRow in(String table, ClearedRow row) {
        List<EarlierRelease> earlier = guard.earlier();
        Set<String> elsewhere = new HashSet<>();
        for (int r = earlier.size() - 1; r >= 0; r--) {
            EarlierRelease release = earlier.get(r);
            Ledger.Figure figure = figure(r, table, row);
            if (figure != null && figure.printed().isPresent() && release.isReprintable()) {
                ClearedRow told = figure.printed().get();
                if (!told.at().equals(row.at())) {
                    elsewhere.add(release.id());
                } else {
                    boolean isLast = elsewhere.stream().allMatch(release.id()::equals);
                    return isLast && isAllowed(table, row, figure) ? told.frozen(release.at()) : row;
                }
            }
        }
        return row;
    }

    private Ledger.@Nullable Figure figure(int release, String table, ClearedRow row) {
        Ledger.Entry entry = guard.entries(release, table).get(row.at());
        return entry == null ? null : entry.figures().get(row.series().indicatorId());
    }

    private boolean isAllowed(String table, ClearedRow row, Ledger.Figure figure) {
        Ledger.Counts then = figure.counts().orElseThrow();
        return new Reprint(figure).isAllowed(rules, row.series())
                && patterns.of(table, row.at(), row.series())
                        .allMatch(place -> place.isReprintable(row.series(), then, rules));
    }
}
