// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.dases.impact.indicators.disclosure.printed.ConfStatus;
import org.junit.jupiter.api.Test;

/**
 * The ground truth: made-up learners, of whom some viewed and some of those read, in areas, of two sexes, over months.
 * An attacker has the printed rows, knows that readers are viewers and watchers another name of these, and solves the
 * equations of totals.
 */
class NestedAttackTest {
    private static final int K = 10;
    private static final List<String> AREAS = List.of("n/a", "n/b", "n/c", "s/d", "s/e");
    private static final List<String> SERIES = List.of("active", "viewers", "watchers", "readers");

    private static final List<String> MONTHS = List.of("y/m1", "y/m2", "z/m3");

    private int shared;

    /** One learner: where, and in which months what was done. */
    private record Learner(String area, String sex, Map<String, Set<String>> doneIn) {}

    @Test
    void noPrintedOrComputedDifferenceOfNestedPopulationsIsASmallGroup() {
        int withheld = 0;
        for (int seed = 0; seed < 120; seed++) {
            boolean hasPeriods = seed % 3 == 1;
            boolean hasSexes = seed % 3 == 2;
            Map<List<Node>, Map<String, Long>> truth = truth(seed, hasPeriods, hasSexes);
            List<Axis> axes = new ArrayList<>(List.of(new Axis("area", true)));
            if (hasSexes) {
                axes.add(new Axis("sex", true));
            }
            if (hasPeriods) {
                axes.add(new Axis("period", false));
            }
            ClearedTable table = GateTest.granted(NestedTables.RULES, table(axes, truth))
                    .tables()
                    .get(0);
            withheld += (int) table.withheld();
            attack(seed, axes, truth, table);
        }
        assertThat(withheld).isPositive();
        assertThat(shared).isPositive();
    }

    private static Map<List<Node>, Map<String, Long>> truth(int seed, boolean hasPeriods, boolean hasSexes) {
        Map<List<Node>, Map<String, Set<Integer>>> sets = new LinkedHashMap<>();
        List<Learner> learners = learners(new Random(seed));
        for (int l = 0; l < learners.size(); l++) {
            Learner learner = learners.get(l);
            int number = l;
            for (String area : List.of("T", learner.area().substring(0, 1), learner.area())) {
                for (String sex : hasSexes ? List.of("T", learner.sex()) : List.of("")) {
                    learner.doneIn().forEach((month, done) -> {
                        for (String period : hasPeriods ? List.of("T", month) : List.of("")) {
                            List<Node> at = new ArrayList<>(List.of(NestedTables.node(area)));
                            if (hasSexes) {
                                at.add(NestedTables.node(sex));
                            }
                            if (hasPeriods) {
                                at.add(NestedTables.node(period));
                            }
                            done.forEach(series -> sets.computeIfAbsent(at, key -> new LinkedHashMap<>())
                                    .computeIfAbsent(series, key -> new TreeSet<>())
                                    .add(number));
                        }
                    });
                }
            }
        }
        Map<List<Node>, Map<String, Long>> counts = new LinkedHashMap<>();
        sets.forEach((at, bySeries) -> bySeries.forEach((series, people) ->
                counts.computeIfAbsent(at, key -> new LinkedHashMap<>()).put(series, (long) people.size())));
        return counts;
    }

    private static List<Learner> learners(Random random) {
        List<Learner> learners = new ArrayList<>();
        for (String area : AREAS) {
            int size = 15 + random.nextInt(60);
            double views = random.nextInt(3) == 0 ? 1 : 0.6 + 0.4 * random.nextDouble();
            double reads = random.nextInt(3) == 0 ? 1 : 0.6 + 0.4 * random.nextDouble();
            double stays = random.nextInt(3) == 0 ? 0.06 * random.nextDouble() : 0.5 + 0.5 * random.nextDouble();
            for (int i = 0; i < size; i++) {
                Map<String, Set<String>> doneIn = new LinkedHashMap<>();
                int first = stays < 0.5 ? random.nextInt(MONTHS.size()) : 0;
                for (String month : MONTHS) {
                    if (month.equals(MONTHS.get(first)) || random.nextDouble() < stays) {
                        Set<String> done = new LinkedHashSet<>(Set.of("active"));
                        if (random.nextDouble() < views) {
                            done.addAll(List.of("viewers", "watchers"));
                            if (random.nextDouble() < reads) {
                                done.add("readers");
                            }
                        }
                        doneIn.put(month, done);
                    }
                }
                learners.add(new Learner(area, random.nextBoolean() ? "F" : "M", doneIn));
            }
        }
        return learners;
    }

    private static CellTable table(List<Axis> axes, Map<List<Node>, Map<String, Long>> truth) {
        List<Cohort> cohorts = new ArrayList<>();
        truth.forEach((at, counts) -> {
            Map<String, Tally> tallies = new HashMap<>();
            counts.forEach((series, count) ->
                    tallies.put(series, Tally.figure((double) count, Contributors.ofLearners(count))));
            cohorts.add(new Cohort(at, tallies));
        });
        return new CellTable(
                "t",
                axes,
                SERIES.stream().map(id -> NestedTables.count(id, "event")).toList(),
                cohorts);
    }

