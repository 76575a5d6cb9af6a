// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.List;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;

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

    /** Whether it was told, by a row of the same codes. */
    private static boolean isReprintable(EarlierRelease earlier, Ledger.Figure figure, ClearedRow row) {
        return earlier.isReprintable()
                && figure.printed().filter(told -> told.at().equals(row.at())).isPresent();
    }

    /** The last fresh row of a figure, with its date; the row itself if none may be printed again. */
    private ClearedRow in(String table, ClearedRow row) {
        List<EarlierRelease> earlier = guard.earlier();
        for (int r = earlier.size() - 1; r >= 0; r--) {
            Ledger.Entry entry = guard.entries(r, table).get(row.at());
            Ledger.Figure figure =
                    entry == null ? null : entry.figures().get(row.series().indicatorId());
            if (figure != null && isReprintable(earlier.get(r), figure, row)) {
                Ledger.Counts then = figure.counts().orElseThrow();
                return new Reprint(figure).isAllowed(rules, row.series())
                                && patterns.of(table, row.at(), row.series())
                                        .allMatch(place -> place.isReprintable(row.series(), then, rules))
                        ? figure.printed().get().frozen(earlier.get(r).at())
                        : row;
            }
        }
        return row;
    }
}
