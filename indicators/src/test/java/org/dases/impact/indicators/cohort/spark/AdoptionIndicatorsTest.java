// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dases.impact.indicators.cohort.spark.CubeFixture.number;
import static org.dases.impact.indicators.cohort.spark.CubeFixture.row;
import static org.dases.impact.indicators.cohort.spark.CubeFixture.show;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.dases.impact.indicators.definition.PeriodKind;
import org.junit.jupiter.api.Test;

/** Indicators of adoption on a few rows, expected values worked out by hand in the comments. */
class AdoptionIndicatorsTest {
    /** Assigned 80 + 40 of 100 + 50 ordered; used 60 + 12 of 120 assigned. What U3 ordered and used nobody knows. */
    @Test
    void ad03AndAd04AreAboutLicences() {
        CubeFixture fixture = new CubeFixture()
                .with(
                        "entitlement",
                        "solution_id uai ordered assigned used school_year provider_id",
                        row("A", "U1", 100, 80, 60, "2025-2026", "P1"),
                        row("A", "U2", 50, 40, 12, "2025-2026", "P1"),
                        row("A", "U3", null, 5, null, "2025-2026", "P1"));
        Map<String, Row> cells = fixture.cells(List.of("AD-03", "AD-04"), "solution");
        String columns = "value numerator denominator n_learners n_schools ci_low";
        assertThat(show(cells.get("AD-03 A"), columns)).isEqualTo("80.0 120.0 150.0 null 2 null");
        assertThat(show(cells.get("AD-04 _T"), columns)).isEqualTo("60.0 72.0 120.0 null 2 null");
    }

    /**
     * The last 28 days of October are 4 to 31. L1: weeks 1 and 3 on A, 2 on B; L2: 3 October is in none, 4 and 31 are
     * in 1 and 4; L3: week 1 only; L4: 1, 2, 4. October: L1, L4 of 4; on A only L4. November adds L1, not regular.
     */
    @Test
    void ad06CountsLearnersActiveInThreeOfFourWeeks() {
        CubeFixture fixture = new CubeFixture()
                .withEvents(
                        "role solution_id action",
                        row("L1", "U1", null, "A", "VIEW", "2025-10-04T08:00:00Z"),
                        row("L1", "U1", null, "B", "VIEW", "2025-10-11T08:00:00Z"),
                        row("L1", "U1", null, "A", "VIEW", "2025-10-24T08:00:00Z"),
                        row("L1", "U1", null, "A", "VIEW", "2025-11-24T08:00:00Z"),
                        row("L2", "U1", null, "A", "VIEW", "2025-10-03T08:00:00Z"),
                        row("L2", "U1", null, "A", "VIEW", "2025-10-04T08:00:00Z"),
                        row("L2", "U1", null, "A", "VIEW", "2025-10-31T08:00:00Z"),
                        row("L3", "U1", null, "A", "VIEW", "2025-10-05T08:00:00Z"),
                        row("L3", "U1", null, "A", "VIEW", "2025-10-10T08:00:00Z"),
                        row("L4", "U1", null, "A", "VIEW", "2025-10-10T08:00:00Z"),
                        row("L4", "U1", null, "A", "VIEW", "2025-10-17T08:00:00Z"),
                        row("L4", "U1", null, "A", "VIEW", "2025-10-25T08:00:00Z"),
                        row("T1", "U1", "TEACHER", "A", "VIEW", "2025-10-10T08:00:00Z"));
        Map<String, Row> cells =
                fixture.cells(List.of(PeriodKind.YEAR, PeriodKind.MONTH), List.of("AD-06"), "solution");
        String columns = "value numerator denominator n_learners numerator_learners complement_learners";
        assertThat(show(cells.get("AD-06 month 2025-10-01 _T"), columns)).isEqualTo("50.0 2.0 4.0 4 2 2");
        assertThat(show(cells.get("AD-06 month 2025-10-01 A"), columns)).isEqualTo("25.0 1.0 4.0 4 1 3");
        assertThat(show(cells.get("AD-06 month 2025-10-01 B"), columns)).isEqualTo("0.0 0.0 1.0 1 0 1");
        assertThat(show(cells.get("AD-06 year 2025-09-01 _T"), columns)).isEqualTo("40.0 2.0 5.0 4 2 3");
    }

