// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the rows of another head count tell of one: its cells are the same people as some of the one's cells together,
 * or some of the people of one.
 *
 * @param other the other head count
 * @param sums for its cells, by number, each way to put the same people together from cells of the one
 * @param kind how much the people are the same
 */
record Echo(HeadCount other, Map<Integer, List<CellSum>> sums, Kind kind) {

    /** Whose people the other's are. */
    enum Kind {
        /** The same. */
        SAME,
        /** Some of the one's: where all others of those are known, who knows the other's knows the one's. */
        PART
    }

    /** Whether what is a secret of the other count is one of this count, too. */
    boolean isOfSecrets() {
        return kind != Kind.PART;
    }

    /** The same number under another name, as far as the figures show: equal wherever both are printed. */
    static Optional<Echo> ofTwin(HeadCount mine, HeadCount other) {
        if (!isTwin(mine, other)) {
            return Optional.empty();
        }
        Map<Integer, List<CellSum>> sums = new HashMap<>();
        other.rows()
                .cells()
                .forEach(cell -> sums.put(cell, same(mine, other.rows().placeOf(cell))));
        return Optional.of(new Echo(other, sums, Kind.SAME));
    }

    /**
     * Whether both have the same number wherever both are printed; where none is printed by both, wherever both count,
     * since who knows what they count need not see it.
     */
    private static boolean isTwin(HeadCount mine, HeadCount other) {
        List<Boolean> printed = equal(mine, mine.printed(), other, other.printed());
        List<Boolean> equal = printed.isEmpty() ? equal(mine, peopled(mine), other, peopled(other)) : printed;
        return !equal.isEmpty() && !equal.contains(false);
    }

    private static BitSet peopled(HeadCount count) {
        BitSet set = new BitSet();
        count.rows().cells().filter(cell -> count.at(cell) > 0).forEach(set::set);
        return set;
    }

    /**
     * What the one tells of the other, whose cells are sums of some of the one's: each cell of one part does as if the
     * others were known, of the part with the fewest.
     */
    List<Echo> backwards(HeadCount mine) {
        Map<Integer, List<CellSum>> same = new HashMap<>();
        Map<Integer, List<CellSum>> parts = new HashMap<>();
        sums.forEach((cell, ways) -> ways.forEach(way -> {
            List<Integer> peopled =
                    way.plus().stream().filter(part -> mine.at(part) > 0).toList();
            peopled.stream()
                    .min(Comparator.comparing(mine::at))
                    .ifPresent(part -> (peopled.size() == 1 ? same : parts)
                            .computeIfAbsent(part, key -> new ArrayList<>())
                            .add(CellSum.of(cell)));
        }));
        return Stream.of(new Echo(mine, same, Kind.SAME), new Echo(mine, parts, Kind.PART))
                .filter(echo -> !echo.sums().isEmpty())
                .toList();
    }

    /** For each place that both have among these cells, whether the number is the same. */
    static List<Boolean> equal(HeadCount mine, BitSet cells, HeadCount other, BitSet others) {
        return cells.stream()
                .boxed()
                .flatMap(cell -> other.rows().cellsAt(mine.rows().placeOf(cell)).stream()
                        .filter(others::get)
                        .map(same -> mine.at(cell) == other.at(same)))
                .toList();
    }

    private static List<CellSum> same(HeadCount mine, int place) {
        return mine.rows().cellsAt(place).stream().map(CellSum::of).toList();
    }

    List<CellSum> at(int cell) {
        return sums.getOrDefault(cell, List.of());
    }

    /** What the printed rows of the other head count tell of the one. */
    Stream<HeadCount.Told> told(HeadCount mine) {
        return other.printed().stream()
                .boxed()
                .flatMap(cell -> at(cell).stream().map(people -> new HeadCount.Told(mine, other, cell, people)));
    }

    /**
     * What a sum of the other's cells is in the one's, by the first way there is for each cell; empty if it is none.
     */
    Optional<CellSum> translate(CellSum sum) {
        boolean isKnown =
                Stream.concat(sum.plus().stream(), sum.minus().stream()).noneMatch(cell -> at(cell).isEmpty());
        return isKnown ? Optional.of(new CellSum(translate(sum.plus()), translate(sum.minus()))) : Optional.empty();
    }

    private List<Integer> translate(List<Integer> cells) {
        return cells.stream().flatMap(cell -> at(cell).get(0).plus().stream()).toList();
    }
}
