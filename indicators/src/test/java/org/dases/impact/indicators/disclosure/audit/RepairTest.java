// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.dases.impact.indicators.disclosure.audit.OpenTable.Parts;
import org.dases.impact.indicators.disclosure.workers.Workers;
import org.junit.jupiter.api.Test;

class RepairTest {
    /** A line of atoms 2, 3, 4, 50 and their total. */
    private static final OpenTable LINE = line(new BitSet(), 2, 3, 4, 50);

    private static OpenTable line(BitSet fixed, long... atoms) {
        int[][] cells = new int[atoms.length + 1][];
        Arrays.setAll(cells, cell -> new int[] {cell});
        cells[atoms.length] = java.util.stream.IntStream.range(0, atoms.length).toArray();
        return new OpenTable(atoms, fixed, cells, List.of(), List.of());
    }

    private static BitSet set(int... members) {
        BitSet set = new BitSet();
        Arrays.stream(members).forEach(set::set);
        return set;
    }

    @Test
    void withholdsWhatLeavesRoom() {
        Repair repair = new Repair(LINE, 0, set(0, 1, 2), List.of(new Need(0, 8, Need.NEVER)), Workers.THREADS);
        repair.repair(List.of(new int[] {0, 1, 2, 3}), false, false);
        assertThat(repair.open()).isEmpty();
        assertThat(repair.withheld()).isEqualTo(set(0, 1, 2, 3));
        assertThat(repair.proof().unproven(repair.withheld())).isEmpty();
    }

    @Test
    void withholdsNothingWhereThereIsRoom() {
        Repair repair = new Repair(
                LINE, 0, set(0, 1, 2), List.of(new Need(0, 7, Need.NEVER), new Need(1, 1, 1)), Workers.THREADS);
        repair.repair(List.of(new int[] {0, 1, 2, 3}), false, false);
        assertThat(repair.open()).isEmpty();
        assertThat(repair.withheld()).isEqualTo(set(0, 1, 2));
    }

    /** Less is cheaper than more here: the others can take what the third loses. */
    @Test
    void lessMayDoAsWell() {
        Repair repair = new Repair(LINE, 0, set(0, 1, 2), List.of(new Need(2, 8, 3)), Workers.THREADS);
        repair.repair(List.of(new int[] {0, 1, 2, 3}), false, false);
        assertThat(repair.withheld()).isEqualTo(set(0, 1, 2));
        Repair onlyLess = new Repair(LINE, 0, set(0, 1, 2), List.of(new Need(2, Need.NEVER, 3)), Workers.THREADS);
        onlyLess.repair(List.of(new int[] {0, 1, 2, 3}), false, false);
        assertThat(onlyLess.open()).isEmpty();
    }

    @Test
    void cellsAcrossWindowsAreLookedAtInPart() {
        Repair repair = new Repair(LINE, 0, set(0, 1, 2, 4), List.of(new Need(4, 8, Need.NEVER)), Workers.THREADS);
        List<int[]> windows = List.of(new int[] {0, 1}, new int[] {2, 3});
        repair.repair(windows, false, false);
        assertThat(repair.open()).hasSize(1);
        repair.repair(windows, true, false);
        assertThat(repair.open()).isEmpty();
        assertThat(repair.withheld()).isEqualTo(set(0, 1, 2, 4));
    }

    /** Everybody knows that the other atoms are empty: nothing can move, and nothing is proved. */
    @Test
    void whatCannotMoveStaysOpen() {
        OpenTable fixed = line(set(0, 1), 0, 0);
        Repair repair = new Repair(fixed, 0, set(0), List.of(new Need(0, 8, Need.NEVER)), Workers.THREADS);
        repair.repair(List.of(new int[] {0, 1}), false, false);
        repair.repairOneByOne();
        assertThat(fixed.isOpen(0)).isFalse();
        assertThat(repair.open()).hasSize(1);
        assertThat(repair.proof().unproven(set(0))).hasSize(1);
    }

    /** Two tables print the same total: the atoms of both must move. */
    @Test
    void cellsThatAreEqualMoveTogether() {
        long[] atoms = {4, 40, 24, 20};
        int[][] cells = {{0}, {1}, {0, 1}, {2}, {3}, {2, 3}};
        OpenTable two = new OpenTable(atoms, new BitSet(), cells, List.of(new int[] {2, 5}), List.of());
        Repair repair = new Repair(two, 0, set(0, 2, 5), List.of(new Need(0, 6, Need.NEVER)), Workers.THREADS);
        repair.repair(List.of(new int[] {0, 1}, new int[] {2, 3}), false, false);
        assertThat(repair.withheld()).as("a sibling moves").isEqualTo(set(0, 1, 2, 5));
        Repair total = new Repair(two, 0, set(0, 2, 5), List.of(new Need(2, 6, Need.NEVER)), Workers.THREADS);
        total.repair(List.of(new int[] {0, 1}, new int[] {2, 3}), false, false);
        assertThat(total.open()).hasSize(1);
        total.repairOneByOne();
        assertThat(total.open()).isEmpty();
        assertThat(total.proof().unproven(total.withheld())).isEmpty();
    }

