// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.dases.impact.indicators.disclosure.audit.OpenTable.Parts;
import org.dases.impact.indicators.disclosure.workers.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What does not move: cells that stand still in a window, and wholes that have to grow with their parts. */
class StillTest {
    private static BitSet set(int... members) {
        BitSet set = new BitSet();
        Arrays.stream(members).forEach(set::set);
        return set;
    }

    /** Atoms 2, 3, 4, 50 and one that everybody knows to be empty; the last cell is their total. */
    private static OpenTable line() {
        return new OpenTable(
                new long[] {2, 3, 4, 50, 0},
                set(4),
                new int[][] {{0}, {1}, {2}, {3}, {4}, {0, 1, 2, 3, 4}},
                List.of(),
                List.of());
    }

    private static Set<Integer> still(OpenTable table, BitSet printed, boolean isFree) {
        int[] all = {0, 1, 2, 3, 4};
        Set<Integer> cells = Set.of(0, 1, 2, 3, 4, 5);
        try (LiftProgram program = new LiftProgram(table, new WindowSums(table, all), printed, 0, isFree)) {
            return program.still(List.copyOf(cells), printed);
        }
    }

    @Test
    void printedCellsAndWhatFollowsFromThemStandStill() {
        assertThat(still(line(), set(2, 3, 5), true)).containsExactlyInAnyOrder(2, 3, 4, 5);
        assertThat(still(line(), set(1, 2, 3, 5), true)).as("one left").containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
        assertThat(still(line(), set(2, 3), true)).containsExactlyInAnyOrder(2, 3, 4);
    }

    @Test
    void whereAllMayChangeOnlyWhatIsKnownToBeEmptyStandsStill() {
        assertThat(still(line(), set(0, 1, 2, 3, 4, 5), false)).containsExactly(4);
    }

    /**
     * A part cannot grow beyond a whole outside the window; what the other need costs is not forgotten over finding
     * that out: of the cells that can lose what the first gains the smallest does, wherever it stands, and not the
     * total.
     */
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6})
    void aNeedThatCannotBeMetLeavesTheOthersAsTheyWere(int smallest) {
        long[] values = {2, 3, 4, 90, 80, 95, 70, 4, 9, 12};
        values[smallest] = 50;
        OpenTable table = new OpenTable(
                values,
                new BitSet(),
                new int[][] {{0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9}, {0, 1, 2, 3, 4, 5, 6}},
                List.of(),
                List.of(new Parts(9, List.of(7, 8))));
        List<Need> needs = List.of(new Need(7, 20, Need.NEVER), new Need(0, 8, Need.NEVER));
        Repair repair = new Repair(table, 0, set(0, 1, 2, 7), needs, Workers.THREADS);

        repair.repair(List.of(new int[] {0, 1, 2, 3, 4, 5, 6, 7}), false, false);

        assertThat(repair.open()).containsExactly(needs.get(0));
        assertThat(repair.withheld()).isEqualTo(set(0, 1, 2, 7, smallest));
    }

    /**
     * A part of 4 grows by 8 at most within a whole of 12: what asks for more is given up, and the other part grows.
     */
    @Test
    void aNeedIsMetAlthoughThoseOfAnotherCellAreNot() {
        OpenTable table = new OpenTable(
                new long[] {12, 4, 9},
                new BitSet(),
                new int[][] {{0}, {1}, {2}},
                List.of(),
                List.of(new Parts(0, List.of(1, 2))));
        List<Need> needs = List.of(
                new Need(1, 11, Need.NEVER),
                new Need(1, 10, Need.NEVER),
                new Need(1, 9, Need.NEVER),
                new Need(2, 3, Need.NEVER));
        Repair repair = new Repair(table, 0, set(1, 2), needs, Workers.THREADS);

        repair.repair(List.of(new int[] {1, 2}), false, false);

        assertThat(repair.open()).containsExactlyInAnyOrderElementsOf(needs.subList(0, 3));
        assertThat(repair.withheld()).isEqualTo(set(1, 2));
    }

    /** All 3 learners of the country are in one region, and all of the region in one department. */
    private static OpenTable nested() {
        return new OpenTable(
                new long[] {3, 3, 3, 0},
                new BitSet(),
                new int[][] {{0}, {1}, {2}, {3}},
                List.of(),
                List.of(new Parts(0, List.of(1)), new Parts(1, List.of(2, 3))));
    }

    @Test
    void wholesGrowWithTheirParts() {
        Repair repair = new Repair(nested(), 0, set(2), List.of(new Need(2, 7, Need.NEVER)), Workers.THREADS);
        List<int[]> windows = List.of(new int[] {0}, new int[] {1}, new int[] {2, 3});
        repair.repair(windows, false, false);
        assertThat(repair.open()).as("3 of 3").hasSize(1);

        repair.repairOneByOne();

        assertThat(repair.open()).isEmpty();
        assertThat(repair.withheld()).isEqualTo(set(0, 1, 2));
        assertThat(repair.proof().unproven(repair.withheld())).isEmpty();
    }

    /** A whole of 3 that nobody is in twice grows by what its larger part grows. */
    @Test
    void partsGrowWithTheirWhole() {
        OpenTable table = new OpenTable(
                new long[] {3, 2, 1},
                new BitSet(),
                new int[][] {{0}, {1}, {2}},
                List.of(),
                List.of(new Parts(0, List.of(1, 2))));
        Repair repair = new Repair(table, 0, set(0), List.of(new Need(0, 7, Need.NEVER)), Workers.THREADS);
        repair.repair(List.of(new int[] {0}, new int[] {1}, new int[] {2}), false, false);
        assertThat(repair.open()).as("3 of 2 and 1").hasSize(1);

        repair.repairOneByOne();

        assertThat(repair.withheld()).isEqualTo(set(0, 1));
        assertThat(repair.proof().unproven(repair.withheld())).isEmpty();
    }

    /** Of atoms 1 and 5 the first can only gain what the other loses, as neither can be empty. */
    @Test
    void whatMovesOneWayOnlyDoesNotStandStill() {
        OpenTable table =
                new OpenTable(new long[] {1, 5}, new BitSet(), new int[][] {{0}, {1}, {0, 1}}, List.of(), List.of());
        for (int size = 2; size < 60; size++) {
            List<Integer> cells = new ArrayList<>(Collections.nCopies(size, 0));
            cells.add(1);
            try (LiftProgram program =
                    new LiftProgram(table, new WindowSums(table, new int[] {0, 1}), set(2), 1, true)) {
                assertThat(program.still(cells, set(2))).isEmpty();
            }
        }
    }

    @Test
    void whatIsBeyondItsWholeProvesNothing() {
        OpenTable wrong = new OpenTable(
                new long[] {3, 4, 20, 30},
                new BitSet(),
                new int[][] {{0}, {1}, {2}, {3}},
                List.of(),
                List.of(new Parts(0, List.of(1))));
        Need need = new Need(2, 2, Need.NEVER);
        Proof proof = new Proof(wrong, 0, List.of(need), List.of(new Move(new int[] {2, 3}, new double[] {2, -2})));
        assertThat(proof.unproven(set(2, 3))).containsExactly(need);
    }
}
