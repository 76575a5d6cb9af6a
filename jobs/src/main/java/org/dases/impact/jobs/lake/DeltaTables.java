// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.lake;

import io.delta.tables.DeltaTable;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import scala.Option;
import scala.jdk.javaapi.OptionConverters;

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

    /**
     * A property of a table.
     *
     * @param spark session
     * @param path folder of a table that is there
     * @param key name of the property
     * @return its value; empty when it is not set
     */
    public static Optional<String> property(SparkSession spark, String path, String key) {
        return OptionConverters.toJava(DeltaLog.forTable(spark, path)
                .update(false, Option.empty(), Option.empty())
                .metadata()
                .configuration()
                .get(key));
    }
}
