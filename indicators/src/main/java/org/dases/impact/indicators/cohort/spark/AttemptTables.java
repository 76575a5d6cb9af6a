// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.apache.spark.sql.functions.expr;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What became of what learners tried. */
final class AttemptTables {
    private static final String FIRST = "min_by(struct(role, uai, local_date), " + Traces.IN_ORDER + ")";
    private static final List<String> OF_RESOURCE = List.of(
            "learner_pid",
            "_first.role",
            "_first.uai",
            "provider_id",
            "solution_id",
            "school_year",
            "_first.local_date",
            "resource_id");

    private AttemptTables() {}

    /** Of each learner's passed and failed attempts at a resource in a school year, the last. */
    static Dataset<Row> last(Dataset<Row> events) {
        return events.where("action in ('PASS', 'FAIL') and learner_pid is not null")
                .withColumn(
                        "_rank",
                        expr("row_number() over (partition by " + Traces.RESOURCE_OF_YEAR
                                + " order by ts desc, event_id desc)"))
                .where("_rank = 1")
                .drop("_rank")
                .withColumn("passed", expr("action = 'PASS'"));
    }

    /** One row per learner × resource used in a school year, with what became of it by the end of that year. */
    static Dataset<Row> funnel(Dataset<Row> events) {
        String completed = "bool_or(coalesce(action in ('COMPLETE', 'PASS', 'FAIL') or completion, false))";
        String passed = "bool_or(coalesce(action = 'PASS' or (action = 'COMPLETE' and success), false))";
        return ofResource(
                events.where(Traces.ACTIVITY + " and learner_pid is not null and resource_id is not null"),
                completed + " as completed",
                passed + " as passed");
    }

    /** One row per learner × assessed resource × skill in a school year: how many attempts until the first success. */
    static Dataset<Row> solving(Dataset<Row> events) {
        Dataset<Row> numbered = events.where(Traces.ASSESSED + " and resource_id is not null")
                .withColumn("_right", expr(Traces.RIGHT))
                .withColumn(
                        "_number",
                        expr("row_number() over (partition by " + Traces.RESOURCE_OF_YEAR + " order by ts, event_id)"));
        return ofResource(
                        numbered,
                        "array_distinct(flatten(collect_list(skill_ids))) as _skills",
                        "min(if(_right, _number, null)) as attempts",
                        "min_by(_right, " + Traces.IN_ORDER + ") as first_correct")
                .withColumn("skill_id", expr("explode_outer(_skills)"))
                .drop("_skills");
    }

    /** One row per assessed answer × skill, and whether it was the learner's third right one in a row. */
    static Dataset<Row> mastery(Dataset<Row> events) {
        String before = " over (partition by learner_pid, provider_id, solution_id, school_year, skill_id"
                + " order by ts, event_id)";
        return events.where(Traces.ASSESSED)
                .withColumn("_right", expr(Traces.RIGHT))
                .withColumn("skill_id", expr("explode(array_distinct(skill_ids))"))
                .where("skill_id is not null")
                .withColumn(
                        "mastered",
                        expr("_right and coalesce(lag(_right, 1)" + before + " and lag(_right, 2)" + before
                                + ", false)"))
                .selectExpr(Traces.columns("skill_id", "mastered"));
    }

    /**
     * One row per learner × piece of work with a due date, handed in at least once; the last due date that was told
     * counts.
     *
     * @return empty where the traces were conformed before due dates were known
     */
    static Optional<Dataset<Row>> submissions(Dataset<Row> events) {
        if (!List.of(events.columns()).contains("due_at")) {
            return Optional.empty();
        }
        Dataset<Row> handedIn = events.where("action in ('ATTEMPT', 'COMPLETE', 'PASS', 'FAIL') and due_at is not null"
                + " and learner_pid is not null and resource_id is not null");
        return Optional.of(ofResource(handedIn, "min(ts) <= max(due_at) as on_time"));
    }

    private static Dataset<Row> ofResource(Dataset<Row> events, String... aggregates) {
        List<String> columns = new java.util.ArrayList<>(OF_RESOURCE);
        List<org.apache.spark.sql.Column> found = new java.util.ArrayList<>();
        for (String aggregate : aggregates) {
            found.add(expr(aggregate));
            columns.add(aggregate.substring(aggregate.lastIndexOf(' ') + 1));
        }
        return events.groupBy("learner_pid", "provider_id", "solution_id", "resource_id", "school_year")
                .agg(expr(FIRST).as("_first"), found.toArray(org.apache.spark.sql.Column[]::new))
                .selectExpr(columns.toArray(String[]::new));
    }
}
