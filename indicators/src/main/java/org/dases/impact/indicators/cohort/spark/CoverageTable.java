// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dases.impact.indicators.cohort.CubeSettings;
import org.dases.impact.indicators.definition.PeriodKind;

/** Who was at a school in which a solution is used, active or not. */
final class CoverageTable {
    private final CubeSettings settings;

    CoverageTable(CubeSettings settings) {
        this.settings = settings;
    }

    /**
     * One row per learner of a school × solution × period in which the school has an active learner: who was active,
     * and who was not. Rows for the whole school year have no date, so that they count in the year whatever finer
     * periods are asked for. Attributes are those of the first day in the period on which the learner was at the
     * school.
     */
    Dataset<Row> coverage(Dataset<Row> events, Dataset<Row> learners, PeriodKind finest) {
        Dataset<Row> years =
                coverageOf(PeriodKind.YEAR, events, learners).withColumn("local_date", expr("cast(null as date)"));
        return finest.compareTo(PeriodKind.YEAR) <= 0
                ? years
                : years.unionByName(coverageOf(finest, events, learners).withColumn("local_date", col("as_of")));
    }

    private Dataset<Row> coverageOf(PeriodKind kind, Dataset<Row> events, Dataset<Row> learners) {
        Dataset<Row> versions = InForce.learners(learners, List.of());
        Dataset<Row> active = events.where(Traces.ACTIVITY + " and " + Traces.OF_LEARNER)
                .withColumn("_at", col("local_date"))
                .withColumn("_period", expr(firstDay(kind)))
                .where("learner_pid is not null and _period is not null")
                .select("learner_pid", "uai", "provider_id", "solution_id", "school_year", "_period", "_at");
        Dataset<Row> enrolled = versions.join(
                        broadcast(scope(active, versions, kind)),
                        expr("_home = _uai and _from <= _last and _to >= _period"
                                + " and (_next is null or _next > _period)"))
                .groupBy("_learner", "_uai", "provider_id", "solution_id", "school_year", "_period")
                .agg(expr("min(greatest(_from, _period))").as("as_of"));
        Dataset<Row> who = active.select(
                        col("learner_pid"),
                        col("provider_id").as("_p"),
                        col("solution_id").as("_so"),
                        col("school_year").as("_y"),
                        col("_period").as("_pe"))
                .distinct();
        return enrolled.join(
                        who,
                        expr("_learner = learner_pid and provider_id <=> _p and solution_id <=> _so"
                                + " and school_year <=> _y and _period = _pe"),
                        "left")
                .select(
                        col("_learner").as("learner_pid"),
                        expr("'LEARNER'").as("role"),
                        col("_uai").as("uai"),
                        col("provider_id"),
                        col("solution_id"),
                        col("school_year"),
                        col("as_of"),
                        expr("learner_pid is not null").as("active"));
    }

    /** Schools with an active learner, by solution and period. */
    private static Dataset<Row> scope(Dataset<Row> active, Dataset<Row> versions, PeriodKind kind) {
        return InForce.joinLearners(active, "learner_pid", versions)
                .select(
                        expr("coalesce(uai, _home)").as("_uai"),
                        col("provider_id"),
                        col("solution_id"),
                        col("school_year"),
                        col("_period"),
                        expr(lastDay(kind)).as("_last"))
                .where("_uai is not null")
                .distinct();
    }

    private String firstDay(PeriodKind finest) {
        return switch (finest) {
            case ALL, YEAR -> RowTime.startOf("school_year", settings);
            case MONTH -> "cast(date_trunc('month', local_date) as date)";
            case WEEK -> "cast(date_trunc('week', local_date) as date)";
            case DAY -> "local_date";
        };
    }

    private static String lastDay(PeriodKind finest) {
        return switch (finest) {
            case ALL, YEAR -> "date_sub(add_months(_period, 12), 1)";
            case MONTH -> "last_day(_period)";
            case WEEK -> "date_add(_period, 6)";
            case DAY -> "_period";
        };
    }
}
