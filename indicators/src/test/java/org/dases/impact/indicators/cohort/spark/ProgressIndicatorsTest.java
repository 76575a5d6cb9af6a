// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.indicators.cohort.spark.CubeFixture.row;
import static org.dases.impact.indicators.cohort.spark.CubeFixture.show;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.dases.impact.indicators.definition.PeriodKind;
import org.junit.jupiter.api.Test;

/** Indicators of progress on a few rows, expected values worked out by hand in the comments. */
class ProgressIndicatorsTest {
    private static final List<String> ONE = List.of("S1");

    /** Used: L1R1, L1R2, L2R1, L2R3; completed: L1R1 (passed), L2R1 (failed), L2R3 (said so); passed: L1R1. */
    @Test
    void pr01IsAFunnel() {
        CubeFixture fixture = new CubeFixture()
                .withEvents(
                        "role resource_id action completion",
                        row("L1", "U1", null, "R1", "VIEW", null, "2025-10-01T08:00:00Z"),
                        row("L1", "U1", null, "R1", "COMPLETE", null, "2025-11-01T08:00:00Z"),
                        row("L1", "U1", null, "R1", "PASS", null, "2025-11-02T08:00:00Z"),
                        row("L1", "U1", null, "R2", "VIEW", null, "2025-10-01T08:00:00Z"),
                        row("L2", "U1", null, "R1", "VIEW", false, "2025-10-01T08:00:00Z"),
                        row("L2", "U1", null, "R1", "FAIL", null, "2025-10-02T08:00:00Z"),
                        row("L2", "U1", null, "R3", "MEDIA", true, "2025-10-01T08:00:00Z"),
                        row("T1", "U1", "TEACHER", "R3", "VIEW", true, "2025-10-01T08:00:00Z"));
        Map<String, Row> cells =
                fixture.cells(List.of(PeriodKind.MONTH), List.of("PR-01", "PR-01C", "PR-01P", "PR-01UC", "PR-01CP"));
        String month = " month 2025-10-01";
        assertThat(show(cells.get("PR-01" + month), "value n_learners")).isEqualTo("4.0 2");
        assertThat(show(cells.get("PR-01C" + month), "value n_learners")).isEqualTo("3.0 2");
        assertThat(show(cells.get("PR-01P" + month), "value n_learners")).isEqualTo("1.0 1");
        assertThat(show(cells.get("PR-01UC" + month), "value numerator denominator"))
                .isEqualTo("75.0 3.0 4.0");
        assertThat(show(cells.get("PR-01CP" + month), "numerator denominator")).isEqualTo("1.0 3.0");
        assertThat(cells).hasSize(5);
    }

    /**
     * A's traces end on 31 October: its last 7 days begin on the 25th. L3 was active on the 24th, L5 never: at risk. L4
     * was on the 25th. L1 passed, L2 left. Of B no trace is known, of L7 no year. 2 of 5; started: L1 to L4, of whom L1
     * completed.
     */
    @Test
    void pr02sAndPr06rKnowTheActivityOfTheEnrolled() {
        CubeFixture fixture = new CubeFixture()
                .with(
                        "enrolment",
                        "learner_pid solution_id course_id result unregistered_at school_year provider_id",
                        row("L1", "A", "C", "PASS", null, "2025-2026", "P1"),
                        row("L2", "A", "C", null, "2025-10-10T08:00:00Z", "2025-2026", "P1"),
                        row("L3", "A", "C", null, null, "2025-2026", "P1"),
                        row("L4", "A", "C", null, null, "2025-2026", "P1"),
                        row("L5", "A", "C", null, null, "2025-2026", "P1"),
                        row("L6", "B", "C", null, null, "2025-2026", "P1"),
                        row("L7", "A", "C", null, null, null, "P1"))
                .withEvents(
                        "solution_id action",
                        row("L1", "U1", "A", "VIEW", "2025-10-01T08:00:00Z"),
                        row("L2", "U1", "A", "VIEW", "2025-10-02T08:00:00Z"),
                        row("L3", "U1", "A", "VIEW", "2025-10-24T08:00:00Z"),
                        row("L4", "U1", "A", "VIEW", "2025-10-25T08:00:00Z"),
                        row("L5", "U1", "A", "ENROL", "2025-10-25T08:00:00Z"),
                        row("L9", "U1", "A", "VIEW", "2025-10-31T08:00:00Z"));
        Map<String, Row> cells = fixture.cells(List.of("PR-02S", "PR-06R"));
        String columns = "value numerator denominator n_learners";
        assertThat(show(cells.get("PR-02S"), columns)).isEqualTo("25.0 1.0 4.0 4");
        assertThat(show(cells.get("PR-06R"), columns)).isEqualTo("40.0 2.0 5.0 5");
    }

