// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.dases.impact.indicators.disclosure.elimination.LinearSum;
import org.dases.impact.indicators.disclosure.elimination.Outcome;
import org.dases.impact.indicators.disclosure.elimination.Suppression;
import org.dases.impact.indicators.disclosure.elimination.View;

/**
 * Withholds rows so that of two printed numbers of persons, of whom the ones are some of the others, none differ by a
 * small group: the learners of two series in one cohort, of a series in a cohort and in one that contains it, and those
 * above the line of a rate.
 *
 * <p>Series are gone through the largest first; a later one gives way to those before it. Which series are about some
 * of another one's learners is told by nobody but seen from the figures, see {@link NestedPair#isNested}.
 */
final class Nesting {
    private final Places places;
    private final PrimaryRules rules;
    private final Rules thresholds;
    private final List<SeriesRows> done = new ArrayList<>();

    private Nesting(Places places, PrimaryRules rules, Rules thresholds) {
        this.places = places;
        this.rules = rules;
        this.thresholds = thresholds;
    }

    /** Decides on the rows of all patterns of a submission, and tells them. */
    static void protect(Collection<Pattern> patterns, List<CellTable> tables, PrimaryRules rules, Rules thresholds) {
        Nesting nesting = new Nesting(new Places(tables), rules, thresholds);
        patterns.stream()
                .flatMap(pattern -> pattern.listRows(nesting.places).stream())
                .sorted(Comparator.comparing((SeriesRows rows) -> -rows.size())
                        .thenComparing(rows -> rows.series().group())
                        .thenComparing(rows -> rows.series().indicatorId()))
                .forEach(nesting::decide);
    }

    /** Withheld rows may make a count look nested that was not before, or leave a group of them: until none is new. */
    private void decide(SeriesRows mine) {
        boolean isOpen = findTwins(mine);
        while (new NestedSecrets(mine, places, pairs(mine), thresholds.isBounding()).hide() || isOpen) {
            suppress(mine);
            isOpen = false;
        }
        done.add(mine);
    }

    /**
     * The same learners may be counted by several series, and what one of them loses must not be printed by another.
     * True if there are such.
     */
    private boolean findTwins(SeriesRows mine) {
        for (HeadCount count : mine.counts()) {
            done.stream()
                    .flatMap(rows -> rows.counts().stream())
                    .filter(count::isTwin)
                    .forEach(count.twins()::add);
        }
        return mine.counts().stream().anyMatch(count -> !count.twins().isEmpty());
    }

    /** A rate's own two numbers are what its bands are for. */
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
            boolean isAboveTheLine = Stream.of(inner, outer).anyMatch(count -> count.isNumerator() && !count.isTold());
            int least = Math.max(threshold(inner), threshold(outer));
            pairs.add(new NestedPair(inner, outer, isAboveTheLine ? thresholds.side() : least));
        }
    }

    /** The greatest threshold that a table sets for a series. */
    private int threshold(HeadCount count) {
        return count.rows().population().members().stream()
                .flatMap(member -> member.series().stream())
                .filter(count.rows().series()::isSameIndicator)
                .mapToInt(rules::threshold)
                .max()
                .orElseThrow();
    }

    /**
     * Further rows may have to be withheld, or a secret one could be computed from totals and siblings. It is enough to
     * look at the rows of one series: unknowns of two series are independent as far as adding and subtracting goes, so
     * a difference follows from what is printed only if both its parts do.
     */
    private static void suppress(SeriesRows mine) {
        List<Integer> cells = mine.order().stream()
                .filter(cell -> mine.rows().get(cell) && !mine.secret().get(cell))
                .toList();
        List<View> views = new ArrayList<>();
        int told = 0;
        for (HeadCount count : mine.counts()) {
            List<LinearSum> candidates = new ArrayList<>();
            for (HeadCount each : mine.counts()) {
                List<LinearSum> ofTwins = each.told();
                candidates.addAll(each == count ? ofTwins : Collections.nCopies(ofTwins.size(), LinearSum.of()));
            }
            told = candidates.size();
            candidates.addAll(count.candidates(cells));
            views.add(count.view(candidates));
        }
        Outcome outcome = Suppression.decide(views);
        mine.lost().clear();
        for (int i = 0; i < cells.size(); i++) {
            mine.lost().set(cells.get(i), !outcome.isPrinted(told + i));
        }
    }
}
