// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A release for which less is asked than for one before it. */
class LowerThresholdTest {
    /** a and b are 8 people, as before: with a k of 5 they would be no small group any more. */
    @Test
    void whatHidAGroupGoesOnToHideIt() {
        ClearedTable table = RevisionTest.second(
                RecomputationTest.line("t", 6, 2, 40, 50),
                bounding(10),
                RecomputationTest.line("t", 6, 2, 60, 70),
                bounding(5));
        assertThat(List.of("a", "b", "c"))
                .allSatisfy(code -> assertThat(RevisionTest.shown(table, code)).isEqualTo("-"));
        ClearedTable smaller = RevisionTest.second(
                RecomputationTest.line("t", 6, 2, 40, 50),
                bounding(5),
                RecomputationTest.line("t", 6, 2, 60, 70),
                bounding(5));
        assertThat(RevisionTest.shown(smaller, "c")).isEqualTo("60");
    }

    private static Rules bounding(int k) {
        OptionalInt none = OptionalInt.empty();
        return new Rules(k, 0, 0, none, none, none, Zeros.PUBLISH, false, Attacker.BOUNDS);
    }

    /** Seven came: with the k of 10 that held then nobody knows it, although 5 are enough by now. */
    @Test
    void whatWasProtectedWithALargerKStaysSo() {
        assertThat(RevisionTest.shown(RevisionTest.second(
                        RevisionTest.users(30, 1),
                        RevisionTest.rules(10),
                        RevisionTest.users(37, 2),
                        RevisionTest.rules(5))))
                .isEqualTo("30*");
        assertThat(RevisionTest.shown(RevisionTest.second(
                        RevisionTest.users(30, 1),
                        RevisionTest.rules(5),
                        RevisionTest.users(37, 2),
                        RevisionTest.rules(5))))
                .isEqualTo("37");
    }

    /** Nobody was in a, which nobody could know, and nobody is: that zeros are printed by now does not tell it. */
    @Test
    void zerosThatWereWithheldStaySo() {
        CellTable before = RecomputationTest.line("t", 0, 40, 50);
        CellTable now = RecomputationTest.line("t", 0, 60, 70);
        assertThat(RevisionTest.shown(
                        RevisionTest.second(before, zeros(Zeros.WITHHOLD), now, zeros(Zeros.PUBLISH)), "a"))
                .isEqualTo("-");
        assertThat(RevisionTest.shown(
                        RevisionTest.second(before, zeros(Zeros.PUBLISH), now, zeros(Zeros.PUBLISH)), "a"))
                .isEqualTo("0");
    }

    private static Rules zeros(Zeros zeros) {
        OptionalInt none = OptionalInt.empty();
        return new Rules(10, 0, 0, none, none, none, zeros, false, Attacker.ADDS);
    }
}
