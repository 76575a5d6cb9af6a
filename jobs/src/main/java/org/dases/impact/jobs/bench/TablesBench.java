// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;

/** Something measured on data of a made-up country. */
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
         * @param data folder with the tables school, learner and event, or what else the bench is about
         * @param scratch an empty folder to write into
         * @param runs how often everything is done, at least once
         * @return it
         */
        TablesBench of(SparkSession spark, Path data, Path scratch, int runs);

        /**
         * This bench and then another, on the same data.
         *
         * @param other the other
         * @return both as one
         */
        default Maker and(Maker other) {
            return (spark, data, scratch, runs) -> {
                TablesBench first = of(spark, data, scratch, runs);
                TablesBench second = other.of(spark, data, scratch, runs);
                return told -> {
                    List<Comparison> made = new ArrayList<>(first.measure(told));
                    made.addAll(second.measure(told));
                    return List.copyOf(made);
                };
            };
        }
    }
}
