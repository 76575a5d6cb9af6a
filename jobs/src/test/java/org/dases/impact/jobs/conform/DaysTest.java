// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.dases.impact.indicators.canonical.PseudonymKey;
import org.dases.impact.indicators.canonical.spark.ConformScope;
import org.dases.impact.indicators.canonical.spark.ConformSettings;
import org.dases.impact.indicators.canonical.spark.Conformed;
import org.dases.impact.indicators.canonical.spark.Conformer;
import org.dases.impact.indicators.canonical.spark.LandedShape;
import org.dases.impact.jobs.TestSpark;
import org.dases.impact.jobs.generate.GenerateRequest;
import org.dases.impact.jobs.generate.Generator;
import org.dases.impact.jobs.observe.Progress;
import org.dases.impact.jobs.workspace.Dataset;
import org.dases.impact.jobs.workspace.WorkspaceReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day in a source is that day at the school, also where the school is west of Greenwich. */
class DaysTest {
    private static final ConformSettings MARTINIQUE =
            new ConformSettings(ZoneId.of("America/Martinique"), MonthDay.of(9, 1), PseudonymKey.of(new byte[32]), 10);

    @Test
    void theUniversitysDaysOfTheDemoStayThoseDays(@TempDir Path folder) {
        Generator.generate(new GenerateRequest(1, 12, 200, 2_000, folder), Progress.SILENT);

        assertThat(conform(
                        dataset(folder, "university-enrolments"),
                        "enrolment",
                        Map.of("compte", "u1", "code_ue", "M1", "date_inscription", "01/09/2025", "credits", "6"),
                        "date_abandon",
                        "resultat",
                        "genre",
                        "tranche_age"))
                .isEqualTo("2025-09-01 2025-2026");
    }

    @Test
    void aPresentationOfTheOpenUniversityStartsOnTheFirstOfItsMonth() {
        for (String example : List.of("oulad", "oulad/quirks")) {
            Dataset dataset = dataset(Path.of("..", "examples").resolve(example), "");

            assertThat(conform(
                            dataset,
                            "enrolment",
                            Map.of(
                                    "id_student", "11391",
                                    "code_module", "AAA",
                                    "code_presentation", "2013J",
                                    "final_result", "Pass",
                                    "studied_credits", "60"),
                            "highest_education",
                            "gender",
                            "age_band",
                            "disability",
                            "imd_band"))
                    .as(example)
                    .isEqualTo("2013-10-01 2013-2014");
        }
    }

    private static Dataset dataset(Path workspace, String name) {
        return new WorkspaceReader(Map.of())
                        .read(workspace)
                        .match(read -> read.datasets(), problems -> {
                            throw new AssertionError(problems);
                        })
                        .stream()
                        .filter(dataset -> name.isEmpty() || dataset.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    /** Local day and school year of the one row that a record of these values becomes. */
    private static String conform(Dataset dataset, String table, Map<String, String> values, String... empty) {
        List<String> columns = java.util.stream.Stream.concat(
                        values.keySet().stream().sorted(), Arrays.stream(empty))
                .toList();
        StructType schema = LandedShape.columns(columns);
        Object[] cells = Arrays.stream(schema.fieldNames())
                .map(name -> switch (name) {
                    case "_kind" -> "record";
                    case "_number" -> (Object) 1L;
                    case "_pulled_at" -> Timestamp.from(Instant.parse("2026-01-10T02:00:00Z"));
                    default -> values.get(name);
                })
                .toArray();
        var landed = TestSpark.session().createDataFrame(List.of(RowFactory.create(cells)), schema);
        try (Conformed conformed = new Conformer(TestSpark.session(), MARTINIQUE)
                .conform(landed, Mappings.of(dataset, "domain"), ConformScope.everything())) {
            Row row = conformed
                    .table(table)
                    .select("local_date", "school_year")
                    .collectAsList()
                    .get(0);
            return row.getDate(0) + " " + row.getString(1);
        }
    }
}
