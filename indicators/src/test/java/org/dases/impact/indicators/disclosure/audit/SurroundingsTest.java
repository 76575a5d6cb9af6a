// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is looked at where a cell is looked at by itself. */
class SurroundingsTest {
    /** Atoms of 1, 9, 0, 7 and 5; the first four are the cell, and its third is known to be empty. */
    private static OpenTable table() {
        BitSet fixed = new BitSet();
        fixed.set(2);
        return new OpenTable(
                new long[] {1, 9, 0, 7, 5},
                fixed,
                new int[][] {{0, 1, 2, 3}, {4}},
                List.<int[]>of(new int[] {0, 1}),
                List.of());
    }

    @Test
    void theLargestAtomsComeFirstAndThenWhatMustStayEqual() {
        assertThat(Surroundings.of(table(), new Need(0, 1, 1), 2)).containsExactly(1, 3);
        assertThat(Surroundings.of(table(), new Need(0, 1, 1), 300)).containsExactly(0, 1, 3, 4);
    }

    @Test
    void whatIsKnownStaysAsItIs() {
        Need need = new Need(0, 1, 1, Set.of(1, 4));
        assertThat(Surroundings.of(table(), need, 300)).containsExactly(0, 3);
    }
}
