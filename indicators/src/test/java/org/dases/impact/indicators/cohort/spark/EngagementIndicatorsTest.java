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
import org.junit.jupiter.api.Test;

/** Indicators of engagement on a few rows, expected values worked out by hand in the comments. */
class EngagementIndicatorsTest {
    private static final String VIDEO = "https://w3id.org/xapi/video";

    /**
     * Sessions per learner: L1 3, L2 2, L3 1, L4 1: median 1.5. Minutes per learner and week: L1 10 and 20, L2 30, L3
     * 40, L4 50: median 30; 90th percentile at 0.9 · 4 = 3.6, between 40 and 50: 46. Below the medians L3 and L4, L1;
     * above L1 and L2, L3 and L4. Below the percentile all but L4, above L4. Whoever is at it is on no side.
     */
    @Test
    void mediansAndPercentilesAreExact() {
        CubeFixture fixture = new CubeFixture()
                .withEvents(
                        "solution_id action duration_s",
                        row("L1", "U1", "A", "VIEW", 240.0, "2025-10-01T08:00:00Z"),
                        row("L1", "U1", "A", "VIEW", 360.0, "2025-10-02T08:00:00Z"),
                        row("L1", "U1", "A", "VIEW", 1200.0, "2025-10-08T08:00:00Z"),
                        row("L2", "U1", "A", "VIEW", 900.0, "2025-10-01T08:00:00Z"),
                        row("L2", "U1", "A", "VIEW", 900.0, "2025-10-01T12:00:00Z"),
                        row("L3", "U1", "A", "VIEW", 2400.0, "2025-10-01T08:00:00Z"),
                        row("L4", "U1", "A", "VIEW", 3000.0, "2025-10-01T08:00:00Z"));
        Map<String, Row> cells = fixture.cells(List.of("EN-02", "EN-02M", "EN-03M", "EN-03P"));
        String columns = "value numerator denominator n_learners numerator_learners complement_learners ci_low";
        assertThat(show(cells.get("EN-02M"), columns)).isEqualTo("1.5 null 4.0 4 2 2 null");
        assertThat(show(cells.get("EN-03M"), columns)).isEqualTo("30.0 null 5.0 4 1 2 null");
        assertThat(show(cells.get("EN-03P"), columns)).isEqualTo("46.0 null 5.0 4 3 1 null");
        assertThat(show(cells.get("EN-02"), "value denominator")).isEqualTo("1.75 4.0");
    }

    /** A has 4 resources, B 2; R9 is in no register. L1: 2 of 4 and 1 of 2; L2: 1 of 4. (50 + 50 + 25) / 3. */
    @Test
    void en04IsTheShareOfResourcesUsed() {
        CubeFixture fixture = new CubeFixture()
                .with(
                        "resource",
                        "resource_id solution_id",
                        row("R1", "A"),
                        row("R2", "A"),
                        row("R3", "A"),
                        row("R4", "A"),
                        row("R5", "B"),
                        row("R6", "B"))
                .withEvents(
                        "solution_id resource_id action",
                        row("L1", "U1", "A", "R1", "VIEW", "2025-10-01T08:00:00Z"),
                        row("L1", "U1", "A", "R1", "VIEW", "2025-10-02T08:00:00Z"),
                        row("L1", "U1", "A", "R2", "VIEW", "2025-10-01T08:00:00Z"),
                        row("L1", "U1", "A", "R9", "VIEW", "2025-10-01T08:00:00Z"),
                        row("L1", "U1", "B", "R5", "VIEW", "2025-10-01T08:00:00Z"),
                        row("L2", "U1", "A", "R1", "VIEW", "2025-10-01T08:00:00Z"));
        Map<String, Row> cells = fixture.cells(List.of("EN-04"), "solution");
        assertThat(show(cells.get("EN-04 A"), "value denominator n_learners")).isEqualTo("37.5 2.0 2");
        assertThat(number(cells.get("EN-04 _T"), "value")).isCloseTo(125.0 / 3, within(1e-6));
    }

