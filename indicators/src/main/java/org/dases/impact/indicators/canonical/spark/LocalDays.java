// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical.spark;

import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_seconds;

import java.time.Duration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/** Days on the clocks of schools, whatever the session's zone is. */
final class LocalDays {
    private static final long SECONDS_OF_A_DAY = Duration.ofDays(1).toSeconds();

    private LocalDays() {}

    /** The day of an instant in a zone that may be another one in each row. */
    static Column of(Column instant, Column zone) {
        // from_utc_timestamp gives the instant at which clocks in UTC show what those of the zone show
        Column days = floor(unix_seconds(from_utc_timestamp(instant, zone)).divide(lit(SECONDS_OF_A_DAY)));
        return date_from_unix_date(days.cast(DataTypes.IntegerType));
    }
}
