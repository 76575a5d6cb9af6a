// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.workers.Workers;
import org.junit.jupiter.api.Test;

/** What a school knows, as far as bounds go. */
class InsiderRepairTest {
    private static final Insider FIRST = new Insider(Set.of(0), Set.of(0));

    private static BitSet set(int... members) {
        BitSet set = new BitSet();
        for (int member : members) {
            set.set(member);
        }
        return set;
    }

    /** Three places of a region and another place; cells 4 and 5 are the region and all. */
    private static OpenTable region(long... atoms) {
        return new OpenTable(
                atoms, new BitSet(), new int[][] {{0}, {1}, {2}, {3}, {0, 1, 2}, {0, 1, 2, 3}}, List.of(), List.of());
    }

    private static Repair repair(OpenTable table, List<List<int[]>> plans) {
        Repair repair = new Repair(
                table, 1, set(0, 1, 2), List.of(new Need(0, 1, 1), new Need(1, 1, 1), new Need(2, 1, 1)), Workers.HERE);
        repair.repair(plans);
        assertThat(repair.withheld()).as("whoever knows what is printed alone").isEqualTo(set(0, 1, 2));
        return repair;
    }

    /** 8 + 1 + 1 = 10: whoever has the 8 knows the others, unless the 10 are withheld, and with them the 50 or all. */
    @Test
    void whatASchoolCouldTellIsWithheld() {
        List<List<int[]>> whole = List.of(List.of(new int[] {0, 1, 2, 3}));
        Repair repair = repair(region(8, 1, 1, 50), whole);
        repair.repairAgainst(List.of(FIRST), whole);
        assertThat(repair.open()).isEmpty();
        assertThat(repair.withheld().cardinality()).isEqualTo(5);
        assertThat(repair.withheld().get(4)).isTrue();
        assertThat(repair.proof().unproven(repair.withheld())).isEmpty();
        assertThat(repair.proof().unproven(set(0, 1, 2)))
                .as("printed after all")
                .extracting(Need::cell)
                .containsExactly(1, 2);
    }

    /** 8 + 1 + 2 = 11: the others may be 2 and 1. */
    @Test
    void whatASchoolCannotTellStays() {
        List<List<int[]>> whole = List.of(List.of(new int[] {0, 1, 2, 3}));
        Repair repair = repair(region(8, 1, 2, 50), whole);
        repair.repairAgainst(List.of(FIRST), whole);
        assertThat(repair.withheld()).isEqualTo(set(0, 1, 2));
        assertThat(repair.proof().unproven(repair.withheld())).isEmpty();
    }

    /** A proof that has only tables in which the school's own number is another one. */
    @Test
    void aProofForThoseWhoKnowNothingElseIsNoneForASchool() {
        Move move = new Move(new int[] {0, 1}, new double[] {-1, 1});
        Move other = new Move(new int[] {1, 2}, new double[] {1, -1});
        Need need = new Need(1, 1, 1);
        OpenTable table = region(8, 1, 2, 50);
        assertThat(new Proof(table, 1, List.of(need), List.of(move)).unproven(set(0, 1, 2)))
                .isEmpty();
        assertThat(new Proof(table, 1, List.of(need), List.of(move), List.of(FIRST)).unproven(set(0, 1, 2)))
                .containsExactly(need);
        assertThat(new Proof(table, 1, List.of(need), List.of(move, other), List.of(FIRST)).unproven(set(0, 1, 2)))
                .isEmpty();
        assertThat(new Proof(table, 1, List.of(need), List.of(move, other), List.of(FIRST)).unproven(set(0, 1)))
                .as("the third is printed")
                .containsExactly(need);
    }

    /** Those who know nothing of a window see a cell move there, too. */
    @Test
    void aWindowOfWhichNobodyKnowsAnythingShowsItsCells() {
        List<Move> moves = InsiderWindow.moves(
                region(8, 1, 2, 50), List.of(new Need(1, 1, 1), new Need(2, 1, 1)), set(3, 4, 5), 1, List.of());
        assertThat(moves)
                .isNotEmpty()
                .allSatisfy(
                        move -> assertThat(move.changes(region(8, 1, 2, 50))).doesNotContainKeys(3, 4, 5));
    }

    /** Rows of 8, 1 and 2 with their sums printed, and a school for each 8: a window for each row, or two rows. */
    @Test
    void manySchoolsAreShownAtOnce() {
        int rows = 40;
        long[] atoms = new long[3 * rows];
        int[][] cells = new int[4 * rows][];
        List<Need> needs = new ArrayList<>();
        List<Insider> insiders = new ArrayList<>();
        BitSet withheld = new BitSet();
        for (int row = 0; row < rows; row++) {
            int first = 3 * row;
            atoms[first] = 8;
            atoms[first + 1] = 1;
            atoms[first + 2] = 2;
            IntStream.range(first, first + 3).forEach(atom -> {
                cells[atom] = new int[] {atom};
                needs.add(new Need(atom, 1, 1));
                withheld.set(atom);
            });
            cells[3 * rows + row] = new int[] {first, first + 1, first + 2};
            insiders.add(new Insider(Set.of(first), Set.of(first)));
        }
        OpenTable table = new OpenTable(atoms, new BitSet(), cells, List.of(), List.of());
        int[] all = IntStream.range(0, atoms.length).toArray();
        Repair repair = new Repair(table, 1, withheld, needs, Workers.HERE);
        repair.repair(List.of(List.of(all)));
        repair.repairAgainst(insiders, List.of(List.of(all)));
        assertThat(repair.withheld()).isEqualTo(withheld);
        assertThat(repair.proof().unproven(withheld)).isEmpty();
        List<Move> moves = InsiderWindow.moves(table, needs, repair.withheld(), 1, List.of());
        assertThat(moves).as("all is printed").isEmpty();
    }
}
