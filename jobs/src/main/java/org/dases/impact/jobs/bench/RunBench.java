// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.dases.impact.indicators.cohort.spark.CanonicalData;
import org.dases.impact.indicators.cohort.spark.CohortCubes;
import org.dases.impact.jobs.compute.CellsInputs;
import org.dases.impact.jobs.compute.Computation;
import org.dases.impact.jobs.compute.FactKeeping;
import org.dases.impact.jobs.lake.DeltaTables;
import org.dases.impact.jobs.lake.Lake;

/**
 * The stage compute of a run: all anew, and with one learning trace in a hundred new since the run before. The new ones
 * are the latest, or come late and lie on days all over the year.
 */
public final class RunBench implements TablesBench {
    private static final String DATASET = "bench";
    private static final double GOAL = 10;
    private static final long BEFORE = 0;
    private static final long AFTER = 1;

    private final SparkSession spark;
    private final Path data;
    private final Path scratch;
    private final int runs;

    /**
     * A bench.
     *
     * @param spark the session
     * @param data folder with the tables school, learner and event, as {@code impact generate --events} writes them
     * @param scratch an empty folder to write into
     * @param runs how often everything is done, at least once
     */
    public RunBench(SparkSession spark, Path data, Path scratch, int runs) {
        this.spark = spark;
        this.data = data;
        this.scratch = scratch;
        this.runs = runs;
    }

    @Override
    public List<Comparison> measure(Consumer<Comparison> told) {
        long last = table("event")
                .selectExpr("percentile_approx(unix_micros(ts), 0.99, 10000)")
                .first()
                .getLong(0);
        List<Comparison> made = new ArrayList<>();
        made.add(measure("compute, the last 1 % of events new", "latest", "unix_micros(ts) > " + last));
        told.accept(made.get(0));
        made.add(measure("compute, 1 % of events late", "late", "pmod(xxhash64(event_id), 100) = 0"));
        told.accept(made.get(1));
        return List.copyOf(made);
    }

    private Comparison measure(String name, String folder, String isNew) {
        Lake lake = new Lake(scratch.resolve(folder).toString());
        write(lake, "learner", table("learner"), "overwrite");
        write(lake, "school", table("school"), "overwrite");
        write(lake, "event", table("event").where("not coalesce(" + isNew + ", false)"), "overwrite");
        write(lake, "event", table("event").where(isNew), "append");
        long ours = Long.MAX_VALUE;
        long theirs = Long.MAX_VALUE;
        boolean isEqual = true;
        Dataset<Row> full = spark.emptyDataFrame();
        for (int run = 0; run < runs; run++) {
            compute(lake, BEFORE, true);
            ours = Math.min(ours, compute(lake, AFTER, false));
            Dataset<Row> increment = cells(lake);
            theirs = Math.min(theirs, compute(lake, AFTER, true));
            full = cells(lake);
            isEqual &= increment.exceptAll(full).isEmpty()
                    && full.exceptAll(increment).isEmpty();
        }
        return new Comparison(
                name,
                "compute, all anew",
                Duration.ofNanos(ours),
                Duration.ofNanos(theirs),
                GOAL,
                (int) full.count(),
                isEqual);
    }

    /** As the conformed zone has it. */
    private static void write(Lake lake, String table, Dataset<Row> rows, String mode) {
        rows.withColumn("_dataset", functions.lit(DATASET))
                .write()
                .format("delta")
                .mode(mode)
                .option("delta.dataSkippingNumIndexedCols", "0")
                .partitionBy("school_year", "_dataset")
                .save(lake.conformed(table));
    }

    private long compute(Lake lake, long version, boolean anew) {
        CellsInputs inputs = new CellsInputs(
                anew + " " + version,
                new TreeMap<>(Map.of(DATASET, "")),
                new TreeMap<>(Map.of("event", version, "learner", 0L, "school", 0L)));
        long start = System.nanoTime();
        try (CohortCubes cubes = new CohortCubes(spark)) {
            CanonicalData rows = new CanonicalData(Map.of(
                    "event", conformed(lake, "event", version),
                    "learner", conformed(lake, "learner", 0),
                    "school", conformed(lake, "school", 0)));
            new Computation(spark, lake, EventCube.SETTINGS, new FactKeeping(anew, 0))
                    .compute(cubes, EventCube.asked(), inputs, rows);
        }
        return System.nanoTime() - start;
    }

    private Dataset<Row> conformed(Lake lake, String table, long version) {
        return spark.read()
                .format("delta")
                .option("versionAsOf", version)
                .load(lake.conformed(table))
                .where(functions.col("_dataset").isin(DATASET));
    }

    private Dataset<Row> cells(Lake lake) {
        String path = lake.cells(EventCube.asked().id());
        return spark.read()
                .format("delta")
                .option("versionAsOf", DeltaTables.version(spark, path))
                .load(path);
    }

    private Dataset<Row> table(String name) {
        return spark.read().parquet(data.resolve(name).toString());
    }
}
