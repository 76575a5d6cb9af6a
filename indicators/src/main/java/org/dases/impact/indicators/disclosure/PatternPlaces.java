// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.earlier.Ledger;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;

/** Where the cells of tables stand in the patterns that decide on them. */
final class PatternPlaces {
    private final Map<String, Map<List<Node>, Set<Place>>> places = new HashMap<>();

    /**
     * Where a cell of a table stands.
     *
     * @param rows the rows of some indicators
     * @param member the table as a part of it
     * @param cell number of the cell in it
     */
    record Place(PatternRows rows, Member member, int cell) {
        /** The pattern of its indicators. */
        Pattern pattern() {
            return rows.pattern();
        }

        /** Whether what a series and its rates tell by now allows an earlier figure of it to be shown again. */
        boolean isReprintable(Series series, Ledger.Counts then, PrimaryRules rules) {
            RatePattern rate = pattern().rates().get(series.indicatorId());
            boolean isTelling =
                    rate != null && rate.isTold() && rules.isTelling(series, then.numerator(), then.learners());
            return !isTelling && (pattern().withheld().get(cell) || !rows.isSilent(cell, series));
        }
    }

    PatternPlaces(Collection<PatternRows> patterns) {
        for (PatternRows rows : patterns) {
            for (Member member : rows.pattern().population().members()) {
                Map<List<Node>, Set<Place>> byNodes =
                        places.computeIfAbsent(member.table().id(), id -> new HashMap<>());
                for (int c = 0; c < member.cohorts(); c++) {
                    byNodes.computeIfAbsent(member.at(c), at -> new LinkedHashSet<>())
                            .add(new Place(rows, member, member.firstCell() + c));
                }
            }
        }
    }

    /** All places of a cell; none where there is no such cell. */
    Set<Place> of(String table, List<Node> at) {
        return places.getOrDefault(table, Map.of()).getOrDefault(at, Set.of());
    }

    /** Those where a series is decided on. */
    Stream<Place> of(String table, List<Node> at, Series series) {
        return of(table, at).stream().filter(place -> place.member().has(series));
    }
}
