// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical.spark;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.types.DataTypes;

/** Days in the school's time zone, whatever the session's is. */
final class LocalDays {
    private LocalDays() {}

    static Column of(Column instantOrDay, String zone) {
        return ExpressionUtils.column(
                ColumnPlan.cast(ExpressionUtils.expression(instantOrDay), DataTypes.DateType, zone));
    }
}