    /**
     * Attempts to success: L1 R1 3, L1 R2 1, L2 R1 1, L3 R1 2, L2 R2 none: median of 1, 1, 2, 3. Right at first: L1 R2
     * and L2 R1 of five. R1 is about two skills, and counts once in all: of S1 3, 1, 2.
     */
    @Test
    void pr04CountsAttemptsUpToTheFirstSuccess() {
        List<String> both = List.of("S1", "S2");
        CubeFixture fixture = new CubeFixture()
                .withEvents(
                        "resource_id action success skill_ids",
                        row("L1", "U1", "R1", "FAIL", null, both, "2025-10-01T08:00:00Z"),
                        row("L1", "U1", "R1", "ATTEMPT", false, both, "2025-10-02T08:00:00Z"),
                        row("L1", "U1", "R1", "PASS", null, both, "2025-10-03T08:00:00Z"),
                        row("L1", "U1", "R1", "PASS", null, both, "2025-10-04T08:00:00Z"),
                        row("L1", "U1", "R1", "ATTEMPT", null, both, "2025-09-30T08:00:00Z"),
                        row("L1", "U1", "R2", "PASS", null, null, "2025-10-01T08:00:00Z"),
                        row("L2", "U1", "R1", "ATTEMPT", true, both, "2025-10-01T08:00:00Z"),
                        row("L2", "U1", "R2", "FAIL", null, null, "2025-10-01T08:00:00Z"),
                        row("L3", "U1", "R1", "FAIL", null, both, "2025-10-01T08:00:00Z"),
                        row("L3", "U1", "R1", "PASS", null, both, "2025-10-02T08:00:00Z"));
        Map<String, Row> cells = fixture.cells(List.of("PR-04", "PR-04F"), "skill");
        assertThat(show(cells.get("PR-04 _T"), "value denominator n_learners")).isEqualTo("1.5 4.0 3");
        assertThat(show(cells.get("PR-04 S1"), "value denominator n_learners")).isEqualTo("2.0 3.0 3");
        assertThat(show(cells.get("PR-04F _T"), "value numerator denominator n_learners"))
                .isEqualTo("40.0 2.0 5.0 3");
    }

    /** L1 S1: three in a row. L2 S1: one wrong between; S2: three. L3 S1: two on A, one on B. 2 of 4 pairs. */
    @Test
    void pr05NeedsThreeRightAnswersInARow() {
        List<String> other = List.of("S2");
        CubeFixture fixture = new CubeFixture()
                .withEvents(
                        "solution_id action success skill_ids",
                        row("L1", "U1", "A", "ATTEMPT", false, ONE, "2025-10-01T08:00:00Z"),
                        row("L1", "U1", "A", "ATTEMPT", true, ONE, "2025-10-01T08:01:00Z"),
                        row("L1", "U1", "A", "ATTEMPT", true, ONE, "2025-10-01T08:02:00Z"),
                        row("L1", "U1", "A", "PASS", null, ONE, "2025-10-01T08:03:00Z"),
                        row("L2", "U1", "A", "ATTEMPT", true, ONE, "2025-10-01T08:00:00Z"),
                        row("L2", "U1", "A", "ATTEMPT", true, other, "2025-10-01T08:00:30Z"),
                        row("L2", "U1", "A", "ATTEMPT", false, ONE, "2025-10-01T08:01:00Z"),
                        row("L2", "U1", "A", "ATTEMPT", true, ONE, "2025-10-01T08:02:00Z"),
                        row("L2", "U1", "A", "ATTEMPT", true, other, "2025-10-01T08:02:30Z"),
                        row("L2", "U1", "A", "ATTEMPT", true, ONE, "2025-10-01T08:03:00Z"),
                        row("L2", "U1", "A", "ATTEMPT", true, other, "2025-10-01T08:03:30Z"),
                        row("L3", "U1", "A", "ATTEMPT", true, ONE, "2025-10-01T08:00:00Z"),
                        row("L3", "U1", "A", "ATTEMPT", true, ONE, "2025-10-01T08:01:00Z"),
                        row("L3", "U1", "B", "ATTEMPT", true, ONE, "2025-10-01T08:02:00Z"));
        Map<String, Row> cells = fixture.cells(List.of("PR-05"), "skill");
        String columns = "value numerator denominator n_learners numerator_learners complement_learners";
        assertThat(show(cells.get("PR-05 _T"), columns)).isEqualTo("50.0 2.0 4.0 3 2 2");
        assertThat(show(cells.get("PR-05 S2"), columns)).isEqualTo("100.0 1.0 1.0 1 1 0");
    }

    /**
     * On time: L1 W1 a day before, L2 W1 in the very second; late: L1 W2, L3 W1. W3 has no due date, a view is none.
     */
    @Test
    void pr07ComparesWithTheDueDate() {
        String due = "2025-10-10T08:00:00Z";
        CubeFixture fixture = new CubeFixture()
                .withEvents(
                        "resource_id action due_at",
                        row("L1", "U1", "W1", "COMPLETE", due, "2025-10-09T08:00:00Z"),
                        row("L1", "U1", "W1", "COMPLETE", due, "2025-10-12T08:00:00Z"),
                        row("L1", "U1", "W2", "ATTEMPT", due, "2025-10-11T08:00:00Z"),
                        row("L2", "U1", "W1", "COMPLETE", due, due),
                        row("L2", "U1", "W3", "COMPLETE", null, due),
                        row("L3", "U1", "W1", "VIEW", due, "2025-10-09T08:00:00Z"),
                        row("L3", "U1", "W1", "COMPLETE", due, "2025-10-10T08:00:01Z"));
        Map<String, Row> cells = fixture.cells(List.of("PR-07"));
        assertThat(show(cells.get("PR-07"), "value numerator denominator n_learners"))
                .isEqualTo("50.0 2.0 4.0 3");
    }
}
