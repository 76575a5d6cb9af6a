// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.indicators.cohort.spark.CubeFixture.show;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dases.impact.indicators.TestSpark;
import org.dases.impact.indicators.definition.PeriodKind;
import org.junit.jupiter.api.Test;

/** The 22 000 xAPI video statements of FUN-MOOC (openfun/ralph, MIT), where somebody has downloaded them. */
class FunMoocTest {
    private static final String FILE = "fun-xapi/fun_ralph_statements_22000.jsonl.gz";

    @Test
    void viewsEqualThePublishedFigures() {
        Path file = realData().resolve(FILE);
        assumeTrue(Files.exists(file), "skipped: " + FILE + " is neither below IMPACT_REAL_DATA nor ../shared/data");
        Dataset<Row> events = TestSpark.session()
                .read()
                .json(file.toString())
                .selectExpr(
                        "id as event_id",
                        "actor.account.name as learner_pid",
                        "cast(null as string) as role",
                        "cast(null as string) as uai",
                        "'fun' as provider_id",
                        "object.id as resource_id",
                        "regexp_extract(verb.id, '[^/]+$', 0) as verb",
                        "case regexp_extract(verb.id, '[^/]+$', 0) when 'initialized' then 'VIEW' when 'played' then 'MEDIA' "
                                + "when 'paused' then 'MEDIA' when 'seeked' then 'MEDIA' when 'completed' then 'COMPLETE' "
                                + "when 'terminated' then 'END' when 'downloaded' then 'DOWNLOAD' end as action",
                        "context.contextActivities.category[0].id as profile",
                        "result.extensions.`https://w3id.org/xapi/video/extensions/time` as position_s",
                        "cast(cast(timestamp as timestamp) as date) as local_date");
        Map<String, Row> cells = new HashMap<>();
        for (Row cell : new CohortCubes(TestSpark.session())
                .compute(
                        CubeFixture.table(List.of(PeriodKind.ALL), List.of("AD-02", "EN-01", "EN-01U")),
                        new CanonicalData(Map.of("event", events)),
                        CubeFixture.SETTINGS)
                .collectAsList()) {
            cells.put(cell.getAs("indicator_id"), cell);
        }
        assertThat(show(cells.get("AD-02"), "value n_learners n_schools")).isEqualTo("1452.0 1452 null");
        assertThat(show(cells.get("EN-01"), "value n_learners")).isEqualTo("1073.0 623");
        assertThat(show(cells.get("EN-01U"), "value n_learners")).isEqualTo("794.0 623");
    }

    private static Path realData() {
        String configured = System.getenv("IMPACT_REAL_DATA");
        return configured != null ? Path.of(configured) : Path.of("../../shared/data");
    }
}