    /**
     * Paris is two hours ahead of UTC on Wednesday 1 October, one hour on Monday 27. In school time: 8:00 and 17:59 on
     * Wednesday, 12:00 on Friday, 8:00 on the 27th. Not: 7:59, 18:00, Saturday, 7:30 on the 27th. 4 of 8.
     */
    @Test
    void en05IsOnTheSchoolsClock() {
        CubeFixture fixture = new CubeFixture()
                .withEvents(
                        "action",
                        row("L1", "U1", "VIEW", "2025-10-01T05:59:59Z"),
                        row("L1", "U1", "VIEW", "2025-10-01T06:00:00Z"),
                        row("L1", "U1", "VIEW", "2025-10-01T15:59:59Z"),
                        row("L1", "U1", "VIEW", "2025-10-01T16:00:00Z"),
                        row("L2", "U1", "VIEW", "2025-10-03T10:00:00Z"),
                        row("L2", "U1", "VIEW", "2025-10-04T10:00:00Z"),
                        row("L2", "U1", "VIEW", "2025-10-27T07:00:00Z"),
                        row("L2", "U1", "VIEW", "2025-10-27T06:30:00Z"));
        Map<String, Row> cells = fixture.cells(List.of("EN-05", "EN-05N"), "weekday", "hour");
        assertThat(show(cells.get("EN-05 _T _T"), "value numerator denominator n_learners"))
                .isEqualTo("50.0 4.0 8.0 2");
        assertThat(show(cells.get("EN-05N _T 8"), "value")).isEqualTo("2.0");
        assertThat(show(cells.get("EN-05N 3 _T"), "value")).isEqualTo("4.0");
        assertThat(show(cells.get("EN-05N 1 7"), "value n_learners")).isEqualTo("1.0 1");
    }

    /**
     * On Wednesday 1 October it is 8:00 at 4:00 Z in La Réunion, at 12:00 Z in Martinique and at 6:00 Z in Paris; a
     * hidden school, and one whose number only begins like one overseas, have the clock of Paris.
     */
    @Test
    void en05IsOnTheClockOfSchoolsOverseas() {
        CubeFixture fixture = new CubeFixture()
                .withEvents(
                        "action",
                        row("L1", "9740006F", "VIEW", "2025-10-01T03:59:59Z"),
                        row("L1", "9740006F", "VIEW", "2025-10-01T04:00:00Z"),
                        row("L2", "9720001A", "VIEW", "2025-10-01T11:59:59Z"),
                        row("L2", "9720001A", "VIEW", "2025-10-01T12:00:00Z"),
                        row("L3", "0750001A", "VIEW", "2025-10-01T05:59:59Z"),
                        row("L3", "9740006", "VIEW", "2025-10-01T06:00:00Z"),
                        row("L3", null, "VIEW", "2025-10-01T06:00:00Z"));
        Map<String, Row> cells = fixture.cells(List.of("EN-05", "EN-05N"), "hour");
        assertThat(show(cells.get("EN-05 _T"), "numerator denominator")).isEqualTo("4.0 7.0");
        assertThat(show(cells.get("EN-05N 8"), "value")).isEqualTo("4.0");
        assertThat(show(cells.get("EN-05N 7"), "value")).isEqualTo("3.0");
    }

