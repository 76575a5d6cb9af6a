// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.ortools.linearsolver.MPSolver;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiftProgramTest {
    /** Codes of each of three axes; one more stands for their total. */
    private static final int CODES = 6;

    private static final int K = 10;

    private static OpenTable cube(Random random) {
        long[] atoms = IntStream.range(0, CODES * CODES * CODES)
                .mapToLong(i -> random.nextInt(40))
                .toArray();
        List<int[]> cells = new ArrayList<>();
        for (int a = 0; a <= CODES; a++) {
            for (int b = 0; b <= CODES; b++) {
                for (int c = 0; c <= CODES; c++) {
                    int[] at = {a, b, c};
                    cells.add(IntStream.range(0, atoms.length)
                            .filter(atom -> isIn(atom, at))
                            .toArray());
                }
            }
        }
        return new OpenTable(atoms, new BitSet(), cells.toArray(int[][]::new), List.of(), List.of());
    }

    private static boolean isIn(int atom, int... at) {
        int[] own = {atom / CODES / CODES, atom / CODES % CODES, atom % CODES};
        return IntStream.range(0, own.length).allMatch(axis -> at[axis] == CODES || at[axis] == own[axis]);
    }

    private static LiftProgram program(OpenTable table, BitSet printed) {
        int[] all = IntStream.range(0, CODES * CODES * CODES).toArray();
        return new LiftProgram(table, new WindowSums(table, all), printed, 0, false);
    }

    private static Optional<Move> answer(LiftProgram program, int cell, long by, BitSet printed) {
        return program.change(cell, by).map(move -> program.concentrated(move, cell, by, printed));
    }

    /** An atom that changes takes seven sums with it, which is more than one step. */
    @Test
    void aProgramThatTakesTooLongHasNoAnswer() {
        OpenTable table = cube(new Random(3));
        BitSet printed = new BitSet();
        printed.set(0, table.cells());
        printed.clear(0);
        try (LiftProgram program = program(table, printed)) {
            assertThat(program.change(0, 5)).isPresent();
            program.limit(1);
            assertThat(program.change(0, 5)).isEmpty();
            assertThat(program.extreme(0, true)).isEmpty();
            assertThat(program.still(List.of(0), printed))
                    .as("nothing is known")
                    .isEmpty();
            program.limit(1_000);
            assertThat(program.change(0, 5)).isPresent();
        }
    }

    /** Else what is withheld would depend on the order of the questions, and a program could go astray. */
    @Test
    void anAnswerDoesNotDependOnTheQuestionsBefore() {
        OpenTable table = cube(new Random(1));
        List<Integer> small = IntStream.range(0, table.cells())
                .filter(cell -> table.value(cell) < K)
                .boxed()
                .toList();
        BitSet printed = new BitSet();
        printed.set(0, table.cells());
        small.forEach(printed::clear);
        List<Integer> asked = new ArrayList<>(small);
        IntStream.range(0, table.cells())
                .filter(cell -> table.atomsOf(cell).length == CODES && cell % 9 == 0)
                .forEach(asked::add);
        Collections.shuffle(asked, new Random(2));
        List<Map<Integer, Double>> alone = new ArrayList<>();
        List<Map<Integer, Double>> oneAfterTheOther = new ArrayList<>();

        try (LiftProgram kept = program(table, printed)) {
            for (int cell : asked) {
                long by = table.value(cell) < K ? K - table.value(cell) : 5;
                oneAfterTheOther.add(changes(table, answer(kept, cell, by, printed)));
                try (LiftProgram fresh = program(table, printed)) {
                    alone.add(changes(table, answer(fresh, cell, by, printed)));
                }
            }
        }

        assertThat(small).hasSizeGreaterThan(10);
        assertThat(asked).hasSizeGreaterThan(small.size() + 5);
        assertThat(alone).noneMatch(Map::isEmpty);
        assertThat(oneAfterTheOther).isEqualTo(alone);
    }

    private static Map<Integer, Double> changes(OpenTable table, Optional<Move> move) {
        CellChanges changes = new CellChanges(table);
        return move.map(found -> changes.of(found).cells().boxed().collect(Collectors.toMap(cell -> cell, changes::by)))
                .orElseGet(Map::of);
    }

    private static BitSet set(int... members) {
        BitSet set = new BitSet();
        for (int member : members) {
            set.set(member);
        }
        return set;
    }

    /** Atoms of 4, 6 and 3, of which two are the withheld sum of 10; another is known to be empty. */
    private static OpenTable sum(List<int[]> equal) {
        return new OpenTable(
                new long[] {4, 6, 3, 0}, set(3), new int[][] {{0}, {1}, {2}, {3}, {0, 1}}, equal, List.of());
    }

    /** All that the window has of the sum is printed, so the sum changes as that does, and at its cost. */
    @Test
    void aSumOfWhichTheWindowHasOneAtomMovesAsThat() {
        OpenTable table = sum(List.of());
        BitSet printed = set(0, 1, 2);
        try (LiftProgram program = new LiftProgram(table, new WindowSums(table, new int[] {0}), printed, 0, false)) {
            for (long by : new long[] {5, -3, 2}) {
                Move move = program.change(4, by).orElseThrow();
                assertThat(move.atoms()).containsExactly(0);
                assertThat(move.by()).containsExactly((double) by);
                assertThat(program.cost(move, printed)).isEqualTo(1);
            }
            assertThat(program.change(4, -5)).as("of four persons").isEmpty();
        }
    }

    /** What is printed, empty or elsewhere stays anyway where printed cells do. */
    @Test
    void whatDoesNotMoveNeedNotBeHeld() {
        OpenTable table = sum(List.of());
        WindowSums sums = new WindowSums(table, new int[] {0, 1, 3});
        try (LiftProgram program = new LiftProgram(table, sums, set(1), 0, true)) {
            program.hold(List.of(1, 2, 3));
            assertThat(program.extreme(4, false).orElseThrow().by()).containsExactly(-4);
            program.hold(List.of(0));
            assertThat(program.extreme(4, false).orElseThrow().by()).isEmpty();
            program.letGo();
            assertThat(program.extreme(4, false).orElseThrow().by()).containsExactly(-4);
        }
    }

    /** An atom that is printed by itself is held like others where printed cells may move. */
    @Test
    void whatIsPrintedIsHeldWhereItCouldMove() {
        OpenTable table = sum(List.of());
        WindowSums sums = new WindowSums(table, new int[] {0, 1});
        try (LiftProgram program = new LiftProgram(table, sums, set(0, 1), 0, false)) {
            program.hold(List.of(0));
            Move other = program.change(4, -6).orElseThrow();
            assertThat(other.atoms()).containsExactly(1);
            assertThat(program.change(4, -7)).isEmpty();
            program.letGo();
            assertThat(program.change(4, -7)).isPresent();
        }
    }

    /** A cell that is known to be another one moves with it, and not at all where that one is not in the window. */
    @Test
    void aCellStaysWhereItsEqualIsElsewhere() {
        OpenTable table = sum(List.of(new int[] {2, 0}, new int[] {1, 2}));
        int[] all = {0, 1, 2};
        try (LiftProgram alone = new LiftProgram(table, new WindowSums(table, new int[] {0}), set(), 0, false);
                LiftProgram together = new LiftProgram(table, new WindowSums(table, all), set(), 0, false)) {
            assertThat(alone.change(0, 2)).isEmpty();
            assertThat(together.change(0, 2).orElseThrow().by()).containsExactly(2, 2, 2);
        }
    }

    @Test
    void aSolverThatDoesNotTakeItsLimitIsNotAsked() {
        MPSolver solver = Glop.solver();
        try {
            assertThatThrownBy(() -> Glop.set(solver, "no_such_limit: 1"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("no_such_limit");
        } finally {
            solver.delete();
        }
    }
}
