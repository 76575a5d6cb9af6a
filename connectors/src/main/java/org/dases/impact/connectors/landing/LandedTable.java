// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.landing;

import static org.apache.spark.sql.functions.col;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.util.FileNames;
import org.dases.impact.connectors.source.Checkpoint;
import org.dases.impact.connectors.source.Checkpoints;
import scala.Option;

/** The Delta table of one landed dataset. */
final class LandedTable {
    /** No table yet. */
    static final long ABSENT = -1;

    private static final int ROWS_PER_FILE = 25_000;

    private final SparkSession spark;
    private final String dataset;
    private final Path folder;

    LandedTable(SparkSession spark, String landedRoot, String dataset) {
        this.spark = spark;
        this.dataset = dataset;
        this.folder = new Path(landedRoot, dataset);
    }

    /** The version last committed, or {@link #ABSENT}. */
    long version() {
        return exists() ? log().update(false, Option.empty(), Option.empty()).version() : ABSENT;
    }

    /** The last committed checkpoint of each slice. A slice has rows of one version only, see {@link Pending}. */
    Checkpoints checkpoints() {
        Map<String, Checkpoint> bySlice = new HashMap<>();
        if (exists()) {
            Dataset<Row> rows = spark.read()
                    .format("delta")
                    .load(folder.toString())
                    .where(col(Column.KIND.title()).equalTo(Column.CHECKPOINT))
                    .select(
                            Column.SLICE.title(),
                            Column.SLICE_VERSION.title(),
                            Column.POSITION.title(),
                            Column.DONE.title(),
                            Column.CURSOR.title());
            for (Row row : rows.collectAsList()) {
                Checkpoint read = new Checkpoint(
                        row.getString(0), row.getString(1), row.getLong(2), row.getBoolean(3), row.getString(4));
                bySlice.merge(read.slice(), read, LandedTable::later);
            }
        }
        return new Checkpoints(bySlice);
    }

    private static Checkpoint later(Checkpoint one, Checkpoint other) {
        boolean further = other.position() > one.position() || (other.position() == one.position() && other.done());
        return further ? other : one;
    }

    /** How the last pull stands. */
    PullState state() {
        return mark().read()
                .orElseGet(() -> exists()
                        ? PullState.of(PullState.Standing.UNKNOWN, version())
                        : PullState.of(PullState.Standing.NONE, ABSENT));
    }

    /** Writes how the pull stands, which is not in its commits: a stop needs none, and a kill leaves none. */
    void mark(PullState state) {
        mark().write(state);
    }

    private PullMark mark() {
        return new PullMark(folder, configuration());
    }

    /** Refuses, before anything is read, a lake that cannot be written. */
    void requireWritable() {
        try {
            FileSystem files = folder.getFileSystem(configuration());
            if (!files.mkdirs(folder)) {
                throw LandingException.notWritable(folder.toString(), "the folder cannot be made", null);
            }
            Path probe = new Path(folder, "._writable-" + UUID.randomUUID());
            files.create(probe, false).close();
            files.delete(probe, false);
        } catch (IOException e) {
            throw LandingException.notWritable(folder.toString(), String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Commits rows, records and checkpoints together.
     *
     * @param base version that the rows build on; when somebody else has committed since, nothing is written
     * @param slicesToReplace slices whose rows of an older version go in the same commit
     * @return the version of the commit
     */
    long commit(LandedRows rows, Pending pending, long base, Set<String> slicesToReplace) {
        List<Row> cells = rows.of(pending.batches());
        int files = Math.max(1, Math.min(spark.sparkContext().defaultParallelism(), cells.size() / ROWS_PER_FILE));
        String mark = UUID.randomUUID().toString();
        DataFrameWriter<Row> writer = spark.createDataFrame(cells, rows.schema())
                .coalesce(files)
                .write()
                .format("delta")
                .partitionBy(Column.KIND.title())
                .option("mergeSchema", "true")
                .option("txnAppId", "landing/" + dataset)
                .option("txnVersion", base + 1)
                .option("userMetadata", mark);
        if (base == ABSENT) {
            writer.option("delta.columnMapping.mode", "name")
                    .option("delta.dataSkippingStatsColumns", "_slice,_slice_version,_number,_pulled_at");
        }
        if (slicesToReplace.isEmpty()) {
            writer.mode(SaveMode.Append);
        } else {
            writer.mode(SaveMode.Overwrite).option("replaceWhere", sliceIsOneOf(slicesToReplace));
        }
        save(writer);
        if (version() != base + 1 || !isCommittedBy(mark, base + 1)) {
            throw LandingException.overtaken(dataset);
        }
        return base + 1;
    }

    private void save(DataFrameWriter<Row> writer) {
        try {
            writer.save(folder.toString());
        } catch (Exception e) {
            // Spark throws checked exceptions that it does not declare; its messages are long and quote plans.
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            String reason = cause instanceof IOException
                    ? cause.getMessage()
                    : cause.getClass().getName();
            throw LandingException.commitFailed(dataset, String.valueOf(reason), e);
        }
    }

    private static String sliceIsOneOf(Set<String> slices) {
        return slices.stream()
                .map(slice -> "'" + slice.replace("\\", "\\\\").replace("'", "\\'") + "'")
                .collect(Collectors.joining(", ", Column.SLICE.title() + " IN (", ")"));
    }

    /** Takes the table back to a version; {@link #ABSENT} leaves it empty. */
    void restore(long version) {
        DeltaTable table = DeltaTable.forPath(spark, folder.toString());
        if (version == ABSENT) {
            table.delete();
        } else {
            table.restoreToVersion(version);
        }
    }

    private boolean exists() {
        return DeltaTable.isDeltaTable(spark, folder.toString());
    }

    private DeltaLog log() {
        return DeltaLog.forTable(spark, folder);
    }

    /** Reads the commit itself: asking Delta for its history takes several Spark jobs. */
    private boolean isCommittedBy(String mark, long version) {
        Path commit = FileNames.unsafeDeltaFile(log().logPath(), version);
        try (FSDataInputStream in = folder.getFileSystem(configuration()).open(commit)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).contains(mark);
        } catch (IOException e) {
            throw LandingException.commitFailed(dataset, "commit " + version + " cannot be read back", e);
        }
    }

    private Configuration configuration() {
        return spark.sparkContext().hadoopConfiguration();
    }
}
