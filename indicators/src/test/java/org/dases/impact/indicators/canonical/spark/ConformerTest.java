// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.indicators.canonical.spark.Conforming.conform;
import static org.dases.impact.indicators.canonical.spark.Conforming.csv;
import static org.dases.impact.indicators.canonical.spark.Conforming.reasons;
import static org.dases.impact.indicators.canonical.spark.Conforming.rows;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dases.impact.indicators.canonical.CanonicalTables;
import org.dases.impact.indicators.canonical.Mapping;
import org.dases.impact.indicators.canonical.RecordForm;
import org.dases.impact.indicators.canonical.TableMapping;
import org.junit.jupiter.api.Test;

class ConformerTest {
    static final Mapping OUTCOME = csv(
            "outcome",
            "learner_pid",
            "pseudonym(who)",
            "measure_id",
            "'maths'",
            "ts",
            "timestamp(at)",
            "score",
            "CAST(score AS DOUBLE)",
            "passed",
            "CAST(score AS DOUBLE) >= 10");

    static Landed outcomes() {
        return Landed.csv("who", "at", "score");
    }

    @Test
    void aValueThatDoesNotCastIsQuarantinedByColumnWithoutTheValueAndTheBatchGoesOn() {
        Landed landed = outcomes()
                .row("a", "2025-10-01", "12.5")
                .row("b", "2025-10-01", "secret")
                .row("c", "2025-10-01", null);
        try (Conformed conformed = conform(landed, OUTCOME)) {
            assertThat(rows(conformed, "outcome", "score", "passed")).containsExactly("12.5|true", "null|null");
            assertThat(reasons(conformed)).containsExactly("2|outcome|outcome.score: value cannot be read as DOUBLE");
            assertThat(conformed.counts().quarantined())
                    .containsExactly(Map.entry("outcome.score: value cannot be read as DOUBLE", 1L));
        }
    }

    @Test
    void theCodeOfTotalsIsQuarantinedSinceItWouldBeTakenForATotal() {
        Mapping mapping = csv(
                "enrolment",
                "learner_pid",
                "pseudonym(i)",
                "course_id",
                "c",
                "registered_at",
                "timestamp('2025-10-01')");
        try (Conformed conformed = conform(Landed.csv("i", "c").row("1", "math").row("2", " _T "), mapping)) {
            assertThat(rows(conformed, "enrolment", "course_id")).containsExactly("math");
            assertThat(reasons(conformed))
                    .containsExactly("2|enrolment|enrolment.course_id: value is _T, the code of totals");
        }
    }

    @Test
    void valuesOutsideListOrBoundsAndNumbersThatAreNoneAreQuarantined() {
        Mapping mapping = csv(
                "event",
                "event_id",
                "id",
                "learner_pid",
                "pseudonym(id)",
                "ts",
                "timestamp('2025-10-01T10:00Z')",
                "role",
                "role",
                "score_scaled",
                "score",
                "duration_s",
                "duration");
        Landed landed = Landed.csv("id", "role", "score", "duration")
                .row("1", "LEARNER", "-1", "5")
                .row("2", "pupil", "0", "5")
                .row("3", null, "1.01", "5")
                .row("4", null, "1", "NaN")
                .row("5", null, "1", "Infinity")
                .row("  ", null, "1", "5");
        try (Conformed conformed = conform(landed, mapping)) {
            assertThat(rows(conformed, "event", "event_id")).containsExactly("1");
            assertThat(reasons(conformed))
                    .containsExactly(
                            "2|event|event.role: value is not one of LEARNER, TEACHER, STAFF",
                            "3|event|event.score_scaled: value is not between -1.0 and 1.0",
                            "4|event|event.duration_s: value cannot be read as DOUBLE",
                            "5|event|event.duration_s: value cannot be read as DOUBLE",
                            "6|event|event.event_id: required value is missing");
        }
    }

