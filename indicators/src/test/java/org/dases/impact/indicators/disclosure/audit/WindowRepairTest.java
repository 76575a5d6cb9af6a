// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
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

    /** 2 + 3 and 4 + 5 are printed, and an atom is known to be empty: the first may gain 3 while the third gains 5. */
    @Test
    void aMoveIsSoughtThatMeetsAllNeedsAtOnce() {
        OpenTable table = new OpenTable(
                new long[] {2, 3, 4, 5, 0},
                set(4),
                new int[][] {{0}, {1}, {2}, {3}, {0, 1}, {2, 3}, {4}},
                List.of(),
                List.of());
        List<Need> needs = List.of(new Need(0, 3, Need.NEVER), new Need(2, 5, Need.NEVER), new Need(6, 1, Need.NEVER));

        List<Move> moves = WindowRepair.within(table, needs, set(4, 5), new int[] {0, 1, 2, 3, 4}, 0, false);

        assertThat(moves).hasSize(1);
        assertThat(moves.get(0).changes(table)).hasSize(4).containsEntry(0, 3.0).containsEntry(2, 5.0);
    }

    /**
     * Cell 1 has 4 learners and cannot lose 5 or more, in any window. Cell 2 can lose 3 if cell 3, which is printed,
     * gains them. After five needs in vain a part of the table is left alone; what it could do is done one by one,
     * where the total is what loses them.
     */
    @ParameterizedTest
    @CsvSource({"4, true, true", "5, true, false", "5, false, true"})
    void aPartThatMeetsNoneOfSeveralNeedsIsLeftAlone(int inVain, boolean isPart, boolean isMet) {
        OpenTable table = new OpenTable(
                new long[] {12, 4, 9, 20},
                new BitSet(),
                new int[][] {{0}, {1}, {2}, {3}, {2, 3}},
                List.of(),
                List.of());
        List<Need> needs = new ArrayList<>();
        for (int i = 0; i < inVain; i++) {
            needs.add(new Need(1, Need.NEVER, 5 + i));
        }
        needs.add(new Need(2, Need.NEVER, 3));
        Repair repair = new Repair(table, 0, set(1, 2), needs, Workers.THREADS);

        repair.repair(List.of(isPart ? new int[] {1, 2, 3} : new int[] {0, 1, 2, 3}), false);

        assertThat(repair.open()).hasSize(inVain + (isMet ? 0 : 1));
        assertThat(repair.withheld()).isEqualTo(isMet ? set(1, 2, 3) : set(1, 2));
        repair.repairOneByOne();
        assertThat(repair.open()).hasSize(inVain);
        assertThat(repair.withheld()).isEqualTo(isMet ? set(1, 2, 3) : set(1, 2, 4));
    }
}
