// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.landing;

import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;

/**
 * How the last pull of a dataset stands, and so what of its landed rows may be used.
 *
 * @param standing whether it ended
 * @param base version of the landed table that a stop takes it back to; −1 for an empty one
 * @param unread slices whose rows must not be used, since they were not read to their end or were replaced at their
 *     source by what was not
 */
public record PullState(Standing standing, long base, SortedSet<String> unread) {
    /** How a pull stands. */
    public enum Standing {
        /** Nothing was landed. */
        NONE,
        /** There are rows of which nobody knows how their pull went. */
        UNKNOWN,
        /** It began and has not ended, perhaps since it was killed. */
        BEGUN,
        /** The screening stopped it. */
        STOPPED,
        /** It ended, and the screening found nothing. */
        ENDED
    }

    public PullState {
        unread = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(unread));
    }

    static PullState of(Standing standing, long base) {
        return new PullState(standing, base, new TreeSet<>());
    }

    /**
     * Reads how the last pull of a dataset stands.
     *
     * @param spark session with the Delta extensions
     * @param landedRoot folder of landed tables
     * @param dataset name of the dataset
     * @return its state; {@link Standing#UNKNOWN} also where what is written of it cannot be read
     */
    public static PullState of(SparkSession spark, String landedRoot, String dataset) {
        return new LandedTable(spark, landedRoot, dataset).state();
    }

    /**
     * Whether rows of slices that are not {@link #unread} may be used.
     *
     * @return true when there are none, or the pull that landed the last of them ended
     */
    public boolean isSound() {
        return standing == Standing.ENDED || standing == Standing.NONE;
    }
}
