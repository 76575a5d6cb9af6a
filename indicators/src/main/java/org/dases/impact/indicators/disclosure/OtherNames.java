// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.rules.PrimaryReason;

/**
 * What earlier releases told or hid of the persons of some series by indicators that are none of them: those that the
 * table has no more, or has for other populations. An indicator under a new name, or with another condition, is about
 * nearly the same persons: 50 users and then 53 active ones tell that 3 came as well as 50 and 53 users do. Which these
 * are is seen from the figures: in at least half of the cells the one number is three quarters of the other, or more.
 */
final class OtherNames {
    /** Two numbers are near where they differ by at most one of so many persons. */
    private static final int NEAR = 4;

    private final Member member;
    private final Guard guard;
    private final Map<String, List<Name>> names = new HashMap<>();

    /**
     * An indicator in an earlier release.
     *
     * @param release its number in the guard
     * @param indicator what it was called
     */
    private record Name(int release, String indicator) {}

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

    OtherNames(Member member, Guard guard) {
        this.member = member;
        this.guard = guard;
        Set<String> own = member.series().stream().map(Series::indicatorId).collect(Collectors.toSet());
        for (int r = 0; r < guard.earlier().size(); r++) {
            Set<String> others = indicators(r);
            others.removeAll(own);
            for (String indicator : others) {
                Name name = new Name(r, indicator);
                member.series().stream()
                        .filter(series -> isOfSamePersons(name, series))
                        .forEach(series -> names.computeIfAbsent(series.indicatorId(), id -> new ArrayList<>())
                                .add(name));
            }
        }
    }

    /** What is known of a series in a cohort; of a release that told or hid it by its own name, that alone. */
    Stream<Known> of(int cohort, Series series) {
        return names.getOrDefault(series.indicatorId(), List.of()).stream()
                .filter(name -> !isRememberedItself(name.release(), cohort, series))
                .flatMap(name -> figure(name, cohort).stream()
                        .map(figure ->
                                new Known(guard.earlier().get(name.release()).id(), figure)));
    }

    /** Each table of a release may speak of a cohort. */
    private boolean isRememberedItself(int release, int cohort, Series series) {
        String id = guard.earlier().get(release).id();
        return IntStream.range(0, guard.earlier().size())
                .filter(other -> guard.earlier().get(other).id().equals(id))
                .anyMatch(other ->
                        figure(new Name(other, series.indicatorId()), cohort).isPresent());
    }

    private Set<String> indicators(int release) {
        Set<String> indicators = new TreeSet<>();
        guard.entries(release, member.table().id())
                .values()
                .forEach(entry -> indicators.addAll(entry.figures().keySet()));
        return indicators;
    }

    private Optional<Ledger.Figure> figure(Name name, int cohort) {
        return Optional.ofNullable(
                        guard.entries(name.release(), member.table().id()).get(member.at(cohort)))
                .map(entry -> entry.figures().get(name.indicator()))
                .filter(figure -> figure.counts().isPresent());
    }

    private boolean isOfSamePersons(Name name, Series series) {
        int cells = 0;
        int near = 0;
        for (int c = 0; c < member.cohorts(); c++) {
            Optional<Ledger.Counts> counts = figure(name, c).flatMap(Ledger.Figure::counts);
            long then = counts.map(Ledger.Counts::learners).orElse(0L);
            long now = member.learners(c, series);
            if (counts.isPresent() && (now > 0 || then > 0)) {
                cells++;
                near += NEAR * Math.abs(now - then) <= Math.max(now, then) ? 1 : 0;
            }
        }
        return near > 0 && 2 * near >= cells;
    }
}
