// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.dases.impact.jobs.cli.Called;
import org.dases.impact.notebooks.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures on the quality of data count records; a few of them may be those of one learner. */
class QualityFiguresTest {
    private static final String HEADER = "etudiant;faculte;cours;inscrit_le;resultat\n";
    private static final int BAD = 3;
    private static final int TWICE = 12;

    @Test
    void fewRecordsAreNotToldNorWhatGivesThemBack(@TempDir Path folder) {
        TestWorkspace workspace = SmallSpace.in(folder);
        workspace.write("data/north/2.csv", HEADER + "n900;L;L1\nn901;L;L1\nn902;L;L1\n");
        workspace.write("data/south/2.csv", HEADER + firstLines(workspace.read("data/south/1.csv")));
        // in a space this small, counts of persons come close to those of records by chance
        workspace.delete("tables/results.yaml");
        workspace.delete("tables/success.yaml");
        workspace.write("tables/quality.yaml", """
                table: quality
                title: {fr: quality, en: quality}
                audience: {fr: tests, en: tests}
                indicators: [DQ-01, DQ-01D, DQ-01L]
                dimensions:
                  - id: source
                    label: {fr: "Jeu de données", en: "Dataset"}
                    levels: [{column: provider_id, source: row.provider_id}, {column: dataset, source: row.dataset}]
                periods: [all]
                """);

        Called run = workspace.run();

        assertThat(run.code()).as(run.out() + run.err()).isZero();
        List<Figure> rows = workspace.published().table("quality").rows();
        assertThat(rows).hasSize(3 * 5).allSatisfy(row -> {
            assertThat(row.whole("n_learners")).isEmpty();
            assertThat(row.whole("n_schools")).isEmpty();
        });
        // 3 of north are missing, none of south: neither may be known, nor the 3 of all, so all three are bands of 10
        // records' width
        assertThat(row(rows, "DQ-01", "north", "_T")).satisfies(row -> isBand(row, 91, 100, SmallSpace.NORTH + BAD));
        assertThat(row(rows, "DQ-01", "south", "_T")).satisfies(row -> isBand(row, 89, 100, SmallSpace.SOUTH + TWICE));
        assertThat(row(rows, "DQ-01", "_T", "_T"))
                .satisfies(row -> isBand(row, 95, 100, SmallSpace.NORTH + BAD + SmallSpace.SOUTH + TWICE));
        // 12 of south are many enough, but with the 12 of all they would tell that north has none
        assertThat(row(rows, "DQ-01D", "north", "_T")).satisfies(row -> isBand(row, 0, 9, SmallSpace.NORTH + BAD));
        List<Figure> twelve = List.of(row(rows, "DQ-01D", "south", "_T"), row(rows, "DQ-01D", "_T", "_T"));
        assertThat(twelve)
                .filteredOn(row -> row.text("conf_status").equals("F"))
                .singleElement()
                .satisfies(row -> assertThat(row.number("numerator")).hasValue(TWICE));
    }

    private static String firstLines(String csv) {
        return String.join("\n", csv.lines().skip(1).limit(TWICE).toList()) + "\n";
    }

    private static Figure row(List<Figure> rows, String indicator, String provider, String dataset) {
        return rows.stream()
                .filter(row -> row.text("indicator_id").equals(indicator)
                        && row.text("provider_id").equals(provider)
                        && row.text("dataset").equals(dataset))
                .findFirst()
                .orElseThrow();
    }

    private static void isBand(Figure row, int low, int high, int records) {
        assertThat(row.number("value")).isEmpty();
        assertThat(row.number("numerator")).isEmpty();
        assertThat(row.number("value_low")).hasValue(low);
        assertThat(row.number("value_high")).hasValue(high);
        assertThat(row.number("denominator")).hasValue(records);
    }
}