    /** All of three resources are all of them, and 7 200 seconds of a film of 7 200. */
    @Test
    void partsOfAWholeMakeTheWhole() {
        CubeFixture fixture = new CubeFixture()
                .with(
                        "resource",
                        "resource_id solution_id expected_duration_s",
                        row("R1", "A", null),
                        row("R2", "A", null),
                        row("R3", "A", null),
                        row("V1", "B", 7200.0))
                .withEvents(
                        "solution_id resource_id verb action position_s",
                        row("L1", "U1", "A", "R1", null, "VIEW", null, "2025-10-01T08:00:00Z"),
                        row("L1", "U1", "A", "R2", null, "VIEW", null, "2025-10-01T08:00:00Z"),
                        row("L1", "U1", "A", "R3", null, "VIEW", null, "2025-10-01T08:00:00Z"),
                        row("L1", "U1", "B", "V1", "played", "MEDIA", 0.0, "2025-10-01T09:00:00Z"),
                        row("L1", "U1", "B", "V1", "paused", "MEDIA", 7200.0, "2025-10-01T11:00:00Z"));
        Map<String, Row> cells = fixture.cells(List.of("EN-04", "EN-07"), "solution");
        assertThat(show(cells.get("EN-04 A"), "value")).isEqualTo("100.0");
        assertThat(show(cells.get("EN-07 B"), "value")).isEqualTo("100.0");
    }

    /** L1 R1 twice, L2 R1; the teacher's does not count. */
    @Test
    void en06CountsDownloads() {
        CubeFixture fixture = new CubeFixture()
                .withEvents(
                        "role resource_id action",
                        row("L1", "U1", null, "R1", "DOWNLOAD", "2025-10-01T08:00:00Z"),
                        row("L1", "U1", null, "R1", "DOWNLOAD", "2025-10-02T08:00:00Z"),
                        row("L2", "U1", null, "R1", "DOWNLOAD", "2025-10-02T08:00:00Z"),
                        row("L2", "U1", null, "R1", "VIEW", "2025-10-02T08:00:00Z"),
                        row("T1", "U1", "TEACHER", "R1", "DOWNLOAD", "2025-10-02T08:00:00Z"));
        Map<String, Row> cells = fixture.cells(List.of("EN-06", "EN-06U"));
        assertThat(show(cells.get("EN-06"), "value n_learners")).isEqualTo("3.0 2");
        assertThat(show(cells.get("EN-06U"), "value n_learners")).isEqualTo("2.0 2");
    }

    /**
     * V1 has 100 seconds: L1 plays 0 to 30, then from 20 for 15 seconds before a seek: 35 of 100. V2 has 9.4, that is
     * 10: from 5.5 to the end, seconds 5 to 9: 5 of 10. L2 plays V1 and nothing follows within half an hour.
     */
    @Test
    void en07CountsSecondsPlayedOnce() {
        CubeFixture fixture = new CubeFixture()
                .with("resource", "resource_id expected_duration_s", row("V1", 100.0), row("V2", 9.4))
                .withEvents(
                        "resource_id verb action position_s profile",
                        row("L1", "U1", "V1", "played", "MEDIA", 0.0, VIDEO, "2025-10-01T08:00:00Z"),
                        row("L1", "U1", "V1", "paused", "MEDIA", 30.0, VIDEO, "2025-10-01T08:00:30Z"),
                        row("L1", "U1", "V1", "played", "MEDIA", 20.0, VIDEO, "2025-10-01T08:01:00Z"),
                        row("L1", "U1", "V1", "seeked", "MEDIA", null, VIDEO, "2025-10-01T08:01:15Z"),
                        row("L1", "U1", "V2", "played", "MEDIA", 5.5, VIDEO, "2025-10-01T09:00:00Z"),
                        row("L1", "U1", "V2", "terminated", "END", 9.4, VIDEO, "2025-10-01T09:00:04Z"),
                        row("L2", "U1", "V1", "played", "MEDIA", 0.0, VIDEO, "2025-10-01T08:00:00Z"),
                        row("L2", "U1", "V1", "played", "MEDIA", 0.0, VIDEO, "2025-10-01T08:30:01Z"));
        Map<String, Row> cells = fixture.cells(List.of("EN-07"), "resource");
        assertThat(show(cells.get("EN-07 V1"), "value n_learners")).isEqualTo("35.0 1");
        assertThat(show(cells.get("EN-07 V2"), "value n_learners")).isEqualTo("50.0 1");
        assertThat(show(cells.get("EN-07 _T"), "value denominator n_learners")).isEqualTo("42.5 2.0 1");
    }