    @Test
    void ofEqualKeysTheEarliestPulledStaysThenTheLowestPlace() {
        Landed landed = outcomes()
                .pulledAt("2025-12-01T00:00:00Z")
                .slice("z")
                .row("a", "2025-10-01", "2")
                .row("a", "2025-10-01", "3")
                .pulledAt("2025-11-30T00:00:00Z")
                .slice("b")
                .row("a", "2025-10-01", "1")
                .slice("a")
                .row("a", "2025-10-01", "0");
        try (Conformed conformed = conform(landed, OUTCOME)) {
            assertThat(rows(conformed, "outcome", "score")).containsExactly("0.0");
            assertThat(conformed.counts().duplicates()).isEqualTo(3);
        }
    }

    @Test
    void repeatedMentionInARegisterIsNoDuplicate() {
        Mapping mapping = csv("learner", "learner_pid", "pseudonym(who)", "sex", "sex");
        try (Conformed conformed =
                conform(Landed.csv("who", "sex").row("a", "F").row("a", "F"), mapping)) {
            assertThat(rows(conformed, "learner", "sex", "school_year", "local_date"))
                    .containsExactly("F|_T|null");
            assertThat(conformed.counts().duplicates()).isZero();
        }
    }

    @Test
    void theSchoolYearTurnsAtMidnightOfTheSchool() {
        Landed landed = outcomes()
                .row("a", "2025-08-31T23:59:59", "1")
                .row("a", "2025-08-31T21:59:59Z", "2")
                .row("a", "2025-08-31T22:00:00Z", "3")
                .row("a", "2025-09-01", "4");
        try (Conformed conformed = conform(landed, OUTCOME)) {
            assertThat(rows(conformed, "outcome", "score", "school_year", "local_date"))
                    .containsExactly("1.0|2024-2025|2025-08-31", "3.0|2025-2026|2025-09-01");
            assertThat(conformed.counts().duplicates()).isEqualTo(2);
        }
    }

    @Test
    void localTimesFollowTheChangeOfClocks() {
        Landed landed = outcomes()
                .row("gap", "2025-03-30T02:30:00", "1")
                .row("twice", "2025-10-26T02:30:00", "2")
                .row("winter", "2025-10-26T02:30:00+01:00", "3");
        try (Conformed conformed = conform(landed, OUTCOME)) {
            assertThat(rows(conformed, "outcome", "score", "ts"))
                    .containsExactly(
                            "1.0|2025-03-30 01:30:00.0", "2.0|2025-10-26 00:30:00.0", "3.0|2025-10-26 01:30:00.0");
        }
    }

    @Test
    void aDayGivenAsDateIsADayOfTheSchool() {
        Mapping mapping = csv(
                "enrolment",
                "learner_pid",
                "pseudonym(who)",
                "course_id",
                "'c'",
                "registered_at",
                "try_to_date(day, 'dd/MM/yyyy')");
        try (Conformed conformed = conform(Landed.csv("who", "day").row("a", "01/09/2025"), mapping)) {
            assertThat(rows(conformed, "enrolment", "registered_at", "local_date", "school_year"))
                    .containsExactly("2025-08-31 22:00:00.0|2025-09-01|2025-2026");
        }
    }

    @Test
    void aGivenSchoolYearMustBeOne() {
        Mapping mapping = csv("entitlement", "solution_id", "'s'", "uai", "uai", "ordered", "n", "school_year", "year");
        Landed landed = Landed.csv("uai", "n", "year")
                .row("0350001A", "30", "2025-2026")
                .row("0350002B", "30", "2025-2027")
                .row("0350003C", "30", "2025");
        try (Conformed conformed = conform(landed, mapping)) {
            assertThat(rows(conformed, "entitlement", "uai", "ordered", "school_year"))
                    .containsExactly("0350001A|30|2025-2026");
            String reason = "entitlement.school_year: cannot be told, or is not of the form 2025-2026";
            assertThat(reasons(conformed)).containsExactly("2|entitlement|" + reason, "3|entitlement|" + reason);
        }
    }

