// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.audit.LinearProbe;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.jspecify.annotations.Nullable;

/**
 * What readers have of a series from several releases: of each cohort that figure since which fewest came or went. A
 * whole of now less its parts, as each was told at its own time, tells how many came or went, too.
 */
final class Nearest {
    private final Member own;
    private final List<EarlierFigures> figures = new ArrayList<>();
    private final List<Since> sinces = new ArrayList<>();

    /** Of no release yet. */
    Nearest(Member own) {
        this.own = own;
    }

    /**
     * Adds a release, the oldest first.
     *
     * @param since the same, compared with now, in cohorts of which the first are those of now
     */
    void add(EarlierFigures then, Since since) {
        figures.add(then);
        sinces.add(since);
    }

    /** Whether there are several releases. */
    boolean areSeveral() {
        return figures.size() > 1;
    }

    /**
     * Of each cohort that any release listed, its figure; none where readers could not know any.
     *
     * @param times by cohort of now, its release, see {@link #times}
     */
    EarlierFigures figures(@Nullable Since[] times) {
        Map<List<Node>, Optional<Ledger.Figure>> nearest = new HashMap<>();
        figures.forEach(then -> then.figures().forEach((at, figure) -> {
            Optional<Ledger.Figure> told = figure.filter(each -> each.reach() == Ledger.Reach.READERS);
            nearest.merge(at, told, (before, after) -> after.or(() -> before));
        }));
        for (int c = 0; c < times.length; c++) {
            Since time = times[c];
            if (time != null) {
                List<Node> at = own.at(c);
                nearest.put(at, figures.get(sinces.indexOf(time)).figures().get(at));
            }
        }
        return new EarlierFigures(nearest, MovedNodes.NONE);
    }

    /** By cohort of now, its release; null where readers could not know any figure. */
    @Nullable Since[] times() {
        return IntStream.range(0, own.cohorts())
                .mapToObj(c -> sinces.stream()
                        .filter(since -> since.wasTold(c))
                        .min(Comparator.comparing(since -> since.size(c).contributors()))
                        .orElse(null))
                .toArray(Since[]::new);
    }

    /**
     * By how much each cohort may have been another number: not at all, where it was told. Each has its own time, so
     * that no other one follows from these.
     *
     * @param changes how many changes are drawn
     */
    static long[][] hidden(Since since, int changes, long seed) {
        int cohorts = since.side().member().cohorts();
        LinearProbe probe = new LinearProbe(cohorts);
        since.known().stream().forEach(cohort -> probe.know(new int[] {cohort}, new int[0]));
        return probe.changes(
                IntStream.range(0, cohorts)
                        .mapToObj(cohort -> new int[] {cohort})
                        .toList(),
                changes,
                seed);
    }
}
