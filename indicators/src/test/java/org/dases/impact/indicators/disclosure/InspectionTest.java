// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.rules.PrimaryRulesTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InspectionTest {
    private static Cohort cohort(double value, Contributors who, String... path) {
        return new Cohort(List.of(Node.of(path)), Map.of("users", Tally.figure(value, who)));
    }

    private static Cohort cohort(long learners, String... path) {
        return cohort((double) learners, Contributors.ofLearners(learners), path);
    }

    private static List<String> faults(Series series, Cohort... cohorts) {
        CellTable table = new CellTable("t", List.of(new Axis("axis", true)), List.of(series), List.of(cohorts));
        return GateTest.refused(GateTest.PLAIN, table).reasons();
    }

    private static List<String> faults(Cohort... cohorts) {
        return faults(Aggregated.USERS, cohorts);
    }

    /** Codes are printed, those of withheld rows too. */
    @Test
    void codesThatArePseudonymsAreRefused() {
        assertThat(faults(cohort(20, "ab".repeat(32)), cohort(30, "c")))
                .singleElement()
                .asString()
                .startsWith("table t: the codes of axis axis are pseudonyms, and would be printed;");
        assertThat(faults(cohort(1.5, Contributors.ofLearners(-1), "ab".repeat(31))))
                .noneMatch(fault -> fault.contains("pseudonyms"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void valuesThatAreNoFiniteNumberAreRefused(double value) {
        assertThat(faults(cohort(value, Contributors.ofLearners(20))))
                .containsExactly("table t: indicator users has a value that is no finite number; repair its formula");
    }

    @Test
    void negativeCountsAreRefused() {
        assertThat(faults(cohort(-1))).contains("table t: indicator users has a negative number of contributors");
        assertThat(faults(cohort(1, new Contributors(20, -1L, null, null, null))))
                .hasSize(1);
    }

    @Test
    void ratesWithoutSidesAreRefusedUnlessNobodyIsThere() {
        Series rate = PrimaryRulesTest.series(Form.RATE, ContributorKind.LEARNER, 0, false, true);
        Cohort some = new Cohort(List.of(Node.TOTAL), Map.of("i", Tally.figure(1, Contributors.ofLearners(20))));
        Cohort none = new Cohort(List.of(Node.TOTAL), Map.of("i", Tally.figure(0, Contributors.ofLearners(0))));
        assertThat(faults(rate, some)).containsExactly("table t: indicator i is a rate whose sides were not counted");
        CellTable empty = new CellTable("t", List.of(new Axis("axis", true)), List.of(rate), List.of(none));
        assertThat(GateTest.granted(GateTest.PLAIN, empty).certificate().published())
                .isEqualTo(1);
    }

    @Test
    void tablesOfAWrongFormAreRefused() {
        assertThat(faults(cohort(20), cohort(20)))
                .containsExactly("table t: a cohort is listed twice; aggregate before the gate");
        assertThat(faults(new Cohort(List.of(), Map.of())))
                .containsExactly("table t: a cohort has not one node per axis; give every cohort a node on each axis");
        Cohort foreign = new Cohort(List.of(Node.TOTAL), Map.of("other", Tally.figure(1, Contributors.ofLearners(20))));
        assertThat(faults(foreign))
                .containsExactly("table t: a cohort has a tally of an indicator that is no series of the table");
        CellTable twice = new CellTable("t", List.of(), List.of(Aggregated.USERS, Aggregated.USERS), List.of());
        assertThat(GateTest.refused(GateTest.PLAIN, twice).reasons())
                .containsExactly("table t: indicator users is listed twice; list each indicator once");
        CellTable table = new CellTable("t", List.of(), List.of(Aggregated.USERS), List.of());
        assertThat(GateTest.refused(GateTest.PLAIN, table, table).reasons())
                .containsExactly("table t is submitted twice; join its cohorts into one table");
    }

    @Test
    void cohortsThatHoldOthersThanTheirPartsAreRefused() {
        assertThat(faults(cohort(50), cohort(20, "a"), cohort(29, "b")))
                .singleElement()
                .asString()
                .contains("does not nest on axis axis");
        assertThat(faults(cohort(19), cohort(20, "a")))
                .singleElement()
                .asString()
                .contains("does not nest");
    }

    @Test
    void countsOfPeopleWhoAreInSeveralPartsNest() {
        CellTable table = new CellTable(
                "t",
                List.of(new Axis("solution", false)),
                List.of(Aggregated.USERS),
                List.of(cohort(45), cohort(30, "a"), cohort(35, "b")));
        assertThat(GateTest.granted(GateTest.PLAIN, table).certificate().withheld())
                .isZero();
    }

    @Test
    void cubesWithHolesAreRefusedUnlessTheHoleIsEmpty() {
        List<Axis> axes = List.of(new Axis("sex", true), new Axis("sector", true));
        List<Cohort> margins = List.of(
                at(30, Node.TOTAL, Node.TOTAL), at(30, Node.of("F"), Node.TOTAL), at(30, Node.TOTAL, Node.of("PU")));
        CellTable hole = new CellTable("t", axes, List.of(Aggregated.USERS), margins);
        assertThat(GateTest.refused(GateTest.PLAIN, hole).reasons())
                .containsExactly(
                        "table t: a cohort has no finer cohorts on axis sector although the axis goes on there; submit"
                                + " the whole cube",
                        "table t: a cohort has no finer cohorts on axis sex although the axis goes on there; submit"
                                + " the whole cube");
        List<Cohort> empty = List.of(
                at(0, Node.TOTAL, Node.TOTAL), at(0, Node.of("F"), Node.TOTAL), at(0, Node.TOTAL, Node.of("PU")));
        CellTable nobody = new CellTable("t", axes, List.of(Aggregated.USERS), empty);
        assertThat(GateTest.granted(GateTest.PLAIN, nobody).certificate().published())
                .isEqualTo(3);
    }

    private static Cohort at(long learners, Node sex, Node sector) {
        return new Cohort(
                List.of(sex, sector),
                Map.of("users", Tally.figure((double) learners, Contributors.ofLearners(learners))));
    }
}
