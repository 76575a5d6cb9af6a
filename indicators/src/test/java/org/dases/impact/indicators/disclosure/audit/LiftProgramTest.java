// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;

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
}
