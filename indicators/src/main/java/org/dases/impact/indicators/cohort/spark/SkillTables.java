// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which skills learners worked on. A trace names its skills; where it does not, those of its resource count. */
final class SkillTables {
    private final Dataset<Row> events;
    private final Optional<Dataset<Row>> resources;

    SkillTables(Dataset<Row> events, Optional<Dataset<Row>> resources) {
        this.events = events;
        this.resources = resources;
    }

    /** One row per learner × skill × solution × day, and whether there is evidence of the skill in the school year. */
    Dataset<Row> exposures(Dataset<Row> evidence) {
        Dataset<Row> known = evidence.select(
                        col("learner_pid").as("_l"),
                        col("skill_id").as("_k"),
                        col("school_year").as("_y"))
                .distinct();
        return worked().join(known, expr("learner_pid = _l and skill_id = _k and school_year = _y"), "left")
                .withColumn("evidenced", expr("_l is not null"))
                .drop("_l", "_k", "_y");
    }

    /**
     * One row per skill of a framework × solution × school year in which the solution is used: how many resources aim
     * at it, and how many learners worked on it.
     */
    Dataset<Row> coverage(Dataset<Row> skills) {
        Dataset<Row> framework = skills.where("skill_id is not null and framework is not null")
                .select("framework", "skill_id")
                .distinct();
        Dataset<Row> aimed = resources
                .orElseThrow()
                .select(
                        col("solution_id").as("_s"),
                        col("resource_id"),
                        expr("explode(skill_ids)").as("_k"))
                .groupBy("_s", "_k")
                .agg(expr("count(distinct resource_id)").as("_resources"));
        Dataset<Row> learners = worked().where(Traces.OF_LEARNER)
                .groupBy(
                        col("solution_id").as("_so"),
                        col("school_year").as("_y"),
                        col("skill_id").as("_sk"))
                .agg(expr("count(distinct learner_pid)").as("_learners"));
        return events.where("solution_id is not null")
                .select("solution_id", "school_year")
                .distinct()
                .crossJoin(broadcast(framework))
                .join(aimed, expr("solution_id = _s and skill_id = _k"), "left")
                .join(learners, expr("solution_id = _so and school_year <=> _y and skill_id = _sk"), "left")
                .selectExpr(
                        "framework",
                        "skill_id",
                        "solution_id",
                        "school_year",
                        "coalesce(_resources, 0L) as resources",
                        "coalesce(_learners, 0L) as learners");
    }

    private Dataset<Row> worked() {
        Dataset<Row> active = events.where(Traces.ACTIVITY + " and learner_pid is not null");
        Dataset<Row> named = resources
                .map(register -> active.join(
                        register.where("resource_id is not null")
                                .groupBy(expr("resource_id as _r"))
                                .agg(expr("array_distinct(flatten(collect_list(skill_ids)))")
                                        .as("_aimed")),
                        expr("resource_id = _r"),
                        "left"))
                .orElseGet(() -> active.withColumn("_aimed", expr("cast(null as array<string>)")));
        return named.withColumn("skill_id", expr("explode(coalesce(skill_ids, _aimed))"))
                .where("skill_id is not null")
                .selectExpr(Traces.columns("skill_id"))
                .distinct();
    }
}
