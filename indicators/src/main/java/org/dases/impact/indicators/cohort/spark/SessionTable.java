// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dases.impact.indicators.cohort.CubeSettings;

/** Sessions: what a learner does on one solution without a longer gap. */
final class SessionTable {
    private static final String PER_LEARNER =
            "partition by learner_pid, provider_id, solution_id order by ts, event_id";

    private SessionTable() {}

    /**
     * One row per session: the events of a learner with one solution, in the order of ts then event_id; a gap above θ
     * starts a new one. It belongs to the local day on which it starts. Active seconds: of each event its explicit
     * duration, else the time to the next event of the session, the last counting 0.
     */
    static Dataset<Row> sessions(Dataset<Row> events, CubeSettings settings) {
        long gap = settings.sessionGap().toSeconds();
        return events.where(Traces.ACTIVITY + " and learner_pid is not null and ts is not null")
                .withColumn("_s", expr("unix_micros(ts) / 1e6"))
                .withColumn("_before", expr("_s - lag(_s) over (" + PER_LEARNER + ")"))
                .withColumn("_after", expr("lead(_s) over (" + PER_LEARNER + ") - _s"))
                .withColumn(
                        "_session",
                        expr("sum(if(_before is null or _before > " + gap + ", 1, 0)) over (" + PER_LEARNER
                                + " rows between unbounded preceding and current row)"))
                .withColumn("_active", expr("coalesce(duration_s, if(_after <= " + gap + ", _after, 0), 0)"))
                .groupBy("learner_pid", "provider_id", "solution_id", "_session")
                .agg(
                        expr("min_by(struct(role, uai, school_year, local_date), struct(ts, event_id))")
                                .as("_first"),
                        expr("min(ts)").as("started_at"),
                        expr("count(*)").as("actions"),
                        expr("sum(cast(round(_active * 1e6) as bigint)) / 1e6").as("active_s"))
                .select(
                        col("learner_pid"),
                        col("_first.role"),
                        col("_first.uai"),
                        col("provider_id"),
                        col("solution_id"),
                        col("_first.school_year"),
                        col("_first.local_date"),
                        expr("cast(date_trunc('week', _first.local_date) as date)")
                                .as("week"),
                        col("started_at"),
                        col("actions"),
                        col("active_s"));
    }
}
