// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dases.impact.indicators.cohort.spark.CubeFixture.row;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.dases.impact.indicators.TestSpark;
import org.dases.impact.indicators.cohort.IndicatorProblem;
import org.dases.impact.indicators.cohort.TableRefused;
import org.dases.impact.indicators.definition.Dimension;
import org.dases.impact.indicators.definition.Level;
import org.dases.impact.indicators.definition.PeriodKind;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.indicators.definition.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CubeLimitTest {
    private static final Text NAME = new Text("x", "x");
    private static final long MANY = 1_000;

    /**
     * Three schools of one académie, each on two days of one ISO week that lie in two months, with one solution: the
     * places are 6; with an académie and a total above schools, a total above the solution, and as periods all, year,
     * month and day there are (3 + 1 + 1) × 2 × (1 + 1 + 2 + 2) = 60 cells. Without schools (1 + 1) × 2 × 6 = 24,
     * without days 5 × 2 × 4 = 40, without the solution 30.
     */
    private static Dataset<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (String school : List.of("U1", "U2", "U3")) {
            for (String day : List.of("2025-09-30", "2025-10-01", "2025-10-01")) {
                rows.add(RowFactory.create(
                        "L",
                        school,
                        "P",
                        "2025-2026",
                        (int) LocalDate.parse(day).toEpochDay(),
                        "A",
                        school,
                        "S"));
            }
        }
        return TestSpark.table(
                "contributor STRING, school STRING, provider STRING, year STRING, day INT, level0 STRING, level1 STRING,"
                        + " level2 STRING",
                rows);
    }

    private static WalkPlan plan(PeriodKind... periods) {
        return new WalkPlan(
                List.of(periods),
                List.of(2, 1),
                List.of("academie", "uai", "solution"),
                List.of(),
                List.of(),
                List.of(),
                MonthDay.of(9, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "60, ''",
        "59, Leave out level 'uai' (cells that remain: 24)",
        "24, Leave out level 'uai' (cells that remain: 24)",
        "23, Leave out level 'uai' and period 'day' (cells that remain: 16)",
        "7, Leave out level 'uai' and period 'year' and period 'month' and period 'day' (cells that remain: 4)"
    })
    void tooManyCellsAreRefusedWithWhatToLeaveOut(int most, String fix) {
        CubeLimit limit = new CubeLimit(plan(PeriodKind.ALL, PeriodKind.YEAR, PeriodKind.MONTH, PeriodKind.DAY), most);
        if (fix.isEmpty()) {
            assertThatCode(() -> limit.check(rows(), MANY)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> limit.check(rows(), MANY))
                    .isInstanceOf(TableRefused.class)
                    .hasMessageContaining("more than " + most + " cells")
                    .hasMessageContaining(fix.replace("", ""));
        }
    }

    /** Without a total over all times, and in weeks: 5 × 2 × (1 month of the week's days each + 1 week each) = 40. */
    @Test
    void aWeekInTwoMonthsIsTwoPlaces() {
        assertThatCode(() -> new CubeLimit(plan(PeriodKind.MONTH, PeriodKind.WEEK), 40).check(rows(), MANY))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new CubeLimit(plan(PeriodKind.MONTH, PeriodKind.WEEK), 39).check(rows(), MANY))
                .hasMessageContaining("cells that remain");
        assertThatThrownBy(() -> new CubeLimit(plan(PeriodKind.YEAR), 1).check(rows(), MANY))
                .hasMessageContaining("level 'academie' and level 'uai' and level 'solution'")
                .hasMessageContaining(" (cells that remain: 1)");
    }

    @Test
    void fewRowsNeedNotBeRead() {
        Dataset<Row> unreadable = rows().selectExpr("raise_error('read') as contributor");
        assertThatCode(() -> new CubeLimit(plan(PeriodKind.ALL), 60).check(unreadable, 10))
                .as("a row lies in 6 cells at most")
                .doesNotThrowAnyException();
    }

    /** Two events that differ in 23 dimensions: 2 × 2²³ − 1 cells; without one of them 2 × 2²² − 1. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTableIsRefusedBeforeItIsCounted(boolean hasKernel) {
        CubeFixture fixture = new CubeFixture()
                .withEvents(
                        "action",
                        row("L1", "U1", "VIEW", "2025-10-01T08:00:00Z"),
                        row("L2", "U1", "VIEW", "2025-10-01T08:00:00Z"));
        CohortCubes cubes = new CohortCubes(TestSpark.session(), hasKernel, KernelRoom::of);
        assertThatThrownBy(() -> cubes.compute(table(23), fixture.data(), CubeFixture.SETTINGS))
                .isInstanceOf(TableRefused.class)
                .hasMessageContaining("more than 10000000 cells")
                .hasMessageContaining("Leave out level 'd0'")
                .hasMessageContaining("(cells that remain: 8388607)");
    }

    @Test
    void aTableThatOneRowPassesIsRefusedWithoutData() {
        assertThat(TableChecks.check(table(23))).isEmpty();
        assertThat(TableChecks.check(table(24)).stream().map(IndicatorProblem::message))
                .singleElement()
                .asString()
                .contains("a single row makes more than 10000000 cells");
    }

    private static PublishedTable table(int dimensions) {
        List<Dimension> all = new ArrayList<>();
        for (int i = 0; i < dimensions; i++) {
            Level level = new Level("d" + i, "row.event_id", Optional.of("substring(event_id, 2, 9)"));
            all.add(new Dimension("d" + i, NAME, List.of(level)));
        }
        return new PublishedTable(
                "t",
                NAME,
                List.of(CubeFixture.CATALOGUE.indicator("EN-01").orElseThrow()),
                all,
                List.of(PeriodKind.ALL),
                OptionalInt.empty(),
                NAME);
    }
}
