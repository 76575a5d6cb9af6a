// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.io.IOException;
import org.apache.spark.sql.SparkSession;
import org.dases.impact.indicators.disclosure.workers.Workers;
import org.dases.impact.jobs.job.SparkWorkers;
import org.dases.impact.jobs.lake.SparkStart;

/** Tasks of Spark for a measurement; apart, so that what needs no Spark loads none of it. */
final class BenchWorkers {
    private BenchWorkers() {}

    /** What is measured. */
    interface Measurement {
        int with(Workers workers) throws IOException;
    }

    /** Starts Spark where it is not started yet, and stops it again. */
    static int onSpark(Measurement measurement) throws IOException {
        boolean lent = SparkStart.isStarted();
        SparkSession spark = SparkStart.session("bench");
        try {
            return measurement.with(new SparkWorkers(spark));
        } finally {
            if (!lent) {
                spark.stop();
            }
        }
    }
}
