// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Sides;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.dases.impact.indicators.disclosure.printed.ConfStatus;
import org.dases.impact.indicators.disclosure.rules.PrimaryRulesTest;
import org.junit.jupiter.api.Test;

class RatesTest {
    static final Series USERS = Aggregated.USERS;
    static final Series PASSED = PrimaryRulesTest.series(Form.RATE, ContributorKind.LEARNER, 0, false, true);
    private static final Series SHARE = new Series(
            "share",
            "quality",
            Form.WITHHELD_SHARE,
            ContributorKind.RECORD,
            0,
            false,
            true,
            "percent",
            "1",
            Optional.empty());

    /** Cohort of the axis with n learners of whom some passed. */
    static Cohort cohort(String code, long learners, long passed) {
        Tally rate = PrimaryRulesTest.rate(100.0 * passed / learners, learners, passed, learners - passed);
        return new Cohort(
                List.of(code.equals("T") ? Node.TOTAL : Node.of(code)),
                Map.of("users", Tally.figure((double) learners, Contributors.ofLearners(learners)), "i", rate));
    }

    static ClearedTable print(List<Series> series, Cohort... cohorts) {
        CellTable table = table("t", series, cohorts);
        return GateTest.granted(PrimaryRulesTest.RECOMMENDED, table).tables().get(0);
    }

    static CellTable table(String id, List<Series> series, Cohort... cohorts) {
        return new CellTable(id, List.of(new Axis("axis", true)), series, List.of(cohorts));
    }

    /** Rows of one series in the order of cohorts: value, band, "null" for a withheld one. */
    static List<String> values(ClearedTable table, String indicator) {
        return table.rows().stream()
                .filter(row -> row.series().indicatorId().equals(indicator))
                .map(row ->
                        row.valueLow() == null ? String.valueOf(row.value()) : row.valueLow() + "-" + row.valueHigh())
                .toList();
    }

    @Test
    void aSecondRateIsWithheldSoThatABandedOneCannotBeComputed() {
        ClearedTable table = print(
                List.of(USERS, PASSED),
                cohort("T", 120, 54),
                cohort("a", 20, 4),
                cohort("b", 40, 20),
                cohort("c", 60, 30));
        assertThat(values(table, "i")).containsExactly("45.0", "0.0-25.0", "null", "50.0");
        assertThat(values(table, "users")).containsExactly("120.0", "20.0", "40.0", "60.0");
        ClearedRow band = table.rows().get(3);
        assertThat(band.status()).isEqualTo(ConfStatus.F);
        assertThat(band.numerator()).isNull();
        assertThat(band.denominator()).isEqualTo(20.0);
        assertThat(band.learners()).isEqualTo(20);
        assertThat(table.rows().get(5).status()).isEqualTo(ConfStatus.C);
        assertThat(table.rows().get(5).learners()).isNull();
    }

    @Test
    void twoBandsProtectOneAnother() {
        ClearedTable table = print(
                List.of(USERS, PASSED),
                cohort("T", 120, 38),
                cohort("a", 20, 4),
                cohort("b", 40, 4),
                cohort("c", 60, 30));
        assertThat(values(table, "i")).containsExactly("31.666666666666668", "0.0-25.0", "0.0-13.0", "50.0");
    }

    @Test
    void aRateOfNobodyIsAPublicZero() {
        Cohort none = new Cohort(
                List.of(Node.of("z")),
                Map.of(
                        "users",
                        Tally.figure(30, Contributors.ofLearners(30)),
                        "i",
                        new Tally(null, 0.0, 0.0, null, null, Contributors.ofLearners(0), new Sides(0, 0))));
        Cohort absent =
                new Cohort(List.of(Node.of("y")), Map.of("users", Tally.figure(30, Contributors.ofLearners(30))));
        Cohort total = new Cohort(
                List.of(Node.TOTAL),
                Map.of(
                        "users",
                        Tally.figure(120, Contributors.ofLearners(120)),
                        "i",
                        PrimaryRulesTest.rate(40, 60, 24, 36)));
        ClearedTable table =
                print(List.of(USERS, PASSED), total, cohort("a", 20, 4), cohort("b", 40, 20), none, absent);
        // b is the only one left that can hide what a is
        assertThat(values(table, "i")).containsExactly("40.0", "0.0-25.0", "null", "null");
        assertThat(table.rows().get(7).learners()).isZero();
    }

    @Test
    void theShareOfWithheldRowsIsPrintedForTheWhole() {
        ClearedTable table =
                print(List.of(USERS, PASSED, SHARE), cohort("T", 70, 35), cohort("a", 20, 4), cohort("b", 50, 31));
        assertThat(values(table, "share")).containsExactly(String.valueOf(100.0 / 6));
        ClearedRow share = table.rows().get(table.rows().size() - 1);
        assertThat(share.at()).containsExactly(Node.TOTAL);
        assertThat(share.numerator()).isEqualTo(1.0);
    }

    @Test
    void ratesOfLinkedTablesAreProtectedTogether() {
        CellTable one =
                table("one", List.of(USERS, PASSED), cohort("T", 120, 54), cohort("a", 20, 4), cohort("b", 100, 50));
        CellTable two =
                table("two", List.of(USERS, PASSED), cohort("T", 120, 54), cohort("a", 20, 4), cohort("b", 100, 50));
        List<ClearedTable> both =
                GateTest.granted(PrimaryRulesTest.RECOMMENDED, one, two).tables();
        assertThat(values(both.get(0), "i")).containsExactly("45.0", "0.0-25.0", "null");
        assertThat(values(both.get(1), "i")).containsExactly("45.0", "0.0-25.0", "null");
    }

    /** The numerator is an indicator of its own: a band would hide nothing, and no more would the denominator. */
    @Test
    void aOnesidedRateWhoseNumeratorIsPrintedIsWithheld() {
        Cohort[] cohorts = {active("T", 150, 100), active("a", 30, 28), active("b", 40, 22), active("c", 80, 50)};
        ClearedTable table = print(List.of(USERS, PASSED), cohorts);
        assertThat(values(table, "users")).containsExactly("100.0", "28.0", "22.0", "50.0");
        assertThat(values(table, "i")).containsExactly("66.66666666666667", "null", "null", "62.5");
        assertThat(table.rows().get(3).learners()).isNull();
    }

    private static Cohort active(String code, long enrolled, long active) {
        return new Cohort(
                List.of(code.equals("T") ? Node.TOTAL : Node.of(code)),
                Map.of(
                        "users",
                        Tally.figure((double) active, Contributors.ofLearners(active)),
                        "i",
                        PrimaryRulesTest.rate(100.0 * active / enrolled, enrolled, active, enrolled - active)));
    }
}
