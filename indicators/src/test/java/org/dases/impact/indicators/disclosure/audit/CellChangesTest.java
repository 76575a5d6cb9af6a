// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two classes of girls and boys: atoms 0 to 3, then the classes, the girls, the boys and all. */
class CellChangesTest {
    private static final int CLASS_ONE = 4;
    private static final int CLASS_TWO = 5;
    private static final int GIRLS = 6;
    private static final int BOYS = 7;
    private static final int ALL = 8;

    private final CellChanges changes = new CellChanges(new OpenTable(
            new long[] {5, 7, 11, 13},
            new BitSet(),
            new int[][] {{0}, {1}, {2}, {3}, {0, 1}, {2, 3}, {0, 2}, {1, 3}, {0, 1, 2, 3}},
            List.of(),
            List.of()));

    @Test
    void whatGrowsByAsMuchAsItShrinksStays() {
        changes.of(new Move(new int[] {0, 1}, new double[] {2, -2}));

        assertThat(changes.cells()).containsExactlyInAnyOrder(0, 1, GIRLS, BOYS);
        assertThat(changes.by(0)).isEqualTo(2);
        assertThat(changes.by(BOYS)).isEqualTo(-2);
        assertThat(changes.by(CLASS_ONE)).isZero();
        assertThat(changes.by(ALL)).isZero();
    }

    @Test
    void whatIsRoundingStays() {
        changes.of(new Move(new int[] {0, 2}, new double[] {1, -1 + 1e-9}));

        assertThat(changes.cells()).containsExactlyInAnyOrder(0, 2, CLASS_ONE, CLASS_TWO);
        assertThat(changes.by(GIRLS)).isZero();
    }

    /** More cells than there is room for at first, and all of the first table is forgotten. */
    @Test
    void oneTableIsLookedAtAfterTheOther() {
        int many = 50;
        CellChanges singles = new CellChanges(new OpenTable(
                new long[many],
                new BitSet(),
                IntStream.range(0, many).mapToObj(atom -> new int[] {atom}).toArray(int[][]::new),
                List.of(),
                List.of()));
        double[] more = new double[many];
        Arrays.fill(more, 3);
        singles.of(new Move(IntStream.range(0, many).toArray(), more));
        assertThat(singles.cells()).hasSize(many);
        assertThat(singles.by(many - 1)).isEqualTo(3);

        singles.of(new Move(new int[] {1}, new double[] {-1}));

        assertThat(singles.cells()).containsExactly(1);
        assertThat(singles.by(1)).isEqualTo(-1);
        assertThat(singles.by(many - 1)).isZero();
    }
}
