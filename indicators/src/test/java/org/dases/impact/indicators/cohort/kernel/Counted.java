// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is in a cell.
 *
 * @param learners distinct learners
 * @param schools distinct schools
 * @param sums one per measure
 */
record Counted(int learners, int schools, List<Long> sums) {
    Counted {
        sums = List.copyOf(sums);
    }

    /**
     * A fact.
     *
     * @param school its school, −1 when not known
     * @param learner its learner
     * @param codes one node per axis
     * @param values one per measure
     */
    record Fact(int school, int learner, List<Integer> codes, List<Long> values) {
        Fact {
            codes = List.copyOf(codes);
            values = List.copyOf(values);
        }

        int[] nodes() {
            return codes.stream().mapToInt(Integer::intValue).toArray();
        }

        long[] numbers() {
            return values.stream().mapToLong(Long::longValue).toArray();
        }
    }

    /** What the kernel says, by cell. */
    static Map<List<Integer>, Counted> of(Cells cells, int axes, int measures) {
        Map<List<Integer>, Counted> found = new HashMap<>();
        for (int line = 0; line < cells.size(); line++) {
            List<Integer> cell = new ArrayList<>();
            for (int axis = 0; axis < axes; axis++) {
                cell.add(cells.node(line, axis));
            }
            List<Long> sums = new ArrayList<>();
            for (int measure = 0; measure < measures; measure++) {
                sums.add(cells.sum(line, measure));
            }
            Counted before = found.put(cell, new Counted(cells.learners(line), cells.schools(line), sums));
            if (before != null) {
                throw new AssertionError("cell " + cell + " comes twice");
            }
        }
        return found;
    }

    /** What sets say: every fact in every cell above it. */
    static Map<List<Integer>, Counted> bruteForce(List<Axis> axes, List<Fact> facts, int measures) {
        Map<List<Integer>, Set<Integer>> learners = new HashMap<>();
        Map<List<Integer>, Set<Integer>> schools = new HashMap<>();
        Map<List<Integer>, long[]> sums = new HashMap<>();
        for (Fact fact : facts) {
            for (List<Integer> cell : above(axes, fact.codes())) {
                learners.computeIfAbsent(cell, key -> new HashSet<>()).add(fact.learner());
                schools.computeIfAbsent(cell, key -> new HashSet<>()).add(fact.school());
                long[] sum = sums.computeIfAbsent(cell, key -> new long[measures]);
                for (int i = 0; i < measures; i++) {
                    sum[i] += fact.values().get(i);
                }
            }
        }
        Map<List<Integer>, Counted> found = new HashMap<>();
        learners.forEach((cell, people) -> {
            Set<Integer> places = new HashSet<>(schools.getOrDefault(cell, Set.of()));
            places.remove(-1);
            List<Long> sum = new ArrayList<>();
            for (long each : sums.getOrDefault(cell, new long[measures])) {
                sum.add(each);
            }
            found.put(cell, new Counted(people.size(), places.size(), sum));
        });
        return found;
    }

    /** Σx², Σxm and Σm² over learners, of their sums x and m of the two values in a cell. */
    static Map<List<Integer>, List<Long>> squares(List<Axis> axes, List<Fact> facts) {
        Map<List<Integer>, Map<Integer, long[]>> own = new HashMap<>();
        for (Fact fact : facts) {
            for (List<Integer> cell : above(axes, fact.codes())) {
                long[] sum = own.computeIfAbsent(cell, key -> new HashMap<>())
                        .computeIfAbsent(fact.learner(), key -> new long[2]);
                sum[0] += fact.values().get(0);
                sum[1] += fact.values().get(1);
            }
        }
        Map<List<Integer>, List<Long>> squares = new HashMap<>();
        own.forEach((cell, learners) -> {
            long[] sum = new long[3];
            learners.values().forEach(each -> {
                sum[0] += each[0] * each[0];
                sum[1] += each[0] * each[1];
                sum[2] += each[1] * each[1];
            });
            squares.put(cell, List.of(sum[0], sum[1], sum[2]));
        });
        return squares;
    }

    private static List<List<Integer>> above(List<Axis> axes, List<Integer> codes) {
        List<List<Integer>> cells = List.of(List.of());
        for (int axis = 0; axis < axes.size(); axis++) {
            List<List<Integer>> longer = new ArrayList<>();
            for (int node = codes.get(axis); node >= 0; node = axes.get(axis).parent(node)) {
                for (List<Integer> cell : cells) {
                    List<Integer> one = new ArrayList<>(cell);
                    one.add(node);
                    longer.add(one);
                }
            }
            cells = longer;
        }
        return cells;
    }
}