    /**
     * CSAT: S1 changes a 4 to a 5 on A and gives B 3, S2 gives A 1, S3's 7 is no mark: 9 / 3. NPS: 10, 9, 8, 7, 0: two
     * promoters, one detractor of five: 40 − 20.
     */
    @Test
    void en08IsTheMeanMarkAndTheNetPromoterScore() {
        CubeFixture fixture = new CubeFixture()
                .with(
                        "survey",
                        "respondent_pid solution_id item value ts school_year provider_id",
                        row("S1", "A", "CSAT", 4.0, "2025-10-01T08:00:00Z", "2025-2026", "P1"),
                        row("S1", "A", "CSAT", 5.0, "2025-10-02T08:00:00Z", "2025-2026", "P1"),
                        row("S1", "B", "CSAT", 3.0, "2025-10-01T08:00:00Z", "2025-2026", "P1"),
                        row("S2", "A", "CSAT", 1.0, "2025-10-01T08:00:00Z", "2025-2026", "P1"),
                        row("S3", "A", "CSAT", 7.0, "2025-10-01T08:00:00Z", "2025-2026", "P1"),
                        row("S1", "A", "NPS", 10.0, "2025-10-01T08:00:00Z", "2025-2026", "P1"),
                        row("S2", "A", "NPS", 9.0, "2025-10-01T08:00:00Z", "2025-2026", "P1"),
                        row("S3", "A", "NPS", 8.0, "2025-10-01T08:00:00Z", "2025-2026", "P1"),
                        row("S4", "A", "NPS", 7.0, "2025-10-01T08:00:00Z", "2025-2026", "P1"),
                        row("S5", "A", "NPS", 0.0, "2025-10-01T08:00:00Z", "2025-2026", "P1"));
        Map<String, Row> cells = fixture.cells(List.of("EN-08", "EN-08N", "EN-08P", "EN-08D"));
        assertThat(show(cells.get("EN-08"), "value denominator n_learners")).isEqualTo("3.0 3.0 2");
        assertThat(show(cells.get("EN-08N"), "value denominator n_learners")).isEqualTo("20.0 5.0 5");
        assertThat(show(cells.get("EN-08P"), "value numerator")).isEqualTo("40.0 2.0");
        assertThat(show(cells.get("EN-08D"), "value numerator")).isEqualTo("20.0 1.0");
    }

    /** Of four active learners L1 answered about A; L2 about B, which L2 does not use; L3's answer is of last year. */
    @Test
    void en08rIsTheShareOfActiveLearnersWhoAnswered() {
        CubeFixture fixture = new CubeFixture()
                .with(
                        "survey",
                        "respondent_pid solution_id item value school_year",
                        row("L1", "A", "CSAT", 4.0, "2025-2026"),
                        row("L2", "B", "CSAT", 4.0, "2025-2026"),
                        row("L3", "A", "CSAT", 4.0, "2024-2025"))
                .withEvents(
                        "solution_id action",
                        row("L1", "U1", "A", "VIEW", "2025-10-01T08:00:00Z"),
                        row("L1", "U1", "B", "VIEW", "2025-10-01T08:00:00Z"),
                        row("L2", "U1", "A", "VIEW", "2025-10-01T08:00:00Z"),
                        row("L3", "U1", "A", "VIEW", "2025-10-01T08:00:00Z"),
                        row("L4", "U1", "A", "VIEW", "2025-10-01T08:00:00Z"));
        Map<String, Row> cells = fixture.cells(List.of("EN-08R"), "solution");
        assertThat(show(cells.get("EN-08R _T"), "value numerator denominator")).isEqualTo("25.0 1.0 4.0");
        assertThat(show(cells.get("EN-08R B"), "value numerator denominator")).isEqualTo("0.0 0.0 1.0");
    }
}
