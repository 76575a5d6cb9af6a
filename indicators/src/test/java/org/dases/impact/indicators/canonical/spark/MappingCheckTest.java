// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dases.impact.indicators.canonical.spark.Conforming.conformer;
import static org.dases.impact.indicators.canonical.spark.Conforming.csv;
import static org.dases.impact.indicators.canonical.spark.Conforming.mapping;

import java.util.List;
import org.apache.spark.sql.types.StructType;
import org.dases.impact.indicators.canonical.Mapping;
import org.dases.impact.indicators.canonical.MappingProblem;
import org.dases.impact.indicators.canonical.RecordForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingCheckTest {
    private static final StructType CSV = LandedShape.columns(List.of("id", "account", "tags"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "acount | unknown column 'acount'; did you mean 'account'?",
                "concat(id, upper(zzz)) | unknown column 'zzz'; there are id, account, tags",
                "blank_to_nul(id) | unknown function 'blank_to_nul'; did you mean 'blank_to_null'?",
                "concat(id, | not a Spark SQL expression, near end of input; mind quotes and brackets",
                "verb(id, id, id) | function verb takes one or two arguments, not 3; write verb(iri) or verb(iri, progress)",
                "blank_to_null() | function blank_to_null takes one argument, not 0; write blank_to_null(x)",
                "verb_name(_number) | function verb_name takes a text, not BIGINT; "
                        + "write CAST(… AS STRING) around the argument",
                "count(id) | the expression does not give one value per record (aggregate, window, explode or subquery); "
                        + "use functions of the record's own columns only",
                "explode(split(tags, ',')) | the expression does not give one value per record (aggregate, window, explode "
                        + "or subquery); use functions of the record's own columns only",
                "(SELECT max(id) FROM VALUES (1) AS t(id)) | the expression does not give one value per record (aggregate, "
                        + "window, explode or subquery); use functions of the record's own columns only",
                "uuid() | 'uuid' gives another value on each run; use columns of the record, for instance _pulled_at"
            })
    void tellsWhatIsWrongWithAnExpression(String sql, String message) {
        assertThat(messages(csv("skill", "skill_id", "id", "code", sql), CSV))
                .containsExactly("skill.code: " + message);
    }

    @Test
    void showsNoValueOfAFileWithoutHeader() {
        StructType firstRecord = LandedShape.columns(List.of("E0001", "jean", "FAIL"));

        assertThat(messages(csv("skill", "skill_id", "id", "code", "CASE r WHEN 'FAIL' THEN 'no' END"), firstRecord))
                .hasSize(2)
                .allMatch(message -> message.contains("begin with a line of column names"))
                .noneMatch(message -> message.contains("E0001") || message.contains("jean"));
    }

    @Test
    void refusesTypesThatCannotBeRead() {
        assertThat(messages(csv("resource", "resource_id", "id", "skill_ids", "tags"), CSV))
                .containsExactly("resource.skill_ids: type STRING cannot be read as ARRAY<STRING>; "
                        + "write split(…, ',') or array(…)");
        assertThat(messages(csv("outcome", "learner_pid", "pseudonym(id)", "measure_id", "'m'", "ts", "_number"), CSV))
                .containsExactly(
                        "outcome.ts: a number is no TIMESTAMP; write timestamp_millis(…) or timestamp_seconds(…)");
        assertThat(messages(
                        csv(
                                "outcome",
                                "learner_pid",
                                "pseudonym(id)",
                                "measure_id",
                                "'m'",
                                "ts",
                                "timestamp(_pulled_at)"),
                        CSV))
                .containsExactly("outcome.ts: function timestamp takes a text, not TIMESTAMP; leave the function out");
    }

    @Test
    void refusesAnIdentifierThatIsNotHidden() {
        assertThat(messages(csv("learner", "learner_pid", "account", "class_pid", "concat(pseudonym(id), id)"), CSV))
                .containsExactly(
                        "learner.learner_pid: an identifier would pass unhidden: the expression is not a pseudonym(…) "
                                + "call; write pseudonym(account)",
                        "learner.class_pid: an identifier would pass unhidden: the expression is not a pseudonym(…) "
                                + "call; write pseudonym(concat(pseudonym(id), id))");
    }

    @Test
    void looksIntoStatements() {
        Mapping mapping = mapping(
                new RecordForm.Xapi(),
                "skill",
                "skill_id",
                "statement.objet.id",
                "code",
                "statment.id",
                "label_fr",
                "statement.context.extensions['https://a.example/x']",
                "label_en",
                "get(statement.context.contextActivities.parent, 0).id");
        assertThat(messages(mapping, LandedShape.json()))
                .containsExactlyInAnyOrder(
                        "skill.skill_id: unknown field 'objet'; did you mean 'object'?",
                        "skill.code: unknown column 'statment.id'; did you mean 'statement.id'?");
        assertThat(messages(mapping, CSV))
                .containsExactly("the landed rows have no column 'record', so they are not JSON; "
                        + "write 'record: none', or a JSON format for the connector");
    }

    @Test
    void looksIntoJsonOfAGivenSchema() {
        RecordForm json = new RecordForm.Json("a STRING, b STRUCT<c: INT>");
        assertThat(messages(mapping(json, "skill", "skill_id", "record.a", "code", "record.b.c"), LandedShape.json()))
                .isEmpty();
        assertThat(messages(
                        mapping(new RecordForm.Json("a STRNG"), "skill", "skill_id", "record.a"), LandedShape.json()))
                .containsExactly("the record's schema cannot be read; write it as 'a STRING, b STRUCT<c: INT>'");
    }

    @Test
    void identifiersMayBeWholeNumbersAndNothingElse() {
        RecordForm json = new RecordForm.Json("pupil BIGINT, class INT, mark DOUBLE, born DATE");

        assertThat(messages(
                        mapping(
                                json,
                                "learner",
                                "learner_pid",
                                "pseudonym(record.pupil)",
                                "class_pid",
                                "pseudonym(record.class)",
                                "level",
                                "pseudonym(CAST(record.mark AS STRING))"),
                        LandedShape.json()))
                .isEmpty();
        assertThat(messages(
                        mapping(
                                json,
                                "learner",
                                "learner_pid",
                                "pseudonym(record.mark)",
                                "class_pid",
                                "pseudonym(record)",
                                "level",
                                "timestamp(record.pupil)"),
                        LandedShape.json()))
                .containsExactly(
                        "learner.learner_pid: function pseudonym takes a text or a whole number, not DOUBLE; "
                                + "write CAST(… AS STRING) around the argument",
                        "learner.class_pid: function pseudonym takes a text or a whole number, not STRUCT<pupil: BIGINT, "
                                + "class: INT, mark: DOUBLE, born: DATE>; write CAST(… AS STRING) around the argument",
                        "learner.level: function timestamp takes a text, not BIGINT; "
                                + "write CAST(… AS STRING) around the argument");
    }

    @Test
    void conformingRefusesAWrongMapping() {
        assertThatThrownBy(() -> conformer()
                        .conform(
                                Landed.csv("id").row("1").rows(),
                                csv("skill", "skill_id", "ident"),
                                ConformScope.everything()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mapping of dataset 'lms' is wrong: skill.skill_id: unknown column 'ident'; no column of "
                        + "the mapping is there: see that the files are not empty, begin with a line of column names, and "
                        + "have the 'delimiter' of the options");
    }

    private static List<String> messages(Mapping mapping, StructType landed) {
        return conformer().check(mapping, landed).stream()
                .map(MappingProblem::message)
                .toList();
    }
}
