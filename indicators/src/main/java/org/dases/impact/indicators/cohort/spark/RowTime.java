// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.dases.impact.indicators.canonical.SchoolClock;
import org.dases.impact.indicators.cohort.CubeSettings;

/** The day and the school year of a row, as Spark SQL. */
final class RowTime {
    /** Columns that date a row, the first that the table has. */
    static final List<String> DATES = List.of("local_date", "registered_at", "assigned_at", "ts", "valid_from");

    private RowTime() {}

    /** The row's day on the clock of its school; null where the table has no date. */
    static String day(StructType table, CubeSettings settings) {
        List<String> names = List.of(table.fieldNames());
        for (String date : DATES) {
            if (names.contains(date)) {
                return table.apply(date).dataType().equals(DataTypes.TimestampType)
                        ? "cast(" + local(date, table, settings) + " as date)"
                        : "cast(" + date + " as date)";
            }
        }
        return "cast(null as date)";
    }

    /** The time of a timestamp on the clock of the row's school, whatever the session's zone. */
    static String local(String timestamp, StructType table, CubeSettings settings) {
        String uai = List.of(table.fieldNames()).contains("uai") ? "uai" : "cast(null as string)";
        return "convert_timezone(current_timezone(), "
                + SchoolClock.zone(uai, settings.timeZone().getId()) + ", cast(" + timestamp + " as timestamp_ntz))";
    }

    /** The school year of a row: as the table says, else that of the day. */
    static String schoolYear(StructType table, String day, CubeSettings settings) {
        String first = String.format(
                "(year(%s) - if(date_format(%s, 'MM-dd') < '%02d-%02d', 1, 0))",
                day,
                day,
                settings.schoolYearStart().getMonthValue(),
                settings.schoolYearStart().getDayOfMonth());
        String derived = "concat(cast(" + first + " as string), '-', cast(" + first + " + 1 as string))";
        return List.of(table.fieldNames()).contains("school_year")
                ? "coalesce(nullif(school_year, '_T'), " + derived + ")"
                : derived;
    }

    /** First day of a school year such as {@code 2025-2026}. */
    static String startOf(String schoolYear, CubeSettings settings) {
        return "make_date(cast(substring(" + schoolYear + ", 1, 4) as int), "
                + settings.schoolYearStart().getMonthValue() + ", "
                + settings.schoolYearStart().getDayOfMonth() + ")";
    }
}
