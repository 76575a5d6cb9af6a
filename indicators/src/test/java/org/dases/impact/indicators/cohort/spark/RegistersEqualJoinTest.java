// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.dases.impact.indicators.TestSpark;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.definition.Dimension;
import org.dases.impact.indicators.definition.Indicator;
import org.dases.impact.indicators.definition.Level;
import org.dases.impact.indicators.definition.Measure;
import org.dases.impact.indicators.definition.PeriodKind;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.indicators.definition.Text;
import org.dases.impact.indicators.definition.Unit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Attributes that are looked up are those that Spark joins: with registers that say the same twice, contradict
 * themselves, begin or end nowhere, leave gaps, or know nothing of a learner or a school.
 */
class RegistersEqualJoinTest {
    private static final Text NAME = new Text("x", "x");
    private static final List<Level> LEVELS = List.of(
            new Level("sector", "school.sector"),
            new Level("place", "school.academie", Optional.of("concat(academie, '|', sector)")),
            new Level("level", "learner.level"),
            new Level("sex", "learner.sex"),
            new Level("solution", "row.solution_id"));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void allColumnsOfAllCells(long seed) {
        CanonicalData data = data(new Random(seed), true);
        assertThat(packed(data, "minutes").registers()).isNotEqualTo(Registers.NONE);

        assertThat(cells(true, data)).isNotEmpty().isEqualTo(cells(false, data));
    }

    @Test
    void withoutRegistersNothingIsKnown() {
        CanonicalData data = data(new Random(5), false);

        assertThat(cells(true, data)).isNotEmpty().isEqualTo(cells(false, data));
    }

    /** There, a row's own school is not told from the learner's. */
    @Test
    void whatLooksAtTheSchoolIsJoined() {
        CanonicalData data = data(new Random(6), true);

        assertThat(packed(data, "if(uai = 'U1', minutes, 0)").registers()).isEqualTo(Registers.NONE);
    }

    @Test
    void registersThatHaveNoRoomAreJoined() {
        CanonicalData data = data(new Random(7), true);

        assertThat(new RegisterReader(data, LEVELS).read(1_000)).isEmpty();
        assertThat(new RegisterReader(data, LEVELS).read(1_000_000)).isPresent();
    }

    private static RowsToPack packed(CanonicalData data, String summed) {
        CompiledIndicator sum = CompiledIndicator.of(indicator("SUM", new Measure.Sum(summed)), "learner_pid");
        return new MeasuredRows(data, CubeFixture.SETTINGS, LEVELS)
                .toPack(data.table("event").orElseThrow(), List.of(sum));
    }

    private static List<String> cells(boolean hasKernel, CanonicalData data) {
        List<Dimension> dimensions = new ArrayList<>();
        LEVELS.forEach(level -> dimensions.add(new Dimension(level.column(), NAME, List.of(level))));
        List<Indicator> indicators = List.of(
                indicator("ROWS", new Measure.Rows()),
                indicator("SUM", new Measure.Sum("minutes")),
                indicator("SHARE", new Measure.Rate("minutes > 30", "minutes <> 12")));
        PublishedTable table = new PublishedTable(
                "t", NAME, indicators, dimensions, List.of(PeriodKind.ALL, PeriodKind.YEAR), OptionalInt.empty(), NAME);
        try (CohortCubes cubes = new CohortCubes(TestSpark.session(), hasKernel, KernelRoom::of)) {
            return cubes.compute(table, data, CubeFixture.SETTINGS).collectAsList().stream()
                    .map(Row::toString)
                    .sorted()
                    .toList();
        }
    }

    private static Indicator indicator(String id, Measure measure) {
        return new Indicator(
                id,
                NAME,
                NAME,
                Unit.COUNT,
                "event",
                ContributorKind.LEARNER,
                Optional.empty(),
                measure,
                false,
                0,
                "1.0.0",
                "x");
    }

    private static CanonicalData data(Random random, boolean hasRegisters) {
        List<Row> events = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            events.add(RowFactory.create(
                    random.nextInt(20) == 0 ? null : "L" + random.nextInt(12),
                    or(random, "U" + random.nextInt(5)),
                    "P" + random.nextInt(2),
                    or(random, "S" + random.nextInt(2)),
                    day(random),
                    (double) random.nextInt(60)));
        }
        Map<String, Dataset<Row>> tables = new HashMap<>();
        tables.put(
                "event",
                TestSpark.table(
                        "learner_pid STRING, uai STRING, provider_id STRING, solution_id STRING, local_date DATE, "
                                + "minutes DOUBLE",
                        events));
        if (hasRegisters) {
            tables.put("learner", learners(random));
            tables.put("school", schools(random));
        }
        return new CanonicalData(tables);
    }

    private static Dataset<Row> learners(Random random) {
        List<Row> learners = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            learners.add(RowFactory.create(
                    or(random, "L" + random.nextInt(10)),
                    or(random, "U" + random.nextInt(5)),
                    or(random, "N" + random.nextInt(2)),
                    or(random, random.nextBoolean() ? "F" : "M"),
                    day(random),
                    random.nextBoolean() ? null : day(random)));
            if (random.nextInt(4) == 0) {
                learners.add(learners.get(learners.size() - 1));
            }
        }
        return TestSpark.table(
                "learner_pid STRING, uai STRING, level STRING, sex STRING, valid_from DATE, valid_to DATE", learners);
    }

    private static Dataset<Row> schools(Random random) {
        List<Row> schools = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            String year = 2023 + random.nextInt(4) + "-";
            schools.add(RowFactory.create(
                    or(random, "U" + random.nextInt(4)),
                    or(random, "A" + random.nextInt(2)),
                    or(random, random.nextBoolean() ? "PU" : "PR"),
                    random.nextInt(6) == 0 ? "_T" : or(random, year)));
        }
        return TestSpark.table("uai STRING, academie STRING, sector STRING, school_year STRING", schools);
    }

    /** A few days only, so that versions begin together and rows lie on the day of a change. */
    private static @Nullable Date day(Random random) {
        LocalDate first = LocalDate.of(2024, 8, 30);
        return random.nextInt(8) == 0 ? null : Date.valueOf(first.plusDays(60L * random.nextInt(12)));
    }

    private static @Nullable String or(Random random, String text) {
        return random.nextInt(7) == 0 ? null : text;
    }
}
