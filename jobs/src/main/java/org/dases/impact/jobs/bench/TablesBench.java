// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;

/** Something measured on the tables of a made-up country. */
public interface TablesBench {
    /**
     * Makes all comparisons.
     *
     * @param told is told each one once it is made
     * @return all of them
     * @throws Unmeasured when what is compared with is missing or fails
     */
    List<Comparison> measure(Consumer<Comparison> told);

    /** Prepares one. */
    interface Maker {
        /**
         * A bench.
         *
         * @param spark the session
         * @param data folder with the tables school, learner and event
         * @param scratch an empty folder to write into
         * @param runs how often everything is done, at least once
         * @return it
         */
        TablesBench of(SparkSession spark, Path data, Path scratch, int runs);
    }
}
