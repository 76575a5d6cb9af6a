// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.disclosure.cells.Arms;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.GapOf;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Sides;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.dases.impact.indicators.disclosure.rules.PrimaryRulesTest;
import org.junit.jupiter.api.Test;

/** Gaps and effects: printed where both rates of which they are made are. */
class GapsTest {
    private static final Series GAP = new Series(
            "gap",
            "event",
            Form.GAP,
            ContributorKind.LEARNER,
            0,
            false,
            true,
            "points",
            "1",
            Optional.of(new GapOf("i", "axis", "a", "b")));
    private static final Series EFFECT = new Series(
            "effect",
            "event",
            Form.GAP,
            ContributorKind.LEARNER,
            0,
            false,
            true,
            "sd",
            "1",
            Optional.of(new GapOf("i", "axis", "a", "b", true)));

    @Test
    void aGapIsPrintedOnlyIfBothItsCellsAre() {
        Tally difference = Tally.figure(10, Contributors.ofLearners(40));
        Cohort total = RatesTest.cohort("T", 100, 54);
        Cohort withGap = new Cohort(
                total.at(),
                Map.of(
                        "users",
                        Optional.ofNullable(total.tallies().get("users")).orElseThrow(),
                        "i",
                        Optional.ofNullable(total.tallies().get("i")).orElseThrow(),
                        "gap",
                        difference));
        List<Series> all = List.of(RatesTest.USERS, RatesTest.PASSED, GAP);
        assertThat(RatesTest.values(
                        RatesTest.print(all, withGap, RatesTest.cohort("a", 40, 24), RatesTest.cohort("b", 60, 30)),
                        "gap"))
                .containsExactly("10.0");
        assertThat(RatesTest.values(
                        RatesTest.print(all, withGap, RatesTest.cohort("a", 20, 4), RatesTest.cohort("b", 80, 50)),
                        "gap"))
                .containsExactly("null");
        assertThat(RatesTest.values(
                        RatesTest.print(all, withGap, RatesTest.cohort("b", 20, 4), RatesTest.cohort("a", 80, 50)),
                        "gap"))
                .containsExactly("null");
        assertThat(RatesTest.values(
                        RatesTest.print(all, withGap, RatesTest.cohort("a", 40, 24), RatesTest.cohort("c", 60, 30)),
                        "gap"))
                .containsExactly("null");
    }

    /**
     * As a gap, and with 30 learners and 2 schools on each side. The last one is of 100 learners with 102 attempts: the
     * rate does not say how many learners, and the effect must not say that they are 30 or more.
     */
    @Test
    void anEffectIsPrintedWhereBothItsRatesAreAndSayHowManyTheyAre() {
        List<Series> all = List.of(RatesTest.PASSED, EFFECT);
        Tally hundred = PrimaryRulesTest.rate(54, 100, 54, 46);
        Cohort a = rateOnly("a", 40, 24);
        Cohort b = rateOnly("b", 60, 30);
        assertThat(RatesTest.values(RatesTest.print(all, withEffect(hundred, 30, 2), a, b), "effect"))
                .containsExactly("0.3");
        assertThat(RatesTest.values(RatesTest.print(all, withEffect(hundred, 29, 2), a, b), "effect"))
                .containsExactly("null");
        assertThat(RatesTest.values(RatesTest.print(all, withEffect(hundred, 30, 1), a, b), "effect"))
                .containsExactly("null");
        assertThat(RatesTest.values(
                        RatesTest.print(all, withEffect(hundred, 30, 2), rateOnly("a", 20, 4), rateOnly("b", 80, 50)),
                        "effect"))
                .containsExactly("null");
        Tally attempts = new Tally(40.0, 40.8, 102.0, 30.0, 51.0, Contributors.ofLearners(100), new Sides(40, 60));
        Tally both = new Tally(43.7, 70.8, 162.0, null, null, Contributors.ofLearners(160), new Sides(70, 90));
        ClearedTable table = RatesTest.print(
                all, withEffect(both, 30, 2), new Cohort(List.of(Node.of("a")), Map.of("i", attempts)), b);
        assertThat(RatesTest.values(table, "i")).contains("40.0");
        assertThat(table.rows())
                .as("an interval tells how many learners have several attempts")
                .filteredOn(row -> row.learners() == null)
                .allMatch(row -> row.ciLow() == null && row.ciHigh() == null);
        assertThat(RatesTest.values(table, "effect")).containsExactly("null");
        Cohort withGap = new Cohort(
                List.of(Node.TOTAL),
                Map.of("i", both, "gap", new Tally(10.0, null, null, 2.0, 18.0, Contributors.ofLearners(60), null)));
        Cohort first = new Cohort(List.of(Node.of("a")), Map.of("i", attempts));
        assertThat(RatesTest.print(List.of(RatesTest.PASSED, GAP), withGap, first, b)
                        .rows())
                .as("nor does a gap have an interval that is made of such")
                .filteredOn(row -> row.series().equals(GAP))
                .allMatch(row -> Double.valueOf(10).equals(row.value()) && row.ciLow() == null);
    }

    private static Cohort rateOnly(String code, long learners, long passed) {
        return new Cohort(
                List.of(Node.of(code)),
                Map.of("i", PrimaryRulesTest.rate(100.0 * passed / learners, learners, passed, learners - passed)));
    }

    private static Cohort withEffect(Tally rate, long learners, long schools) {
        Contributors who = new Contributors(learners, schools, null, null, null);
        Tally effect = new Tally(0.3, null, null, 0.1, 0.5, who, null, new Arms(learners, schools, 58));
        return new Cohort(List.of(Node.TOTAL), Map.of("i", rate, "effect", effect));
    }

    /** The girls of a and of b are compared, whose rates are both exact. */
    @Test
    void aGapStandsAtTheOtherCodesOfItsCohort() {
        Tally gap = Tally.figure(10, Contributors.ofLearners(100));
        List<Cohort> cohorts = new ArrayList<>();
        for (String cell : List.of(
                "T T 200 108",
                "F T 100 54",
                "M T 100 54",
                "T a 80 48",
                "T b 120 60",
                "F a 40 24",
                "F b 60 30",
                "M a 40 24",
                "M b 60 30")) {
            List<String> parts = List.of(cell.split(" ", -1));
            Cohort rate = RatesTest.cohort("T", Long.parseLong(parts.get(2)), Long.parseLong(parts.get(3)));
            Map<String, Tally> tallies = new HashMap<>(rate.tallies());
            List<Node> at = List.of(NestedTables.node(parts.get(0)), NestedTables.node(parts.get(1)));
            if (at.get(1).isTotal()) {
                tallies.put("gap", gap);
            }
            cohorts.add(new Cohort(at, tallies));
        }
        List<Axis> axes = List.of(new Axis("sex", true), new Axis("axis", true));
        CellTable table = new CellTable("t", axes, List.of(RatesTest.USERS, RatesTest.PASSED, GAP), cohorts);
        ClearedTable cleared =
                GateTest.granted(PrimaryRulesTest.RECOMMENDED, table).tables().get(0);
        assertThat(RatesTest.values(cleared, "gap")).containsExactly("10.0", "10.0", "10.0");
    }
}
