// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.dases.impact.jobs.generate.EventsRequest;
import org.dases.impact.jobs.generate.NationalTables;
import org.dases.impact.jobs.observe.Progress;

/**
 * The cube from events, and from ten times as many of a larger country. Both are checked by what DuckDB counts without
 * joins: everything, and the events of each solution.
 */
public final class GrowthBench implements TablesBench {
    private static final int TIMES = 10;
    private static final double GOAL = 1.0 / 11;
    private static final long SEED = 2025;

    private final SparkSession spark;
    private final Path data;
    private final Path scratch;
    private final int runs;
    private final Progress progress;
    private final long events;
    private final EventsRequest larger;

    private GrowthBench(SparkSession spark, Path data, Path scratch, int runs, Progress progress) {
        this.spark = spark;
        this.data = data;
        this.scratch = scratch;
        this.runs = runs;
        this.progress = progress;
        this.events = spark.read().parquet(data.resolve("event").toString()).count();
        try {
            this.larger = new EventsRequest(SEED, TIMES * events, scratch.resolve("larger"));
        } catch (IllegalArgumentException e) {
            throw Unmeasured.because(
                    "Ten times the " + events + " events of the data are not from 1000 to 100000000.", e);
        }
    }

    /**
     * Prepares one.
     *
     * @param progress is told how far the larger country is written
     * @return a maker
     */
    public static TablesBench.Maker telling(Progress progress) {
        return (spark, data, scratch, runs) -> new GrowthBench(spark, data, scratch, runs, progress);
    }

    @Override
    public List<Comparison> measure(Consumer<Comparison> told) {
        Path many = NationalTables.write(larger, progress).folder();
        Path fewCells = scratch.resolve("cells");
        Path manyCells = scratch.resolve("cells-larger");
        // The first time, Java compiles what is measured.
        Duration theirs = Shortest.of(runs + 1, () -> new EventCube(spark, data).write(fewCells));
        Duration ours = Shortest.of(runs, () -> new EventCube(spark, many).write(manyCells));
        Dataset<Row> found = CellText.wide(spark.read().parquet(manyCells.toString()));
        Dataset<Row> before = CellText.wide(spark.read().parquet(fewCells.toString()));
        Comparison made = new Comparison(
                "events in Parquet, ten times as many",
                "ours, " + events + " events",
                ours,
                theirs,
                GOAL,
                (int) found.count(),
                margins(before).equals(counted(data)) && margins(found).equals(counted(many)));
        told.accept(made);
        return List.of(made);
    }

    private static Map<String, String> margins(Dataset<Row> cells) {
        Dataset<Row> margins = cells.where(isTotal("academie"))
                .where(isTotal("sector"))
                .where(isTotal("level"))
                .where(isTotal("period_start"))
                .selectExpr(
                        "solution_id",
                        "if(" + isTotal("solution_id") + ", learners, null)",
                        "schools",
                        "events",
                        "seconds");
        return CellText.of(margins, 1);
    }

    private static String isTotal(String column) {
        return "coalesce(string(" + column + "), '" + CellText.TOTAL + "') = '" + CellText.TOTAL + "'";
    }

    private static Map<String, String> counted(Path tables) {
        try (DuckDb peer = new DuckDb(tables, Runtime.getRuntime().availableProcessors())) {
            peer.runResource("margins.sql");
            return peer.cells("cells", 1);
        }
    }
}
