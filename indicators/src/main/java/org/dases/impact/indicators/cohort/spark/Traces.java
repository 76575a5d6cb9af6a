// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.util.List;
import java.util.stream.Stream;

/** What tables made from traces have in common, as Spark SQL. */
final class Traces {
    /** What the person did, as against what was done about the person. */
    static final String ACTIVITY = "coalesce(action, 'OTHER') not in ('ENROL', 'UNENROL', 'SCORE', 'BADGE')";
    /** A trace without a role is a learner's. */
    static final String OF_LEARNER = "coalesce(role, 'LEARNER') = 'LEARNER'";
    /** An answer or attempt of which it is known whether it was right. */
    static final String ASSESSED = "learner_pid is not null and (action in ('PASS', 'FAIL')"
            + " or (action = 'ATTEMPT' and success is not null))";
    /** Whether an assessed attempt was right. */
    static final String RIGHT = "coalesce(success, action = 'PASS')";
    /** What a learner did on one resource in a school year. */
    static final String RESOURCE_OF_YEAR = "learner_pid, provider_id, solution_id, resource_id, school_year";
    /** The order of traces. */
    static final String IN_ORDER = "struct(ts, event_id)";

    private static final List<String> WHO_AND_WHEN =
            List.of("learner_pid", "role", "uai", "provider_id", "solution_id", "school_year", "local_date");

    private Traces() {}

    /** Whose trace it is, where and when, and what else a table has, as expressions. */
    static String[] columns(String... more) {
        return Stream.concat(WHO_AND_WHEN.stream(), Stream.of(more)).toArray(String[]::new);
    }

    /**
     * What one part is of all, in millionths that together make the whole exactly: parts differ by a millionth.
     *
     * @param number of the part, from 1
     * @param parts how many there are, more than 0
     * @param whole what all make, 1 or 100
     */
    static String share(String number, String parts, int whole) {
        String millionths = whole + "000000L * ";
        return "(floor(" + millionths + number + " / " + parts + ") - floor(" + millionths + "(" + number + " - 1) / "
                + parts + ")) / 1e6D";
    }
}
