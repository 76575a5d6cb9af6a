// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.lake;

import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/**
 * Starts Spark: embedded in this process by default, or as {@code spark-submit} says. The settings are those that make
 * small local jobs quick; on a cluster the shuffle partitions are left to it.
 */
public final class SparkStart {
    private SparkStart() {}

    /**
     * Whether a session is there already, made by whoever called us: it is used then, and left to its maker to stop.
     *
     * @return false when {@link #session(String)} would start one
     */
    public static boolean isStarted() {
        return SparkSession.getDefaultSession().isDefined();
    }

    /**
     * Starts or finds the session.
     *
     * @param name shown by the cluster's pages
     * @return a session with Delta, in UTC
     */
    public static SparkSession session(String name) {
        SparkConf conf = new SparkConf().setAppName("impact " + name);
        boolean embedded = !conf.contains("spark.master");
        if (embedded) {
            int cores = Runtime.getRuntime().availableProcessors();
            conf.setMaster("local[*]")
                    .set("spark.sql.shuffle.partitions", Integer.toString(cores))
                    .set("spark.default.parallelism", Integer.toString(cores))
                    .set("spark.databricks.delta.snapshotPartitions", "1")
                    .set("spark.ui.enabled", "false")
                    .set("spark.ui.showConsoleProgress", "false")
                    .setIfMissing("spark.sql.adaptive.enabled", "true")
                    // what works beside something else gets its share of the cores, see Lanes
                    .setIfMissing("spark.scheduler.mode", "FAIR")
                    // what is kept between two steps is read a few times only: packing it costs more than it saves
                    .setIfMissing("spark.sql.inMemoryColumnarStorage.compressed", "false")
                    // a run makes several hundred different pieces of code, of which 100 would be kept
                    .setIfMissing("spark.sql.codegen.cache.maxEntries", "1000")
                    // the driver is the only process, and what is sent to it is bounded by the room there is
                    // (KernelCube)
                    .setIfMissing("spark.driver.maxResultSize", "0")
                    // registers are sent to tasks of this process
                    .setIfMissing("spark.broadcast.compress", "false")
                    .set("spark.driver.bindAddress", "127.0.0.1")
                    .set("spark.driver.host", "127.0.0.1");
        }
        if (embedded && !isStarted()) {
            // rows that are sorted or exchanged lie there for a time
            String scratch = Scratch.folder().toString();
            conf.set("spark.local.dir", scratch).set("spark.sql.warehouse.dir", scratch + "/warehouse");
        }
        conf.set("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .set("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .set("spark.sql.session.timeZone", "UTC")
                .set("spark.sql.sources.default", "delta");
        return SparkSession.builder().config(conf).getOrCreate();
    }
}