    /**
     * Weeks begin on 29 September, 6 and 13 October; the fourth after are those of 27 October, 3 and 10 November. Data
     * end on Sunday 9 November, so L4's is not over. A: L1 and L3 are back, L2 is a week late; B: L1 is not back.
     */
    @Test
    void ad07FollowsNewcomersToTheFourthWeek() {
        CubeFixture fixture = new CubeFixture()
                .withEvents(
                        "solution_id action",
                        row("L1", "U1", "A", "VIEW", "2025-10-01T08:00:00Z"),
                        row("L1", "U1", "A", "VIEW", "2025-10-28T08:00:00Z"),
                        row("L1", "U1", "B", "VIEW", "2025-10-01T08:00:00Z"),
                        row("L2", "U1", "A", "VIEW", "2025-10-01T08:00:00Z"),
                        row("L2", "U1", "A", "VIEW", "2025-11-04T08:00:00Z"),
                        row("L3", "U1", "A", "VIEW", "2025-10-06T08:00:00Z"),
                        row("L3", "U1", "A", "VIEW", "2025-11-09T08:00:00Z"),
                        row("L4", "U1", "A", "VIEW", "2025-10-13T08:00:00Z"));
        Map<String, Row> cells = fixture.cells(List.of(PeriodKind.ALL, PeriodKind.WEEK), List.of("AD-07"), "solution");
        String columns = "value numerator denominator n_learners";
        assertThat(show(cells.get("AD-07 _T"), columns)).isEqualTo("50.0 2.0 4.0 3");
        assertThat(show(cells.get("AD-07 B"), columns)).isEqualTo("0.0 0.0 1.0 1");
        assertThat(show(cells.get("AD-07 week 2025-09-29 A"), columns)).isEqualTo("50.0 1.0 2.0 2");
        assertThat(show(cells.get("AD-07 week 2025-10-06 A"), columns)).isEqualTo("100.0 1.0 1.0 1");
        assertThat(cells).doesNotContainKey("AD-07 week 2025-10-13 A");
    }

    /** October has 31 days: L1 is active on two of them, once on two solutions, L2 on one: 3 / 31 / 2. */
    @Test
    void ad08IsTheShareOfDaysOnWhichActiveLearnersAreActive() {
        CubeFixture fixture = new CubeFixture()
                .withEvents(
                        "solution_id action",
                        row("L1", "U1", "A", "VIEW", "2025-10-01T08:00:00Z"),
                        row("L1", "U1", "A", "VIEW", "2025-10-02T08:00:00Z"),
                        row("L1", "U1", "A", "VIEW", "2025-10-02T09:00:00Z"),
                        row("L1", "U1", "B", "VIEW", "2025-10-02T10:00:00Z"),
                        row("L2", "U1", "A", "VIEW", "2025-10-02T08:00:00Z"));
        Map<String, Row> cells = fixture.cells(List.of("AD-08"), "solution");
        assertThat(number(cells.get("AD-08 _T"), "value")).isCloseTo(3.0 / 62, within(1e-6));
        assertThat(number(cells.get("AD-08 B"), "value")).isCloseTo(1.0 / 31, within(1e-6));
        assertThat(show(cells.get("AD-08 _T"), "denominator n_learners")).isEqualTo("2.0 2");
    }

    /** L1 uses both in October, L3 the one in October and the other in November: 2 of 3 in all, 1 of 3 in October. */
    @Test
    void ec02CountsLearnersOnSeveralSolutions() {
        CubeFixture fixture = new CubeFixture()
                .withEvents(
                        "solution_id action",
                        row("L1", "U1", "A", "VIEW", "2025-10-01T08:00:00Z"),
                        row("L1", "U1", "B", "VIEW", "2025-10-01T08:00:00Z"),
                        row("L2", "U1", "A", "VIEW", "2025-10-01T08:00:00Z"),
                        row("L2", "U1", "A", "VIEW", "2025-10-02T08:00:00Z"),
                        row("L3", "U1", "A", "VIEW", "2025-10-01T08:00:00Z"),
                        row("L3", "U1", "B", "VIEW", "2025-11-05T08:00:00Z"));
        Map<String, Row> cells = fixture.cells(List.of(PeriodKind.ALL, PeriodKind.MONTH), List.of("EC-02"));
        String columns = "numerator denominator n_learners numerator_learners complement_learners";
        assertThat(show(cells.get("EC-02"), columns)).isEqualTo("2.0 3.0 3 2 1");
        assertThat(show(cells.get("EC-02 month 2025-10-01"), columns)).isEqualTo("1.0 3.0 3 1 2");
        assertThat(show(cells.get("EC-02 month 2025-11-01"), columns)).isEqualTo("0.0 1.0 1 0 1");
    }
}
