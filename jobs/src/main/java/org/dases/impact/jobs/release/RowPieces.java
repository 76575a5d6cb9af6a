// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.dases.impact.jobs.lake.DeltaTables;

/**
 * Writes the rows of a release, which the driver makes, into a Delta table, a piece a commit: of a large table no more
 * than a piece lies in memory as rows. The first takes the place of what the table has of that release. Who reads must
 * not take some of the rows for all.
 */
final class RowPieces {
    /** So many rows a piece: on its way to a file each takes some hundred bytes several times. */
    static final int LARGE = 100_000;

    private final SparkSession spark;
    private final StructType columns;
    private final Target target;
    private final int size;
    private final List<Row> piece = new ArrayList<>();
    private boolean isBegun;

    /**
     * Where rows go.
     *
     * @param path the table, which need not be there
     * @param partition column by which it is partitioned
     * @param release number of the release, which all rows have in the column {@code release_id}
     */
    record Target(String path, String partition, long release) {}

    RowPieces(SparkSession spark, StructType columns, Target target, int size) {
        this.spark = spark;
        this.columns = columns;
        this.target = target;
        this.size = size;
    }

    void add(Row row) {
        if (piece.size() == size) {
            write();
        }
        piece.add(row);
    }

    /** Writes what is left; there is a commit also where there are no rows. */
    void end() {
        write();
    }

    private void write() {
        DataFrameWriter<Row> writer = spark.createDataFrame(piece, columns)
                .coalesce(1)
                .write()
                .format("delta")
                .mode("append")
                .partitionBy(target.partition());
        if (!isBegun && DeltaTables.exists(spark, target.path())) {
            writer.mode("overwrite")
                    .option("replaceWhere", "release_id = " + target.release())
                    .option("mergeSchema", "true");
        }
        writer.save(target.path());
        isBegun = true;
        piece.clear();
    }
}
