// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.indicators.cohort.spark.CubeFixture.number;
import static org.dases.impact.indicators.cohort.spark.CubeFixture.row;
import static org.dases.impact.indicators.cohort.spark.CubeFixture.show;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Every built-in indicator on a dozen rows, expected values worked out by hand in the comments. */
class BuiltInIndicatorsTest {
    private static final String VIDEO = "https://w3id.org/xapi/video";

    /** U1: L1 views, L2 answers; U2: L3 is only enrolled; U3: a teacher; L4 has no school. Active schools: U1. */
    @Test
    void ad01CountsSchoolsWithAnActiveLearner() {
        Map<String, Row> cells = people().cells(List.of("AD-01"));
        assertThat(show(cells.get("AD-01"), "value n_learners n_schools top_school n_providers unit"))
                .isEqualTo("1.0 2 1 2 1 count");
    }

    /** Learners L1, L2, L4 (no role: a learner) and the teacher T1; L3 is only enrolled, S1 is staff. */
    @Test
    void ad02CountsPersonsByRole() {
        Map<String, Row> cells = people().cells(List.of("AD-02"), "role");
        assertThat(cells).containsOnlyKeys("AD-02 LEARNER", "AD-02 TEACHER", "AD-02 _T");
        assertThat(show(cells.get("AD-02 LEARNER"), "value n_learners")).isEqualTo("3.0 3");
        assertThat(show(cells.get("AD-02 TEACHER"), "value n_learners")).isEqualTo("1.0 1");
        assertThat(show(cells.get("AD-02 _T"), "value n_learners")).isEqualTo("4.0 4");
    }

    private static CubeFixture people() {
        return new CubeFixture()
                .withEvents(
                        "role action",
                        row("L1", "U1", "LEARNER", "VIEW", "2025-10-01T08:00:00Z"),
                        row("L1", "U1", "LEARNER", "VIEW", "2025-10-02T08:00:00Z"),
                        row("L2", "U1", null, "ATTEMPT", "2025-10-02T08:00:00Z"),
                        row("L3", "U2", "LEARNER", "ENROL", "2025-10-02T08:00:00Z"),
                        row("T1", "U3", "TEACHER", "VIEW", "2025-10-02T08:00:00Z"),
                        row("S1", "U3", "STAFF", "VIEW", "2025-10-02T08:00:00Z"),
                        row("L4", null, "LEARNER", null, "2025-10-03T08:00:00Z"));
    }

    /**
     * U1 has L1..L4, of whom L1 uses A and B, L2 uses A; U2 has L5, L6, nobody active. A: 2 of 4; B: 1 of 4; both
     * together: 2 of 4 learners, not 3 of 8 rows.
     */
    @Test
    void ad05CountsLearnersOfSchoolsInScopeOnce() {
        CubeFixture fixture = new CubeFixture()
                .with(
                        "learner",
                        "learner_pid uai",
                        row("L1", "U1"),
                        row("L2", "U1"),
                        row("L3", "U1"),
                        row("L4", "U1"),
                        row("L5", "U2"),
                        row("L6", "U2"))
                .withEvents(
                        "solution_id action",
                        row("L1", "U1", "A", "VIEW", "2025-10-01T08:00:00Z"),
                        row("L1", "U1", "B", "VIEW", "2025-11-01T08:00:00Z"),
                        row("L2", "U1", "A", "VIEW", "2025-10-01T08:00:00Z"));
        Map<String, Row> cells = fixture.cells(List.of("AD-05"), "solution");
        String columns = "value numerator denominator n_learners numerator_learners complement_learners n_schools";
        assertThat(show(cells.get("AD-05 A"), columns)).isEqualTo("50.0 2.0 4.0 4 2 2 1");
        assertThat(show(cells.get("AD-05 B"), columns)).isEqualTo("25.0 1.0 4.0 4 1 3 1");
        assertThat(show(cells.get("AD-05 _T"), columns)).isEqualTo("50.0 2.0 4.0 4 2 2 1");
    }

