// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinearProbeTest {
    private static final int[] NOTHING = {};

    private static BitSet bits(int... set) {
        BitSet bits = new BitSet();
        for (int bit : set) {
            bits.set(bit);
        }
        return bits;
    }

    @Test
    void findsWhatFollowsBySubtraction() {
        LinearProbe probe = new LinearProbe(4);
        probe.know(new int[] {0, 1, 2}, NOTHING);
        probe.know(new int[] {1}, NOTHING);
        probe.know(NOTHING, NOTHING);
        List<int[]> secrets = List.of(new int[] {0}, new int[] {2}, new int[] {0, 2}, new int[] {3});
        assertThat(probe.recovered(secrets, 1)).isEqualTo(bits(2));
    }

    /** Once 0 is taken out, 1 is alone in its sum, then 2 in a difference: nothing is left to project. */
    @Test
    void findsWhatFollowsOneByOne() {
        LinearProbe probe = new LinearProbe(5);
        probe.know(new int[] {2}, new int[] {1});
        probe.know(new int[] {0, 1}, NOTHING);
        probe.know(new int[] {0}, NOTHING);
        probe.know(new int[] {3, 4}, NOTHING);
        probe.know(new int[] {2, 3, 4}, NOTHING);
        List<int[]> secrets = List.of(new int[] {1}, new int[] {2}, new int[] {3}, new int[] {3, 4});
        assertThat(probe.recovered(secrets, 1)).isEqualTo(bits(0, 1, 3));
    }

    /** 0 + 1, 0 + 4 − 5 and 1 + 4 + 5 are known, so that 4 is too, and who knows 0 knows 1 and 5. */
    private static LinearProbe tied() {
        LinearProbe probe = new LinearProbe(7);
        probe.know(new int[] {0, 1}, NOTHING);
        probe.know(new int[] {0, 4}, new int[] {5});
        probe.know(new int[] {1, 4, 5}, NOTHING);
        probe.know(new int[] {2, 3}, NOTHING);
        return probe;
    }

    private static final List<int[]> SUMS = List.of(
            new int[] {0},
            new int[] {1},
            new int[] {4},
            new int[] {5},
            new int[] {2},
            new int[] {0, 2},
            new int[] {0, 3},
            new int[] {0, 1},
            new int[] {6});

    /** What everybody knows, such as 4 and 0 + 1, is nobody's finding. */
    @Test
    void findsWhatOneSumTellsItsKnower() {
        List<List<int[]>> parties = List.of(List.of(new int[] {0}), List.of(new int[] {0, 1}), List.of());
        assertThat(tied().reached(parties, SUMS, (party, sum) -> party == 0, 1)).isEqualTo(bits(0, 1, 3));
        assertThat(tied().reached(parties, SUMS, (party, sum) -> sum != 1, 1)).isEqualTo(bits(0, 3));
        assertThat(tied().reached(parties, SUMS, (party, sum) -> party > 0, 1)).isEqualTo(bits());
    }

    /** 0 + 2 is neither a multiple of 0 nor of 2, and who knows 2 knows 3. What follows from the known adds nothing. */
    @Test
    void findsWhatSeveralSumsTellTheirKnower() {
        List<List<int[]>> parties = List.of(
                List.of(new int[] {0}, new int[] {3}), List.of(new int[] {4}, new int[] {0}, new int[] {1}), List.of());
        assertThat(tied().reached(parties, SUMS, (party, sum) -> party == 0, 1)).isEqualTo(bits(0, 1, 3, 4, 5, 6));
        assertThat(tied().reached(parties, SUMS, (party, sum) -> party == 1, 1)).isEqualTo(bits(0, 1, 3));
    }

    /** So many independent sums are held against what they tell; who knows more is taken to know all. */
    @Test
    void takesWhoKnowsManySumsToKnowAll() {
        LinearProbe probe = new LinearProbe(LinearProbe.MOST_KNOWN + 2);
        List<int[]> single = IntStream.range(0, LinearProbe.MOST_KNOWN + 2)
                .mapToObj(unknown -> new int[] {unknown})
                .toList();
        assertThat(probe.reached(List.of(single.subList(0, LinearProbe.MOST_KNOWN)), single, (party, sum) -> true, 1)
                        .cardinality())
                .isEqualTo(LinearProbe.MOST_KNOWN);
        assertThat(probe.reached(
                                List.of(single.subList(0, LinearProbe.MOST_KNOWN + 1)), single, (party, sum) -> true, 1)
                        .cardinality())
                .isEqualTo(LinearProbe.MOST_KNOWN + 2);
    }

    /** What is told later counts too. */
    @Test
    void mayBeAskedAgain() {
        LinearProbe probe = new LinearProbe(2);
        probe.know(new int[] {0, 1}, NOTHING);
        assertThat(probe.recovered(List.of(new int[] {1}), 1)).isEqualTo(bits());
        probe.know(new int[] {0}, NOTHING);
        assertThat(probe.recovered(List.of(new int[] {1}), 1)).isEqualTo(bits(0));
    }

    @Test
    void findsWhatFollowsFromEqualMargins() {
        LinearProbe probe = new LinearProbe(3);
        probe.know(new int[] {0, 1}, new int[] {2});
        probe.know(new int[] {2}, NOTHING);
        probe.know(new int[] {1}, NOTHING);
        assertThat(probe.recovered(List.of(new int[] {0}, new int[] {1}, new int[] {2}), 2))
                .isEqualTo(bits(0, 1, 2));
    }

    /** Rows 1 and 2 less columns 1 and 3 of a 4 × 4 table, two hidden in each line: w,b alone is left over. */
    @Test
    void findsTheCellThatTwoHiddenInEveryLineDoNotProtect() {
        LinearProbe probe = new LinearProbe(16);
        for (int line = 0; line < 4; line++) {
            probe.know(new int[] {4 * line, 4 * line + 1, 4 * line + 2, 4 * line + 3}, NOTHING);
            probe.know(new int[] {line, line + 4, line + 8, line + 12}, NOTHING);
        }
        int[] printed = {3, 5, 7, 8, 10, 12, 14};
        for (int cell : printed) {
            probe.know(new int[] {cell}, NOTHING);
        }
        List<int[]> hidden = List.of(
                new int[] {0},
                new int[] {1},
                new int[] {2},
                new int[] {4},
                new int[] {6},
                new int[] {9},
                new int[] {11},
                new int[] {13},
                new int[] {15});
        assertThat(probe.recovered(hidden, 3)).isEqualTo(bits(1));
    }

    @Test
    void knowsNothingWithoutUnknowns() {
        assertThat(new LinearProbe(0).recovered(List.of(), 4)).isEqualTo(bits());
    }

    /** A total less its printed part leaves one unknown; that takes it out of a difference. */
    @Test
    void findsWhatFollowsFromASumWithinASum() {
        LinearProbe probe = new LinearProbe(5);
        probe.know(new int[] {0, 1, 2}, NOTHING);
        probe.know(new int[] {0, 1}, NOTHING);
        probe.know(new int[] {3}, new int[] {2});
        probe.know(new int[] {0}, new int[] {4});
        List<int[]> secrets = List.of(new int[] {2}, new int[] {3}, new int[] {0}, new int[] {4});
        assertThat(probe.recovered(secrets, 1, 2)).isEqualTo(bits(0, 1));
        assertThat(probe.recovered(secrets.subList(2, 4), 1, 2)).isEqualTo(bits());
        assertThat(probe.recovered(List.of(), 1, 2)).isEqualTo(bits());
    }
}
