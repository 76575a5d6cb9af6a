// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who has not been shown yet that a cell may be another number. */
class TellersTest {
    /** Atoms of 8, 1, 1, 5 and of nobody, the sum of the first three, and one of the first and the last. */
    private static final OpenTable TABLE = new OpenTable(
            new long[] {8, 1, 1, 5, 0},
            set(4),
            new int[][] {{0}, {1}, {2}, {3}, {4}, {0, 1, 2}, {0, 4}},
            List.of(),
            List.of());

    private static BitSet set(int... members) {
        BitSet set = new BitSet();
        for (int member : members) {
            set.set(member);
        }
        return set;
    }

    private static Insider insider(Integer... atoms) {
        return new Insider(Set.of(atoms), Set.of());
    }

    private static Move move(int... atoms) {
        return new Move(atoms, new double[atoms.length]);
    }

    @Test
    void whoKnowsNothingOfWhatMovesIsShown() {
        Insider first = insider(0);
        Insider third = insider(2);
        Tellers tellers = new Tellers(TABLE, List.of(1), List.of(first, third));
        assertThat(tellers.of(1)).containsExactly(first, third);
        assertThat(tellers.take(move(1, 2), List.of(3))).as("another cell").isFalse();
        assertThat(tellers.take(move(1, 2), List.of(1))).isTrue();
        assertThat(tellers.of(1)).containsExactly(third);
        assertThat(tellers.take(move(1, 2), List.of(1))).as("once more").isFalse();
        assertThat(tellers.toldBy(set(0))).isEmpty();
        assertThat(tellers.toldBy(set(1))).containsExactly(1);
        assertThat(tellers.ofAny(List.of(1))).isEqualTo(set(1));
        assertThat(tellers.take(move(0, 1), List.of(1))).isTrue();
        assertThat(tellers.isTold(1)).isFalse();
        assertThat(tellers.told()).isEmpty();
    }

    /** One atom of it moves in each table: it rules out both. */
    @Test
    void whoKnowsSeveralAtomsIsShownWhereNoneOfThemMoves() {
        Tellers tellers = new Tellers(TABLE, List.of(1), List.of(insider(0, 2)));
        tellers.take(move(0, 1), List.of(1));
        tellers.take(move(1, 2), List.of(1));
        assertThat(tellers.isTold(1)).isTrue();
        tellers.take(move(1, 3), List.of(1));
        assertThat(tellers.isTold(1)).isFalse();
    }

    /** A cell of which all atoms are known, but for empty ones, or that is said to be its own. */
    @Test
    void whatIsItsOwnIsNoSecretToIt() {
        Insider first = insider(0);
        Insider said = new Insider(Set.of(1), Set.of(5));
        Tellers tellers = new Tellers(TABLE, List.of(0, 5, 6), List.of(first, said));
        assertThat(tellers.of(0)).containsExactly(said);
        assertThat(tellers.of(5)).containsExactly(first);
        assertThat(tellers.of(6)).containsExactly(said);
    }

    /** Atoms that are known to be empty may come first in a cell, or be all that it has. */
    @Test
    void aCellIsASecretToWhoLacksAnAtomOfItAndIsNotSaidToKnowIt() {
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            int[][] cells = Stream.generate(() -> some(random).stream()
                            .sorted()
                            .mapToInt(atom -> atom)
                            .toArray())
                    .limit(6)
                    .toArray(int[][]::new);
            BitSet empty = set(some(random).stream().mapToInt(atom -> atom).toArray());
            OpenTable table = new OpenTable(new long[] {0, 0, 0, 0, 0}, empty, cells, List.of(), List.of());
            List<Insider> insiders = Stream.generate(() -> new Insider(some(random), some(random)))
                    .limit(5)
                    .toList();
            Tellers tellers = new Tellers(table, List.of(0, 1, 2, 3, 4, 5), insiders);
            for (int cell = 0; cell < cells.length; cell++) {
                int asked = cell;
                List<Insider> expected = insiders.stream()
                        .filter(each -> !each.own().contains(asked)
                                && Arrays.stream(cells[asked])
                                        .anyMatch(atom -> !empty.get(atom)
                                                && !each.atoms().contains(atom)))
                        .toList();
                assertThat(tellers.of(cell)).containsExactlyElementsOf(expected);
                assertThat(tellers.toldBy(set(0, 1, 2, 3, 4)).contains(cell)).isEqualTo(!expected.isEmpty());
            }
        }
    }

    /** Some of five numbers, perhaps none. */
    private static Set<Integer> some(Random random) {
        return IntStream.range(0, 5).filter(i -> random.nextInt(5) < 2).boxed().collect(Collectors.toSet());
    }
}
