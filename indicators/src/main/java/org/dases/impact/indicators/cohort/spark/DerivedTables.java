// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dases.impact.indicators.cohort.CubeSettings;
import org.dases.impact.indicators.cohort.DerivedTable;
import org.dases.impact.indicators.cohort.MeasuredTables;
import org.dases.impact.indicators.definition.PeriodKind;

/** The tables that indicators are over: canonical ones as they are, the others made from them. */
final class DerivedTables {
    private final CanonicalData data;
    private final CubeSettings settings;

    DerivedTables(CanonicalData data, CubeSettings settings) {
        this.data = data;
        this.settings = settings;
    }

    /** Whether a table is computed from others, rather than read. */
    static boolean isDerived(String name) {
        return !madeOf(name).contains(name);
    }

    /** The canonical tables that a table is made from; itself where it is read. */
    static List<String> madeOf(String name) {
        return MeasuredTables.find(name)
                .map(DerivedTable::madeOf)
                .filter(from -> !from.isEmpty())
                .orElse(List.of(name));
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
            case "survey_last" -> data.table("survey").map(PeopleTables::lastAnswers);
            case "gain" -> data.table("outcome").map(PeopleTables::gains);
            case "survey_reach" -> with("survey", PeopleTables::reach);
            case "enrolment_state" -> with("enrolment", PeopleTables::enrolments);
            case "coverage" ->
                with("learner", (events, learners) -> new CoverageTable(settings).coverage(events, learners, finest));
            case "resource_use" -> with("resource", ActivityTables::resourceUse);
            case "watch" -> with("resource", (events, resources) -> WatchTable.watched(events, resources, settings));
            case "skill_exposure" ->
                with(
                        "skill_evidence",
                        (events, evidence) -> new SkillTables(events, data.table("resource")).exposures(evidence));
            case "skill_coverage" ->
                with("resource", (events, resources) -> events)
                        .flatMap(events -> data.table("skill")
                                .map(skills -> new SkillTables(events, data.table("resource")).coverage(skills)));
            default ->
                isDerived(name) ? data.table("event").flatMap(events -> ofEvents(name, events)) : data.table(name);
        };
    }

    private Optional<Dataset<Row>> ofEvents(String name, Dataset<Row> events) {
        return switch (name) {
            case "session" -> Optional.of(SessionTable.sessions(events, settings));
            case "activity" -> Optional.of(ActivityTables.activity(events, settings));
            case "first_use" -> Optional.of(ActivityTables.firstUse(events));
            case "attempt_last" -> Optional.of(AttemptTables.last(events));
            case "funnel" -> Optional.of(AttemptTables.funnel(events));
            case "solving" -> Optional.of(AttemptTables.solving(events));
            case "mastery" -> Optional.of(AttemptTables.mastery(events));
            case "submission" -> AttemptTables.submissions(events);
            case "trace_quality" -> Optional.of(TraceQuality.of(events));
            default -> throw new IllegalArgumentException("no table '" + name + "'");
        };
    }

    /** Makes a table from traces and another canonical table. */
    private interface Made {
        Dataset<Row> from(Dataset<Row> events, Dataset<Row> others);
    }

    private Optional<Dataset<Row>> with(String other, Made made) {
        return data.table("event").flatMap(events -> data.table(other).map(others -> made.from(events, others)));
    }
}
