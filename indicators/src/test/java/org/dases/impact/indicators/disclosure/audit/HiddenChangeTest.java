// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenChangeTest {
    private static final long ORDER = (1L << 61) - 1;

    private static long sum(long[] change, int... terms) {
        long sum = 0;
        for (int term : terms) {
            sum = HiddenChange.add(sum, term < 0 ? (ORDER - change[~term]) % ORDER : change[term]);
        }
        return sum;
    }

    @Test
    void leavesKnownSumsAsTheyAreAndChangesTheRest() {
        int[][] known = {{0, 1, 2}, {2, ~3}, {0, 1, 3}};
        long[] change = HiddenChange.draw(5, known, 1)[0];
        assertThat(Arrays.stream(known)).allMatch(terms -> sum(change, terms) == 0);
        assertThat(change).doesNotContain(0);
        assertThat(HiddenChange.draw(5, known, 1)[0]).isEqualTo(change);
        assertThat(HiddenChange.draw(5, known, 2)[0]).isNotEqualTo(change);
    }

    @Test
    void changesNothingThatFollows() {
        assertThat(HiddenChange.draw(3, new int[][] {{0, 1}, {1, 2}, {0, 2}}, 1)[0])
                .containsOnly(0);
        assertThat(HiddenChange.draw(0, new int[0][], 1)[0]).isEmpty();
    }

    /** Lines and columns of a square leave (n − 1)² numbers open, and no cell follows. */
    @Test
    void findsThatNoCellOfASquareFollows() {
        int n = 12;
        int[][] known = IntStream.range(0, 2 * n)
                .mapToObj(line -> IntStream.range(0, n)
                        .map(i -> line < n ? line * n + i : i * n + line - n)
                        .toArray())
                .toArray(int[][]::new);
        long[] change = HiddenChange.draw(n * n, known, 3)[0];
        assertThat(Arrays.stream(known)).allMatch(terms -> sum(change, terms) == 0);
        assertThat(change).doesNotContain(0);
    }

    /** Sums at random fill the matrix, and still hold. */
    @Test
    void holdsWhereTheMatrixFills() {
        Random random = new Random(5);
        int[][] known = IntStream.range(0, 60)
                .mapToObj(row -> IntStream.range(0, 80)
                        .filter(unknown -> random.nextInt(4) == 0)
                        .map(unknown -> random.nextBoolean() ? unknown : ~unknown)
                        .toArray())
                .toArray(int[][]::new);
        long[] change = HiddenChange.draw(80, known, 4)[0];
        assertThat(Arrays.stream(known)).allMatch(terms -> sum(change, terms) == 0);
        assertThat(Arrays.stream(change).filter(by -> by == 0).count()).isZero();
    }

    /** A row that shrinks to a size that it had before waits twice; in these it was taken twice, which undid others. */
    @ParameterizedTest
    @ValueSource(longs = {22_222, 60_691, 62_902})
    void noRowIsTakenTwice(long seed) {
        Random random = new Random(seed);
        int unknowns = 8 + random.nextInt(40);
        int share = 2 + random.nextInt(4);
        int rows = unknowns * (3 + random.nextInt(8)) / 10;
        int[][] known = IntStream.range(0, rows)
                .mapToObj(row -> IntStream.range(0, unknowns)
                        .filter(unknown -> random.nextInt(unknowns) < share)
                        .toArray())
                .toArray(int[][]::new);
        long[] change = HiddenChange.draw(unknowns, known, seed)[0];
        assertThat(Arrays.stream(known)).allMatch(terms -> sum(change, terms) == 0);
    }
}
