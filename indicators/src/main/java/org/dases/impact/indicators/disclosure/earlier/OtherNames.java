// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.rules.PrimaryReason;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;

/**
 * What earlier releases told or hid of the persons of some series by indicators that are none of them: those that the
 * table has no more, never had, or has for other populations. An indicator under a new name, or with another condition,
 * is about nearly the same persons: 50 users and then 53 active ones tell that 3 came as well as 50 and 53 users do.
 * Which these are is seen from the figures: in at least half of the cells the one number is three quarters of the
 * other, or more. Cells of fewer than k then and now do not count: they say little of who is the same.
 */
final class OtherNames {
    /** Two numbers are near where they differ by at most one of so many persons. */
    private static final int NEAR = 4;

    private final Member member;
    private final Guard guard;
    private final PrimaryRules rules;
    private final Map<List<Node>, Integer> cohorts = new HashMap<>();
    private final Map<String, Map<Integer, List<Known>>> known = new HashMap<>();

    /**
     * What is known of a series by such an indicator.
     *
     * @param release the release
     * @param figure what is remembered
     */
    record Known(String release, Ledger.Figure figure) {
        /** Why it holds the series: some knew it, and it has moved by few; or it was not known, or did not move. */
        PrimaryReason reason(Series series, long now) {
            long then = figure.counts().orElseThrow().learners();
            return figure.reach() == Ledger.Reach.NOBODY || now == then
                    ? new PrimaryReason.SecretUnmoved(release, series.indicatorId())
                    : new PrimaryReason.Moved(release, series.indicatorId(), then);
        }
    }

    OtherNames(Member member, Guard guard, PrimaryRules rules) {
        this.member = member;
        this.guard = guard;
        this.rules = rules;
        for (int c = 0; c < member.cohorts(); c++) {
            cohorts.put(member.at(c), c);
        }
        Set<String> own = member.series().stream().map(Series::indicatorId).collect(Collectors.toSet());
        List<Map<String, Map<Integer, Ledger.Figure>>> releases = new ArrayList<>();
        Map<String, Map<String, BitSet>> told = new HashMap<>();
        for (int r = 0; r < guard.earlier().size(); r++) {
            Map<String, Map<Integer, Ledger.Figure>> figures = figures(r);
            told(figures, own, told.computeIfAbsent(release(r), id -> new HashMap<>()));
            figures.keySet().removeAll(own);
            releases.add(figures);
        }
        for (int r = 0; r < releases.size(); r++) {
            for (Map<Integer, Ledger.Figure> figures : releases.get(r).values()) {
                hold(release(r), figures, told.getOrDefault(release(r), Map.of()));
            }
        }
    }

    /** What is known of a series in a cohort; of a release that told it by its own name, that alone. */
    Stream<Known> of(int cohort, Series series) {
        return known.getOrDefault(series.indicatorId(), Map.of()).getOrDefault(cohort, List.of()).stream();
    }

    private String release(int number) {
        return guard.earlier().get(number).id();
    }

    /** Indicator to cohort to figure, where numbers are remembered. */
    private Map<String, Map<Integer, Ledger.Figure>> figures(int release) {
        Map<String, Map<Integer, Ledger.Figure>> figures = new TreeMap<>();
        guard.entries(release, member.table().id()).forEach((at, entry) -> {
            Integer cohort = cohorts.get(at);
            entry.figures().forEach((indicator, figure) -> {
                if (cohort != null && figure.counts().isPresent()) {
                    figures.computeIfAbsent(indicator, id -> new HashMap<>()).put(cohort, figure);
                }
            });
        });
        return figures;
    }

    /** Adds the cohorts that readers knew by their own name; each table of a release may speak of a cohort. */
    private static void told(
            Map<String, Map<Integer, Ledger.Figure>> figures, Set<String> own, Map<String, BitSet> told) {
        figures.forEach((indicator, byCohort) -> byCohort.forEach((cohort, figure) -> {
            if (own.contains(indicator) && figure.reach() == Ledger.Reach.READERS) {
                told.computeIfAbsent(indicator, id -> new BitSet()).set(cohort);
            }
        }));
    }

    private void hold(String release, Map<Integer, Ledger.Figure> figures, Map<String, BitSet> told) {
        for (Series series : member.series()) {
            BitSet itself = told.getOrDefault(series.indicatorId(), new BitSet());
            if (isOfSamePersons(figures, series)) {
                Map<Integer, List<Known>> byCohort = known.computeIfAbsent(series.indicatorId(), id -> new HashMap<>());
                figures.forEach((cohort, figure) -> {
                    if (!itself.get(cohort)) {
                        byCohort.computeIfAbsent(cohort, c -> new ArrayList<>()).add(new Known(release, figure));
                    }
                });
            }
        }
    }

    private boolean isOfSamePersons(Map<Integer, Ledger.Figure> figures, Series series) {
        List<Numbers> asked = figures.entrySet().stream()
                .map(each -> new Numbers(
                        each.getValue().counts().orElseThrow().learners(), member.learners(each.getKey(), series)))
                .filter(numbers -> numbers.greater() >= rules.threshold(series))
                .toList();
        long near = asked.stream().filter(Numbers::areNear).count();
        return near > 0 && 2 * near >= asked.size();
    }

    /**
     * How many learners a cell has.
     *
     * @param then by the indicator in the earlier release
     * @param now by the series
     */
    private record Numbers(long then, long now) {
        long greater() {
            return Math.max(then, now);
        }

        boolean areNear() {
            return NEAR * Math.abs(now - then) <= greater();
        }
    }
}