    /** The whole is 12: a part of 4 may be 12 at most, and the parts together must be 12 at least. */
    @Test
    void overlappingPartsStayWithinTheWhole() {
        OpenTable parts = new OpenTable(
                new long[] {12, 4, 9},
                new BitSet(),
                new int[][] {{0}, {1}, {2}},
                List.of(),
                List.of(new Parts(0, List.of(1, 2))));
        Repair fits = new Repair(parts, 0, set(1), List.of(new Need(1, 8, Need.NEVER)), Workers.THREADS);
        fits.repair(List.of(new int[] {0, 1, 2}), false, false);
        assertThat(fits.withheld()).isEqualTo(set(1));
        Repair beyond = new Repair(parts, 0, set(1), List.of(new Need(1, 9, Need.NEVER)), Workers.THREADS);
        beyond.repair(List.of(new int[] {0, 1, 2}), false, false);
        assertThat(beyond.withheld()).as("the whole moves along").isEqualTo(set(0, 1));
        Repair less = new Repair(parts, 0, set(1), List.of(new Need(1, Need.NEVER, 2)), Workers.THREADS);
        less.repair(List.of(new int[] {0, 1, 2}), false, false);
        assertThat(less.withheld().cardinality())
                .as("4 + 9 is 13, 2 + 9 is less than 12")
                .isGreaterThan(1);
    }

    private static Proof proof(OpenTable table, int floor, int[] atoms, double[] by, Need need) {
        return new Proof(table, floor, List.of(need), List.of(new Move(atoms, by)));
    }

    /** The check trusts no witness. */
    @Test
    void witnessesThatDoNotFitProveNothing() {
        Need need = new Need(0, 2, Need.NEVER);
        int[] both = {0, 1};
        assertThat(proof(LINE, 0, both, new double[] {2, -2}, need).unproven(set(0, 1)))
                .isEmpty();
        assertThat(proof(LINE, 0, both, new double[] {2, -2}, need).unproven(set(0)))
                .as("printed")
                .hasSize(1);
        assertThat(proof(LINE, 0, both, new double[] {2, -1}, need).unproven(set(0, 1)))
                .as("total")
                .hasSize(1);
        assertThat(proof(LINE, 0, both, new double[] {1, -1}, need).unproven(set(0, 1)))
                .as("too little")
                .hasSize(1);
        assertThat(proof(LINE, 0, both, new double[] {4, -4}, need).unproven(set(0, 1)))
                .as("negative")
                .hasSize(1);
        assertThat(proof(LINE, 1, both, new double[] {3, -3}, need).unproven(set(0, 1)))
                .as("empty")
                .hasSize(1);
        assertThat(proof(line(set(1), 2, 0, 4), 0, both, new double[] {2, -2}, need)
                        .unproven(set(0, 1, 3)))
                .as("known to be empty")
                .hasSize(1);
    }

