// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds numbers that are two others together, which have nobody in common: learners are girls and boys. Who knows two
 * of the three knows the third. Seen from the figures: it is so in at least half of the cohorts that have somebody of
 * both, and in two that are not alike.
 *
 * <p>So girls tell of boys what boys do, whatever is told of learners; and learners must not follow from rows of their
 * own and of either of both: of these it is the one of which less is told. That is enough: what follows from all three
 * has no part of learners or none of boys, once girls are written as the difference.
 */
final class Compounds {
    private static final int LEAST = 2;
    /** After so many cohorts of which hardly one is as it should be, no more are looked at. */
    private static final int MANY = 32;

    private final Map<HeadCount, List<Echo>> echoes = new HashMap<>();
    private final Map<HeadCount, long[]> numbers = new HashMap<>();

    private Compounds() {}

    /** What counts tell of others as their rest, and of the wholes that they make up, by who hears it. */
    static Map<HeadCount, List<Echo>> echoes(Collection<SeriesRows> all, Places places) {
        Compounds compounds = new Compounds();
        List<HeadCount> counts = all.stream().flatMap(SeriesRows::allCounts).toList();
        if (all.size() > 2) {
            counts.forEach(count -> compounds.numbers.put(count, numbers(count, places.size())));
            for (boolean areOfPersons : new boolean[] {true, false}) {
                compounds.find(counts.stream()
                        .filter(count -> count.isOfPersons() == areOfPersons)
                        .sorted(Comparator.comparing(compounds::total))
                        .toList());
            }
        }
        return compounds.echoes;
    }

    private static long[] numbers(HeadCount count, int places) {
        long[] numbers = new long[places];
        count.rows().cells().forEach(cell -> numbers[count.rows().placeOf(cell)] = count.at(cell));
        return numbers;
    }

    private long total(HeadCount count) {
        return Arrays.stream(of(count)).sum();
    }

    private long[] of(HeadCount count) {
        return numbers.getOrDefault(count, new long[0]);
    }

    /** Of counts in ascending order: the whole is after both of its parts. */
    private void find(List<HeadCount> counts) {
        for (int whole = 2; whole < counts.size(); whole++) {
            for (int more = 1; more < whole; more++) {
                for (int less = 0; less < more; less++) {
                    HeadCount[] three = {counts.get(less), counts.get(more), counts.get(whole)};
                    if (areOfThreeSeries(three)) {
                        find(three[0], three[1], three[2]);
                    }
                }
            }
        }
    }

    /** What the numbers of one row tell of one another is no secret. */
    private static boolean areOfThreeSeries(HeadCount[] counts) {
        return counts[0].rows() != counts[1].rows()
                && counts[0].rows() != counts[2].rows()
                && counts[1].rows() != counts[2].rows();
    }

    private void find(HeadCount less, HeadCount more, HeadCount whole) {
        if (isSum(of(less), of(more), of(whole))) {
            Map<Integer, List<CellSum>> ofLess = new HashMap<>();
            Map<Integer, List<CellSum>> ofMore = new HashMap<>();
            Map<Integer, List<CellSum>> ofWhole = new HashMap<>();
            for (int place = 0; place < of(whole).length; place++) {
                if (of(less)[place] + of(more)[place] == of(whole)[place]) {
                    List<Integer> its = less.rows().cellsAt(place);
                    List<Integer> others = more.rows().cellsAt(place);
                    others.forEach(cell -> ofLess.put(cell, cells(its)));
                    its.forEach(cell -> ofMore.put(cell, cells(others)));
                    List<CellSum> all = cells(whole.rows().cellsAt(place));
                    its.forEach(cell -> ofWhole.put(cell, all));
                }
            }
            hear(less, new Echo(more, ofLess, Echo.Kind.REST));
            hear(more, new Echo(less, ofMore, Echo.Kind.REST));
            hear(whole, new Echo(less, ofWhole, Echo.Kind.PART));
        }
    }

    private static List<CellSum> cells(List<Integer> cells) {
        return cells.stream().map(CellSum::of).toList();
    }

    private void hear(HeadCount count, Echo echo) {
        echoes.computeIfAbsent(count, key -> new ArrayList<>()).add(echo);
    }

    private static boolean isSum(long[] less, long[] more, long[] whole) {
        int cohorts = 0;
        int hits = 0;
        Set<List<Long>> different = new HashSet<>();
        for (int place = 0; place < whole.length; place++) {
            if (less[place] > 0 && more[place] > 0 && whole[place] > 0) {
                cohorts++;
                if (less[place] + more[place] == whole[place]) {
                    hits++;
                    if (different.size() < LEAST) {
                        different.add(List.of(less[place], more[place]));
                    }
                }
                if (cohorts >= MANY && 2 * LEAST * hits < cohorts) {
                    return false;
                }
            }
        }
        return different.size() == LEAST && 2 * hits >= cohorts;
    }
}
