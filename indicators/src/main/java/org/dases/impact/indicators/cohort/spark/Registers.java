// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * The registers of learners and schools in memory, while rows are packed: the attributes in force on a row's day, the
 * same as {@link InForce} joins to it.
 *
 * @param learners versions by day; attributes are the home school, then the codes of the learners' levels. Null where
 *     there are none
 * @param schools versions by position in {@code since}; attributes are the codes of the schools' levels. Null where
 *     there are none
 * @param since the school years in which versions of schools begin, in order
 */
record Registers(@Nullable Register learners, @Nullable Register schools, List<UTF8String> since)
        implements Serializable {
    /** For rows that have their attributes. */
    static final Registers NONE = new Registers(null, null, List.of());

    private static final UTF8String AFTER_ALL = UTF8String.fromString("9999");

    Registers {
        since = List.copyOf(since);
    }

    /** The time of a school year, as schools have it: −1 before all versions, the last one where it is not known. */
    int time(@Nullable UTF8String year) {
        int found = Collections.binarySearch(since, year == null ? AFTER_ALL : year);
        return found < 0 ? -found - 2 : found;
    }
}