    @Test
    void aNeedIsAboutAChange() {
        assertThatThrownBy(() -> new Need(0, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Need(0, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The total gains the 7 that its part gains: one move meets both needs. */
    @Test
    void aNeedThatAnotherOnesMoveMeetsTakesNoMoveOfItsOwn() {
        Repair repair =
                new Repair(LINE, 0, set(0, 4), List.of(new Need(0, 7, Need.NEVER), new Need(4, 7, 7)), Workers.THREADS);
        repair.repairOneByOne();
        assertThat(repair.open()).isEmpty();
        assertThat(repair.withheld()).isEqualTo(set(0, 4));
        assertThat(repair.proof().unproven(repair.withheld())).isEmpty();
    }

    /** 4 cannot lose 5. To gain 8 it takes 3 more than the 2 and the 3 have: the 50 must go. */
    @Test
    void moreIsTakenWhereLessCannotBe() {
        Repair repair = new Repair(LINE, 0, set(0, 1, 2), List.of(new Need(2, 8, 5)), Workers.THREADS);
        repair.repair(List.of(new int[] {0, 1, 2, 3}), false, false);
        assertThat(repair.open()).isEmpty();
        assertThat(repair.withheld()).isEqualTo(set(0, 1, 2, 3));
    }

    @Test
    void aWindowWithoutAnyPartOfACellLeavesItToTheOthers() {
        assertThat(LINE.isOpen(0)).isTrue();
        Repair repair = new Repair(LINE, 0, set(0, 1, 4), List.of(new Need(0, 3, Need.NEVER)), Workers.THREADS);
        repair.repair(List.of(new int[] {2, 3}), true, false);
        assertThat(repair.open()).hasSize(1);
        List<int[]> both = List.of(new int[] {2, 3}, new int[] {0, 1});
        repair.repair(both, true, false);
        assertThat(repair.open()).as("held whole").hasSize(1);
        repair.repair(both, false, false);
        assertThat(repair.open()).isEmpty();
        assertThat(repair.withheld()).isEqualTo(set(0, 1, 4));
    }

    /** Cells 2 and 5 are the same total of two tables; cells 6 to 8 are a table by itself. */
    private static OpenTable twins() {
        long[] atoms = {4, 40, 24, 20, 6, 30};
        int[][] cells = {{0}, {1}, {0, 1}, {2}, {3}, {2, 3}, {4}, {5}, {4, 5}};
        return new OpenTable(atoms, new BitSet(), cells, List.of(new int[] {2, 5}), List.of());
    }

    @Test
    void theSecondOfTwoEqualCellsTakesTheFirstAlong() {
        Repair total = new Repair(twins(), 0, set(0, 2, 5), List.of(new Need(5, 6, Need.NEVER)), Workers.THREADS);
        total.repairOneByOne();
        assertThat(total.open()).isEmpty();
        assertThat(total.withheld().cardinality()).as("3 or 4 moves along").isEqualTo(4);
        assertThat(total.proof().unproven(total.withheld())).isEmpty();
    }

    /** In a window of the second table alone, or of the third, the totals stay what they are. */
    @Test
    void equalCellsOutsideOfAWindowStay() {
        Repair second = new Repair(twins(), 0, set(3, 4, 5), List.of(new Need(3, 6, Need.NEVER)), Workers.THREADS);
        second.repair(List.of(new int[] {2, 3}), false, false);
        assertThat(second.open()).isEmpty();
        assertThat(second.proof().unproven(second.withheld())).isEmpty();
        Repair third = new Repair(twins(), 0, set(6, 7), List.of(new Need(6, 4, Need.NEVER)), Workers.THREADS);
        third.repair(List.of(new int[] {4, 5}), false, false);
        assertThat(third.withheld()).isEqualTo(set(6, 7));
        Repair total = new Repair(twins(), 0, set(5), List.of(new Need(5, 6, Need.NEVER)), Workers.THREADS);
        total.repair(List.of(new int[] {2, 3}), false, false);
        assertThat(total.open()).as("its twin is elsewhere").hasSize(1);
    }

    @Test
    void witnessesThatTellEqualCellsApartProveNothing() {
        Need need = new Need(0, 2, Need.NEVER);
        BitSet withheld = set(0, 1, 2, 3, 4, 5);
        assertThat(proof(twins(), 0, new int[] {0}, new double[] {2}, need).unproven(withheld))
                .hasSize(1);
        assertThat(proof(twins(), 0, new int[] {0, 2}, new double[] {2, 2}, need)
                        .unproven(withheld))
                .isEmpty();
    }

    /** The whole 12 of overlapping parts 4 and 9, and another whole 20 of 20 and 8. */
    private static OpenTable wholes() {
        return new OpenTable(
                new long[] {12, 4, 9, 20, 20, 8},
                new BitSet(),
                new int[][] {{0}, {1}, {2}, {3}, {4}, {5}},
                List.of(),
                List.of(new Parts(0, List.of(1, 2)), new Parts(3, List.of(4, 5))));
    }

    @Test
    void witnessesWithPartsBeyondTheirWholeOrTooFewProveNothing() {
        Need more = new Need(1, 8, Need.NEVER);
        assertThat(proof(wholes(), 0, new int[] {1}, new double[] {8}, more).unproven(set(1)))
                .as("12 of 12")
                .isEmpty();
        assertThat(proof(wholes(), 0, new int[] {1}, new double[] {9}, more).unproven(set(1)))
                .as("13 of 12")
                .hasSize(1);
        Need less = new Need(1, Need.NEVER, 1);
        assertThat(proof(wholes(), 0, new int[] {1}, new double[] {-1}, less).unproven(set(1)))
                .as("3 + 9 = 12")
                .isEmpty();
        assertThat(proof(wholes(), 0, new int[] {1}, new double[] {-2}, less).unproven(set(1)))
                .as("2 + 9 < 12")
                .hasSize(1);
    }

    /** The parts 4 and 9 of a window without their whole stay within 12; a window of others is not bound by it. */
    @Test
    void wholesOutsideOfAWindowStay() {
        Repair inside = new Repair(wholes(), 0, set(1), List.of(new Need(1, 8, Need.NEVER)), Workers.THREADS);
        inside.repair(List.of(new int[] {1}, new int[] {4, 5}), false, false);
        assertThat(inside.open()).isEmpty();
        Repair beyond = new Repair(wholes(), 0, set(0, 1), List.of(new Need(1, 9, Need.NEVER)), Workers.THREADS);
        beyond.repair(List.of(new int[] {1}), false, false);
        assertThat(beyond.open()).hasSize(1);
        Repair whole = new Repair(wholes(), 0, set(0), List.of(new Need(0, 1, 2)), Workers.THREADS);
        whole.repair(List.of(new int[] {0}), false, false);
        assertThat(whole.withheld()).as("13 of 4 and 9").isEqualTo(set(0));
        assertThat(whole.open()).isEmpty();
    }
}
