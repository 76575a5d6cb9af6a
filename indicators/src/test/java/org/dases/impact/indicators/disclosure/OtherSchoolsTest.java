// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalInt;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Sides;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.dases.impact.indicators.disclosure.rules.Attacker;
import org.dases.impact.indicators.disclosure.rules.PrimaryRulesTest;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.dases.impact.indicators.disclosure.rules.Zeros;
import org.junit.jupiter.api.Test;

/** As many learners as an earlier release told, of another number of schools or providers. */
class OtherSchoolsTest {
    /** That they are of another number of schools tells that one of them, or a few, changed school. */
    @Test
    void asManyLearnersOfFewerSchoolsOrProvidersAreFrozen() {
        assertThat(shownAfter(new Contributors(30, 4L, 2L, 20L, 20L))).isEqualTo("30");
        assertThat(shownAfter(new Contributors(30, 3L, 2L, 20L, 20L))).isEqualTo("30*");
        assertThat(shownAfter(new Contributors(30, 4L, 1L, 20L, 30L))).isEqualTo("30*");
        assertThat(shownAfter(new Contributors(40, 3L, 2L, 20L, 20L))).isEqualTo("40");
        assertThat(shownAfter(Contributors.ofLearners(30))).isEqualTo("30");
    }

    /** Beside a band as beside a figure. */
    @Test
    void asManyLearnersOfFewerSchoolsAreFrozenWhereARateIsABand() {
        assertThat(bandAfter(4).frozenSince()).isNull();
        assertThat(bandAfter(3).frozenSince()).isEqualTo(Releases.at(0));
    }

    /** All but three of a hundred of four schools, and then of so many. */
    private static ClearedRow bandAfter(long schools) {
        CellTable then = ofRate(4);
        CellTable now = ofRate(schools);
        OptionalInt none = OptionalInt.empty();
        Rules sides = new Rules(10, 0, 5, none, none, none, Zeros.PUBLISH, false, Attacker.ADDS);
        return RevisionTest.second(then, sides, now, sides).rows().get(0);
    }

    private static CellTable ofRate(long schools) {
        Contributors who = new Contributors(100, schools, null, 30L, null);
        Series rate = PrimaryRulesTest.series(Form.RATE, ContributorKind.LEARNER, 0, false, true);
        return RevisionTest.one(rate, new Tally(97.0, 97.0, 100.0, null, null, who, new Sides(97, 3)), Map.of());
    }

    /** After 30 of four schools and two providers. */
    private static String shownAfter(Contributors now) {
        Contributors then = new Contributors(30, 4L, 2L, 20L, 20L);
        return RevisionTest.shown(RevisionTest.second(of(then), GateTest.PLAIN, of(now), GateTest.PLAIN)
                .rows()
                .get(0));
    }

    private static CellTable of(Contributors who) {
        return RevisionTest.one(Aggregated.USERS, Tally.figure((double) who.learners(), who), Map.of());
    }
}
