// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dases.impact.indicators.disclosure.cells.Node;

/**
 * What is remembered of a series from an earlier release.
 *
 * @param figures all cohorts that it listed for an indicator of the table, where they stand now, with the figure where
 *     there is one
 * @param moves codes that stood elsewhere
 */
record EarlierFigures(Map<List<Node>, Optional<Ledger.Figure>> figures, MovedNodes moves) {

    /** Cohorts in which somebody may have been; looked for only where codes stood elsewhere. */
    Set<List<Node>> peopled() {
        return figures.entrySet().stream()
                .filter(entry -> !moves.isNone())
                .filter(entry -> entry.getValue()
                        .flatMap(Ledger.Figure::counts)
                        .filter(Ledger.Counts::isNobody)
                        .isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The same figures where the cohorts stood. */
    Map<List<Node>, Optional<Ledger.Figure>> stood() {
        Map<List<Node>, Optional<Ledger.Figure>> stood = new HashMap<>();
        figures.forEach((at, figure) -> stood.put(moves.then(at), figure));
        return stood;
    }
}
