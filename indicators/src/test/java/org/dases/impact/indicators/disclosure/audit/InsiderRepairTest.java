// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;

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

    /** Whoever knows one of the atoms that differ rules the table out, be what it knows less or more than these. */
    @Test
    void aMoveOfWhatIsKnownMeetsNothing() {
        Move move = new Move(new int[] {1, 2}, new double[] {1, -1});
        assertThat(new Need(1, 1, 1, Set.of()).isMetBy(1, move)).isTrue();
        assertThat(new Need(1, 1, 1, Set.of(0)).isMetBy(1, move)).isTrue();
        assertThat(new Need(1, 1, 1, Set.of(2)).isMetBy(1, move)).isFalse();
        assertThat(new Need(1, 1, 1, Set.of(0, 3, 4)).isMetBy(1, move)).isTrue();
        assertThat(new Need(1, 1, 1, Set.of(0, 2, 4)).isMetBy(1, move)).isFalse();
        assertThat(new Need(1, 2, 1, Set.of(0)).isMetBy(1, move))
                .as("too little")
                .isFalse();
    }

    /** Those who know nothing of a window see a cell move there, too. */
    @Test
    void aWindowOfWhichNobodyKnowsAnythingShowsItsCells() {
        OpenTable region = region(8, 1, 2, 50);
        CellChanges changes = new CellChanges(region);
        List<Move> moves =
                InsiderWindow.moves(region, List.of(new Need(1, 1, 1), new Need(2, 1, 1)), set(3, 4, 5), 1, List.of());
        assertThat(moves)
                .isNotEmpty()
                .allSatisfy(move ->
                        assertThat(changes.of(move).cells()).isNotEmpty().doesNotContain(3, 4, 5));
    }

    private static final int ROWS = 40;
    private static final int[] ALL = IntStream.range(0, 3 * ROWS).toArray();

    /** Rows of 8, 1 and 2 atoms, and their sums. */
    private static OpenTable rows() {
        long[] atoms = new long[3 * ROWS];
        int[][] cells = new int[4 * ROWS][];
        for (int atom = 0; atom < atoms.length; atom++) {
            atoms[atom] = List.of(8, 1, 2).get(atom % 3);
            cells[atom] = new int[] {atom};
        }
        for (int row = 0; row < ROWS; row++) {
            cells[3 * ROWS + row] = new int[] {3 * row, 3 * row + 1, 3 * row + 2};
        }
        return new OpenTable(atoms, new BitSet(), cells, List.of(), List.of());
    }

    private static List<Need> doubts() {
        return IntStream.of(ALL).mapToObj(atom -> new Need(atom, 1, 1)).toList();
    }

    /** A school for each 8. */
    private static List<Insider> schools() {
        return IntStream.range(0, ROWS)
                .mapToObj(row -> new Insider(Set.of(3 * row), Set.of(3 * row)))
                .toList();
    }

    private static BitSet sums() {
        BitSet sums = new BitSet();
        sums.set(3 * ROWS, 4 * ROWS);
        return sums;
    }

    /** 1 and 2 may be 2 and 1 in each row, whatever becomes of the 8. */
    @Test
    void manySchoolsAreShownAtOnce() {
        List<Move> moves = InsiderWindow.moves(rows(), doubts(), sums(), 1, schools());
        Tellers tellers = new Tellers(rows(), IntStream.of(ALL).boxed().toList(), schools());
        CellChanges changes = new CellChanges(rows());
        moves.forEach(move -> tellers.take(
                move,
                changes.of(move)
                        .cells()
                        .filter(cell -> Math.abs(changes.by(cell)) >= 1)
                        .boxed()
                        .toList()));
        assertThat(tellers.told()).isEmpty();
        assertThat(moves).as("for 4 800 pairs, fewer than cells").hasSizeLessThan(3 * ROWS);
        assertThat(InsiderWindow.moves(rows(), doubts(), allCells(), 1, List.of()))
                .as("all is printed")
                .isEmpty();
    }

    private static BitSet allCells() {
        BitSet all = new BitSet();
        all.set(0, 4 * ROWS);
        return all;
    }

    /** Windows number atoms and cells anew. */
    @Test
    void eachWindowShowsItsCells() {
        List<int[]> windows = IntStream.range(0, ROWS / 2)
                .mapToObj(pair -> IntStream.range(6 * pair, 6 * pair + 6).toArray())
                .toList();
        BitSet withheld = new BitSet();
        withheld.set(0, 3 * ROWS);
        Repair repair = new Repair(rows(), 1, withheld, doubts(), Workers.HERE);
        repair.repair(List.of(windows));
        repair.repairAgainst(schools(), List.of(windows));
        assertThat(repair.open()).isEmpty();
        assertThat(repair.withheld()).isEqualTo(withheld);
        assertThat(repair.proof().unproven(withheld)).isEmpty();
    }

    /** Most atoms of a total are an insider's, and in another window than those that can move. */
    @Test
    void aWindowIsLookedAtWhereSomethingIsLeftToMove() {
        OpenTable table = new OpenTable(
                new long[] {5, 5, 5, 4, 50},
                new BitSet(),
                new int[][] {{0}, {1}, {2}, {3}, {4}, {0, 1, 2, 3}, {3, 4}},
                List.of(),
                List.of());
        Insider insider = new Insider(Set.of(0, 1, 2), Set.of(0, 1, 2));
        List<List<int[]>> plans = List.of(List.of(new int[] {0, 1, 2}, new int[] {3, 4}));
        Repair repair = new Repair(table, 1, set(0, 1, 2, 3, 4, 5), List.of(new Need(5, 1, 1)), Workers.HERE);
        repair.repair(plans);
        repair.repairAgainst(List.of(insider), plans);
        assertThat(repair.open()).isEmpty();
        assertThat(repair.withheld()).as("4 and 50 move together").isEqualTo(set(0, 1, 2, 3, 4, 5));
        assertThat(repair.proof().unproven(repair.withheld())).isEmpty();
    }

    /**
     * a + c and b + c are 5, a + b + d is 1, all printed. So a and b can grow by half a person each, which is one more
     * of both together, and none of one alone: that takes a printed cell.
     */
    @Test
    void halfAPersonShowsNothing() {
        OpenTable table = new OpenTable(
                new long[] {0, 0, 5, 1},
                new BitSet(),
                new int[][] {{0}, {1}, {2}, {3}, {0, 1}, {0, 2}, {1, 2}, {0, 1, 3}},
                List.of(),
                List.of());
        List<List<int[]>> whole = List.of(List.of(new int[] {0, 1, 2, 3}));
        BitSet withheld = set(0, 1, 2, 3, 4);
        Repair both = new Repair(table, 0, withheld, List.of(new Need(4, 1, 1)), Workers.HERE);
        both.repair(whole);
        assertThat(both.withheld()).isEqualTo(withheld);
        Repair one = new Repair(table, 0, withheld, List.of(new Need(4, 1, 1), new Need(0, 1, 1)), Workers.HERE);
        one.repair(whole);
        one.repairAgainst(List.of(new Insider(Set.of(1), Set.of(1))), whole);
        assertThat(one.open()).isEmpty();
        assertThat(one.withheld().cardinality()).isGreaterThan(5);
        assertThat(one.proof().unproven(one.withheld())).isEmpty();
    }
}
