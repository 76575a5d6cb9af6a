// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.lake;

import io.delta.tables.DeltaTable;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads Delta tables of the lake, which may not be there yet. */
public final class DeltaTables {
    private DeltaTables() {}

    /**
     * Whether a table has been written at a path.
     *
     * @param spark session
     * @param path folder
     * @return true when it holds a Delta log
     */
    public static boolean exists(SparkSession spark, String path) {
        return DeltaTable.isDeltaTable(spark, path);
    }

    /**
     * Reads a table.
     *
     * @param spark session
     * @param path folder
     * @return its rows; empty when there is no table
     */
    public static Optional<Dataset<Row>> read(SparkSession spark, String path) {
        return exists(spark, path) ? Optional.of(spark.read().format("delta").load(path)) : Optional.empty();
    }

    /**
     * Version of a table.
     *
     * @param spark session
     * @param path folder
     * @return number of its last commit; −1 when there is no table
     */
    public static long version(SparkSession spark, String path) {
        return Commits.of(spark, path).map(Commits::last).orElse(-1L);
    }
}
