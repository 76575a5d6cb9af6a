// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dases.impact.indicators.cohort.CubeSettings;

/** When and how steadily learners are active. */
final class ActivityTables {
    private static final String ACTIVE = Traces.ACTIVITY + " and learner_pid is not null";
    private static final String WEEK = "cast(date_trunc('week', local_date) as date)";

    private ActivityTables() {}

    /** One row per action that counts as activity, with the calendar and the clock of its school. */
    static Dataset<Row> activity(Dataset<Row> events, CubeSettings settings) {
        String toEnd = "datediff(last_day(local_date), local_date)";
        return events.where(ACTIVE)
                .withColumn("_local", expr(RowTime.local("ts", events.schema(), settings)))
                .withColumn("weekday", expr("weekday(_local) + 1"))
                .withColumn("hour", expr("hour(_local)"))
                .selectExpr(Traces.columns(
                        "resource_id",
                        "action",
                        WEEK + " as week",
                        "cast(date_trunc('month', local_date) as date) as month",
                        "day(last_day(local_date)) as days_in_month",
                        Traces.share("day(local_date)", "day(last_day(local_date))", 1) + " as day_share",
                        "if(" + toEnd + " < 28, cast(4 - floor(" + toEnd + " / 7) as int), null) as last_week",
                        "weekday",
                        "hour",
                        "weekday <= 5 and hour >= 8 and hour < 18 as school_time"));
    }

    /**
     * One row per learner × solution × school year: the week of the first activity, and whether there was activity in
     * the fourth week after it. Only where that week is over in the provider's data: else nobody could know.
     */
    static Dataset<Row> firstUse(Dataset<Row> events) {
        Dataset<Row> ends = events.groupBy(col("provider_id").as("_p"))
                .agg(expr("max(local_date)").as("_end"));
        Dataset<Row> first = events.where(ACTIVE + " and local_date is not null")
                .withColumn(
                        "_weeks",
                        expr("collect_set(" + WEEK + ") over (partition by learner_pid, provider_id, solution_id)"))
                .groupBy("learner_pid", "provider_id", "solution_id", "school_year")
                .agg(
                        expr("min_by(struct(role, uai, local_date), " + Traces.IN_ORDER + ")")
                                .as("_first"),
                        expr("first(_weeks)").as("_weeks"))
                .selectExpr(
                        "learner_pid",
                        "_first.role",
                        "_first.uai",
                        "provider_id",
                        "solution_id",
                        "school_year",
                        "_first.local_date",
                        "cast(date_trunc('week', _first.local_date) as date) as week",
                        "_weeks");
        return first.join(broadcast(ends), expr("provider_id <=> _p"))
                .where("_end >= date_add(week, 34)")
                .withColumn("returned", expr("array_contains(_weeks, date_add(week, 28))"))
                .drop("_weeks", "_p", "_end");
    }

    /** One row per action on a resource of the register, with what it is of the solution's resources. */
    static Dataset<Row> resourceUse(Dataset<Row> events, Dataset<Row> resources) {
        Dataset<Row> register = resources
                .where("resource_id is not null and solution_id is not null")
                .select(col("resource_id").as("_r"), col("solution_id").as("_s"))
                .distinct()
                .withColumn("resources", expr("count(*) over (partition by _s)"))
                .withColumn("_no", expr("row_number() over (partition by _s order by _r)"))
                .withColumn("resource_share", expr(Traces.share("_no", "resources", 100)));
        return events.where(ACTIVE)
                .join(register, expr("resource_id = _r and solution_id = _s"))
                .selectExpr(Traces.columns("resource_id", "resources", "resource_share"));
    }
}
