// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.job;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.dases.impact.indicators.disclosure.workers.Workers;

/** The executors of a Spark session, a task a part. */
public final class SparkWorkers implements Workers {
    private final SparkSession spark;

    /**
     * The executors of a session.
     *
     * @param spark the session
     */
    public SparkWorkers(SparkSession spark) {
        this.spark = spark;
    }

    @Override
    public <T extends Serializable, R> List<R> map(List<T> parts, Work<T, R> work) {
        if (parts.size() < 2) {
            // not worth a job
            return parts.stream().map(work).toList();
        }
        return JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(parts, parts.size())
                .map(work::apply)
                .collect();
    }
}
