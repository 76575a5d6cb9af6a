// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same cells, in all columns, by the kernel and by the walk: over random events of learners who move and age, in
 * schools that change their sector, with rows that have no school, no date, no provider or no value.
 */
class KernelEqualsWalkTest {
    private static final Text NAME = new Text("x", "x");
    private static final List<List<PeriodKind>> PERIODS = List.of(
            List.of(PeriodKind.ALL, PeriodKind.YEAR, PeriodKind.MONTH),
            List.of(PeriodKind.YEAR, PeriodKind.WEEK),
            List.of(PeriodKind.ALL),
            List.of(PeriodKind.MONTH, PeriodKind.DAY));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void allColumnsOfAllCells(long seed) {
        Random random = new Random(seed);
        PublishedTable table = table(random);
        CanonicalData data = data(random);

        List<String> kernel = cells(true, table, data);

        assertThat(kernel).isNotEmpty().isEqualTo(cells(false, table, data));
    }

    /** Eight dimensions of about 250 codes each have 2⁶³ combinations and more; of a row 2⁹ occur. */
    @Test
    void dimensionsThatDoNotFit64Bits() {
        List<Dimension> dimensions = new ArrayList<>(List.of(dimension("sector", "school.sector")));
        for (int i = 0; i < 8; i++) {
            String code = "concat_ws(' ', learner_pid, local_date, minutes, " + i + ")";
            Level level = new Level("wide" + i, "row.learner_pid", Optional.of(code));
            dimensions.add(new Dimension("wide" + i, NAME, List.of(level)));
        }
        List<Indicator> shares =
                countable().stream().filter(each -> each.id().equals("SHARE")).toList();
        PublishedTable table =
                new PublishedTable("t", NAME, shares, dimensions, PERIODS.get(2), OptionalInt.empty(), NAME);
        CanonicalData data = data(new Random(7));
        CohortCubes cubes = new CohortCubes(TestSpark.session());
        Dataset<Row> cells = cubes.compute(table, data, CubeFixture.SETTINGS);
        assertThat(cells.queryExecution().optimizedPlan().toString())
                .as("no walk over the contributors")
                .doesNotContain("MapPartitions");
        assertThat(texts(cells)).isEqualTo(cells(false, table, data));
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9, 10, 11, 12})
    void allColumnsOfAllCellsFromFacts(long seed) {
        Random random = new Random(seed);
        PublishedTable table = table(random);
        CanonicalData data = data(random);
        FactShelf shelf = recipe -> Optional.of(inTwoParts(recipe));

        assertThat(cells(true, table, data, shelf)).isNotEmpty().isEqualTo(cells(false, table, data));
    }

    /**
     * Six schools in 2 to 20 chunks, of which some have none: learners who go to several schools, at home or away, rows
     * without school, and what registers do not know lie in several.
     */
    @ParameterizedTest
    @CsvSource({"20, 2, 0", "21, 3, 0", "22, 7, 0", "23, 7, 60", "24, 7, 0", "25, 20, 100"})
    void chunkByChunk(long seed, int chunks, int together) {
        Random random = new Random(seed);
        PublishedTable drawn = table(random);
        PublishedTable table = new PublishedTable(
                "t", NAME, countable(), drawn.dimensions(), drawn.periods(), OptionalInt.empty(), NAME);
        CanonicalData data = data(random);
        FactShelf shelf = seed < 24 ? FactShelf.NONE : recipe -> Optional.of(inTwoParts(recipe));
        KernelRoom room = new KernelRoom(chunks, together, 1_000, 30);
        CohortCubes cubes = new CohortCubes(TestSpark.session(), true, (spark, rows, indicators) -> room);

        Dataset<Row> cells = cubes.compute(table, data, CubeFixture.SETTINGS, shelf);

        assertThat(cells.queryExecution().optimizedPlan().toString())
                .as("no walk over the contributors")
                .doesNotContain("MapPartitions");
        assertThat(texts(cells)).isEqualTo(cells(true, table, data)).isEqualTo(cells(false, table, data));
    }

    /** 250 rows in two tasks, to be sent off 30 at a time; rows that wait count. */
    @Test
    void aTaskSendsSeveralPieces() {
        CanonicalData data = data(new Random(20));
        PublishedTable table = new PublishedTable(
                "t",
                NAME,
                countable(),
                List.of(dimension("sector", "school.sector")),
                PERIODS.get(2),
                OptionalInt.empty(),
                NAME);
        List<CompiledIndicator> compiled = countable().stream()
                .map(each -> CompiledIndicator.of(each, "learner_pid"))
                .toList();
        RowsToPack rows = new MeasuredRows(
                        data, CubeFixture.SETTINGS, table.dimensions().get(0).levels())
                .toPack(data.table("event").orElseThrow(), compiled);

        try (PackedChunks chunks =
                rows.pack(WalkPlan.of(table, compiled, CubeFixture.SETTINGS), new KernelRoom(1, 1_000, 1_000, 30))) {
            assertThat(chunks.read(List.of(0))).hasSizeGreaterThan(4).allMatch(piece -> piece.size() <= 30);
        }
    }

    /** Where a chunk has more rows than there is room for, or movers have: 250 rows, of 25 learners. */
    @ParameterizedTest
    @CsvSource({"2, 60", "40, 100"})
    void whatHasNoRoomIsWalked(int chunks, int most) {
        Random random = new Random(30);
        PublishedTable table = table(random);
        CanonicalData data = data(random);
        KernelRoom room = new KernelRoom(chunks, 0, most, 1_000);
        CohortCubes cubes = new CohortCubes(TestSpark.session(), true, (spark, rows, indicators) -> room);

        assertThat(texts(cubes.compute(table, data, CubeFixture.SETTINGS))).isEqualTo(cells(false, table, data));
    }

    private static List<Indicator> countable() {
        return indicators().stream()
                .filter(each -> KernelCube.isCountable(CompiledIndicator.of(each, "learner_pid")))
                .toList();
    }

    /** Every second day is missing and made later, as facts come together in a lake. */
    private static Dataset<Row> inTwoParts(FactRecipe recipe) {
        SortedMap<Integer, DayDigest> days = recipe.days();
        Set<Integer> changed = new TreeSet<>(days.keySet());
        changed.removeIf(day -> day % 2 == 0);
        Dataset<Row> kept = recipe.make(days).where("day % 2 = 0");
        Dataset<Row> others = kept.where(
                not(col(FactRecipe.SLICE).isin(FactRecipe.slices(changed).toArray())));
        return others.unionByName(recipe.remake(kept, days, changed));
    }

    /** Else the test above would compare the walk with itself. */
    @Test
    void theKernelIsTakenForWhatItCanCountOnly() {
        assertThat(countable().stream().map(Indicator::id)).containsExactly("ROWS", "SUM", "SHARE", "UNIQUE");
    }

    private static List<String> cells(boolean hasKernel, PublishedTable table, CanonicalData data) {
        return cells(hasKernel, table, data, FactShelf.NONE);
    }

    private static List<String> cells(boolean hasKernel, PublishedTable table, CanonicalData data, FactShelf shelf) {
        try (CohortCubes cubes = new CohortCubes(TestSpark.session(), hasKernel, KernelRoom::of)) {
            return texts(cubes.compute(table, data, CubeFixture.SETTINGS, shelf));
        }
    }

    private static List<String> texts(Dataset<Row> cells) {
        return cells.collectAsList().stream().map(Row::toString).sorted().toList();
    }

    private static PublishedTable table(Random random) {
        List<Dimension> all = List.of(
                dimension("territory", "school.region_academique", "school.academie"),
                dimension("sector", "school.sector"),
                dimension("level", "learner.level"),
                dimension("solution", "row.solution_id"),
                dimension("mixed", "school.sector", "learner.level"));
        List<Dimension> dimensions =
                all.stream().filter(each -> random.nextBoolean()).toList();
        List<PeriodKind> periods = PERIODS.get(random.nextInt(PERIODS.size()));
        return new PublishedTable("t", NAME, indicators(), dimensions, periods, OptionalInt.empty(), NAME);
    }

    private static Dimension dimension(String id, String... sources) {
        List<Level> levels = new ArrayList<>();
        for (String source : sources) {
            levels.add(new Level(id + levels.size(), source));
        }
        return new Dimension(id, NAME, levels);
    }

    private static List<Indicator> indicators() {
        return List.of(
                indicator("ROWS", new Measure.Rows(), Optional.of("minutes < 50")),
                indicator("SUM", new Measure.Sum("minutes - 20"), Optional.empty()),
                indicator("MEAN", new Measure.Mean("minutes", List.of("learner_pid")), Optional.empty()),
                indicator("SHARE", new Measure.Rate("minutes >= 30", "minutes <> 12"), Optional.empty()),
                indicator(
                        "SOLVED",
                        new Measure.Rate("minutes >= 30", "true", List.of("learner_pid", "resource_id")),
                        Optional.empty()),
                indicator("UNIQUE", new Measure.Distinct(List.of("learner_pid", "resource_id")), Optional.empty()),
                indicator("SHARED", new Measure.Distinct(List.of("resource_id")), Optional.empty()));
    }

    private static Indicator indicator(String id, Measure measure, Optional<String> where) {
        return new Indicator(
                id, NAME, NAME, Unit.COUNT, "event", ContributorKind.LEARNER, where, measure, false, 0, "1.0.0", "x");
    }

    private static CanonicalData data(Random random) {
        List<Row> events = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            int learner = random.nextInt(25);
            boolean isAway = random.nextInt(10) == 0;
            LocalDate day = LocalDate.of(2024, 11, 1).plusDays(random.nextInt(400));
            events.add(RowFactory.create(
                    "L" + learner,
                    random.nextInt(8) == 0 ? null : "U" + (isAway ? random.nextInt(6) : learner % 6),
                    random.nextInt(12) == 0 ? null : "P" + random.nextInt(3),
                    random.nextInt(12) == 0 ? null : "S" + random.nextInt(3),
                    random.nextInt(12) == 0 ? null : "R" + random.nextInt(5),
                    random.nextInt(20) == 0 ? null : Date.valueOf(day),
                    random.nextInt(15) == 0 ? null : (double) random.nextInt(60)));
        }
        List<Row> learners = new ArrayList<>();
        for (int i = 0; i < 22; i++) {
            learners.add(learner(i, "6e", null, Date.valueOf("2025-08-31")));
            learners.add(learner(i, i % 3 == 0 ? "6e" : "5e", Date.valueOf("2025-09-01"), null));
        }
        List<Row> schools = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            schools.add(RowFactory.create("U" + i, "R" + i % 2, "A" + i % 3, "PU", "2024-2025"));
            schools.add(RowFactory.create("U" + i, "R" + i % 2, "A" + i % 3, i == 1 ? "PR" : "PU", "2025-2026"));
        }
        return new CanonicalData(Map.of(
                "event",
                TestSpark.table(
                        "learner_pid STRING, uai STRING, provider_id STRING, solution_id STRING, resource_id STRING, "
                                + "local_date DATE, minutes DOUBLE",
                        events),
                "learner",
                TestSpark.table(
                        "learner_pid STRING, uai STRING, level STRING, valid_from DATE, valid_to DATE", learners),
                "school",
                TestSpark.table(
                        "uai STRING, region_academique STRING, academie STRING, sector STRING, school_year STRING",
                        schools)));
    }

    private static Row learner(int number, String level, @Nullable Date from, @Nullable Date to) {
        return RowFactory.create("L" + number, "U" + number % 6, level, from, to);
    }
}
