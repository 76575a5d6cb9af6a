// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CohortCubeTest {
    private static final Axis SECTOR = Axis.flat("sector", Scope.SCHOOL, 2);
    private static final Axis SOLUTION = Axis.flat("solution", Scope.FREE, 2);

    /**
     * Schools 0 (public) and 1 (private); learner 0 uses both solutions in school 0; learner 1 moves from school 0 to
     * school 1 and stays with solution 0; learner 2 has no school that is known, and lies with the private ones.
     */
    private static FactTable byHand() {
        FactTable table = new FactTable(new CubeShape(List.of(SOLUTION, SECTOR)), 1);
        table.add(1, 1, new int[] {0, 1}, 5);
        table.add(0, 0, new int[] {0, 0}, 10);
        table.add(0, 0, new int[] {1, 0}, 20);
        table.add(0, 0, new int[] {1, 0}, 1);
        table.add(0, 1, new int[] {0, 0}, 100);
        table.add(-1, 2, new int[] {1, 1}, -7);
        return table;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tableByHand(boolean isDense) {
        Cells cells = CohortCube.count(byHand().cluster(), 2, isDense, 100);
        int all = 2;
        assertThat(Counted.of(cells, 2, 1))
                .isEqualTo(Map.of(
                        List.of(0, 0), new Counted(2, 1, List.of(110L)),
                        List.of(0, 1), new Counted(1, 1, List.of(5L)),
                        List.of(0, all), new Counted(2, 2, List.of(115L)),
                        List.of(1, 0), new Counted(1, 1, List.of(21L)),
                        List.of(1, 1), new Counted(1, 0, List.of(-7L)),
                        List.of(1, all), new Counted(2, 1, List.of(14L)),
                        List.of(all, 0), new Counted(2, 1, List.of(131L)),
                        List.of(all, 1), new Counted(2, 1, List.of(-2L)),
                        List.of(all, all), new Counted(3, 2, List.of(129L))));
    }

    /** The same without learner 1, who leaves sums and schools; and without learner 3, who would leave nothing. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoIsCountedElsewhereIsNoLearnerHere(boolean isDense) {
        FactTable table = byHand();
        table.add(-1, 3, new int[] {1, 0}, 0);
        Axis third = Axis.flat("third", Scope.FREE, 2);
        FactTable wide = new FactTable(new CubeShape(List.of(third)), 1);
        wide.add(0, 0, new int[] {0}, 1);
        wide.add(-1, 3, new int[] {1}, 0);

        Cells cells = CohortCube.count(table.cluster(learner -> learner % 2 == 1), 2, isDense, 100);

        int all = 2;
        assertThat(Counted.of(cells, 2, 1))
                .isEqualTo(Map.of(
                        List.of(0, 0), new Counted(1, 1, List.of(110L)),
                        List.of(0, 1), new Counted(0, 1, List.of(5L)),
                        List.of(0, all), new Counted(1, 2, List.of(115L)),
                        List.of(1, 0), new Counted(1, 1, List.of(21L)),
                        List.of(1, 1), new Counted(1, 0, List.of(-7L)),
                        List.of(1, all), new Counted(2, 1, List.of(14L)),
                        List.of(all, 0), new Counted(1, 1, List.of(131L)),
                        List.of(all, 1), new Counted(1, 1, List.of(-2L)),
                        List.of(all, all), new Counted(2, 2, List.of(129L))));
        assertThat(Counted.of(CohortCube.count(wide.cluster(learner -> learner == 3), 1, isDense, 100), 1, 1))
                .isEqualTo(Map.of(
                        List.of(0), new Counted(1, 1, List.of(1L)), List.of(all), new Counted(1, 1, List.of(1L))));
    }

    @Test
    void resultDoesNotDependOnThreadsOrOrder() {
        Random random = new Random(7);
        CubeShape shape = new CubeShape(List.of(SECTOR, SOLUTION));
        FactTable drawn = new FactTable(shape, 0);
        List<int[]> rows = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            int school = random.nextInt(300);
            rows.add(new int[] {school, random.nextInt(400), school % 2, random.nextInt(2)});
        }
        rows.forEach(row -> drawn.add(row[0], row[1], new int[] {row[2], row[3]}));
        FactTable backward = new FactTable(shape, 0);
        for (int i = rows.size() - 1; i >= 0; i--) {
            int[] row = rows.get(i);
            backward.add(row[0], row[1], new int[] {row[2], row[3]});
        }
        Map<List<Integer>, Counted> one = Counted.of(CohortCube.count(drawn.cluster(), 1), 2, 0);
        assertThat(Counted.of(CohortCube.count(drawn.cluster(), 5), 2, 0)).isEqualTo(one);
        assertThat(Counted.of(CohortCube.count(backward.cluster(), 2), 2, 0)).isEqualTo(one);
    }

    @Test
    void noFactsHaveNoCells() {
        Facts none = new FactTable(new CubeShape(List.of(SECTOR)), 1).cluster();
        assertThat(CohortCube.count(none, 2).size()).isZero();
    }

    @Test
    void aCubeWithoutAxesHasOneCell() {
        FactTable table = new FactTable(new CubeShape(List.of()), 0);
        table.add(0, 0, new int[] {});
        table.add(0, 1, new int[] {});
        assertThat(Counted.of(CohortCube.count(table.cluster(), 1), 0, 0))
                .isEqualTo(Map.of(List.of(), new Counted(2, 1, List.of())));
    }

    @Test
    void sumsThatDoNotFitAreRefused() {
        FactTable table = new FactTable(new CubeShape(List.of(SECTOR)), 2);
        table.add(0, 0, new int[] {0}, 0, Long.MAX_VALUE - 1);
        table.add(0, 0, new int[] {0}, 0, 1);
        assertThat(CohortCube.count(table.cluster(), 1).sum(0, 1)).isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(() -> table.add(0, 0, new int[] {0}, 0, 1))
                .isInstanceOf(CubeRefused.class)
                .hasMessageContaining("measure 1");
        assertThatThrownBy(() -> table.add(0, 0, new int[] {0}, 0, Long.MIN_VALUE))
                .isInstanceOf(CubeRefused.class);
    }

    /**
     * With their totals, three axes of 2¹⁶ nodes are 48 bits, and 2¹⁵ − 1 nodes more lie within 63; 2¹⁶ more do not.
     */
    @Test
    void axesThatDoNotFit64BitsAreRefused() {
        Axis wide = Axis.flat("resource", Scope.FREE, (1 << 16) - 1);
        assertThat(new CubeShape(List.of(wide, wide, wide, Axis.flat("day", Scope.FREE, (1 << 15) - 2))).cells())
                .isEqualTo((1L << 48) * ((1 << 15) - 1));
        assertThatThrownBy(() -> new CubeShape(List.of(wide, SECTOR, wide, wide, wide)))
                .isInstanceOf(CubeRefused.class)
                .hasMessageContaining("64 bits")
                .hasMessageContaining("'resource'")
                .hasMessageContaining("65536 nodes");
    }

    /** Facts at (0, 0, 0, 0, 0) and (1, 0, 0, 0, 0): with totals 3 nodes on the first axis and 2 on each other. */
    @Test
    void axesThatDoNotFit64BitsAreCountedByTheCellsThatOccur() {
        Axis wide = Axis.flat("resource", Scope.FREE, (1 << 16) - 1);
        List<Axis> axes = List.of(wide, Axis.flat("school", Scope.SCHOOL, (1 << 16) - 1), wide, wide, wide);
        List<int[]> codes = List.of(new int[5], new int[] {1, 0, 0, 0, 0});
        FactTable table = new FactTable(CubeShape.of(axes, codes::forEach), 1);
        table.add(0, 0, codes.get(0), 5);
        table.add(0, 0, codes.get(1), 7);
        Cells cells = CohortCube.count(table.cluster(), 1);
        assertThat(cells.size()).isEqualTo(48);
        assertThat(Counted.of(cells, 5, 1).get(List.of((1 << 16) - 1, 0, 0, 0, 0)))
                .isEqualTo(new Counted(1, 1, List.of(12L)));
        assertThatThrownBy(() -> table.add(0, 0, new int[] {2, 0, 0, 0, 0}, 1)).hasMessageContaining("node 2");
        assertThatThrownBy(() -> CubeShape.of(axes, codes::forEach, 23)).hasMessageContaining("more than 23 cells");
    }

    @Test
    void tooManyCellsAreRefusedWithTheAxisToCoarsen() {
        assertThat(CohortCube.count(byHand().cluster(), 1, false, 9).size()).isEqualTo(9);
        assertThatThrownBy(() -> CohortCube.count(byHand().cluster(), 1, false, 8))
                .isInstanceOf(CubeRefused.class)
                .hasMessageContaining("more than 8 cells")
                .hasMessageContaining("coarsen");
    }

    @Test
    void codesThatAreNoNodesAreRefused() {
        FactTable table = new FactTable(new CubeShape(List.of(SECTOR)), 0);
        assertThatThrownBy(() -> table.add(0, 0, new int[] {3})).hasMessageContaining("'sector'");
        assertThatThrownBy(() -> table.add(0, 0, new int[] {-1})).hasMessageContaining("'sector'");
        assertThatThrownBy(() -> table.add(0, 0, new int[] {0, 0})).hasMessageContaining("1 codes");
        assertThatThrownBy(() -> table.add(-2, 0, new int[] {0})).hasMessageContaining("-2");
        assertThatThrownBy(() -> table.add(0, -1, new int[] {0})).hasMessageContaining("learner");
        assertThatThrownBy(() -> table.add(0, 0, new int[] {0}, 1)).hasMessageContaining("0 values, had 0 and 1");
    }

    /** School 0 has learners 0 and 1, school 1 learner 1 only; the one that is not known does not count. */
    @Test
    void theLargestSchoolIsTheOneWithMostLearners() {
        Facts facts = byHand().cluster();
        LargestSchool largest = LargestSchool.of(facts, 2);
        CubeShape shape = facts.shape();
        assertThat(largest.learners(shape.cell(new int[] {0, 0}))).isEqualTo(2);
        assertThat(largest.learners(shape.cell(new int[] {0, 1}))).isEqualTo(1);
        assertThat(largest.learners(shape.cell(new int[] {1, 1}))).isZero();
        assertThat(largest.learners(shape.cell(new int[] {2, 2}))).isEqualTo(2);
    }

    @Test
    void axesThatAreNoForestsAreRefused() {
        assertThatThrownBy(() -> Axis.tree("loop", Scope.FREE, 1, 0)).hasMessageContaining("above itself");
        assertThatThrownBy(() -> Axis.tree("far", Scope.FREE, 2, -1)).hasMessageContaining("was 2");
        assertThatThrownBy(() -> Axis.tree("none", Scope.FREE)).hasMessageContaining("'none'");
    }

    @Test
    void slotsAreFoundAgainAfterForgetting() {
        LongSlots slots = new LongSlots();
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            int count = random.nextInt(round % 10 == 0 ? 500 : 12);
            List<Long> keys = random.longs(count, 0, 1_000).distinct().boxed().toList();
            keys.forEach(slots::slot);
            for (int i = 0; i < keys.size(); i++) {
                assertThat(slots.slot(keys.get(i))).isEqualTo(i);
                assertThat(slots.key(i)).isEqualTo(keys.get(i));
            }
            assertThat(slots.size()).isEqualTo(keys.size());
            slots.clear();
        }
    }
}
