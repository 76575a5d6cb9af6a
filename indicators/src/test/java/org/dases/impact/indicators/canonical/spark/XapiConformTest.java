// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.indicators.canonical.spark.Conforming.conform;
import static org.dases.impact.indicators.canonical.spark.Conforming.conformer;
import static org.dases.impact.indicators.canonical.spark.Conforming.mapping;
import static org.dases.impact.indicators.canonical.spark.Conforming.reasons;
import static org.dases.impact.indicators.canonical.spark.Conforming.rows;
import static org.dases.impact.indicators.canonical.spark.Conforming.xapi;

import java.time.Instant;
import org.dases.impact.indicators.canonical.RecordForm;
import org.junit.jupiter.api.Test;

class XapiConformTest {
    private static final String BROKEN = "|null|record: is not valid JSON of the expected structure";

    /** A statement by alice at noon UTC. */
    private static String statement(String id, String verb, String more) {
        return """
                {"id": "%s", "actor": {"account": {"name": "alice", "homePage": "http://a.example"}},
                 "verb": {"id": "http://adlnet.gov/expapi/verbs/%s", "display": {"fr": "x"}},
                 "object": {"id": "http://a.example/r1", "objectType": "Activity"},
                 "timestamp": "2025-10-01T12:00:00Z"%s}""".formatted(id, verb, more);
    }

    private static String voiding(String id, String target) {
        return """
                {"id": "%s", "actor": {"account": {"name": "bob"}}, "timestamp": "2025-10-02T12:00:00Z",
                 "verb": {"id": "http://adlnet.gov/expapi/verbs/voided"},
                 "object": {"objectType": "StatementRef", "id": "%s"}}""".formatted(id, target);
    }

    @Test
    void brokenRecordsAreQuarantinedAndTheBatchGoesOn() {
        String good = statement("s1", "passed", "");
        Landed landed = Landed.json(
                good, good.substring(0, 60), "", "[" + good + "]", "\"text\"", "{\"a\": 1,}", "{\"verb\": \"passed\"}");
        try (Conformed conformed = conform(landed, xapi())) {
            assertThat(rows(conformed, "event", "event_id", "action", "ts", "local_date"))
                    .containsExactly("s1|PASS|2025-10-01 12:00:00.0|2025-10-01");
            assertThat(reasons(conformed))
                    .containsExactly(
                            "2" + BROKEN,
                            "3|null|record: is empty",
                            "4|null|record: is not a JSON object",
                            "5|null|record: is not a JSON object",
                            "6" + BROKEN,
                            "7" + BROKEN);
            assertThat(conformed.counts().quarantinedRecords()).isEqualTo(6);
        }
    }

    @Test
    void aBadValueInAGoodStatementIsToldByItsColumn() {
        Landed landed = Landed.json(
                statement("s1", "passed", ", \"result\": {\"score\": {\"scaled\": 0.5}, \"success\": true}"),
                statement("s2", "passed", ", \"result\": {\"score\": {\"scaled\": \"high\"}, \"success\": true}"),
                statement("s3", "passed", ", \"result\": {\"duration\": \"PT1M30S\", \"success\": \"maybe\"}"),
                statement("s4", "passed", ", \"result\": {\"duration\": \"90 s\"}"));
        try (Conformed conformed = conform(
                landed,
                xapi(
                        "score_scaled", "statement.result.score.scaled",
                        "success", "statement.result.success",
                        "duration_s", "duration_seconds(statement.result.duration)"))) {
            assertThat(rows(conformed, "event", "event_id", "score_scaled", "success"))
                    .containsExactly("s1|0.5|true");
            assertThat(reasons(conformed))
                    .containsExactly(
                            "2|event|event.score_scaled: value cannot be read as DOUBLE",
                            "3|event|event.success: value cannot be read as BOOLEAN",
                            "4|event|event.duration_s: value cannot be read as DOUBLE");
        }
    }

    @Test
    void unknownVerbsAreKeptAndCounted() {
        Landed landed = Landed.json(
                statement("s1", "interacted", ""), statement("s2", "viewed", ""), statement("s3", "progressed", ""));
        try (Conformed conformed = conform(landed, xapi("verb", "verb_name(statement.verb.id)"))) {
            assertThat(rows(conformed, "event", "event_id", "action", "verb"))
                    .containsExactly("s1|null|interacted", "s2|VIEW|viewed", "s3|null|progressed");
            assertThat(conformed.counts().unknownVerbs()).isEqualTo(1);
        }
    }

