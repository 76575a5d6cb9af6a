// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.dases.impact.indicators.cohort.kernel.Counted.Fact;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random cubes over random facts, against sets. */
class CohortCubeBruteForceTest {
    private static final int TABLES = 60;
    private static final int MOST = CohortCube.MOST_CELLS;
    private static final int DRAWN = 4;
    private static final List<Scope> SCOPES = List.of(Scope.SCHOOL, Scope.LEARNER, Scope.FREE);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void densePathEqualsSets(int threads) {
        for (int seed = 0; seed < TABLES; seed++) {
            check(seed, threads, true);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void openAddressingEqualsSets(int threads) {
        for (int seed = TABLES; seed < 2 * TABLES; seed++) {
            check(seed, threads, false);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void numbersOfThoseThatOccurEqualSets(int threads) {
        for (int seed = 2 * TABLES; seed < 3 * TABLES; seed++) {
            Random random = new Random(seed);
            List<Axis> axes = axes(random);
            check(seed, threads, false, axes, random, facts -> CubeShape.combined(axes, codes(facts)::forEach, MOST));
        }
    }

    /** Five axes of 2¹⁶ nodes and more have 80 bits; facts lie at few of their nodes, on any level of some. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void axesBeyond64BitsEqualSets(int threads) {
        for (int seed = 3 * TABLES; seed < 4 * TABLES; seed++) {
            Random random = new Random(seed);
            List<Axis> axes = new ArrayList<>(axes(random));
            for (int axis = 0; axis < 5; axis++) {
                axes.add(wide("wide" + axis, random));
            }
            assertThatThrownBy(() -> new CubeShape(axes)).isInstanceOf(CubeRefused.class);
            check(seed, threads, false, axes, random, facts -> CubeShape.of(axes, codes(facts)::forEach));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void squaresOfLearnersEqualThoseOfSets(int threads) {
        for (int seed = 4 * TABLES; seed < 5 * TABLES; seed++) {
            Random random = new Random(seed);
            List<Axis> axes = axes(random);
            List<Fact> drawn = facts(axes, 2, random);
            FactTable table = new FactTable(new CubeShape(axes), 2);
            drawn.forEach(fact -> table.add(fact.school(), fact.learner(), fact.nodes(), fact.numbers()));
            Facts facts = table.cluster();
            LearnerSquares squares = LearnerSquares.of(facts, 0, threads);
            Map<List<Integer>, List<Long>> found = new HashMap<>();
            Counted.bruteForce(axes, drawn, 2).keySet().forEach(cell -> {
                int line = squares.line(facts.shape()
                        .cell(cell.stream().mapToInt(Integer::intValue).toArray()));
                found.put(
                        cell, List.of(squares.firstSquared(line), squares.product(line), squares.secondSquared(line)));
            });
            assertThat(found).as("seed " + seed).isEqualTo(Counted.squares(axes, drawn));
        }
    }

    private static void check(int seed, int threads, boolean isDense) {
        Random random = new Random(seed);
        List<Axis> axes = axes(random);
        check(seed, threads, isDense, axes, random, facts -> new CubeShape(axes));
    }

    private static void check(
            int seed,
            int threads,
            boolean isDense,
            List<Axis> axes,
            Random random,
            Function<List<Fact>, CubeShape> shape) {
        int measures = random.nextInt(3);
        List<Fact> facts = facts(axes, measures, random);
        FactTable table = new FactTable(shape.apply(facts), measures);
        facts.forEach(fact -> table.add(fact.school(), fact.learner(), fact.nodes(), fact.numbers()));
        Cells cells = CohortCube.count(table.cluster(), threads, isDense, MOST);
        assertThat(Counted.of(cells, axes.size(), measures))
                .as("seed " + seed)
                .isEqualTo(Counted.bruteForce(axes, facts, measures));
    }

    static List<Axis> axes(Random random) {
        List<Axis> axes = new ArrayList<>();
        int count = random.nextInt(5);
        for (int axis = 0; axis < count; axis++) {
            axes.add(axis("axis" + axis, random));
        }
        return axes;
    }

    private static List<int[]> codes(List<Fact> facts) {
        return facts.stream().map(Fact::nodes).toList();
    }

    /** Many nodes without an occurrence, and few that are drawn: trees of up to three levels, some with a total. */
    private static Axis wide(String name, Random random) {
        int[] parents = new int[1 << 16];
        Arrays.fill(parents, -1);
        for (int node = 0; node < DRAWN; node++) {
            parents[node] = random.nextInt(3) == 0 ? -1 : DRAWN + random.nextInt(2);
        }
        parents[DRAWN] = random.nextBoolean() ? -1 : DRAWN + 1;
        return Axis.tree(name, SCOPES.get(random.nextInt(3)), parents);
    }

    /** Without a total, with one, or with a hierarchy in which facts lie on any level. */
    private static Axis axis(String name, Random random) {
        Scope scope = SCOPES.get(random.nextInt(3));
        int codes = 1 + random.nextInt(4);
        if (random.nextInt(3) == 0) {
            return Axis.flat(name, scope, codes);
        }
        int[] parents = new int[codes];
        for (int node = 0; node < codes; node++) {
            int above = node + random.nextInt(codes - node);
            parents[node] = above == node ? -1 : above;
        }
        return Axis.tree(name, scope, parents);
    }

    static List<Fact> facts(List<Axis> axes, int measures, Random random) {
        int schools = 1 + random.nextInt(6);
        int learners = 1 + random.nextInt(40);
        double moving = random.nextInt(3) * 0.1;
        Map<Integer, List<Integer>> ofSchool = new HashMap<>();
        Map<Integer, List<Integer>> ofLearner = new HashMap<>();
        List<Fact> facts = new ArrayList<>();
        int rows = random.nextInt(8) == 0 ? 0 : random.nextInt(300);
        for (int row = 0; row < rows; row++) {
            int learner = random.nextInt(learners);
            int school = random.nextDouble() < moving ? random.nextInt(schools) : learner % schools;
            List<Integer> schoolCodes = ofSchool.computeIfAbsent(school, key -> codes(axes, random));
            List<Integer> learnerCodes = ofLearner.computeIfAbsent(learner, key -> codes(axes, random));
            List<Integer> drawn = codes(axes, random);
            List<Integer> codes = new ArrayList<>();
            for (int axis = 0; axis < axes.size(); axis++) {
                List<Integer> from = random.nextDouble() < moving / 2
                        ? drawn
                        : switch (axes.get(axis).scope()) {
                            case SCHOOL -> schoolCodes;
                            case LEARNER -> learnerCodes;
                            case FREE -> drawn;
                        };
                codes.add(from.get(axis));
            }
            facts.add(new Fact(school - 1, learner, codes, values(measures, random)));
        }
        return facts;
    }

    private static List<Long> values(int measures, Random random) {
        List<Long> values = new ArrayList<>();
        for (int i = 0; i < measures; i++) {
            values.add((long) random.nextInt(1_000) - 200);
        }
        return values;
    }

    private static List<Integer> codes(List<Axis> axes, Random random) {
        return axes.stream()
                .map(axis -> random.nextInt(Math.min(DRAWN + 2, axis.nodes())))
                .toList();
    }
}
