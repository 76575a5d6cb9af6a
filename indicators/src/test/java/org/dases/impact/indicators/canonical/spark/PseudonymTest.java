// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical.spark;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.raise_error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.indicators.canonical.spark.Conforming.SECRET;
import static org.dases.impact.indicators.canonical.spark.Conforming.SETTINGS;
import static org.dases.impact.indicators.canonical.spark.Conforming.conform;
import static org.dases.impact.indicators.canonical.spark.Conforming.csv;
import static org.dases.impact.indicators.canonical.spark.Conforming.mapping;
import static org.dases.impact.indicators.canonical.spark.Conforming.reasons;
import static org.dases.impact.indicators.canonical.spark.Conforming.rows;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.classic.Dataset;
import org.apache.spark.sql.execution.QueryExecution;
import org.dases.impact.indicators.TestSpark;
import org.dases.impact.indicators.canonical.Mapping;
import org.dases.impact.indicators.canonical.RecordForm;
import org.junit.jupiter.api.Test;

class PseudonymTest {
    private static final String ALICE = "85cfb29baf7a1a925f93ba549dd4515adc371de211d99abca3461b3ece4a8cc5";
    private static final String NUMBER_4711 = "6d5e19812e79a3d0cfe59052353d7c652f9cffab75387fdce885e0ddf388b41c";
    private static final Mapping LEARNER = csv("learner", "learner_pid", "pseudonym(who)");

    @Test
    void equalsWhatOpensslComputesAndBlankHasNone() {
        try (Conformed conformed =
                conform(Landed.csv("who").row("alice").row(" ").row((String) null), LEARNER)) {
            assertThat(rows(conformed, "learner", "learner_pid")).containsExactly(ALICE);
            assertThat(reasons(conformed))
                    .containsExactly(
                            "2|learner|learner.learner_pid: required value is missing",
                            "3|learner|learner.learner_pid: required value is missing");
        }
    }

    /** The expected value is that of {@code printf 'fr-edu\0004711' | openssl dgst -sha256 -hmac …}. */
    @Test
    void aWholeNumberHasThePseudonymOfItsDigits() {
        Mapping numbers = mapping(
                new RecordForm.Json("pupil BIGINT, class INT"),
                "learner",
                "learner_pid",
                "pseudonym(record.pupil)",
                "class_pid",
                "pseudonym(record.class)");
        try (Conformed conformed =
                conform(Landed.json("{\"pupil\": 4711, \"class\": 4711}", "{\"class\": 4711}"), numbers)) {
            assertThat(rows(conformed, "learner", "learner_pid", "class_pid"))
                    .containsExactly("%1$s|%1$s".formatted(NUMBER_4711));
            assertThat(reasons(conformed)).containsExactly("2|learner|learner.learner_pid: required value is missing");
        }
    }

    @Test
    void domainsAreSeparate() {
        Mapping other = new Mapping("d", "p", "fr-sup", new RecordForm.Columns(), LEARNER.tables(), List.of());
        try (Conformed conformed = conform(Landed.csv("who").row("alice"), other)) {
            assertThat(rows(conformed, "learner", "learner_pid"))
                    .containsExactly("a0837fb78b6ec8a20156e43daf694491c475991205c1c548ff32faadc24a25ab");
        }
    }

    @Test
    void noPlanShowsTheKey() {
        try (Conformed conformed = conform(Landed.csv("who").row("alice"), LEARNER)) {
            for (org.apache.spark.sql.Dataset<Row> rows : List.of(conformed.table("learner"), conformed.quarantine())) {
                QueryExecution execution = ((Dataset<Row>) rows).queryExecution();
                String shown = execution.toString()
                        + execution.analyzed().treeString()
                        + execution.analyzed().toJSON()
                        + execution.optimizedPlan().toJSON()
                        + execution.executedPlan().toJSON();
                assertHidden(shown);
            }
            // the frame before it is cached, with the call itself in the plan
            String view =
                    ((Dataset<Row>) conformed.table("learner")).logicalPlan().toString();
            assertHidden(view);
        }
    }

    @Test
    void noTextFormNorExceptionShowsTheKey() {
        MappingFunctions functions = new MappingFunctions("fr-edu", Conforming.KEY, SETTINGS.zone());
        MappedExpression expression = MappedExpression.of("pseudonym(who)", functions);
        assertHidden(expression
                + expression.value().toJSON()
                + SETTINGS
                + Conforming.KEY
                + new KeyedPseudonym("fr-edu", Conforming.KEY));
        StringWriter trace = new StringWriter();
        try {
            TestSpark.session()
                    .sql("SELECT '1' AS who")
                    .select(expression.column(), raise_error(lit("on purpose")))
                    .collect();
        } catch (RuntimeException expected) {
            expected.printStackTrace(new PrintWriter(trace));
        }
        assertThat(trace.toString()).isNotEmpty();
        assertHidden(trace.toString());
    }

    @Test
    void theFunctionCannotBeCalledFromOtherQueries() {
        try (Conformed conformed = conform(Landed.csv("who").row("alice"), LEARNER)) {
            assertThat(conformed.counts().rows()).containsExactly(Map.entry("learner", 1L));
            assertThat(TestSpark.session().catalog().functionExists("pseudonym"))
                    .isFalse();
        }
    }

    private static void assertHidden(String text) {
        byte[] secret = SECRET.getBytes(StandardCharsets.UTF_8);
        assertThat(text)
                .doesNotContain(SECRET)
                .doesNotContain(HexFormat.of().formatHex(secret))
                .doesNotContain(Base64.getEncoder().encodeToString(secret))
                .doesNotContain(Arrays.toString(secret));
    }
}
