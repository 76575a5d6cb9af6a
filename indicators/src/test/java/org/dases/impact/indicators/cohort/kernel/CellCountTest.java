// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.dases.impact.indicators.cohort.kernel.Counted.Fact;
import org.junit.jupiter.api.Test;

class CellCountTest {
    /** Region 0 has académies 1, 2 and 3; node 4 is the total. */
    private static final Axis TERRITORY = Axis.tree("territory", Scope.SCHOOL, 4, 0, 0, 0, -1);

    private static final Axis SOLUTION = Axis.flat("solution", Scope.FREE, 2);

    /** Académies 1, 2 and 3, all with solution 0: (3 académies + region + total) × (solution + total) = 10 of 15. */
    private static final List<int[]> FACTS = List.of(new int[] {1, 0}, new int[] {2, 0}, new int[] {3, 0});

    @Test
    void onlyCellsWithAFactCount() {
        CellCount count = new CellCount(List.of(TERRITORY, SOLUTION), FACTS::forEach, 10);
        assertThat(count.cells()).isEqualTo(10);
        assertThat(count.fits()).isTrue();
        assertThat(new CellCount(List.of(TERRITORY, SOLUTION), FACTS::forEach, 9).fits())
                .isFalse();
    }

    /** Without académies (region, total) × 2 = 4 cells; without solutions 5; the level with most nodes goes first. */
    @Test
    void theFinestLevelThatSufficesIsLeftOut() {
        assertThat(new CellCount(List.of(TERRITORY, SOLUTION), FACTS::forEach, 9).coarser())
                .isEqualTo(new CellCount.Coarser(List.of(1, 0), OptionalLong.of(4)));
        List<int[]> wide = new ArrayList<>(FACTS);
        wide.add(new int[] {3, 1});
        wide.add(new int[] {2, 1});
        assertThat(new CellCount(List.of(TERRITORY, SOLUTION), wide::forEach, 5).coarser())
                .as("without académies 2 × 3 cells are left, without solutions 5")
                .isEqualTo(new CellCount.Coarser(List.of(0, 1), OptionalLong.of(5)));
    }

    @Test
    void levelsOfSeveralAxesAreLeftOutWhereOneDoesNotSuffice() {
        assertThat(new CellCount(List.of(TERRITORY, SOLUTION), FACTS::forEach, 2).coarser())
                .isEqualTo(new CellCount.Coarser(List.of(1, 1), OptionalLong.of(2)));
        Axis days = Axis.tree("period", Scope.FREE, -1, -1);
        List<int[]> both = List.of(new int[] {0}, new int[] {1});
        assertThat(new CellCount(List.of(days), both::forEach, 1).coarser())
                .as("nothing lies above days")
                .isEqualTo(new CellCount.Coarser(List.of(0), OptionalLong.empty()));
    }

    @Test
    void numberOfCellsEqualsThatOfTheCube() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            List<Axis> axes = CohortCubeBruteForceTest.axes(random);
            List<Fact> facts = CohortCubeBruteForceTest.facts(axes, 0, random);
            int cells = Counted.bruteForce(axes, facts, 0).size();
            FactPlaces places = facts.stream().map(Fact::nodes).toList()::forEach;
            assertThat(new CellCount(axes, places, 10_000).cells()).isEqualTo(cells);
            assertThat(new CellCount(axes, places, cells).fits()).isTrue();
            assertThat(cells == 0 || !new CellCount(axes, places, cells - 1).fits())
                    .isTrue();
        }
    }
}
