// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
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
 * What earlier releases told or hid of a table's persons by indicators that it has no more. An indicator under a new
 * name, or with another condition, is about nearly the same persons: 50 users and then 53 active ones tell that 3 came
 * as well as 50 and 53 users do. Which these are is seen from the figures: over all cells at most one of four persons
 * is another, also where many came since.
 */
final class OtherNames {
    private static final int MANY = 4;

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
        /** Why it holds the series: it was told, and has moved by few, or it was not. */
        PrimaryReason reason(Series series) {
            return figure.reach() == Ledger.Reach.READERS
                    ? new PrimaryReason.Moved(
                            release,
                            series.indicatorId(),
                            figure.counts().orElseThrow().learners())
                    : new PrimaryReason.SecretUnmoved(release, series.indicatorId());
        }
    }

    OtherNames(Member member, Guard guard) {
        this.member = member;
        this.guard = guard;
        Set<String> listed =
                member.table().series().stream().map(Series::indicatorId).collect(Collectors.toSet());
        for (int r = 0; r < guard.earlier().size(); r++) {
            Set<String> gone = indicators(r);
            gone.removeAll(listed);
            Set<String> known = knownBeside(r);
            for (Series series : member.series()) {
                for (String indicator : known.contains(series.indicatorId()) ? Set.<String>of() : gone) {
                    Name name = new Name(r, indicator);
                    if (isOfSamePersons(name, series)) {
                        names.computeIfAbsent(series.indicatorId(), id -> new ArrayList<>())
                                .add(name);
                    }
                }
            }
        }
    }

    /** What is known of a series in a cohort. */
    Stream<Known> of(int cohort, Series series) {
        return names.getOrDefault(series.indicatorId(), List.of()).stream()
                .flatMap(name -> figure(name, cohort).stream()
                        .map(figure ->
                                new Known(guard.earlier().get(name.release()).id(), figure)));
    }

    private Set<String> indicators(int release) {
        Set<String> indicators = new TreeSet<>();
        guard.entries(release, member.table().id())
                .values()
                .forEach(entry -> indicators.addAll(entry.figures().keySet()));
        return indicators;
    }

    /** What a release told or hid by its name is held against that; each of its tables may speak of the cohorts. */
    private Set<String> knownBeside(int release) {
        String id = guard.earlier().get(release).id();
        Set<String> known = new LinkedHashSet<>();
        IntStream.range(0, guard.earlier().size())
                .filter(other -> guard.earlier().get(other).id().equals(id))
                .forEach(other -> known.addAll(indicators(other)));
        return known;
    }

    private Optional<Ledger.Figure> figure(Name name, int cohort) {
        return Optional.ofNullable(
                        guard.entries(name.release(), member.table().id()).get(member.at(cohort)))
                .map(entry -> entry.figures().get(name.indicator()))
                .filter(figure -> figure.counts().isPresent());
    }

    private boolean isOfSamePersons(Name name, Series series) {
        long others = 0;
        long all = 0;
        for (int c = 0; c < member.cohorts(); c++) {
            Optional<Ledger.Figure> figure = figure(name, c);
            if (figure.isPresent()) {
                long then = figure.get().counts().orElseThrow().learners();
                long now = member.learners(c, series);
                others += Math.abs(now - then);
                all += Math.max(now, then);
            }
        }
        return all > 0 && MANY * others <= all;
    }
}