    /**
     * Views: L1 R1 twice, L1 R2, L2 R1, and L2's video at 0 s and 30 s: 6. Not: the video at 31 s, the player getting
     * ready, a pause at 5 s, an attempt, the teacher. Unique: L1R1, L1R2, L2R1, L2V1: 4.
     */
    @Test
    void en01CountsViewsAndUniqueViews() {
        CubeFixture fixture = new CubeFixture()
                .withEvents(
                        "role resource_id action verb position_s profile",
                        row("L1", "U1", null, "R1", "VIEW", "viewed", null, null, "2025-10-01T08:00:00Z"),
                        row("L1", "U1", null, "R1", "VIEW", "viewed", null, "p", "2025-10-01T09:00:00Z"),
                        row("L1", "U1", null, "R2", "VIEW", "accessed", null, null, "2025-10-01T10:00:00Z"),
                        row("L2", "U1", null, "R1", "VIEW", "viewed", null, null, "2025-10-01T08:00:00Z"),
                        row("L2", "U1", null, "V1", "VIEW", "initialized", null, VIDEO, "2025-10-01T08:10:00Z"),
                        row("L2", "U1", null, "V1", "MEDIA", "played", 0.0, VIDEO, "2025-10-01T08:10:01Z"),
                        row("L2", "U1", null, "V1", "MEDIA", "paused", 5.0, VIDEO, "2025-10-01T08:10:06Z"),
                        row("L2", "U1", null, "V1", "MEDIA", "played", 30.0, VIDEO, "2025-10-01T08:11:00Z"),
                        row("L2", "U1", null, "V1", "MEDIA", "played", 31.0, VIDEO, "2025-10-01T08:12:00Z"),
                        row("L2", "U1", null, "R9", "ATTEMPT", "answered", null, null, "2025-10-01T08:20:00Z"),
                        row("T1", "U1", "TEACHER", "R1", "VIEW", "viewed", null, null, "2025-10-01T08:00:00Z"));
        Map<String, Row> cells = fixture.cells(List.of("EN-01", "EN-01U"));
        assertThat(show(cells.get("EN-01"), "value numerator denominator n_learners"))
                .isEqualTo("6.0 6.0 null 2");
        assertThat(show(cells.get("EN-01U"), "value n_learners")).isEqualTo("4.0 2");
    }

    /**
     * L1: 8:00, 8:10, 8:40 (30 min: same session), 9:11 (31 min: new); L2: one action of 10 min 30 s. Sessions 3,
     * learners 2. Week of 29 September, minutes: L1 10 + 30 + 0 and 0, L2 10.5; week of 6 October, L1: 20. Sum 70.5 of
     * 3 learner-weeks.
     */
    @Test
    void en02AndEn03CountSessionsAndMinutes() {
        CubeFixture fixture = new CubeFixture()
                .withEvents(
                        "solution_id action duration_s",
                        row("L1", "U1", "A", "VIEW", null, "2025-10-01T08:00:00Z"),
                        row("L1", "U1", "A", "VIEW", null, "2025-10-01T08:10:00Z"),
                        row("L1", "U1", "A", "VIEW", null, "2025-10-01T08:40:00Z"),
                        row("L1", "U1", "A", "VIEW", null, "2025-10-01T09:11:00Z"),
                        row("L2", "U1", "A", "VIEW", 630.0, "2025-10-01T08:00:00Z"),
                        row("L1", "U1", "A", "VIEW", null, "2025-10-06T08:00:00Z"),
                        row("L1", "U1", "A", "VIEW", null, "2025-10-06T08:20:00Z"));
        Map<String, Row> cells = fixture.cells(List.of("EN-02", "EN-03"));
        assertThat(show(cells.get("EN-02"), "value numerator denominator n_learners method_version"))
                .isEqualTo("2.0 4.0 2.0 2 1.0.0+gap-1800s");
        assertThat(show(cells.get("EN-03"), "value numerator denominator n_learners unit"))
                .isEqualTo("23.5 70.5 3.0 2 minutes");
    }

