// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.elimination.Outcome;
import org.dases.impact.indicators.disclosure.elimination.View;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;
import org.dases.impact.indicators.disclosure.rules.Rules;

/**
 * Withholds rows so that of two printed numbers of persons, of whom the ones are some of the others, none differ by a
 * small group: the learners of two series in one cohort, of a series in a cohort and in one that contains it, and those
 * above the line of a rate and those below it.
 *
 * <p>Series are gone through the largest first, but one after those that are sums over its codes; a later one gives way
 * to those before it. Only where it could not, even with nothing printed of its own, the earlier one loses a row and
 * all are gone through again. Which series are about some of another one's learners is told by nobody but seen from the
 * figures, see {@link NestedPair#isNested} and {@link CodeSums}.
 */
final class Nesting {
    private final Places places;
    private final PrimaryRules rules;
    private final Rules thresholds;
    private final Map<HeadCount, List<Echo>> known = new HashMap<>();
    private final Map<Member, Slices> slices = new HashMap<>();
    private final List<SeriesRows> done = new ArrayList<>();
    private final Set<SeriesRows> opened = new HashSet<>();

    private Nesting(Places places, PrimaryRules rules, Rules thresholds) {
        this.places = places;
        this.rules = rules;
        this.thresholds = thresholds;
    }

    /** Decides on the rows of all patterns of a submission. */
    static List<PatternRows> protect(
            Collection<Pattern> patterns, List<CellTable> tables, PrimaryRules rules, Rules thresholds) {
        Nesting nesting = new Nesting(new Places(tables), rules, thresholds);
        List<PatternRows> all = patterns.stream()
                .map(pattern -> new PatternRows(pattern, nesting.places, thresholds))
                .toList();
        List<SeriesRows> order = nesting.order(all.stream()
                .flatMap(rows -> rows.all().stream())
                .sorted(Comparator.comparing((SeriesRows rows) -> -rows.size())
                        .thenComparing(rows -> rows.series().group())
                        .thenComparing(rows -> rows.series().indicatorId()))
                .toList());
        do {
            nesting.settle(order);
            Overlaps.protect(order, rules, thresholds);
        } while (isSilenced(all) || nesting.isLeft(order));
        return all;
    }

    /** Whether rows are withheld for what rates have lost: what looks nested without them may be other counts. */
    private static boolean isSilenced(List<PatternRows> all) {
        boolean isNew = false;
        for (PatternRows rows : all) {
            isNew |= rows.fallSilent();
        }
        return isNew;
    }

    private void settle(List<SeriesRows> order) {
        boolean isSettled;
        do {
            done.clear();
            order.forEach(rows -> rows.lost().clear());
            isSettled = order.stream().allMatch(this::decide) && order.stream().allMatch(this::bear);
        } while (!isSettled);
    }

    /** Whether counts look nested that did not before the last rows were lost, and make new secrets. */
    private boolean isLeft(List<SeriesRows> order) {
        done.clear();
        boolean isLeft = false;
        for (SeriesRows rows : order) {
            isLeft |= findSecrets(rows);
            done.add(rows);
        }
        return isLeft;
    }

    private void hear(HeadCount count, Echo echo) {
        known.computeIfAbsent(count, key -> new ArrayList<>()).add(echo);
    }

    /** Finds which are sums over codes of others, and puts each before those. */
    private List<SeriesRows> order(List<SeriesRows> all) {
        Map<SeriesRows, List<SeriesRows>> before = new HashMap<>();
        for (SeriesRows fine : all) {
            before.put(
                    fine,
                    all.stream()
                            .filter(coarse -> fine != coarse && findCodeSums(fine, coarse))
                            .toList());
        }
        Set<SeriesRows> seen = new HashSet<>();
        List<SeriesRows> order = new ArrayList<>();
        all.forEach(rows -> add(rows, before, seen, order));
        return order;
    }

    private static void add(
            SeriesRows rows, Map<SeriesRows, List<SeriesRows>> before, Set<SeriesRows> seen, List<SeriesRows> order) {
        if (seen.add(rows)) {
            Objects.requireNonNull(before.get(rows)).forEach(coarse -> add(coarse, before, seen, order));
            order.add(rows);
        }
    }

    private boolean findCodeSums(SeriesRows fine, SeriesRows coarse) {
        boolean isFound = false;
        for (HeadCount inParts : fine.allCounts().toList()) {
            for (HeadCount sum :
                    coarse.allCounts().filter(inParts::isComparable).toList()) {
                Optional<Echo> echo = new CodeSums(inParts, sum, slices(inParts)).find();
                echo.ifPresent(told -> {
                    hear(inParts, told);
                    told.backwards(inParts).forEach(back -> hear(sum, back));
                });
                isFound |= echo.isPresent();
            }
        }
        return isFound;
    }

    /**
     * Withheld rows may make a count look nested that was not before, or leave a group of them: until none is new.
     * False if earlier rows lost something and must be decided anew.
     */
    private boolean decide(SeriesRows mine) {
        mine.allCounts().forEach(this::listen);
        boolean isOpen = opened.contains(mine)
                || mine.allCounts().anyMatch(count -> !count.echoes().isEmpty());
        boolean isYielding = true;
        while (findSecrets(mine) || isOpen) {
            opened.add(mine);
            mine.lost().clear();
            isYielding &= suppress(mine, false);
            isOpen = false;
        }
        done.add(mine);
        return isYielding;
    }

