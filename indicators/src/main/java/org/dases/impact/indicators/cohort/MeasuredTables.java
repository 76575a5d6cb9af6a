// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The tables that an indicator may be over: the canonical ones, and those derived from them. Columns are given as Spark
 * SQL data definitions, {@code name TYPE, …}.
 */
public final class MeasuredTables {
    private static final String ROW = "school_year STRING, provider_id STRING, _dataset STRING, _contract_id STRING, "
            + "_contract_sha256 STRING, _pulled_at TIMESTAMP";
    private static final String EVENT = "event_id STRING, learner_pid STRING, role STRING, uai STRING, "
            + "solution_id STRING, resource_id STRING, activity_type STRING, verb STRING, action STRING, ts TIMESTAMP, "
            + "stored_ts TIMESTAMP, session_hint STRING, duration_s DOUBLE, position_s DOUBLE, success BOOLEAN, "
            + "completion BOOLEAN, score_scaled DOUBLE, attempt_no INT, skill_ids ARRAY<STRING>, profile STRING, "
            + "local_date DATE, " + ROW;

    private static final Map<String, String> TABLES = new TreeMap<>(Map.ofEntries(
            Map.entry("event", EVENT),
            Map.entry(
                    "learner",
                    "learner_pid STRING, uai STRING, level STRING, class_pid STRING, sex STRING, age_band STRING, "
                            + "disability STRING, ses_band STRING, valid_from DATE, valid_to DATE, " + ROW),
            Map.entry(
                    "school",
                    "uai STRING, type STRING, sector STRING, academie STRING, departement STRING, "
                            + "region_academique STRING, commune STRING, rep STRING, ips DOUBLE, ips_quartile STRING, "
                            + "rurality STRING, enrolment INT, " + ROW),
            Map.entry("solution", "solution_id STRING, discipline STRING, level STRING, licence STRING, " + ROW),
            Map.entry(
                    "resource",
                    "resource_id STRING, solution_id STRING, parent_id STRING, kind STRING, "
                            + "expected_duration_s DOUBLE, skill_ids ARRAY<STRING>, " + ROW),
            Map.entry(
                    "enrolment",
                    "learner_pid STRING, solution_id STRING, course_id STRING, registered_at TIMESTAMP, "
                            + "unregistered_at TIMESTAMP, result STRING, credits DOUBLE, uai STRING, local_date DATE, "
                            + ROW),
            Map.entry("entitlement", "solution_id STRING, uai STRING, ordered INT, assigned INT, used INT, " + ROW),
            Map.entry(
                    "exposure",
                    "learner_pid STRING, class_pid STRING, uai STRING, solution_id STRING, arm STRING, "
                            + "assigned_at TIMESTAMP, assignment_unit STRING, design STRING, local_date DATE, " + ROW),
            Map.entry(
                    "outcome",
                    "learner_pid STRING, measure_id STRING, phase STRING, ts TIMESTAMP, score DOUBLE, "
                            + "scale_min DOUBLE, scale_max DOUBLE, passed BOOLEAN, standardised BOOLEAN, "
                            + "independent_of_provider BOOLEAN, uai STRING, local_date DATE, " + ROW),
            Map.entry(
                    "survey",
                    "respondent_pid STRING, solution_id STRING, item STRING, value DOUBLE, ts TIMESTAMP, uai STRING, local_date DATE, "
                            + ROW),
            Map.entry(
                    "skill",
                    "skill_id STRING, framework STRING, code STRING, label_fr STRING, label_en STRING, broader STRING, "
                            + ROW),
            Map.entry(
                    "skill_evidence",
                    "learner_pid STRING, skill_id STRING, ts TIMESTAMP, level STRING, source STRING, uai STRING, local_date DATE, "
                            + ROW),
            Map.entry("attempt_last", EVENT + ", passed BOOLEAN"),
            Map.entry(
                    "session",
                    "learner_pid STRING, role STRING, uai STRING, provider_id STRING, solution_id STRING, "
                            + "school_year STRING, local_date DATE, week DATE, started_at TIMESTAMP, actions BIGINT, "
                            + "active_s DOUBLE"),
            Map.entry(
                    "coverage",
                    "learner_pid STRING, role STRING, uai STRING, provider_id STRING, solution_id STRING, "
                            + "school_year STRING, local_date DATE, as_of DATE, active BOOLEAN"),
            Map.entry(
                    "intake",
                    "dataset STRING, provider_id STRING, school_year STRING, local_date DATE, records BIGINT, "
                            + "quarantined BIGINT, duplicates BIGINT, unknown_verbs BIGINT, late BIGINT"),
            Map.entry("release", "table_id STRING, conf_status STRING")));

    private MeasuredTables() {}

    /**
     * The names of all tables.
     *
     * @return in alphabetical order
     */
    public static List<String> names() {
        return List.copyOf(TABLES.keySet());
    }

    /**
     * The columns of a table.
     *
     * @param table name of the table
     * @return Spark SQL data definition, or empty for a table that does not exist
     */
    public static Optional<String> columns(String table) {
        return Optional.ofNullable(TABLES.get(table));
    }

    /**
     * The names of a table's columns.
     *
     * @param table name of the table
     * @return in their order; empty for a table that does not exist
     */
    public static List<String> columnNames(String table) {
        return columns(table).stream()
                .flatMap(ddl -> Arrays.stream(ddl.split(", ")))
                .map(column -> column.substring(0, column.indexOf(' ')))
                .toList();
    }
}
