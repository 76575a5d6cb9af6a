// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.workers.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which order a window is asked, and when it is left alone. */
class WindowRepairTest {
    private static BitSet set(int... members) {
        BitSet set = new BitSet();
        Arrays.stream(members).forEach(set::set);
        return set;
    }

    /** 2 + 3 and 4 + 5 are printed, and an atom is known to be empty. */
    private static List<Move> pairs(Need... needs) {
        OpenTable table = new OpenTable(
                new long[] {2, 3, 4, 5, 0},
                set(4),
                new int[][] {{0}, {1}, {2}, {3}, {0, 1}, {2, 3}, {4}},
                List.of(),
                List.of());
        return WindowRepair.within(table, List.of(needs), set(4, 5), new int[] {0, 1, 2, 3, 4}, 0, false);
    }

    /** The first may gain 3 while the third gains 5, and lose 2 while it loses 4. */
    @Test
    void aMoveIsSoughtThatMeetsAllNeedsAtOnce() {
        Need never = new Need(6, 1, Need.NEVER);
        List<Move> more = pairs(new Need(0, 3, Need.NEVER), new Need(2, 5, Need.NEVER), never);
        List<Move> less = pairs(new Need(0, Need.NEVER, 2), new Need(2, Need.NEVER, 4), never);

        assertThat(more).hasSize(1);
        assertThat(more.get(0).atoms()).containsExactly(0, 1, 2, 3);
        assertThat(more.get(0).by()).containsExactly(3, -3, 5, -5);
        assertThat(less).hasSize(1);
        assertThat(less.get(0).by()).containsExactly(-2, 2, -4, 4);
    }

    /** Two lines of 2 and 40 and of 9 and 20, and 4 learners between them. Withheld are 2, 4 and 9. */
    private static Repair lines(List<Need> needs) {
        OpenTable table = new OpenTable(
                new long[] {2, 40, 4, 9, 20},
                new BitSet(),
                new int[][] {{0}, {1}, {2}, {3}, {4}, {0, 1}, {3, 4}},
                List.of(),
                List.of());
        return new Repair(table, 0, set(0, 2, 3), needs, Workers.THREADS);
    }