    /**
     * Five enrolments of four learners: PASS, DISTINCTION, FAIL, WITHDRAWN, and one that still runs. 2 of 5; 1 of 5.
     */
    @Test
    void pr02AndPr06CountEnrolments() {
        CubeFixture fixture = new CubeFixture()
                .with(
                        "enrolment",
                        "learner_pid course_id result registered_at unregistered_at provider_id school_year",
                        row("L1", "C1", "PASS", "2025-09-10T08:00:00Z", null, "P1", "2025-2026"),
                        row("L1", "C2", "DISTINCTION", "2025-09-10T08:00:00Z", null, "P1", "2025-2026"),
                        row("L2", "C1", "FAIL", null, "2025-12-01T08:00:00Z", "P1", "2025-2026"),
                        row("L3", "C1", "WITHDRAWN", null, null, "P1", "2025-2026"),
                        row("L4", "C1", null, null, null, "P1", "2025-2026"));
        Map<String, Row> cells = fixture.cells(List.of("PR-02", "PR-06"), "course");
        String columns = "value numerator denominator n_learners numerator_learners complement_learners n_schools";
        assertThat(show(cells.get("PR-02 _T"), columns)).isEqualTo("40.0 2.0 5.0 4 1 3 null");
        assertThat(show(cells.get("PR-02 C1"), columns)).isEqualTo("25.0 1.0 4.0 4 1 3 null");
        assertThat(show(cells.get("PR-06 _T"), columns)).isEqualTo("20.0 1.0 5.0 4 1 3 null");
    }

    /**
     * L1 fails R1, then passes it; L1 passes R2, then fails it; L2 passes R1. Last attempts: pass, fail, pass: 2 of 3.
     */
    @Test
    void pr03CountsTheLastAttempt() {
        CubeFixture fixture = attempts();
        Map<String, Row> cells = fixture.cells(List.of("PR-03"));
        Row cell = cells.get("PR-03");
        assertThat(show(cell, "numerator denominator n_learners numerator_learners complement_learners"))
                .isEqualTo("2.0 3.0 2 2 1");
        assertThat(number(cell, "value")).isEqualTo(200.0 / 3);
        // Σ(x − pm)² = 2 · (1/3)², variance 2 · 2/9 / 3² = 4/81, so 4.5 attempts, with t of 1 degree of freedom 0.10707
        assertThat(number(cell, "ci_low")).isBetween(1.2088, 1.2089);
        assertThat(number(cell, "ci_high")).isBetween(99.6950, 99.6951);
    }

    private static CubeFixture attempts() {
        return new CubeFixture()
                .withEvents(
                        "resource_id action",
                        row("L1", "U1", "R1", "FAIL", "2025-10-01T08:00:00Z"),
                        row("L1", "U1", "R1", "PASS", "2025-10-02T08:00:00Z"),
                        row("L1", "U1", "R2", "PASS", "2025-10-01T08:00:00Z"),
                        row("L1", "U1", "R2", "FAIL", "2025-10-03T08:00:00Z"),
                        row("L2", "U1", "R1", "PASS", "2025-10-01T08:00:00Z"),
                        row("L2", "U1", "R1", "ATTEMPT", "2025-10-05T08:00:00Z"));
    }

