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

/**
 * The cube from events, and what Spark's own {@code CUBE} takes for it. That would take too long: it is asked for a
 * tenth of the events, and its time is taken ten times. The cells of that tenth are compared.
 */
public final class SparkSqlBench implements TablesBench {
    private static final int PARTS = 10;
    private static final double GOAL = 50;

    private final SparkSession spark;
    private final Path data;
    private final Path tenth;
    private final int runs;

    /**
     * A bench.
     *
     * @param spark the session
     * @param data folder with the tables school, learner and event, as {@code impact generate --events} writes them
     * @param scratch a folder to write into
     * @param runs how often everything is done, at least once
     */
    public SparkSqlBench(SparkSession spark, Path data, Path scratch, int runs) {
        this.spark = spark;
        this.data = data;
        this.tenth = scratch.resolve("tenth");
        this.runs = runs;
    }

    @Override
    public List<Comparison> measure(Consumer<Comparison> told) {
        copy("school", "true");
        copy("learner", "true");
        copy("event", "pmod(xxhash64(event_id), " + PARTS + ") = 0");
        Duration ours = Shortest.of(runs, new EventCube(spark, data)::compute);
        Dataset<Row> cube = cube();
        Duration theirs = Shortest.of(
                runs, () -> cube.write().format("noop").mode("overwrite").save());
        Map<String, String> found = new EventCube(spark, tenth).computeText();
        boolean isEqual = found.equals(CellText.of(cube, CellText.KEYS));
        Comparison made = new Comparison(
                "events in Parquet",
                "Spark SQL, CUBE of a tenth, its time ten times",
                ours,
                theirs.multipliedBy(PARTS),
                GOAL,
                found.size(),
                isEqual);
        told.accept(made);
        return List.of(made);
    }

    private void copy(String table, String condition) {
        spark.read()
                .parquet(data.resolve(table).toString())
                .where(condition)
                .write()
                .mode("overwrite")
                .parquet(tenth.resolve(table).toString());
    }

    private Dataset<Row> cube() {
        return spark.sql(
                DuckDb.text("spark-cube.sql").replace("$data", tenth.toString().replace("`", "``")));
    }
}
