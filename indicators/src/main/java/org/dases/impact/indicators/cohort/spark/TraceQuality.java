// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How a provider's traces keep to the DASES profiles, and how long they take to arrive. Counts nobody. */
final class TraceQuality {
    private static final String DASES_PROFILE =
            "profile rlike '^https?://(schema[.]dases[.]eu/xapi/profile|w3id[.]org/xapi/lms)([/#].*)?$'";

    private TraceQuality() {}

    /** One row per provider × solution × day. */
    static Dataset<Row> of(Dataset<Row> events) {
        return events.groupBy("provider_id", "solution_id", "school_year", "local_date")
                .agg(
                        expr("count(*)").as("events"),
                        expr("count_if(" + DASES_PROFILE + " and action is not null and resource_id is not null)")
                                .as("conformant"),
                        expr("sum(unix_micros(_pulled_at) - unix_micros(ts)) / 3.6e9")
                                .as("delay_h"));
    }
}
