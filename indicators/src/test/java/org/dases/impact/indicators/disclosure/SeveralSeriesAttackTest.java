// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Sides;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.junit.jupiter.api.Test;

/**
 * The ground truth: made-up learners with one area, sex, level and result each. One table counts them by result; others
 * have counts and rates of learners with some results, on other axes, with a lower threshold. An attacker knows which
 * results these are, and solves the equations of all tables together.
 */
class SeveralSeriesAttackTest {
    private static final int K = 10;
    private static final int SIDE = 5;
    private static final List<String> AXES = List.of("area", "sex", "level", "result");
    private static final List<List<String>> CODES = List.of(
            List.of("n/a", "n/b", "s/c", "s/d"),
            List.of("F", "M"),
            List.of("l1", "l2", "l3"),
            List.of("p", "q", "r", "s"));
    private static final List<List<Node>> NODES = CODES.stream()
            .map(codes -> codes.stream().map(NestedTables::node).toList())
            .toList();
    private static final List<List<Integer>> SHAPES =
            List.of(List.of(0), List.of(0, 1), List.of(0, 2), List.of(0, 1, 2));
    private static final int ATOMS = 4 * 2 * 3 * 4;
    private static final int ALL = 15;

    /** An indicator about the learners with some results, which are bits. */
    private record Indicator(Series series, int results) {
        boolean isRate() {
            return series.group().startsWith("rate");
        }
    }

    private record Table(String id, List<Integer> axes, List<Indicator> indicators) {}

    /** A number that the attacker has: of the learners of some atoms, of whom there must be no fewer. */
    private record Known(String what, BitSet atoms, long persons, int least) {}

