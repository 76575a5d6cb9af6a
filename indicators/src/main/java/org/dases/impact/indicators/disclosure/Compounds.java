// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds numbers that are two others together, which have nobody in common: learners are girls and boys. Who knows two
 * of the three knows the third. Seen from the figures: it is so in at least half of the cohorts that have somebody of
 * all three, and in two that are not alike.
 *
 * <p>So girls tell of boys what boys do, whatever is told of learners; and learners must not follow from rows of their
 * own and of one of both, the one with fewer in most cohorts. That is enough: what follows from all three has no part
 * of learners or none of boys, once girls are written as the difference. Where there are no girls, learners are boys.
 */
final class Compounds {
    private static final int LEAST = 2;
    /** So many cohorts are looked at before all are. */
    private static final int SAMPLE = 64;

    private final Map<HeadCount, List<Echo>> echoes = new HashMap<>();

    private Compounds() {}

    /** A count by place, and where it has somebody. */
    private record Numbers(HeadCount count, Map<Integer, Long> byPlace, BitSet peopled) {
        static Numbers of(HeadCount count) {
            Map<Integer, Long> byPlace = new HashMap<>();
            BitSet peopled = new BitSet();
            count.rows().cells().filter(cell -> count.at(cell) > 0).forEach(cell -> {
                byPlace.put(count.rows().placeOf(cell), count.at(cell));
                peopled.set(count.rows().placeOf(cell));
            });
            return new Numbers(count, byPlace, peopled);
        }

        long at(int place) {
            return byPlace.getOrDefault(place, 0L);
        }

        SeriesRows rows() {
            return count.rows();
        }
    }

    /** What counts tell of others as their rest, and of the wholes that they make up, by who hears it. */
    static Map<HeadCount, List<Echo>> echoes(Collection<SeriesRows> all) {
        Compounds compounds = new Compounds();
        if (all.size() > 2) {
            List<HeadCount> counts = all.stream().flatMap(SeriesRows::allCounts).toList();
            for (boolean areOfPersons : new boolean[] {true, false}) {
                compounds.find(counts.stream()
                        .filter(count -> count.isOfPersons() == areOfPersons)
                        .map(Numbers::of)
                        .toList());
            }
        }
        return compounds.echoes;
    }

    /**
     * All threes of different series, whose counts stand together: what one row tells by its own numbers is not looked
     * for here.
     */
    private void find(List<Numbers> all) {
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                BitSet both = (BitSet) all.get(i).peopled().clone();
                both.and(all.get(j).peopled());
                boolean isFit = all.get(i).rows() != all.get(j).rows() && both.cardinality() >= LEAST;
                for (int k = j + 1; k < all.size() && isFit; k++) {
                    if (all.get(k).rows() != all.get(j).rows()) {
                        find(List.of(all.get(i), all.get(j), all.get(k)), both);
                    }
                }
            }
        }
    }

    private void find(List<Numbers> three, BitSet both) {
        BitSet common = (BitSet) both.clone();
        common.and(three.get(2).peopled());
        int[] places = common.stream().toArray();
        int step = Math.max(1, places.length / SAMPLE);
        for (int whole = 0; whole < 3 && places.length >= LEAST; whole++) {
            Numbers one = three.get((whole + 1) % 3);
            Numbers other = three.get((whole + 2) % 3);
            if (isSum(one, other, three.get(whole), places, step, 2 * LEAST)
                    && isSum(one, other, three.get(whole), places, 1, LEAST)) {
                boolean isOneMore = isMore(one, other, places);
                enter(isOneMore ? other : one, isOneMore ? one : other, three.get(whole));
            }
        }
    }

    private static boolean isMore(Numbers one, Numbers other, int[] places) {
        int more = 0;
        for (int place : places) {
            more += Long.signum(one.at(place) - other.at(place));
        }
        return more > 0;
    }

    /** Whether it is so in one cohort of some at least, of each so manieth. */
    private static boolean isSum(Numbers one, Numbers other, Numbers whole, int[] places, int step, int some) {
        int cohorts = 0;
        int hits = 0;
        Set<List<Long>> different = new HashSet<>();
        for (int i = 0; i < places.length; i += step) {
            cohorts++;
            if (one.at(places[i]) + other.at(places[i]) == whole.at(places[i])) {
                hits++;
                different.add(List.of(one.at(places[i]), other.at(places[i])));
            }
        }
        return different.size() >= LEAST && some * hits >= cohorts;
    }

    private void enter(Numbers less, Numbers more, Numbers whole) {
        Map<Integer, List<CellSum>> lessByMore = new HashMap<>();
        Map<Integer, List<CellSum>> moreByLess = new HashMap<>();
        Map<Integer, List<CellSum>> wholeByLess = new HashMap<>();
        BitSet withoutLess = new BitSet();
        BitSet withoutMore = new BitSet();
        whole.peopled().stream()
                .filter(place -> less.at(place) + more.at(place) == whole.at(place))
                .forEach(place -> {
                    withoutLess.set(place, less.at(place) == 0);
                    withoutMore.set(place, more.at(place) == 0);
                    tell(more, less, place, lessByMore);
                    tell(less, more, place, moreByLess);
                    tell(less, whole, place, wholeByLess);
                });
        hear(less, new Echo(more.count(), lessByMore, Echo.Kind.REST));
        hear(more, new Echo(less.count(), moreByLess, Echo.Kind.REST));
        hear(whole, new Echo(less.count(), wholeByLess, Echo.Kind.PART));
        enterSame(more, whole, withoutLess);
        enterSame(less, whole, withoutMore);
    }

    private void enterSame(Numbers part, Numbers whole, BitSet places) {
        Map<Integer, List<CellSum>> partByWhole = new HashMap<>();
        Map<Integer, List<CellSum>> wholeByPart = new HashMap<>();
        places.stream().forEach(place -> {
            tell(whole, part, place, partByWhole);
            tell(part, whole, place, wholeByPart);
        });
        if (!places.isEmpty()) {
            hear(part, new Echo(whole.count(), partByWhole, Echo.Kind.SAME));
            hear(whole, new Echo(part.count(), wholeByPart, Echo.Kind.SAME));
        }
    }

    /** The one's cells at a place tell of the other's there. */
    private static void tell(Numbers one, Numbers other, int place, Map<Integer, List<CellSum>> sums) {
        List<CellSum> cells =
                other.rows().cellsAt(place).stream().map(CellSum::of).toList();
        one.rows().cellsAt(place).forEach(cell -> sums.put(cell, cells));
    }

    private void hear(Numbers numbers, Echo echo) {
        echoes.computeIfAbsent(numbers.count(), key -> new ArrayList<>()).add(echo);
    }
}
