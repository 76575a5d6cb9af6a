// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Enrolments, answers and results of tests, one row per person and thing. */
final class PeopleTables {
    private static final String ACTIVE = Traces.ACTIVITY + " and learner_pid is not null and local_date is not null";

    private PeopleTables() {}

    /**
     * Enrolments with the learner's activity on the solution in that school year. Both are unknown where no trace of
     * the solution is at hand, or no school year.
     */
    static Dataset<Row> enrolments(Dataset<Row> events, Dataset<Row> enrolments) {
        Dataset<Row> ends = events.groupBy(col("solution_id").as("_s"))
                .agg(expr("max(local_date)").as("_end"));
        Dataset<Row> last = events.where(ACTIVE)
                .groupBy(
                        col("learner_pid").as("_l"),
                        col("solution_id").as("_so"),
                        col("school_year").as("_y"))
                .agg(expr("max(local_date)").as("_last"));
        return enrolments
                .join(broadcast(ends), expr("solution_id <=> _s"), "left")
                .join(last, expr("learner_pid = _l and solution_id <=> _so and school_year = _y"), "left")
                .withColumn("_known", expr("_end is not null and coalesce(school_year, '_T') <> '_T'"))
                .withColumn("started", expr("if(_known, _last is not null, null)"))
                .withColumn("inactive", expr("if(_known, coalesce(_last <= date_sub(_end, 7), true), null)"))
                .drop("_s", "_end", "_l", "_so", "_y", "_last", "_known");
    }

    /** Of a respondent's answers to an item about a solution in a school year, the last. */
    static Dataset<Row> lastAnswers(Dataset<Row> survey) {
        return survey.where("respondent_pid is not null and item is not null and value is not null")
                .withColumn(
                        "_rank",
                        expr("row_number() over (partition by respondent_pid, provider_id, solution_id, item,"
                                + " school_year order by ts desc, value desc)"))
                .where("_rank = 1")
                .selectExpr(
                        "respondent_pid",
                        "uai",
                        "provider_id",
                        "solution_id",
                        "school_year",
                        "local_date",
                        "item",
                        "value",
                        "concat_ws('|', coalesce(provider_id, ''), coalesce(solution_id, ''), item,"
                                + " coalesce(school_year, '')) as answer");
    }

    /** Days of activity, and whether the learner answered about the solution in that school year. */
    static Dataset<Row> reach(Dataset<Row> events, Dataset<Row> survey) {
        Dataset<Row> answers = survey.where("respondent_pid is not null")
                .select(
                        col("respondent_pid").as("_r"),
                        col("solution_id").as("_s"),
                        col("school_year").as("_y"))
                .distinct();
        return events.where(ACTIVE)
                .select("learner_pid", "role", "uai", "provider_id", "solution_id", "school_year", "local_date")
                .distinct()
                .join(answers, expr("learner_pid = _r and solution_id <=> _s and school_year = _y"), "left")
                .withColumn("answered", expr("_r is not null"))
                .drop("_r", "_s", "_y");
    }

    /**
     * Learners tested before and after: the last score of each phase, in percent of its scale; dated by the later test.
     * Scores without a scale are left out: nobody knows what share of it they are.
     */
    static Dataset<Row> gains(Dataset<Row> outcomes) {
        String percent = "100 * (score - scale_min) / (scale_max - scale_min)";
        return outcomes.where("learner_pid is not null and score is not null and scale_max > scale_min"
                        + " and phase in ('PRE', 'POST')")
                .withColumn("_percent", expr(percent))
                .groupBy("learner_pid", "provider_id", "school_year", "measure_id")
                .agg(
                        expr("max_by(_percent, struct(ts, _percent)) filter (where phase = 'PRE')")
                                .as("before"),
                        expr("max_by(_percent, struct(ts, _percent)) filter (where phase = 'POST')")
                                .as("after"),
                        expr("max_by(struct(uai, local_date), struct(ts, uai)) filter (where phase = 'POST')")
                                .as("_post"))
                .where("before is not null and after is not null")
                .selectExpr(
                        "learner_pid",
                        "_post.uai",
                        "provider_id",
                        "school_year",
                        "_post.local_date",
                        "measure_id",
                        "before",
                        "after");
    }
}
