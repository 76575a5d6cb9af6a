// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dases.impact.indicators.cohort.CubeSettings;
import org.dases.impact.indicators.definition.PeriodKind;

/** The tables that indicators are over: canonical ones as they are, the others made from them. */
final class DerivedTables {
    /** What the person did, as against what was done about the person. */
    static final String ACTIVITY = "coalesce(action, 'OTHER') not in ('ENROL', 'UNENROL', 'SCORE', 'BADGE')";
    /** A trace without a role is a learner's. */
    static final String OF_LEARNER = "coalesce(role, 'LEARNER') = 'LEARNER'";

    private static final String PER_LEARNER =
            "partition by learner_pid, provider_id, solution_id order by ts, event_id";

    private final CanonicalData data;
    private final CubeSettings settings;

    DerivedTables(CanonicalData data, CubeSettings settings) {
        this.data = data;
        this.settings = settings;
    }

    /** Whether a table is computed from others, rather than read. */
    static boolean isDerived(String name) {
        return List.of("session", "attempt_last", "coverage").contains(name);
    }

    /**
     * A table by name.
     *
     * @param name canonical or derived table
     * @param finest finest kind of period that is asked for; {@code coverage} is made for it
     * @return its rows, or empty when no dataset feeds it
     */
    Optional<Dataset<Row>> table(String name, PeriodKind finest) {
        return switch (name) {
            case "session" -> data.table("event").map(this::sessions);
            case "attempt_last" -> data.table("event").map(DerivedTables::lastAttempts);
            case "coverage" ->
                data.table("event")
                        .flatMap(events -> data.table("learner").map(learners -> coverage(events, learners, finest)));
            default -> data.table(name);
        };
    }

    /**
     * One row per session: the events of a learner with one solution, in the order of ts then event_id; a gap above θ
     * starts a new one. It belongs to the local day on which it starts. Active seconds: of each event its explicit
     * duration, else the time to the next event of the session, the last counting 0.
     */
    private Dataset<Row> sessions(Dataset<Row> events) {
        long gap = settings.sessionGap().toSeconds();
        return events.where(ACTIVITY + " and learner_pid is not null and ts is not null")
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

    /** Of each learner's passed and failed attempts at a resource in a school year, the last. */
    private static Dataset<Row> lastAttempts(Dataset<Row> events) {
        return events.where("action in ('PASS', 'FAIL') and learner_pid is not null")
                .withColumn(
                        "_rank",
                        expr("row_number() over (partition by learner_pid, provider_id, solution_id, resource_id, "
                                + "school_year order by ts desc, event_id desc)"))
                .where("_rank = 1")
                .drop("_rank")
                .withColumn("passed", expr("action = 'PASS'"));
    }

    /**
     * One row per learner of a school × solution × period in which the school has an active learner: who was active,
     * and who was not. Rows for the whole school year have no date, so that they count in the year whatever finer
     * periods are asked for. Attributes are those of the first day in the period on which the learner was at the
     * school.
     */
    private Dataset<Row> coverage(Dataset<Row> events, Dataset<Row> learners, PeriodKind finest) {
        Dataset<Row> years =
                coverageOf(PeriodKind.YEAR, events, learners).withColumn("local_date", expr("cast(null as date)"));
        return finest.compareTo(PeriodKind.YEAR) <= 0
                ? years
                : years.unionByName(coverageOf(finest, events, learners).withColumn("local_date", col("as_of")));
    }

    private Dataset<Row> coverageOf(PeriodKind kind, Dataset<Row> events, Dataset<Row> learners) {
        Dataset<Row> versions = InForce.learners(learners, List.of());
        Dataset<Row> active = events.where(ACTIVITY + " and " + OF_LEARNER)
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