    @Test
    void rejectedRecordsKeepTheirReasonAndCheckpointsAreNoRecords() {
        Landed landed = outcomes()
                .row("a", "2025-10-01", "1")
                .rejected("has 2 columns, the header 3")
                .checkpoint();
        try (Conformed conformed = conform(landed, OUTCOME)) {
            assertThat(reasons(conformed)).containsExactly("2|null|has 2 columns, the header 3");
            assertThat(conformed.counts().records()).isEqualTo(2);
            assertThat(conformed.counts().quarantinedRecords()).isEqualTo(1);
        }
    }

    @Test
    void aConditionChoosesTheRecordsOfATableAndMayFailOnOne() {
        TableMapping some =
                new TableMapping(Optional.of("CAST(n AS INT) > 1"), Map.of("skill_id", "id", "framework", "'CRCN'"));
        Mapping mapping =
                new Mapping("lms", "p", "d", new RecordForm.Columns(), Map.of("skill", some), List.of("skill_id"));
        Landed landed =
                Landed.csv("id", "n").row("a", "1").row("b", "2").row("c", "x").row("d", null);
        try (Conformed conformed = conform(landed, mapping)) {
            assertThat(rows(conformed, "skill", "skill_id")).containsExactly("b");
            assertThat(reasons(conformed)).containsExactly("3|skill|skill.from: value cannot be read as BOOLEAN");
        }
    }

    @Test
    void everyFailureOfAnExpressionStaysWithItsRecord() {
        Mapping mapping = csv(
                "skill",
                "skill_id",
                "id",
                "code",
                "split(id, '-')[1]",
                "label_fr",
                "CAST(1 / CAST(n AS INT) AS STRING)");
        Landed landed = Landed.csv("id", "n")
                .row("a-1", "1")
                .row("b", "1")
                .row("c-1", "0")
                .row("d-1", "9999999999");
        try (Conformed conformed = conform(landed, mapping)) {
            assertThat(rows(conformed, "skill", "skill_id")).containsExactly("a-1");
            assertThat(conformed.counts().quarantinedRecords()).isEqualTo(3);
        }
    }

    @Test
    void theColumnsAreThoseOfTheCanonicalSchema() {
        try (Conformed conformed = conform(outcomes().row("a", "2025-10-01", "1"), OUTCOME)) {
            assertThat(conformed.table("outcome").columns())
                    .containsExactly(
                            CanonicalSchema.of(CanonicalTables.get("outcome")).fieldNames());
            assertThat(rows(conformed, "outcome", "provider_id", "_dataset", "_contract_id", "_contract_sha256"))
                    .containsExactly("edtech-a|lms|urn:c:1|ab12");
        }
    }

    @Test
    void aScopeKeepsYearsAndCountsNewRecordsOnly() {
        Landed landed = outcomes()
                .pulledAt("2025-11-01T00:00:00Z")
                .row("a", "2024-10-01", "1")
                .row("b", "2025-10-01", "2")
                .pulledAt("2025-12-01T00:00:00Z")
                .row("c", "2025-10-02", "3")
                .row("b", "2025-10-01", "4");
        Instant last = Instant.parse("2025-11-15T00:00:00Z");
        Set<String> years = Conforming.conformer().affectedYears(landed.rows(), last, OUTCOME);
        assertThat(years).containsExactly("2025-2026");
        ConformScope scope = new ConformScope(Optional.of(years), Optional.of(last));
        try (Conformed conformed = Conforming.conformer().conform(landed.rows(), OUTCOME, scope)) {
            assertThat(rows(conformed, "outcome", "score")).containsExactly("2.0", "3.0");
            assertThat(conformed.counts().records()).isEqualTo(2);
            assertThat(conformed.counts().rows()).containsExactly(Map.entry("outcome", 1L));
            assertThat(conformed.counts().duplicates()).isEqualTo(1);
        }
    }

    @Test
    void lateRowsAreCounted() {
        Landed landed = outcomes().row("a", "2025-11-21T02:00:00Z", "1").row("b", "2025-11-21T01:59:59Z", "1");
        try (Conformed conformed = conform(landed, OUTCOME)) {
            assertThat(conformed.counts().late()).isEqualTo(1);
        }
    }
}
