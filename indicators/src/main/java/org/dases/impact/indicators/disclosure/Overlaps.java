// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.dases.impact.indicators.disclosure.cells.Family;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.elimination.LinearSum;
import org.dases.impact.indicators.disclosure.elimination.Outcome;
import org.dases.impact.indicators.disclosure.elimination.Suppression;
import org.dases.impact.indicators.disclosure.elimination.View;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;
import org.dases.impact.indicators.disclosure.rules.Rules;

/**
 * Keeps secret how many learners are in several parts of a whole, where these are a small group: pupils who changed
 * from one sector to the other, users of both solutions are those that the parts count more than the whole. So are
 * those with several records, where a row tells how many records and how many learners there are.
 *
 * <p>A number that is withheld must not lie between two that are told and are the same, either.
 *
 * <p>A row about records or sums then keeps its figures and only does not say of how many learners they are; a row
 * whose figure is the number of learners is withheld. Runs after {@link Nesting}, of whose rows it takes some away.
 */
final class Overlaps {
    private final List<HeadCount> counts;
    private final PrimaryRules rules;
    private final Rules thresholds;
    private final Map<Population, Headcounts> unknowns = new HashMap<>();

    private Overlaps(List<SeriesRows> order, PrimaryRules rules, Rules thresholds) {
        counts = order.stream()
                .flatMap(rows -> rows.counts().stream())
                .filter(HeadCount::isWritten)
                .toList();
        this.rules = rules;
        this.thresholds = thresholds;
    }

    /** Takes away rows, or their numbers of learners, of series in the order in which they were decided on. */
    static void protect(List<SeriesRows> order, PrimaryRules rules, Rules thresholds) {
        Overlaps overlaps = new Overlaps(order, rules, thresholds);
        boolean isSettled;
        do {
            isSettled = overlaps.counts.stream().allMatch(overlaps::decide);
        } while (!isSettled);
    }

    /** False if other counts tell too much of this one, and lost a row that did. */
    private boolean decide(HeadCount count) {
        return hideShared(count) && keepOpen(count);
    }

    private boolean hideShared(HeadCount count) {
        Headcounts own = unknowns(count);
        Set<CellSum> small = small(count);
        List<LinearSum> secrets = new ArrayList<>();
        small.forEach(people -> secrets.add(people.in(own::sum)));
        count.echoes().stream()
                .filter(echo -> echo.isOfSecrets() && counts.contains(echo.other()))
                .forEach(echo -> small(echo.other()).stream()
                        .flatMap(people -> echo.translate(people).stream())
                        .forEach(people -> secrets.add(people.in(own::sum))));
        if (secrets.isEmpty()) {
            return true;
        }
        List<HeadCount.Told> rows = candidates(count, small);
        List<LinearSum> candidates =
                rows.stream().map(row -> row.people().in(own::sum)).toList();
        Outcome outcome = Suppression.decide(
                List.of(new View(own.size(), own.known(count), List.of(), secrets, candidates, List.of())));
        boolean isBearable = true;
        for (int i = 0; i < candidates.size(); i++) {
            if (!outcome.isPrinted(i)) {
                HeadCount loser = rows.get(i).other();
                loser.lose(rows.get(i).cell());
                isBearable &= loser == count;
            }
        }
        return isBearable;
    }

    /** Of two numbers with a withheld one between them that are the same, the whole's goes. */
    private static boolean keepOpen(HeadCount count) {
        List<HeadCount.Told> rows = count.toldAlike().stream()
                .filter(row -> row.people().isCell() && row.other().isWritten(row.cell()))
                .toList();
        BitSet told = count.printed();
        rows.forEach(row -> told.set(row.people().plus().get(0)));
        BitSet wholes = Squeezed.wholes(count, told);
        boolean isBearable = true;
        for (HeadCount.Told row : rows) {
            if (wholes.get(row.people().plus().get(0))) {
                row.other().lose(row.cell());
                isBearable = false;
            }
        }
        wholes.and(count.printed());
        wholes.stream().forEach(count::lose);
        return isBearable;
    }

    private Headcounts unknowns(HeadCount count) {
        return unknowns.computeIfAbsent(count.rows().population(), Headcounts::new);
    }

