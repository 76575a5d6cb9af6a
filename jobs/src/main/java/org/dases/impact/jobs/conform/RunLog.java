// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.conform;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.dases.impact.indicators.canonical.ConformCounts;
import org.dases.impact.jobs.lake.DeltaTables;

/**
 * The log of conform runs, a row a run and dataset. It says up to which version of the landed table a dataset is
 * conformed, and it is what the indicators of quality measure. A row is written after the canonical rows: a run killed
 * before is done again, which overwrites the same partitions.
 */
public final class RunLog {
    /** Name of the table in the conformed zone. */
    public static final String TABLE = "_runs";

    private static final StructType COLUMNS = StructType.fromDDL(
            "dataset STRING, provider_id STRING, local_date DATE, school_year STRING, records BIGINT,"
                    + " quarantined BIGINT, duplicates BIGINT, unknown_verbs BIGINT, unknown_codes BIGINT,"
                    + " voided BIGINT, late BIGINT, landed_version BIGINT, mapping_sha256 STRING, conformed_at TIMESTAMP, _dataset STRING,"
                    + " landed_table STRING, engine_version STRING, counted_anew BOOLEAN");

    private final SparkSession spark;
    private final String path;

    RunLog(SparkSession spark, String path) {
        this.spark = spark;
        this.path = path;
    }

    /** The last row of each dataset. */
    Map<String, Last> last() {
        Map<String, Last> last = new HashMap<>();
        DeltaTables.read(spark, path)
                .filter(RunLog::isOfToday)
                .ifPresent(log -> log.groupBy("dataset")
                        .agg(expr(
                                "max_by(struct(landed_table, landed_version, mapping_sha256, engine_version, conformed_at),"
                                        + " conformed_at)"))
                        .collectAsList()
                        .forEach(row -> last.put(row.getString(0), last(row.getStruct(1)))));
        return last;
    }

    private static Last last(Row row) {
        return new Last(
                row.getString(0),
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getTimestamp(4).toInstant());
    }

    /** A log that an engine wrote before it noted all that is needed now says nothing about where to go on. */
    private static boolean isOfToday(Dataset<Row> log) {
        return List.of(log.columns()).containsAll(List.of("landed_table", "engine_version", "counted_anew"));
    }

    /**
     * The rows that stand: of each dataset those since all of its records were last counted anew, so that none is
     * counted twice.
     *
     * @param log rows of the log
     * @return some of them, with all columns of today; null in those that the engine which wrote the log did not have
     */
    public static Dataset<Row> standing(Dataset<Row> log) {
        Dataset<Row> standing = isOfToday(log)
                ? log.withColumn(
                                "_since", expr("max(if(counted_anew, conformed_at, null)) over (partition by dataset)"))
                        .filter("_since IS NULL OR conformed_at >= _since")
                        .drop("_since")
                : log;
        List<String> there = List.of(log.columns());
        for (StructField column : COLUMNS.fields()) {
            if (!there.contains(column.name())) {
                standing = standing.withColumn(column.name(), lit(null).cast(column.dataType()));
            }
        }
        return standing;
    }

    /** One at a time, since the first makes the table. */
    synchronized void append(Entry entry) {
        ConformCounts counts = entry.counts();
        Row row = RowFactory.create(
                entry.dataset(),
                entry.provider(),
                Date.valueOf(entry.day()),
                entry.schoolYear(),
                counts.records(),
                counts.quarantinedRecords(),
                counts.duplicates(),
                counts.unknownVerbs(),
                counts.unknownCodes(),
                counts.voided(),
                counts.late(),
                entry.last().landedVersion(),
                entry.last().mapping(),
                Timestamp.from(entry.last().at()),
                entry.dataset(),
                entry.last().landedTable(),
                entry.last().engine(),
                entry.countedAnew());
        spark.createDataFrame(List.of(row), COLUMNS)
                .coalesce(1)
                .write()
                .format("delta")
                .mode("append")
                .option("mergeSchema", "true")
                .save(path);
    }

    /**
     * A row to be written.
     *
     * @param countedAnew whether all records of the dataset were counted, so that this row takes the place of those
     *     before
     */
    record Entry(
            String dataset,
            String provider,
            LocalDate day,
            String schoolYear,
            ConformCounts counts,
            boolean countedAnew,
            Last last) {}

    /**
     * How far a dataset is conformed.
     *
     * @param landedTable identity of its landed table
     * @param landedVersion version of its landed table
     * @param mapping hash of its mapping and the settings
     * @param engine version of the engine that did it
     * @param at when
     */
    record Last(String landedTable, long landedVersion, String mapping, String engine, Instant at) {
        boolean isSameAs(Last other) {
            return landedVersion == other.landedVersion && engine.equals(other.engine) && readsTheSame(other);
        }

        /** Whether the same table is read by the same mapping; it may have grown. */
        boolean readsTheSame(Last other) {
            return landedTable.equals(other.landedTable) && mapping.equals(other.mapping);
        }
    }
}