    /** Of 4 learners 5 or more cannot go, in any window. */
    private static List<Need> inVain(int count) {
        List<Need> needs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            needs.add(new Need(2, Need.NEVER, 5 + i));
        }
        return needs;
    }

    /** 9 can lose 3 if the 20, which are printed, gain them; before that is looked at comes what is in vain. */
    @ParameterizedTest
    @CsvSource({"4, true", "5, false", "6, false"})
    void hasteLeavesAWindowThatMeetsNoneOfSeveralNeeds(int inVain, boolean isMet) {
        List<Need> needs = inVain(inVain);
        needs.add(new Need(3, Need.NEVER, 3));
        Repair repair = lines(needs);
        List<int[]> windows = List.of(new int[] {0, 1, 2, 3, 4});

        repair.repair(windows, false, true);

        assertThat(repair.open()).hasSize(inVain + (isMet ? 0 : 1));
        assertThat(repair.withheld()).isEqualTo(isMet ? set(0, 2, 3, 4) : set(0, 2, 3));
        repair.repair(windows, false, false);
        assertThat(repair.open()).hasSize(inVain);
        assertThat(repair.withheld()).isEqualTo(set(0, 2, 3, 4));
    }

    /** Before what is in vain the 2 are lost to the 40. */
    @Test
    void hasteGoesOnWhereANeedWasMetAtACost() {
        List<Need> needs = inVain(6);
        needs.add(new Need(3, Need.NEVER, 3));
        needs.add(new Need(0, Need.NEVER, 2));
        Repair repair = lines(needs);

        repair.repair(List.of(new int[] {0, 1, 2, 3, 4}), false, true);

        assertThat(repair.open()).hasSize(6);
        assertThat(repair.withheld()).isEqualTo(set(0, 1, 2, 3, 4));
    }

    /** The total loses 200. Its 300 largest atoms are printed; of 500, 200 are withheld and can lose one each. */
    @Test
    void moreAtomsThatMoveAtNoCostAreBetterThanFew() {
        int size = 2_000;
        long[] atoms = new long[size];
        int[][] cells = new int[size + 1][];
        Arrays.setAll(cells, cell -> new int[] {cell});
        Arrays.setAll(atoms, atom -> atom < 300 ? 2 : 1);
        cells[size] = IntStream.range(0, size).toArray();
        OpenTable table = new OpenTable(atoms, new BitSet(), cells, List.of(), List.of());
        BitSet withheld = new BitSet();
        withheld.set(300, size + 1);
        Repair repair = new Repair(table, 0, withheld, List.of(new Need(size, Need.NEVER, 200)), Workers.THREADS);

        repair.repairOneByOne();

        assertThat(repair.open()).isEmpty();
        assertThat(repair.withheld()).isEqualTo(withheld);
    }

    /** 5 are withheld beside few who are printed; the sum is printed three times. Of none nobody can go. */
    @ParameterizedTest
    @CsvSource({"0, -1", "1, 1"})
    void growsUnlessItCostsLessToShrink(long beside, double by) {
        OpenTable table = new OpenTable(
                new long[] {5, beside},
                new BitSet(),
                new int[][] {{0}, {1}, {0, 1}, {0, 1}, {0, 1}},
                List.of(),
                List.of());

        List<Move> moves =
                WindowRepair.within(table, List.of(new Need(0, 1, 1)), set(1, 2, 3, 4), new int[] {0, 1}, 0, false);

        assertThat(moves).hasSize(1);
        assertThat(moves.get(0).atoms()).containsExactly(0, 1);
        assertThat(moves.get(0).by()).containsExactly(by, -by);
    }

    /**
     * More than atoms are let grow in the program without costs; the other one loses them, and nothing printed moves.
     */
    @Test
    void aChangeThatIsLargerThanIsTriedAtFirstCostsNothing() {
        OpenTable table = new OpenTable(
                new long[] {5, 30_000}, new BitSet(), new int[][] {{0}, {1}, {0, 1}}, List.of(), List.of());
        List<Need> needs = List.of(new Need(0, 20_000, Need.NEVER));
        Repair repair = new Repair(table, 0, set(0, 1), needs, Workers.HERE);

        repair.repair(List.of(List.of(new int[] {0, 1})));

        assertThat(repair.open()).isEmpty();
        assertThat(repair.withheld()).isEqualTo(set(0, 1));
    }

    /** A sum of 5 that is printed became 6: so it could by rounding, in a sum of very many. */
    @Test
    void aMoveThatContradictsWhatIsPrintedMeetsNothing() {
        OpenTable table = new OpenTable(
                new long[] {2, 3, 4}, new BitSet(), new int[][] {{0}, {1}, {2}, {0, 1}}, List.of(), List.of());
        List<Need> needs = List.of(new Need(0, 1, 1));
        Move wrong = new Move(new int[] {0}, new double[] {1});
        Move right = new Move(new int[] {0, 1}, new double[] {1, -1});
        try (WindowRepair repair = new WindowRepair(table, needs, set(3), new int[] {0, 1, 2}, 0, false)) {
            assertThat(repair.takeFree(wrong)).isFalse();
            assertThat(repair.takeFree(right)).isTrue();
            assertThat(repair.takeFree(right)).as("nothing is open").isFalse();
        }
        WindowSums sums = new WindowSums(table, new int[] {0, 1, 2});
        try (LiftProgram growing = new LiftProgram(table, sums, set(3), 0, true);
                LiftProgram shrinking = new LiftProgram(table, sums, set(3), 0, true)) {
            InsiderWindow window = new InsiderWindow(table, needs, set(3), List.of(), growing, shrinking);
            assertThat(window.take(wrong)).isFalse();
            assertThat(window.take(right)).isTrue();
            assertThat(window.take(right)).as("shown already").isFalse();
        }
    }
}