    /** Groups of learners that are too small to be known, and what an earlier release did not say for their sake. */
    private Set<CellSum> small(HeadCount count) {
        int least = count.isOfSide() ? thresholds.side() : count.threshold(rules);
        Set<CellSum> small = new LinkedHashSet<>();
        for (Member member : count.rows().population().members()) {
            Map<List<Integer>, int[]> families = new HashMap<>();
            member.lattice()
                    .families()
                    .forEach(family -> families.put(List.of(family.parent(), family.axis()), family.children()));
            for (Family family : member.lattice().families()) {
                int whole = member.firstCell() + family.parent();
                for (List<Integer> cohorts : covers(family, families)) {
                    List<Integer> parts = cohorts.stream()
                            .map(cohort -> member.firstCell() + cohort)
                            .toList();
                    long shared = parts.stream().mapToLong(count::at).sum() - count.at(whole);
                    if (shared > 0 && shared < least) {
                        small.add(new CellSum(parts, List.of(whole)));
                    }
                }
            }
        }
        count.rows().cells().filter(count::wasLeftUnsaid).forEach(cell -> small.add(CellSum.of(cell)));
        count.visible().stream()
                .filter(cell -> isUnsaid(count, cell, least))
                .forEach(cell -> small.add(CellSum.of(cell)));
        return small;
    }

    /** Whether a row cannot say how many learners it has: it tells of a few records more, which are those of a few. */
    static boolean isUnsaid(HeadCount count, int cell, int least) {
        return !count.isOfSide()
                && count.isShown(cell)
                && records(count, cell)
                        .anyMatch(records -> records > count.at(cell) && records < count.at(cell) + least);
    }

    /** The parts of a whole, the same with one of them in parts of its own, and with all of them so. */
    private static Set<List<Integer>> covers(Family family, Map<List<Integer>, int[]> families) {
        Set<List<Integer>> covers = new LinkedHashSet<>();
        List<Integer> finest = new ArrayList<>();
        covers.add(Arrays.stream(family.children()).boxed().toList());
        for (int child : family.children()) {
            List<Integer> own = Arrays.stream(families.getOrDefault(List.of(child, family.axis()), new int[] {child}))
                    .boxed()
                    .toList();
            List<Integer> cover = new ArrayList<>(own);
            Arrays.stream(family.children()).filter(other -> other != child).forEach(cover::add);
            covers.add(cover.stream().sorted().toList());
            finest.addAll(own);
        }
        covers.add(finest.stream().sorted().toList());
        return covers;
    }

    /** What a row tells about how many records it counts. */
    private static Stream<Double> records(HeadCount count, int cell) {
        Tally tally = Objects.requireNonNull(count.rows().tally(cell));
        Double value = count.rows().series().form() == Form.COUNT ? tally.value() : null;
        return Stream.of(value, tally.denominator()).filter(Objects::nonNull);
    }

    /**
     * Rows that tell of a count, those that should rather keep it first. First of all come rows whose number of records
     * is that of learners: records add up, so that it would follow from others. Wholes rather than parts do not say how
     * many learners they have.
     */
    private static List<HeadCount.Told> candidates(HeadCount count, Set<CellSum> small) {
        Set<List<Integer>> wholes = new HashSet<>();
        small.forEach(people -> wholes.add(people.minus().isEmpty() ? people.plus() : people.minus()));
        BitSet printed = count.printed();
        List<HeadCount.Told> rows = new ArrayList<>();
        count.toldAlike().stream()
                .filter(row -> row.other().isWritten(row.cell()))
                .forEach(rows::add);
        count.rows().order().stream()
                .filter(printed::get)
                .forEach(cell -> rows.add(new HeadCount.Told(count, count, cell, CellSum.of(cell))));
        Ranks ranks = new Ranks(wholes);
        return rows.stream()
                .map(ranks::rank)
                .sorted(Comparator.comparing(Ranked::rank)
                        .thenComparing(
                                ranked -> -ranked.row().other().at(ranked.row().cell())))
                .map(Ranked::row)
                .toList();
    }

    private record Ranked(int rank, HeadCount.Told row) {}

    /** Which rows should rather keep a number; what is the same for all rows of a count is found out once. */
    private static final class Ranks {
        private final Set<List<Integer>> wholes;
        private final Map<HeadCount, Boolean> areOfRecords = new HashMap<>();

        Ranks(Set<List<Integer>> wholes) {
            this.wholes = wholes;
        }

        Ranked rank(HeadCount.Told row) {
            return new Ranked(of(row), row);
        }

        private int of(HeadCount.Told row) {
            if (!row.other().isSeparable(row.cell())) {
                return areOfRecords.computeIfAbsent(row.other(), HeadCount::isOfRecords) ? 0 : 1;
            }
            return wholes.contains(row.people().plus()) ? 3 : 2;
        }
    }
}