    /** HORS: U1 3 of 4; EP: U2 (REP) 1 of 2 and U3 (REP+) 0 of 2, together 1 of 4. 75 − 25 = 50 points. */
    @Test
    void eq01IsTheGapBetweenOutsideAndInsidePriorityEducation() {
        CubeFixture fixture = new CubeFixture()
                .with("school", "uai rep", row("U1", "HORS"), row("U2", "REP"), row("U3", "REP+"))
                .withEvents(
                        "resource_id action",
                        row("L1", "U1", "R1", "PASS", "2025-10-01T08:00:00Z"),
                        row("L2", "U1", "R1", "PASS", "2025-10-01T08:00:00Z"),
                        row("L3", "U1", "R1", "PASS", "2025-10-01T08:00:00Z"),
                        row("L4", "U1", "R1", "FAIL", "2025-10-01T08:00:00Z"),
                        row("L5", "U2", "R1", "PASS", "2025-10-01T08:00:00Z"),
                        row("L6", "U2", "R1", "FAIL", "2025-10-01T08:00:00Z"),
                        row("L7", "U3", "R1", "FAIL", "2025-10-01T08:00:00Z"),
                        row("L7", "U3", "R2", "FAIL", "2025-10-01T08:00:00Z"));
        Map<String, Row> cells = fixture.cells(List.of("PR-03", "EQ-01"), "priority_education");
        assertThat(cells)
                .containsOnlyKeys(
                        "EQ-01 _T _T",
                        "PR-03 _T _T",
                        "PR-03 HORS _T",
                        "PR-03 HORS HORS",
                        "PR-03 EP _T",
                        "PR-03 EP REP",
                        "PR-03 EP REP+");
        assertThat(show(cells.get("PR-03 HORS _T"), "value n_learners")).isEqualTo("75.0 4");
        assertThat(show(cells.get("PR-03 EP _T"), "value n_learners n_schools top_school"))
                .isEqualTo("25.0 3 2 2");
        Row gap = cells.get("EQ-01 _T _T");
        assertThat(show(gap, "value unit n_learners n_schools numerator denominator numerator_learners"))
                .isEqualTo("50.0 points 3 1 null null null");
        // Wilson: 3 of 4 is [30.06, 95.44]. Inside, (x, m) = (1, 1), (0, 1), (0, 2): Σ(x − pm)² = 0.875, variance 3/2 ·
        // 0.875 / 16, so 2.2857 attempts, with t of 2 degrees of freedom 0.47429: [0.7325, 93.7726]. Hence
        // 50 − √(44.9358² + 68.7726²) and 50 + √(20.4413² + 24.2675²)
        assertThat(number(gap, "ci_low")).isBetween(-32.16, -32.15);
        assertThat(number(gap, "ci_high")).isBetween(81.72, 81.73);
    }

    /**
     * 900 + 100 records, of which 40 + 60 in quarantine, 10 + 0 doubled, 5 + 15 late, 3 + 0 with an unknown verb, 4 + 2
     * with an unknown code: 90 %, 1 %, 2 %, 0.3 %, 0.6 %. About nobody.
     */
    @Test
    void dq01IsAboutRecords() {
        CubeFixture fixture = new CubeFixture()
                .with(
                        "intake",
                        "dataset provider_id school_year local_date records quarantined duplicates unknown_verbs"
                                + " unknown_codes late",
                        row("a", "P1", "2025-2026", "2025-10-01", 900L, 40L, 10L, 3L, 4L, 5L),
                        row("b", "P2", "2025-2026", "2025-10-02", 100L, 60L, 0L, 0L, 2L, 15L));
        Map<String, Row> cells = fixture.cells(List.of("DQ-01", "DQ-01D", "DQ-01L", "DQ-01V", "DQ-01C", "DQ-02"));
        assertThat(cells).containsOnlyKeys("DQ-01", "DQ-01D", "DQ-01L", "DQ-01V", "DQ-01C");
        assertThat(show(cells.get("DQ-01"), "value numerator denominator n_learners n_schools n_providers ci_low"))
                .isEqualTo("90.0 900.0 1000.0 null null 2 null");
        assertThat(show(cells.get("DQ-01D"), "value")).isEqualTo("1.0");
        assertThat(show(cells.get("DQ-01L"), "value")).isEqualTo("2.0");
        assertThat(show(cells.get("DQ-01V"), "value")).isEqualTo("0.3");
        assertThat(show(cells.get("DQ-01C"), "value")).isEqualTo("0.6");
    }
}
