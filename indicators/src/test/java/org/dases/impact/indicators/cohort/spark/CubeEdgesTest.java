// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.indicators.cohort.spark.CubeFixture.row;
import static org.dases.impact.indicators.cohort.spark.CubeFixture.show;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dases.impact.indicators.TestSpark;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.definition.Dimension;
import org.dases.impact.indicators.definition.Indicator;
import org.dases.impact.indicators.definition.Measure;
import org.dases.impact.indicators.definition.PeriodKind;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.indicators.definition.Text;
import org.dases.impact.indicators.definition.Unit;
import org.junit.jupiter.api.Test;

class CubeEdgesTest {
    private static final String[] CELLS = {
        "table_id",
        "school_year",
        "period_kind",
        "period_start",
        "region_academique",
        "academie",
        "departement",
        "indicator_id",
        "unit",
        "value",
        "numerator",
        "denominator",
        "n_learners",
        "n_schools",
        "n_providers",
        "top_school",
        "top_provider",
        "numerator_learners",
        "complement_learners",
        "ci_low",
        "ci_high",
        "method_version"
    };

    @Test
    void cellsHaveTheColumnsOfTheZoneWithOrWithoutData() {
        PublishedTable table =
                CubeFixture.table(List.of(PeriodKind.YEAR), List.of("AD-01", "PR-03", "DQ-02"), "territory");
        CohortCubes cubes = new CohortCubes(TestSpark.session());
        Dataset<Row> none = cubes.compute(table, new CanonicalData(Map.of()), CubeFixture.SETTINGS);
        assertThat(none.columns()).containsExactly(CELLS);
        assertThat(none.isEmpty()).isTrue();
        CubeFixture fixture = new CubeFixture().withEvents("action", row("L1", "U1", "VIEW", "2025-10-01T08:00:00Z"));
        Dataset<Row> some = cubes.compute(table, fixture.data(), CubeFixture.SETTINGS);
        assertThat(some.schema().toDDL()).isEqualTo(none.schema().toDDL());
        assertThat(some.count()).isEqualTo(4); // France, and the place that is not known on three levels
    }

    /**
     * L1: 6EME until 31 December, then 5EME at another school; L2 is known from November on; L3 not at all. U1 is in
     * RENNES until 2024-2025 and in NANTES from 2025-2026; U2 is not in the directory.
     */
    @Test
    void attributesAreThoseInForceOnTheDay() {
        CubeFixture fixture = new CubeFixture()
                .with(
                        "learner",
                        "learner_pid uai level valid_from valid_to",
                        row("L1", "U1", "6EME", null, "2025-12-31"),
                        row("L1", "U2", "5EME", "2026-01-01", null),
                        row("L1", "U1", "6EME", null, "2025-12-31"),
                        row("L2", "U1", "4EME", "2025-11-01", null),
                        row("L2", "U1", "3EME", "2025-12-01", null))
                .with(
                        "school",
                        "uai sector school_year",
                        row("U1", "PRIVE", "2024-2025"),
                        row("U1", "PUBLIC", "2025-2026"))
                .withEvents(
                        "action",
                        row("L1", null, "VIEW", "2025-12-31T22:00:00Z"),
                        row("L1", null, "VIEW", "2025-12-31T23:00:00Z"),
                        row("L2", "U1", "VIEW", "2025-10-01T08:00:00Z"),
                        row("L2", "U1", "VIEW", "2025-12-01T08:00:00Z"),
                        row("L3", "U1", "VIEW", "2025-06-01T08:00:00Z"));
        Map<String, Row> cells = fixture.cells(List.of("EN-01"), "level", "sector");
        assertThat(cells.keySet().stream().filter(key -> !key.contains("_T")))
                .containsExactly(
                        "EN-01 3EME PUBLIC", "EN-01 5EME _U", "EN-01 6EME PUBLIC", "EN-01 _U PRIVE", "EN-01 _U PUBLIC");
        assertThat(show(cells.get("EN-01 _T _T"), "value n_learners n_schools top_school"))
                .isEqualTo("5.0 3 2 3");
    }

    /** 31 August and 1 September 2025 lie in one ISO week and in two school years. */
    @Test
    void aWeekInTwoSchoolYearsIsACellInEach() {
        CubeFixture fixture = new CubeFixture()
                .withEvents(
                        "action",
                        row("L1", "U1", "VIEW", "2026-08-31T08:00:00Z"),
                        row("L1", "U1", "VIEW", "2026-09-01T08:00:00Z"),
                        row("L2", "U1", "VIEW", "2026-09-05T08:00:00Z"));
        Map<String, Row> cells =
                fixture.cells(List.of(PeriodKind.YEAR, PeriodKind.WEEK, PeriodKind.DAY), List.of("EN-01"));
        assertThat(cells)
                .containsOnlyKeys(
                        "EN-01 year 2025-09-01",
                        "EN-01 year 2026-09-01",
                        "EN-01 week 2026-08-31",
                        "EN-01 day 2026-08-31",
                        "EN-01 day 2026-09-01",
                        "EN-01 day 2026-09-05");
        assertThat(show(cells.get("EN-01 year 2026-09-01"), "school_year value n_learners"))
                .isEqualTo("2026-2027 2.0 2");
        PublishedTable table = CubeFixture.table(List.of(PeriodKind.YEAR, PeriodKind.WEEK), List.of("EN-01"));
        assertThat(new CohortCubes(TestSpark.session())
                        .compute(table, fixture.data(), CubeFixture.SETTINGS)
                        .where("period_kind = 'week'")
                        .count())
                .isEqualTo(2);
    }

