// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The one Spark session of this module's tests. */
public final class TestSpark {
    private static final SparkSession SESSION = SparkSession.builder()
            .master("local[2]")
            .appName("indicators tests")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.sql.codegen.cache.maxEntries", "1000")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
            .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
            .config("spark.databricks.delta.snapshotPartitions", "1")
            .config("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir") + "/impact-test-warehouse")
            .getOrCreate();

    private TestSpark() {}

    /**
     * The session, started on first use.
     *
     * @return a session with two cores, in UTC, with Delta
     */
    public static SparkSession session() {
        return SESSION;
    }

    /**
     * A small table.
     *
     * @param ddl columns as {@code name TYPE, …}
     * @param rows its rows
     * @return the table
     */
    public static Dataset<Row> table(String ddl, List<Row> rows) {
        return SESSION.createDataFrame(rows, StructType.fromDDL(ddl));
    }
}