    private void attack(int seed, List<Axis> axes, Map<List<Node>, Map<String, Long>> truth, ClearedTable table) {
        Map<String, Set<List<Node>>> known = new HashMap<>();
        for (String series : SERIES) {
            boolean hasTwoNames = series.equals("viewers") || series.equals("watchers");
            List<String> names = hasTwoNames ? List.of("viewers", "watchers") : List.of(series);
            Set<List<Node>> printed = new LinkedHashSet<>();
            names.forEach(name -> {
                Set<List<Node>> own = new LinkedHashSet<>(truth.keySet());
                table.rows().stream()
                        .filter(row -> row.series().indicatorId().equals(name) && row.status() == ConfStatus.C)
                        .forEach(row -> own.remove(row.at()));
                printed.addAll(own);
            });
            List<List<Node>> finest = finest(axes, truth.keySet());
            List<double[]> basis = basis(axes, finest, printed);
            known.put(series, computable(axes, truth.keySet(), finest, basis));
            shared += countSecretlyShared(seed, axes, truth, series, finest, basis);
        }
        for (int outer = 0; outer < SERIES.size(); outer++) {
            for (int inner = outer; inner < SERIES.size(); inner++) {
                for (List<Node> in : Objects.requireNonNull(known.get(SERIES.get(inner)))) {
                    for (List<Node> out : Objects.requireNonNull(known.get(SERIES.get(outer)))) {
                        long few = count(truth, in, SERIES.get(inner));
                        long difference = count(truth, out, SERIES.get(outer)) - few;
                        assertThat(few > 0 && contains(out, in) && difference > 0 && difference < K)
                                .as(
                                        "seed %s: %s at %s among %s at %s",
                                        seed, SERIES.get(inner), in, SERIES.get(outer), out)
                                .isFalse();
                    }
                }
            }
        }
    }

    private static long count(Map<List<Node>, Map<String, Long>> truth, List<Node> at, String series) {
        return Objects.requireNonNull(truth.get(at)).getOrDefault(series, 0L);
    }

    private static boolean contains(List<Node> out, List<Node> in) {
        for (int axis = 0; axis < out.size(); axis++) {
            if (!out.get(axis).common(in.get(axis)).equals(out.get(axis))) {
                return false;
            }
        }
        return true;
    }

    /** Learners in several months are no small group that follows. Counts the small groups. */
    private static int countSecretlyShared(
            int seed,
            List<Axis> axes,
            Map<List<Node>, Map<String, Long>> truth,
            String series,
            List<List<Node>> finest,
            List<double[]> basis) {
        int small = 0;
        for (List<Node> whole : truth.keySet()) {
            int period = axes.size() - 1;
            List<List<Node>> parts = truth.keySet().stream()
                    .filter(at -> !axes.get(period).additive()
                            && !at.get(period).isTotal()
                            && whole.get(period).isTotal()
                            && at.subList(0, period).equals(whole.subList(0, period)))
                    .toList();
            long sum = parts.stream().mapToLong(at -> count(truth, at, series)).sum();
            long shared = sum - count(truth, whole, series);
            if (!parts.isEmpty() && shared > 0 && shared < K) {
                double[] form = row(axes, finest, whole);
                for (List<Node> part : parts) {
                    double[] own = row(axes, finest, part);
                    for (int i = 0; i < form.length; i++) {
                        form[i] -= own[i];
                    }
                }
                assertThat(first(reduce(basis, form)))
                        .as("seed %s: %s in several parts of %s", seed, series, whole)
                        .isLessThan(form.length);
                small++;
            }
        }
        return small;
    }

    private static List<List<Node>> finest(List<Axis> axes, Set<List<Node>> cells) {
        return cells.stream()
                .filter(at -> cells.stream().noneMatch(other -> !other.equals(at) && isAdditive(axes, at, other)))
                .toList();
    }

    private static List<double[]> basis(List<Axis> axes, List<List<Node>> finest, Set<List<Node>> printed) {
        List<double[]> basis = new ArrayList<>();
        for (List<Node> at : printed) {
            double[] rest = reduce(basis, row(axes, finest, at));
            if (first(rest) < rest.length) {
                basis.add(rest);
            }
        }
        return basis;
    }

    /** Cells that are printed, or sums and differences of printed ones: by Gauss on the finest cells of each period. */
    private static Set<List<Node>> computable(
            List<Axis> axes, Set<List<Node>> cells, List<List<Node>> finest, List<double[]> basis) {
        Set<List<Node>> found = new LinkedHashSet<>();
        cells.stream()
                .filter(at -> first(reduce(basis, row(axes, finest, at))) == finest.size())
                .forEach(found::add);
        return found;
    }

    /** Whether a cohort contains another one of the same period. */
    private static boolean isAdditive(List<Axis> axes, List<Node> out, List<Node> in) {
        for (int axis = 0; axis < axes.size(); axis++) {
            if (!axes.get(axis).additive() && !out.get(axis).equals(in.get(axis))) {
                return false;
            }
        }
        return contains(out, in);
    }

    private static double[] row(List<Axis> axes, List<List<Node>> finest, List<Node> at) {
        return finest.stream()
                .mapToDouble(cell -> isAdditive(axes, at, cell) ? 1 : 0)
                .toArray();
    }

    private static double[] reduce(List<double[]> basis, double[] row) {
        double[] rest = row.clone();
        for (double[] pivot : basis) {
            int column = first(pivot);
            double factor = rest[column] / pivot[column];
            for (int i = 0; i < rest.length; i++) {
                rest[i] = Math.abs(rest[i] - factor * pivot[i]) < 1e-9 ? 0 : rest[i] - factor * pivot[i];
            }
        }
        return rest;
    }

    private static int first(double[] row) {
        int column = 0;
        while (column < row.length && row[column] == 0) {
            column++;
        }
        return column;
    }
}