    /** What the rows do not give is null, never NaN: 0/0, the mean of not-a-number, schools where none is known. */
    @Test
    void nothingIsNotANumber() {
        CubeFixture fixture = new CubeFixture()
                .withEvents(
                        "action position_s",
                        row("L1", null, "VIEW", 0.0, "2025-10-01T08:00:00Z"),
                        row("L2", null, "VIEW", Double.NaN, "2025-10-01T08:00:00Z"),
                        row("L3", null, "VIEW", Double.POSITIVE_INFINITY, "2025-10-01T08:00:00Z"),
                        row(null, null, "VIEW", 1.0, "2025-10-01T08:00:00Z"));
        Map<String, Row> cells = new java.util.TreeMap<>();
        for (Row cell : new CohortCubes(TestSpark.session())
                .compute(
                        table(
                                indicator("RATIO", new Measure.RatioOfSums("position_s", "position_s")),
                                indicator("MEAN", new Measure.Mean("position_s", List.of("learner_pid"))),
                                indicator("SUM", new Measure.Sum("position_s")),
                                indicator("NOBODY", new Measure.Rate("true", "action = 'PASS'"))),
                        fixture.data(),
                        CubeFixture.SETTINGS)
                .collectAsList()) {
            cells.put(cell.getAs("indicator_id"), cell);
        }
        String columns = "value numerator denominator n_learners n_schools top_school ci_low";
        assertThat(cells).containsOnlyKeys("RATIO", "MEAN", "SUM");
        assertThat(show(cells.get("RATIO"), columns)).isEqualTo("null 0.0 0.0 1 null null null");
        assertThat(show(cells.get("MEAN"), columns)).isEqualTo("0.0 0.0 1.0 1 null null null");
        assertThat(show(cells.get("SUM"), columns)).isEqualTo("0.0 0.0 null 1 null null null");
    }

    /**
     * Schools as contributors: 3 of 4 schools ordered more than they use; their learners are nobody's business here.
     */
    @Test
    void schoolsCanBeTheContributors() {
        Indicator ordered = new Indicator(
                "ORDERED",
                new Text("x", "x"),
                new Text("x", "x"),
                Unit.PERCENT,
                "entitlement",
                ContributorKind.SCHOOL,
                Optional.empty(),
                new Measure.Rate("ordered > used", "true"),
                false,
                0,
                "1.0.0",
                "test");
        CubeFixture fixture = new CubeFixture()
                .with(
                        "entitlement",
                        "solution_id uai school_year ordered used provider_id",
                        row("A", "U1", "2025-2026", 10, 5, "P1"),
                        row("A", "U2", "2025-2026", 10, 5, "P1"),
                        row("B", "U3", "2025-2026", 10, 5, "P2"),
                        row("B", "U4", "2025-2026", 10, 10, "P2"));
        Row cell = new CohortCubes(TestSpark.session())
                .compute(table(ordered), fixture.data(), CubeFixture.SETTINGS)
                .collectAsList()
                .get(0);
        assertThat(show(cell, "value numerator denominator n_learners n_schools n_providers top_school"))
                .isEqualTo("75.0 3.0 4.0 null 4 2 null");
    }

    /** A university beside schools: that pupils have a school says nothing about students, who have none. */
    @Test
    void schoolsAreUnknownWhereNobodyMeasuredHasOne() {
        CubeFixture fixture = new CubeFixture()
                .with("learner", "learner_pid uai level", row("PUPIL", "U1", "6EME"), row("STUDENT", null, "SUP"))
                .withEvents("action", row("STUDENT", null, "VIEW", "2025-10-01T08:00:00Z"));
        Map<String, Row> cells = fixture.cells(List.of("EN-01"), "level");
        assertThat(show(cells.get("EN-01 _T"), "n_learners n_schools top_school"))
                .isEqualTo("1 null null");
    }

    private static PublishedTable table(Indicator... indicators) {
        return new PublishedTable(
                "t",
                new Text("t", "t"),
                List.of(indicators),
                List.<Dimension>of(),
                List.of(PeriodKind.ALL),
                OptionalInt.empty(),
                new Text("a", "a"));
    }

    private static Indicator indicator(String id, Measure measure) {
        return new Indicator(
                id,
                new Text("x", "x"),
                new Text("x", "x"),
                Unit.RATIO,
                "event",
                ContributorKind.LEARNER,
                Optional.empty(),
                measure,
                false,
                0,
                "1.0.0",
                "test");
    }
}