    /**
     * Holds what all others print, later ones too, against a series: these may be too coarse to see what they give away
     * of it. False if they do, and lost a row.
     */
    private boolean bear(SeriesRows mine) {
        mine.allCounts().forEach(this::listen);
        return suppress(mine, true);
    }

    /**
     * Makes secrets of all that is too close, and of what two numbers leave over of a third. True if there was
     * something new.
     */
    private boolean findSecrets(SeriesRows mine) {
        mine.counts().forEach(HeadCount::forget);
        boolean isNew = hide(mine);
        if (!isNew && mine.follow()) {
            isNew = mine.hideSmall(rules);
            isNew |= hide(mine);
        }
        isNew |= new Rests(mine, done, this::leastLeft, rules).hide();
        return isNew;
    }

    private boolean hide(SeriesRows mine) {
        NestedSecrets secrets =
                new NestedSecrets(mine, places, pairs(mine), ToldSides.of(done, mine), thresholds.isBounding());
        for (HeadCount count : mine.counts()) {
            done.stream().flatMap(rows -> rows.counts().stream()).forEach(other -> {
                secrets.hideOfOneCode(new OneCode(count, other, slices(other)), least(count, other));
                secrets.hideOfOneCode(new OneCode(other, count, slices(count)), least(count, other));
            });
        }
        mine.counts().forEach(count -> secrets.hideCodes(count, least(count, count)));
        return secrets.hide();
    }

    /** The codes of the tables that show a count. */
    private List<Slices> slices(HeadCount count) {
        SeriesRows rows = count.rows();
        return rows.population().members().stream()
                .filter(member -> member.has(rows.series()))
                .map(member -> slices.computeIfAbsent(member, Slices::new))
                .toList();
    }

    /** What those before tell of a count must not be what it loses, and may be more than it can bear. */
    private void listen(HeadCount count) {
        count.echoes().clear();
        done.stream()
                .filter(rows -> rows != count.rows())
                .flatMap(SeriesRows::allCounts)
                .filter(count::isComparable)
                .flatMap(other -> Echo.ofTwin(count, other).stream())
                .forEach(count.echoes()::add);
        known.getOrDefault(count, List.of()).stream()
                .filter(echo -> done.contains(echo.other().rows()))
                .forEach(count.echoes()::add);
    }

    /** A rate's own numbers are what its bands are for. */
    private List<NestedPair> pairs(SeriesRows mine) {
        List<NestedPair> pairs = new ArrayList<>();
        for (HeadCount count : mine.counts()) {
            for (SeriesRows other : done) {
                for (HeadCount before : other.counts()) {
                    add(count, before, pairs);
                    add(before, count, pairs);
                }
            }
        }
        mine.counts().forEach(count -> add(count, count, pairs));
        return pairs;
    }

    private void add(HeadCount inner, HeadCount outer, List<NestedPair> pairs) {
        if (NestedPair.isNested(inner, outer)) {
            pairs.add(new NestedPair(inner, outer, least(inner, outer)));
        }
    }

    /** So many are no small difference. */
    private int least(HeadCount inner, HeadCount outer) {
        boolean isOfSides = Stream.of(inner, outer).anyMatch(count -> count.isOfSide() && !count.isTold());
        return isOfSides ? thresholds.side() : Math.max(inner.threshold(rules), outer.threshold(rules));
    }

    /**
     * What three numbers leave over is a group of its own, of which no indicator says how many it needs beside others:
     * as many as the least that any indicator of these people does.
     */
    private int leastLeft(List<HeadCount> counts) {
        return counts.stream()
                .mapToInt(count -> count.rows().population().members().stream()
                        .flatMap(member -> member.series().stream())
                        .mapToInt(rules::threshold)
                        .min()
                        .orElseThrow())
                .max()
                .orElseThrow();
    }

    /**
     * Further rows may have to be withheld, or a secret one could be computed from totals and siblings. It is enough to
     * look at the rows of one series and at what others tell of it: unknowns of two other series are independent as far
     * as adding and subtracting goes, so a difference follows from what is printed only if both its parts do.
     *
     * @param ownFirst whether others give way to it rather than it to them
     * @return false if rows of others tell too much, which they lose
     */
    private boolean suppress(SeriesRows mine, boolean ownFirst) {
        List<Integer> cells = mine.order().stream()
                .filter(cell -> mine.rows().get(cell) && !mine.isWithheld(cell))
                .toList();
        List<HeadCount.Told> told =
                mine.allCounts().flatMap(count -> count.told().stream()).toList();
        Candidates candidates = new Candidates(cells, told, ownFirst);
        List<WatchedView> views = mine.counts().stream().map(candidates::view).toList();
        List<View> held = mine.allCounts()
                .flatMap(count -> candidates.heldView(count).stream())
                .toList();
        if (held.isEmpty() && views.stream().allMatch(WatchedView::isWithoutSecrets)) {
            cells.forEach(mine.lost()::clear);
            return true;
        }
        Outcome outcome = WatchedView.decide(views, held);
        int firstTold = ownFirst ? cells.size() : 0;
        int firstOwn = ownFirst ? 0 : told.size();
        boolean isBearable = true;
        for (int i = 0; i < told.size(); i++) {
            if (!outcome.isPrinted(firstTold + i)) {
                told.get(i).other().giveWay(told.get(i).cell());
                opened.add(told.get(i).other().rows());
                isBearable = false;
            }
        }
        for (int i = 0; i < cells.size(); i++) {
            mine.lost().set(cells.get(i), !outcome.isPrinted(firstOwn + i));
        }
        return isBearable;
    }
}
