// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.dases.impact.indicators.cohort.CubeSettings;
import org.dases.impact.indicators.cohort.spark.CanonicalData;
import org.dases.impact.indicators.cohort.spark.CohortCubes;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.definition.Dimension;
import org.dases.impact.indicators.definition.Indicator;
import org.dases.impact.indicators.definition.Level;
import org.dases.impact.indicators.definition.Measure;
import org.dases.impact.indicators.definition.PeriodKind;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.indicators.definition.Text;
import org.dases.impact.indicators.definition.Unit;

/** The cube from raw events as {@code impact compute} makes it: a table with two indicators. */
final class EventCube {
    static final CubeSettings SETTINGS =
            new CubeSettings(Duration.ofMinutes(30), ZoneId.of("Europe/Paris"), MonthDay.of(9, 1));
    private static final Text NAME = new Text("banc d'essai", "bench");

    private final SparkSession spark;
    private final Path data;

    EventCube(SparkSession spark, Path data) {
        this.spark = spark;
        this.data = data;
    }

    /** Computes all cells and leaves them. */
    void compute() {
        try (CohortCubes cubes = new CohortCubes(spark)) {
            cells(cubes).write().format("noop").mode("overwrite").save();
        }
    }

    /** Computes all cells and writes them as Parquet into a folder, which is replaced. */
    void write(Path folder) {
        try (CohortCubes cubes = new CohortCubes(spark)) {
            cells(cubes).write().mode("overwrite").parquet(folder.toString());
        }
    }

    Map<String, String> computeText() {
        try (CohortCubes cubes = new CohortCubes(spark)) {
            return CellText.of(cells(cubes));
        }
    }

    private Dataset<Row> cells(CohortCubes cubes) {
        CanonicalData tables = new CanonicalData(
                Map.of("event", table("event"), "learner", table("learner"), "school", table("school")));
        return cubes.compute(asked(), tables, SETTINGS);
    }

    private Dataset<Row> table(String name) {
        return spark.read().parquet(data.resolve(name).toString());
    }

    static PublishedTable asked() {
        List<Dimension> dimensions = List.of(
                dimension("academie", "school.academie"),
                dimension("sector", "school.sector"),
                dimension("level", "learner.level"),
                dimension("solution_id", "row.solution_id"));
        return new PublishedTable(
                "bench",
                NAME,
                List.of(
                        indicator("EVENTS", Unit.COUNT, new Measure.Rows()),
                        indicator("SECONDS", Unit.COUNT, new Measure.Sum("duration_s"))),
                dimensions,
                List.of(PeriodKind.ALL, PeriodKind.MONTH),
                OptionalInt.empty(),
                NAME);
    }

    private static Dimension dimension(String column, String source) {
        return new Dimension(column, NAME, List.of(new Level(column, source)));
    }

    private static Indicator indicator(String id, Unit unit, Measure measure) {
        return new Indicator(
                id,
                NAME,
                NAME,
                unit,
                "event",
                ContributorKind.LEARNER,
                Optional.empty(),
                measure,
                false,
                0,
                "1.0.0",
                "bench");
    }
}
