// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dases.impact.indicators.disclosure.elimination.LinearSum;
import org.dases.impact.indicators.disclosure.elimination.View;

/**
 * Rows that are tried one after the other, and what they tell of each count of a series.
 *
 * @param cells cells of the series, the most useful first
 * @param told rows of other series that tell of it
 * @param isOwnFirst whether its own rows are tried before those of others
 */
record Candidates(List<Integer> cells, List<HeadCount.Told> told, boolean isOwnFirst) {

    /** What nobody shall be able to compute of a release by itself, nor one who is alone behind cells. */
    WatchedView view(HeadCount count) {
        Unknowns unknowns = Unknowns.adding(count);
        List<CellSum> kept = count.kept();
        Set<CellSum> secrets = new LinkedHashSet<>(kept);
        secrets.addAll(count.sums());
        View view = view(count, unknowns, secrets.stream().map(unknowns::sum).toList(), new SharedSecrets(count).now());
        return new WatchedView(view, kept, count.rows().insiders(), unknowns::sum);
    }

    /** What nobody shall be able to compute anew from what other counts tell, if there is something. */
    Optional<View> heldView(HeadCount count) {
        boolean isAlone = count.echoes().isEmpty() && count.yielded().isEmpty();
        Set<CellSum> held = isAlone ? Set.of() : new SharedSecrets(count).anew();
        return held.isEmpty() ? Optional.empty() : Optional.of(view(count, count.unknowns(), List.of(), held));
    }

    private View view(HeadCount count, Unknowns unknowns, List<LinearSum> secrets, Set<CellSum> derived) {
        List<LinearSum> tried = new ArrayList<>();
        cells.forEach(cell -> tried.add(count.isShown(cell) ? unknowns.sum(cell) : LinearSum.of()));
        tried.addAll(
                isOwnFirst ? tried.size() : 0,
                told.stream()
                        .map(row -> row.of() == count ? unknowns.sum(row.people()) : LinearSum.of())
                        .toList());
        return new View(
                unknowns.size(),
                unknowns.known(),
                secrets,
                derived.stream().map(unknowns::sum).toList(),
                tried,
                List.of());
    }
}
