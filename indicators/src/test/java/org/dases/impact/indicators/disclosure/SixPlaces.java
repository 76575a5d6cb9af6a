// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.elimination.LinearSum;

/** Six places by sex and year, for attacks of schools that are alone behind the first of them. */
final class SixPlaces {
    static final List<Axis> AXES = List.of(new Axis("place", true), new Axis("sex", true), new Axis("year", true));
    static final int ATOMS = 24;
    private static final int EACH = 4;

    private SixPlaces() {}

    /** All cells with their numbers. */
    static Map<List<Node>, long[]> cube(IntFunction<long[]> numbers) {
        Map<List<Node>, long[]> cells = new LinkedHashMap<>();
        for (int atom = 0; atom < ATOMS; atom++) {
            long[] own = numbers.apply(atom);
            for (int mask = 0; mask < 1 << AXES.size(); mask++) {
                List<Node> at = new ArrayList<>();
                for (int axis = 0; axis < AXES.size(); axis++) {
                    at.add((mask >> axis & 1) == 1 ? Node.TOTAL : at(atom).get(axis));
                }
                long[] sum = cells.computeIfAbsent(at, key -> new long[own.length]);
                IntStream.range(0, own.length).forEach(i -> sum[i] += own[i]);
            }
        }
        return cells;
    }

    static Node place(int number) {
        return Node.of("p" + number);
    }

    /** Whether a place is one of the first so many. */
    static boolean isFirst(Node place, int many) {
        return IntStream.range(0, many).mapToObj(SixPlaces::place).anyMatch(place::equals);
    }

    /** What the school of a place knows of it. */
    static List<LinearSum> own(int place) {
        return IntStream.range(place * EACH, (place + 1) * EACH)
                .mapToObj(LinearSum::of)
                .toList();
    }

    static LinearSum sum(List<Node> at) {
        return LinearSum.of(IntStream.range(0, ATOMS)
                .filter(atom -> IntStream.range(0, AXES.size())
                        .allMatch(axis -> at.get(axis).isTotal() || at.get(axis).equals(at(atom).get(axis))))
                .toArray());
    }

    private static List<Node> at(int atom) {
        return List.of(place(atom / EACH), Node.of(atom % 2 == 0 ? "F" : "M"), Node.of("y" + atom / 2 % 2));
    }
}
