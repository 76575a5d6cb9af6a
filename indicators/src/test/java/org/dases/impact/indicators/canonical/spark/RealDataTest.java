// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.indicators.canonical.spark.Conforming.conformer;
import static org.dases.impact.indicators.canonical.spark.Conforming.table;
import static org.dases.impact.indicators.canonical.spark.Conforming.xapi;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dases.impact.indicators.TestSpark;
import org.dases.impact.indicators.canonical.Mapping;
import org.dases.impact.indicators.canonical.RecordForm;
import org.junit.jupiter.api.Test;

/** Figures of public data sets, counted from the files by other means. */
class RealDataTest {
    private static final String START = "concat(left(code_presentation, 4), CASE right(code_presentation, 1) "
            + "WHEN 'B' THEN '-02-01' WHEN 'J' THEN '-10-01' END)";

    private static final Mapping OULAD = new Mapping(
            "student-info",
            "open-university",
            "oulad",
            new RecordForm.Columns(),
            Map.of(
                    "enrolment",
                    table(
                            "learner_pid", "pseudonym(id_student)",
                            "solution_id", "code_module",
                            "course_id", "concat(code_module, '-', code_presentation)",
                            "registered_at", "timestamp(" + START + ")",
                            "result",
                                    "CASE final_result WHEN 'Pass' THEN 'PASS' WHEN 'Distinction' THEN 'DISTINCTION' "
                                            + "WHEN 'Fail' THEN 'FAIL' WHEN 'Withdrawn' THEN 'WITHDRAWN' END",
                            "credits", "studied_credits"),
                    "learner",
                    table(
                            "learner_pid", "pseudonym(id_student)",
                            "sex", "gender",
                            "disability", "disability",
                            "ses_band",
                                    "CASE WHEN imd_band IN ('10-20', '20-Oct') THEN '10-20%' "
                                            + "ELSE blank_to_null(imd_band) END",
                            "valid_from", START)),
            List.of("result"));

    @Test
    void ouladHasItsPublishedEnrolmentsAndResults() {
        try (Conformed conformed = conform(csv("oulad/studentInfo.csv"), OULAD)) {
            Dataset<Row> enrolments = conformed.table("enrolment");
            assertThat(counts(enrolments, "result"))
                    .isEqualTo(Map.of("PASS", 12361L, "WITHDRAWN", 10156L, "FAIL", 7052L, "DISTINCTION", 3024L));
            assertThat(distinct(enrolments, "learner_pid")).isEqualTo(28785);
            assertThat(conformed.counts().rows()).containsEntry("enrolment", 32593L);
            assertThat(conformed.counts().quarantinedRecords()).isZero();
            assertThat(conformed.counts().duplicates()).isZero();
            assertThat(counts(enrolments, "school_year"))
                    .isEqualTo(Map.of("2012-2013", 4684L, "2013-2014", 8845L + 7804L, "2014-2015", 11260L));
            assertThat(counts(conformed.table("learner"), "ses_band"))
                    .hasSize(11)
                    .doesNotContainKey("10-20");
        }
    }

    @Test
    void theBandThatASpreadsheetTookForADayIsRepaired() {
        try (Conformed conformed =
                conform(csv("oulad/quirks/studentInfo_excel_mangled_imd_20-Oct_first199.csv"), OULAD)) {
            assertThat(counts(conformed.table("learner"), "ses_band").keySet())
                    .contains("10-20%")
                    .doesNotContain("20-Oct");
            assertThat(conformed.counts().rows()).containsEntry("enrolment", 199L);
        }
    }

    @Test
    void funHasItsStatementsActorsAndViews() {
        Mapping mapping = xapi(
                "verb", "verb_name(statement.verb.id)",
                "position_s", "statement.result.extensions['https://w3id.org/xapi/video/extensions/time']");
        try (Conformed conformed = conform(lines("fun-xapi/fun_ralph_statements_22000.jsonl.gz"), mapping)) {
            Dataset<Row> events = conformed.table("event");
            Dataset<Row> views = events.filter("verb = 'played' AND position_s <= 30");
            assertThat(conformed.counts().rows()).containsEntry("event", 22000L);
            assertThat(conformed.counts().unknownVerbs()).isEqualTo(3546);
            assertThat(distinct(events, "learner_pid")).isEqualTo(1452);
            assertThat(views.count()).isEqualTo(1073);
            assertThat(views.select("learner_pid", "resource_id").distinct().count())
                    .isEqualTo(794);
        }
    }

    @Test
    void ofTheTwelveDasesExamplesFourAreBroken() {
        Dataset<Row> files = TestSpark.session()
                .read()
                .option("wholetext", true)
                .text(file("dases-lms-examples") + "/*.json")
                .withColumnRenamed("value", "record");
        Mapping mapping = xapi(
                "event_id", "coalesce(statement.id, pseudonym(record))",
                "ts", "coalesce(timestamp(statement.timestamp), timestamp(statement.stored), _pulled_at)");
        try (Conformed conformed = conform(landed(files), mapping)) {
            assertThat(conformed.counts().rows()).containsEntry("event", 8L);
            assertThat(conformed.counts().quarantinedRecords()).isEqualTo(4);
            assertThat(counts(conformed.table("event"), "profile")).isEqualTo(Map.of("https://w3id.org/xapi/lms", 8L));
        }
    }

    private static Conformed conform(Dataset<Row> landed, Mapping mapping) {
        return conformer().conform(landed, mapping, ConformScope.everything());
    }

    private static Dataset<Row> csv(String name) {
        return landed(TestSpark.session().read().option("header", true).csv(file(name)));
    }

    private static Dataset<Row> lines(String name) {
        return landed(TestSpark.session().read().text(file(name)).withColumnRenamed("value", "record"));
    }

    private static Dataset<Row> landed(Dataset<Row> source) {
        return source.withColumn("_kind", lit("record"))
                .withColumn("_slice", lit("file"))
                .withColumn("_number", monotonically_increasing_id())
                .withColumn("_reason", lit(null).cast("string"))
                .withColumn("_dataset", lit("real"))
                .withColumn("_contract_id", lit("urn:c:1"))
                .withColumn("_contract_sha256", lit("ab12"))
                .withColumn("_pulled_at", lit(Timestamp.from(Instant.parse("2025-12-01T00:00:00Z"))));
    }

    private static long distinct(Dataset<Row> rows, String column) {
        return rows.agg(countDistinct(col(column))).head().getLong(0);
    }

    private static Map<String, Long> counts(Dataset<Row> rows, String column) {
        Map<String, Long> counts = new HashMap<>();
        rows.groupBy(column)
                .count()
                .collectAsList()
                .forEach(row -> counts.put(String.valueOf(row.get(0)), row.getLong(1)));
        return counts;
    }

    private static String file(String name) {
        Path folder =
                Path.of(Optional.ofNullable(System.getenv("IMPACT_REAL_DATA")).orElse("../../shared/data"));
        assumeTrue(
                Files.isDirectory(folder), "real data are not here: set IMPACT_REAL_DATA to their folder (see README)");
        return folder.resolve(name).toAbsolutePath().normalize().toString();
    }
}
