// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.lake;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import scala.Console;

/**
 * Takes rows and tables out of the restricted zones so that no file holds them any more, those of older versions
 * included. The caller holds the lake's lease: a reader of an older version would find its files gone.
 */
public final class Eraser {
    private static final int SWEEPS = 3;
    private static final long PAUSE_MILLIS = 50;

    private final SparkSession spark;
    private final Lake lake;

    /**
     * An eraser on a lake.
     *
     * @param spark session with Delta; it keeps its own settings
     * @param lake a lake on a local file system
     */
    public Eraser(SparkSession spark, Lake lake) {
        this.lake = lake;
        // Delta refuses to remove files younger than a week, for the sake of those who read older versions. Nobody
        // does, and no other session of this process gets to work without that check.
        this.spark = spark.newSession();
        this.spark.conf().set("spark.databricks.delta.retentionDurationCheck.enabled", "false");
        this.spark.conf().set("spark.databricks.delta.vacuum.logging.enabled", "false");
        // Delta lists the files of a table in so many tasks, however few they are: 10 000 where nobody says otherwise.
        this.spark
                .conf()
                .set(
                        "spark.sql.sources.parallelPartitionDiscovery.parallelism",
                        Integer.toString(spark.sparkContext().defaultParallelism()));
        // A row that is only marked as deleted is still in its file.
        this.spark.conf().set("spark.databricks.delta.delete.deletionVectors.persistent", "false");
        this.spark.conf().set("spark.databricks.delta.merge.deletionVectors.persistent", "false");
    }

    /**
     * Deletes rows; their files stay until {@link #sweep}.
     *
     * @param path a Delta table, which need not be there
     * @param which the rows
     */
    public void delete(String path, Column which) {
        if (DeltaTables.exists(spark, path)
                && !spark.read().format("delta").load(path).where(which).isEmpty()) {
            DeltaTable.forPath(spark, path).delete(which);
        }
    }

    /**
     * Deletes the rows that have a partner; their files stay until {@link #sweep}. Unlike those of a condition, the
     * values of the partners do not go into the log of the table.
     *
     * @param path a Delta table that is there
     * @param partners few rows, distinct
     * @param condition over {@code t}, the table, and {@code p}, the partners
     */
    public void deleteJoined(String path, Dataset<Row> partners, String condition) {
        DeltaTable.forPath(spark, path)
                .as("t")
                .merge(partners.as("p"), condition)
                .whenMatched()
                .delete()
                .execute();
    }

    /**
     * Removes all files of a table that its current version does not need.
     *
     * @param path a Delta table, which need not be there
     * @throws LakeException when one cannot be removed
     */
    public void sweep(String path) {
        if (!DeltaTables.exists(spark, path)) {
            return;
        }
        for (int sweeps = 0; !left(path).isEmpty(); sweeps++) {
            if (sweeps == SWEEPS) {
                throw LakeException.notErased(path);
            }
            if (sweeps > 0) {
                // A file is spared that became superfluous within the same instant: let the clock go on.
                pause();
            }
            // Delta tells on the standard output how many files it removed, where a machine reads our result.
            Console.withOut(
                    OutputStream.nullOutputStream(),
                    () -> DeltaTable.forPath(spark, path).vacuum(0));
        }
    }

    /** Names of data files that the current version does not need. */
    private Set<String> left(String path) {
        Set<String> left = new HashSet<>();
        try (Stream<Path> files = Files.walk(lake.folder(path))) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("_delta_log"))
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.startsWith(".") && (name.endsWith(".parquet") || name.endsWith(".bin")))
                    .forEach(left::add);
        } catch (IOException e) {
            throw new UncheckedIOException("the files of " + path + " cannot be listed", e);
        }
        Arrays.stream(spark.read().format("delta").load(path).inputFiles())
                .map(file -> file.substring(file.lastIndexOf('/') + 1))
                .forEach(left::remove);
        return left;
    }

    /**
     * Removes a whole table with its log. It is out of the way at once, and gone at the latest with the next
     * {@link #emptyTrash}.
     *
     * @param path a Delta table, which need not be there
     */
    public void drop(String path) {
        Path folder = lake.folder(path);
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Files.createDirectories(trash());
            Files.move(folder, trash().resolve(UUID.randomUUID().toString()));
        } catch (IOException e) {
            throw LakeException.notWritable(path, e);
        }
        DeltaLog.invalidateCache(spark, new org.apache.hadoop.fs.Path(path));
        emptyTrash();
    }

    /** Removes what a killed process left of tables that it dropped. */
    public void emptyTrash() {
        if (!Files.exists(trash())) {
            return;
        }
        try (Stream<Path> files = Files.walk(trash())) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw LakeException.notWritable(trash().toString(), e);
        }
    }

    private Path trash() {
        return lake.folder(lake.restricted()).resolve("trash");
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while rows were erased", e);
        }
    }
}