    @Test
    void noSmallGroupFollowsFromSeveralTablesAboutTheSameLearners() {
        int withheld = 0;
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            long[] learners = learners(random);
            List<Table> tables = tables(random);
            List<ClearedTable> printed = GateTest.granted(
                            NestedTables.RULES,
                            tables.stream()
                                    .map(table -> submitted(table, learners))
                                    .toArray(CellTable[]::new))
                    .tables();
            withheld += (int) printed.stream().mapToLong(ClearedTable::withheld).sum();
            List<Known> known = known(tables, printed, learners);
            for (Known each : known) {
                assertThat(each.persons()).as("seed %s: %s", seed, each.what()).isGreaterThanOrEqualTo(each.least());
                assertThat(known.stream().filter(other -> isCloseWithin(each, other)))
                        .as("seed %s: %s", seed, each.what())
                        .isEmpty();
            }
        }
        assertThat(withheld).isPositive();
    }

    private static boolean isCloseWithin(Known inner, Known outer) {
        long difference = outer.persons() - inner.persons();
        int least = Math.min(K, Math.min(inner.least(), outer.least()));
        BitSet outside = (BitSet) inner.atoms().clone();
        outside.andNot(outer.atoms());
        return difference > 0 && difference < least && outside.isEmpty();
    }

    private static long sum(BitSet atoms, long[] numbers) {
        return atoms.stream().mapToLong(atom -> numbers[atom]).sum();
    }

    /** By area, sex, level and result, the last of which changes most often. */
    private static long[] learners(Random random) {
        double base = 4 + random.nextInt(10);
        List<double[]> weights = CODES.stream()
                .map(codes -> codes.stream()
                        .mapToDouble(code -> Math.exp(0.6 * random.nextGaussian()))
                        .toArray())
                .toList();
        long[] learners = new long[ATOMS];
        for (int atom = 0; atom < ATOMS; atom++) {
            double expected = base * Math.exp(0.4 * random.nextGaussian());
            for (int axis = 0; axis < AXES.size(); axis++) {
                expected *= weights.get(axis)[code(atom, axis)];
            }
            learners[atom] = (long) Math.floor(expected);
        }
        return learners;
    }

    private static int code(int atom, int axis) {
        int rest = atom;
        for (int last = AXES.size() - 1; last > axis; last--) {
            rest /= CODES.get(last).size();
        }
        return rest % CODES.get(axis).size();
    }

    private static List<Table> tables(Random random) {
        int fine = random.nextInt(3) == 0 ? K : 20 + 15 * random.nextInt(2);
        Indicator all =
                new Indicator(NestedTables.count("learners", "enrolment").with(fine, false), ALL);
        List<Table> tables = new ArrayList<>();
        tables.add(new Table("results", random.nextBoolean() ? List.of(0, 3) : List.of(0, 1, 3), List.of(all)));
        List<Indicator> coarse = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            String group = random.nextBoolean() ? "" : String.valueOf(i);
            Series series = random.nextInt(3) == 0
                    ? NestedTables.rate("i" + i, "rate" + group)
                    : NestedTables.count("i" + i, "count" + group);
            coarse.add(new Indicator(series, 1 + random.nextInt(ALL - 1)));
        }
        for (List<Integer> shape : SHAPES) {
            List<Indicator> own =
                    coarse.stream().filter(indicator -> random.nextInt(4) > 0).toList();
            if (random.nextBoolean() && !own.isEmpty()) {
                tables.add(new Table("t" + tables.size(), shape, own));
            }
        }
        return tables;
    }

    private static CellTable submitted(Table table, long[] learners) {
        List<Cohort> cohorts = new ArrayList<>();
        for (List<Node> at : places(table)) {
            Map<String, Tally> tallies = new LinkedHashMap<>();
            for (Indicator indicator : table.indicators()) {
                long counted = sum(atoms(table, at, indicator.results()), learners);
                long everybody = sum(atoms(table, at, ALL), learners);
                if (indicator.isRate() && everybody > 0) {
                    tallies.put(indicator.series().indicatorId(), rate(counted, everybody));
                } else if (counted > 0) {
                    tallies.put(
                            indicator.series().indicatorId(),
                            Tally.figure((double) counted, Contributors.ofLearners(counted)));
                }
            }
            if (!tallies.isEmpty()) {
                cohorts.add(new Cohort(at, tallies));
            }
        }
        return new CellTable(
                table.id(),
                table.axes().stream()
                        .map(axis -> new Axis(AXES.get(axis), true))
                        .toList(),
                table.indicators().stream().map(Indicator::series).toList(),
                cohorts);
    }

    private static Tally rate(long above, long learners) {
        return new Tally(
                100.0 * above / learners,
                (double) above,
                (double) learners,
                null,
                null,
                Contributors.ofLearners(learners),
                new Sides(above, learners - above));
    }

    private static List<List<Node>> places(Table table) {
        List<List<Node>> places = List.of(List.of());
        for (int axis : table.axes()) {
            Set<Node> nodes = new LinkedHashSet<>(Set.of(Node.TOTAL));
            for (String code : CODES.get(axis)) {
                nodes.add(NestedTables.node(code.split("/", -1)[0]));
                nodes.add(NestedTables.node(code));
            }
            List<List<Node>> longer = new ArrayList<>();
            for (List<Node> place : places) {
                for (Node node : nodes) {
                    List<Node> next = new ArrayList<>(place);
                    next.add(node);
                    longer.add(next);
                }
            }
            places = longer;
        }
        return places;
    }

    /** Which atoms are in a cohort and have one of the results. */
    private static BitSet atoms(Table table, List<Node> at, int results) {
        BitSet atoms = new BitSet();
        for (int atom = 0; atom < ATOMS; atom++) {
            boolean isIn = (results >> code(atom, AXES.size() - 1) & 1) == 1;
            for (int a = 0; a < at.size(); a++) {
                int axis = table.axes().get(a);
                Node code = NODES.get(axis).get(code(atom, axis));
                isIn &= at.get(a).common(code).equals(at.get(a));
            }
            atoms.set(atom, isIn);
        }
        return atoms;
    }

    private static BitSet one(int atom) {
        BitSet one = new BitSet();
        one.set(atom);
        return one;
    }

    private static long[] equation(BitSet atoms) {
        long[] equation = new long[ATOMS];
        atoms.stream().forEach(atom -> equation[atom] = 1);
        return equation;
    }

    private static List<Known> known(List<Table> tables, List<ClearedTable> printed, long[] learners) {
        List<long[]> told = new ArrayList<>();
        List<Known> asked = new ArrayList<>();
        for (int t = 0; t < tables.size(); t++) {
            Table table = tables.get(t);
            for (Indicator indicator : table.indicators()) {
                printed.get(t).rows().stream()
                        .filter(row -> row.series().isSameIndicator(indicator.series()))
                        .forEach(row -> told.addAll(told(table, indicator, row)));
                for (List<Node> at : places(table)) {
                    asked.addAll(asked(table, indicator, at, learners));
                }
            }
        }
        asked.stream()
                .filter(each -> each.persons() == 0)
                .flatMapToInt(each -> each.atoms().stream())
                .distinct()
                .forEach(atom -> told.add(equation(one(atom))));
        List<long[]> vanishing = ModularMatrix.vanishing(told, ATOMS);
        return asked.stream()
                .filter(each -> each.persons() > 0)
                .filter(each ->
                        vanishing.stream().allMatch(change -> sum(each.atoms(), change) % ModularMatrix.PRIME == 0))
                .toList();
    }

    private static List<long[]> told(Table table, Indicator indicator, ClearedRow row) {
        List<long[]> told = new ArrayList<>();
        if (row.learners() != null) {
            told.add(equation(atoms(table, row.at(), indicator.isRate() ? ALL : indicator.results())));
        }
        if (indicator.isRate() && row.numerator() != null) {
            told.add(equation(atoms(table, row.at(), indicator.results())));
        }
        return told;
    }

    /** What nobody shall know to be few. */
    private static List<Known> asked(Table table, Indicator indicator, List<Node> at, long[] learners) {
        int k = Math.max(K, indicator.series().minimumContributors());
        List<Known> asked = new ArrayList<>();
        for (int results : indicator.isRate()
                ? new int[] {ALL, indicator.results(), ALL & ~indicator.results()}
                : new int[] {indicator.results()}) {
            BitSet atoms = atoms(table, at, results);
            asked.add(new Known(
                    table.id() + " " + indicator.series().indicatorId() + " " + results + " at "
                            + NestedTables.place(at),
                    atoms,
                    sum(atoms, learners),
                    indicator.isRate() && results != ALL ? SIDE : k));
        }
        return asked;
    }
}
