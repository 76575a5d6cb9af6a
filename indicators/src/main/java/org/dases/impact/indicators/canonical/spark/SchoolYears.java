// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.time.MonthDay;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;
import org.dases.impact.indicators.canonical.YearRule;
import org.dases.impact.indicators.definition.Dimension;

/** {@code SchoolYear} as a Spark column. */
final class SchoolYears {
    private static final String GIVEN = "CASE WHEN _given_year RLIKE '^[0-9]{4}-[0-9]{4}$' AND "
            + "try_cast(substr(_given_year, 1, 4) AS INT) + 1 = try_cast(substr(_given_year, 6) AS INT) "
            + "THEN _given_year END";

    private SchoolYears() {}

    /** The label, or null where the year cannot be told; reads {@code local_date} and {@code _given_year}. */
    static Column of(YearRule rule, boolean given, MonthDay start) {
        if (given) {
            return expr(GIVEN);
        }
        if (rule instanceof YearRule.From) {
            return ofDay(start);
        }
        if (rule instanceof YearRule.FromIfKnown) {
            return when(col("local_date").isNull(), Dimension.TOTAL).otherwise(ofDay(start));
        }
        return rule instanceof YearRule.AllYears
                ? lit(Dimension.TOTAL)
                : lit(null).cast(DataTypes.StringType);
    }

    private static Column ofDay(MonthDay start) {
        int begin = start.getMonthValue() * 100 + start.getDayOfMonth();
        String first = "(year(local_date) - IF(month(local_date) * 100 + day(local_date) < " + begin + ", 1, 0))";
        return expr("CASE WHEN " + first + " BETWEEN 1 AND 9998 THEN concat(lpad(" + first + ", 4, '0'), '-', lpad("
                + first + " + 1, 4, '0')) END");
    }
}
