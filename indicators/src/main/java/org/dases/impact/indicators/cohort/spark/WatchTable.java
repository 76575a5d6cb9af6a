// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dases.impact.indicators.cohort.CubeSettings;

/** Which seconds of a medium were played. */
final class WatchTable {
    private static final String NEXT =
            " over (partition by learner_pid, provider_id, solution_id, resource_id order by ts, event_id)";

    private WatchTable() {}

    /**
     * One row per played second: a learner's segment goes from where playing began to where it stopped, by the position
     * in the medium; where the next trace has none, or one before the start as after a seek, as far as the time between
     * goes, if that is no longer than a session's gap. Media of unknown length are left out.
     */
    static Dataset<Row> watched(Dataset<Row> events, Dataset<Row> resources, CubeSettings settings) {
        Dataset<Row> lengths = resources
                .where("resource_id is not null and expected_duration_s > 0")
                .groupBy(expr("resource_id as _r"))
                .agg(expr("ceil(max(expected_duration_s))").as("length_s"));
        String elapsed = "unix_micros(_next.ts) / 1e6 - unix_micros(ts) / 1e6";
        return events.where("verb in ('played', 'paused', 'seeked', 'completed', 'terminated')"
                        + " and learner_pid is not null and resource_id is not null")
                .withColumn("_next", expr("lead(struct(verb, position_s, ts))" + NEXT))
                .where("verb = 'played' and position_s >= 0 and _next is not null")
                .withColumn(
                        "_stop",
                        expr("case when _next.verb not in ('played', 'seeked') and _next.position_s >= position_s"
                                + " then _next.position_s when " + elapsed + " <= "
                                + settings.sessionGap().toSeconds() + " then position_s + " + elapsed + " end"))
                .join(lengths, expr("resource_id = _r"))
                .withColumn("_last", expr("least(cast(ceil(_stop) as bigint), length_s) - 1"))
                .where("_stop is not null and _last >= floor(position_s)")
                .withColumn("second", expr("explode(sequence(cast(floor(position_s) as int), cast(_last as int)))"))
                .selectExpr(Traces.columns(
                        "resource_id",
                        "second",
                        "cast(length_s as double) as length_s",
                        Traces.share("(second + 1)", "length_s", 100) + " as second_share"));
    }
}
