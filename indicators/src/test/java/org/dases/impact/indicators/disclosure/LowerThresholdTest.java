// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.earlier.EarlierRelease;
import org.dases.impact.indicators.disclosure.earlier.KeptTerms;
import org.dases.impact.indicators.disclosure.earlier.Ledger;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.dases.impact.indicators.disclosure.rules.Attacker;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.dases.impact.indicators.disclosure.rules.Zeros;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    @ParameterizedTest
    @CsvSource({"WITHHOLD, PUBLISH, -", "WITHHOLD, WITHHOLD, -", "PUBLISH, PUBLISH, 0"})
    void zerosThatWereWithheldStaySo(Zeros before, Zeros now, String shown) {
        ClearedTable table = RevisionTest.second(
                RecomputationTest.line("t", 0, 40, 50),
                zeros(10, before),
                RecomputationTest.line("t", 0, 60, 70),
                zeros(10, now));
        assertThat(RevisionTest.shown(table, "a")).isEqualTo(shown);
    }

    /** What goes on to hold is said only where less is asked by now. */
    @Test
    void whatGoesOnToHoldIsSaid() {
        assertThat(kept(zeros(10, Zeros.WITHHOLD), zeros(5, Zeros.PUBLISH)))
                .containsExactly(new KeptTerms("t", "users", OptionalInt.of(10), true));
        assertThat(kept(zeros(10, Zeros.PUBLISH), zeros(5, Zeros.PUBLISH)))
                .containsExactly(new KeptTerms("t", "users", OptionalInt.of(10), false));
        assertThat(kept(zeros(10, Zeros.WITHHOLD), zeros(10, Zeros.PUBLISH)))
                .containsExactly(new KeptTerms("t", "users", OptionalInt.empty(), true));
        assertThat(kept(zeros(5, Zeros.WITHHOLD), zeros(10, Zeros.WITHHOLD))).isEmpty();
    }

    private static List<KeptTerms> kept(Rules before, Rules now) {
        CellTable table = RecomputationTest.line("t", 20, 40, 50);
        Ledger ledger = granted(new Submission(List.of(table), before)).ledger();
        EarlierRelease earlier = new EarlierRelease("1", Releases.at(0), ledger);
        return granted(new Submission(List.of(table), now, List.of(earlier))).kept();
    }

    private static Clearance.Granted granted(Submission submission) {
        return new Gate().review(submission).match(own -> own, refused -> {
            throw new AssertionError(refused.reasons());
        });
    }

    private static Rules zeros(int k, Zeros zeros) {
        OptionalInt none = OptionalInt.empty();
        return new Rules(k, 0, 0, none, none, none, zeros, false, Attacker.ADDS);
    }
}
