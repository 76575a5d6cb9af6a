// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs;

import org.apache.spark.sql.SparkSession;

/**
 * The one Spark session of this module's tests. Commands called in this process find it and leave it running, since
 * they stop only a session that they started themselves.
 */
public final class TestSpark {
    static {
        // Before Spark starts, since whoever logs first decides; the commands ask for the same.
        System.setProperty("log4j2.configurationFile", "classpath:org/dases/impact/jobs/cli/log4j2.properties");
    }

    private static final SparkSession SESSION = SparkSession.builder()
            .master("local[2]")
            .appName("jobs tests")
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.default.parallelism", "2")
            // To compile what then reads few rows takes longer than all else; the tests of the indicators, the
            // demo and runs in processes of their own compile.
            .config("spark.sql.codegen.wholeStage", "false")
            .config("spark.sql.codegen.cache.maxEntries", "1000")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.sources.default", "delta")
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
}
