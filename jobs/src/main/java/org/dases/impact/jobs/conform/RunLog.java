// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.conform;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
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
                    + " quarantined BIGINT, duplicates BIGINT, unknown_verbs BIGINT, voided BIGINT, late BIGINT,"
                    + " landed_version BIGINT, mapping_sha256 STRING, conformed_at TIMESTAMP, _dataset STRING");

    private final SparkSession spark;
    private final String path;

    RunLog(SparkSession spark, String path) {
        this.spark = spark;
        this.path = path;
    }

    /** The last row of a dataset. */
    Optional<Last> last(String dataset) {
        return DeltaTables.read(spark, path)
                .flatMap(log -> log
                        .filter(log.col("dataset").equalTo(dataset))
                        .sort(log.col("conformed_at").desc())
                        .select("landed_version", "mapping_sha256", "conformed_at")
                        .takeAsList(1)
                        .stream()
                        .findFirst()
                        .map(row -> new Last(
                                row.getLong(0),
                                row.getString(1),
                                row.getTimestamp(2).toInstant())));
    }

    void append(Entry entry) {
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
                counts.voided(),
                counts.late(),
                entry.last().landedVersion(),
                entry.last().mapping(),
                Timestamp.from(entry.last().at()),
                entry.dataset());
        spark.createDataFrame(List.of(row), COLUMNS)
                .coalesce(1)
                .write()
                .format("delta")
                .mode("append")
                .save(path);
    }

    /** A row to be written. */
    record Entry(String dataset, String provider, LocalDate day, String schoolYear, ConformCounts counts, Last last) {}

    /**
     * How far a dataset is conformed.
     *
     * @param landedVersion version of its landed table
     * @param mapping hash of its mapping
     * @param at when
     */
    record Last(long landedVersion, String mapping, Instant at) {}
}