    @Test
    void progressToTheEndIsCompletion() {
        String extension = ", \"result\": {\"extensions\": {\"https://w3id.org/xapi/video/extensions/progress\": %s}}";
        Landed landed = Landed.json(
                statement("s1", "progressed", extension.formatted("1.0")),
                statement("s2", "progressed", extension.formatted("0.4")));
        try (Conformed conformed = conform(
                landed,
                xapi(
                        "action",
                        "verb(statement.verb.id, "
                                + "statement.result.extensions['https://w3id.org/xapi/video/extensions/progress'])"))) {
            assertThat(rows(conformed, "event", "event_id", "action")).containsExactly("s1|COMPLETE", "s2|null");
        }
    }

    @Test
    void voidedStatementsAreDroppedWithWhatVoidsThemInAnyOrder() {
        Landed landed = Landed.json(
                voiding("v1", "S2"),
                statement("s1", "viewed", ""),
                statement("s2", "viewed", ""),
                statement("s2", "viewed", ""),
                statement("s3", "viewed", ", \"context\": {\"extensions\": {\"x\": \"voided\"}}"));
        try (Conformed conformed = conform(landed, xapi())) {
            assertThat(rows(conformed, "event", "event_id")).containsExactly("s1", "s3");
            assertThat(conformed.counts().voided()).isEqualTo(3);
            assertThat(conformed.counts().quarantinedRecords()).isZero();
        }
    }

    @Test
    void aNewVoidingStatementAffectsTheYearOfTheOldOne() {
        Landed landed = Landed.json()
                .pulledAt("2025-10-02T00:00:00Z")
                .row(statement("s1", "viewed", "").replace("2025-10-01", "2024-10-01"))
                .row(statement("s2", "viewed", "").replace("2025-10-01", "2023-10-01"))
                .pulledAt("2025-11-02T00:00:00Z")
                .row(voiding("v1", "s1"));
        assertThat(conformer().affectedYears(landed.rows(), Instant.parse("2025-10-15T00:00:00Z"), xapi()))
                .containsExactly("2024-2025");
    }

    @Test
    void repeatedStatementsAreOneEvent() {
        String once = statement("s1", "viewed", "");
        try (Conformed conformed = conform(Landed.json(once, once), xapi())) {
            assertThat(rows(conformed, "event", "event_id")).containsExactly("s1");
            assertThat(conformed.counts().duplicates()).isEqualTo(1);
        }
    }

    @Test
    void theProfileIsTheDasesOneAmongTheCategories() {
        String context = ", \"context\": {\"contextActivities\": {\"category\": [%s]}}";
        Landed landed = Landed.json(
                statement(
                        "s1",
                        "viewed",
                        context.formatted("{\"id\": \"http://o.example\"}, {\"id\": "
                                + "\"https://w3id.org/xapi/lms\", \"definition\": {\"type\": \"t\"}}")),
                statement("s2", "viewed", context.formatted("{\"id\": \"http://schema.dases.eu/xapi/profile/forum\"}")),
                statement("s3", "viewed", context.formatted("{\"id\": \"https://w3id.org/xapi/video\"}")),
                statement("s4", "viewed", context.formatted("")),
                statement("s5", "viewed", ""));
        try (Conformed conformed = conform(landed, xapi())) {
            assertThat(rows(conformed, "event", "event_id", "profile"))
                    .containsExactly(
                            "s1|https://w3id.org/xapi/lms",
                            "s2|http://schema.dases.eu/xapi/profile/forum",
                            "s3|https://w3id.org/xapi/video",
                            "s4|null",
                            "s5|null");
        }
    }

    @Test
    void jsonOfAGivenSchemaIsMappedLikewise() {
        RecordForm json = new RecordForm.Json("a STRING, b STRUCT<c: INT>");
        Landed landed =
                Landed.json("{\"a\": \"x\", \"b\": {\"c\": 5}}", "{\"a\": \"y\", \"b\": {\"c\": \"five\"}}", "{}");
        try (Conformed conformed =
                conform(landed, mapping(json, "skill", "skill_id", "record.a", "code", "record.b.c"))) {
            assertThat(rows(conformed, "skill", "skill_id", "code")).containsExactly("x|5");
            assertThat(reasons(conformed))
                    .containsExactly("2" + BROKEN, "3|skill|skill.skill_id: required value is missing");
        }
    }
}
