// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.indicators.cohort.spark.CubeFixture.row;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.dases.impact.indicators.TestSpark;
import org.dases.impact.indicators.definition.PeriodKind;
import org.junit.jupiter.api.Test;

class DerivedTablesTest {
    private static List<String> rows(CubeFixture fixture, String table, PeriodKind finest, String... columns) {
        return new DerivedTables(fixture.data(), CubeFixture.SETTINGS)
                .table(table, finest).orElseThrow().selectExpr(columns).collectAsList().stream()
                        .map(Row::toString)
                        .sorted()
                        .toList();
    }

    /**
     * L1, solution A: 21:50 Z and 22:10 Z on 30 September are 23:50 and 00:10 in Paris: one session of 30 September, 1
     * 200 s. A gap of exactly 1 800 s goes on, one of 1 801 s begins anew. Solution B has its own session. Of two
     * events in one instant the identifier decides which is first.
     */
    @Test
    void aSessionOverMidnightBelongsToTheDayItStarts() {
        CubeFixture fixture = new CubeFixture()
                .withEvents(
                        "solution_id action role",
                        row("L1", "U1", "A", "VIEW", "LEARNER", "2025-09-30T21:50:00Z"),
                        row("L1", "U1", "A", "MEDIA", "LEARNER", "2025-09-30T22:10:00Z"),
                        row("L1", "U1", "A", "ENROL", "LEARNER", "2025-09-30T22:20:00Z"),
                        row("L1", "U1", "A", "VIEW", "LEARNER", "2025-09-30T22:40:00Z"),
                        row("L1", "U1", "A", "VIEW", "LEARNER", "2025-09-30T23:10:01Z"),
                        row("L1", "U1", "B", "VIEW", "TEACHER", "2025-09-30T22:10:00Z"),
                        row("L1", "U1", "B", "VIEW", "LEARNER", "2025-09-30T22:10:00Z"));
        assertThat(rows(
                        fixture,
                        "session",
                        PeriodKind.DAY,
                        "solution_id",
                        "local_date",
                        "week",
                        "cast(started_at as string)",
                        "actions",
                        "active_s",
                        "role",
                        "school_year"))
                .containsExactly(
                        "[A,2025-09-30,2025-09-29,2025-09-30 21:50:00,3,3000.0,LEARNER,2025-2026]",
                        "[A,2025-10-01,2025-09-29,2025-09-30 23:10:01,1,0.0,LEARNER,2025-2026]",
                        "[B,2025-10-01,2025-09-29,2025-09-30 22:10:00,2,0.0,TEACHER,2025-2026]");
    }

    /** 600 s stated, then 300 s to the next, then the last with 40 s stated: 940 s, not 600 + 300 + 0. */
    @Test
    void anExplicitDurationGoesBeforeTheGap() {
        CubeFixture fixture = new CubeFixture()
                .withEvents(
                        "solution_id action duration_s",
                        row("L1", "U1", "A", "VIEW", 600.0, "2025-10-01T08:00:00Z"),
                        row("L1", "U1", "A", "VIEW", null, "2025-10-01T08:10:00Z"),
                        row("L1", "U1", "A", "VIEW", 40.0, "2025-10-01T08:15:00Z"));
        assertThat(rows(fixture, "session", PeriodKind.DAY, "active_s")).containsExactly("[940.0]");
    }

    /**
     * U1 is active in October only: L1 (all year), L2 (left on 15 October) and L3 (came on 1 November, so in the year
     * but not in the month). U2 has nobody active. Rows of the year have no date, those of the month the first day at
     * the school.
     */
    @Test
    void coverageNamesWhoWasAtASchoolInScope() {
        CubeFixture fixture = new CubeFixture()
                .with(
                        "learner",
                        "learner_pid uai valid_from valid_to",
                        row("L1", "U1", null, null),
                        row("L2", "U1", "2025-10-02", "2025-10-15"),
                        row("L3", "U1", "2025-11-01", null),
                        row("L4", "U2", null, null))
                .withEvents(
                        "solution_id action",
                        row("L1", null, "A", "VIEW", "2025-10-10T08:00:00Z"),
                        row("L9", null, "A", "VIEW", "2025-11-10T08:00:00Z"));
        assertThat(rows(fixture, "coverage", PeriodKind.MONTH, "learner_pid", "uai", "local_date", "as_of", "active"))
                .containsExactly(
                        "[L1,U1,2025-10-01,2025-10-01,true]",
                        "[L1,U1,null,2025-09-01,true]",
                        "[L2,U1,2025-10-02,2025-10-02,false]",
                        "[L2,U1,null,2025-10-02,false]",
                        "[L3,U1,null,2025-11-01,false]");
    }

    @Test
    void theLastAttemptIsPerResourceAndSchoolYear() {
        CubeFixture fixture = new CubeFixture()
                .withEvents(
                        "resource_id action",
                        row("L1", "U1", "R1", "PASS", "2025-06-01T08:00:00Z"),
                        row("L1", "U1", "R1", "PASS", "2025-10-01T08:00:00Z"),
                        row("L1", "U1", "R1", "FAIL", "2025-10-01T08:00:00Z"),
                        row("L1", "U1", "R2", "FAIL", "2025-10-01T08:00:00Z"));
        assertThat(rows(fixture, "attempt_last", PeriodKind.DAY, "resource_id", "school_year", "passed"))
                .containsExactly("[R1,2024-2025,true]", "[R1,2025-2026,false]", "[R2,2025-2026,false]");
    }

    /** Paris is two hours ahead of UTC until 26 October 2025, 1:00 Z, and again from 29 March 2026, 1:00 Z. */
    @Test
    void aDayIsCutInTheZoneOfTheSchools() {
        List<Row> instants = List.of(
                        row("2025-10-25T21:59:59Z"),
                        row("2025-10-25T22:00:00Z"),
                        row("2025-10-26T22:59:59Z"),
                        row("2025-10-26T23:00:00Z"),
                        row("2026-03-28T23:00:00Z"),
                        row("2026-03-29T22:00:00Z"))
                .stream()
                .map(instant -> org.apache.spark.sql.RowFactory.create(
                        java.sql.Timestamp.from(java.time.Instant.parse(String.valueOf(instant.get(0))))))
                .toList();
        StructType type = StructType.fromDDL("ts TIMESTAMP");
        assertThat(TestSpark.session()
                        .createDataFrame(instants, type)
                        .selectExpr(
                                RowTime.day(type, CubeFixture.SETTINGS) + " as day",
                                RowTime.schoolYear(type, "date'2025-08-31'", CubeFixture.SETTINGS) + " as year")
                        .collectAsList())
                .extracting(Row::toString)
                .containsExactly(
                        "[2025-10-25,2024-2025]",
                        "[2025-10-26,2024-2025]",
                        "[2025-10-26,2024-2025]",
                        "[2025-10-27,2024-2025]",
                        "[2026-03-29,2024-2025]",
                        "[2026-03-30,2024-2025]");
    }
}
