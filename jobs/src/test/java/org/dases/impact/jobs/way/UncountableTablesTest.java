// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dases.impact.jobs.cli.Called;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table that cannot be counted is told of and not published; the others are. */
class UncountableTablesTest {
    private static final String LARGE = """
            - id: LARGE
              name: {fr: "Somme", en: "Sum"}
              definition: {fr: "Somme.", en: "Sum."}
              unit: count
              over: enrolment
              contributor: learner_pid
              measure: {sum: {of: "NUMBER"}}
              sensitive: false
              version: "1.0.0"
              source: "test"
            """;

    @TempDir
    private Path folder;

    @Test
    void sumsThatDoNotFitAreTold() {
        TestWorkspace workspace = SmallSpace.in(folder);
        workspace.write("tables/large.yaml", SmallSpace.byFaculty("large", "LARGE"));
        workspace.write("indicators/large.yaml", LARGE.replace("NUMBER", "1.0"));
        Called sound = workspace.run();
        assertThat(sound.code()).as(sound.out() + sound.err()).isZero();
        assertThat(workspace.published().latest().tableIds()).contains("large");

        workspace.write("indicators/large.yaml", LARGE.replace("NUMBER", "5e11"));
        Called run = workspace.run();

        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(2);
        assertThat(run.out())
                .contains("not computed", "large", "The sums of indicator 'LARGE' do not fit 64 bits", "'where'");
        assertThat(workspace.published().latest().tableIds()).containsExactly("results", "success");
        Called again = Called.with("run", folder.toString(), "--lang", "fr");
        assertThat(again.code()).as("nothing has changed").isEqualTo(2);
        assertThat(again.out()).contains("Tables non calculées", "Les sommes de l'indicateur « LARGE »");
    }

    /** With a total each, 23 dimensions of one level have 2²³ combinations above a row, 24 have 2²⁴. */
    @Test
    void tooManyCellsOfOneRowAreToldWithoutData() {
        TestWorkspace workspace = SmallSpace.in(folder);
        workspace.write("tables/wide.yaml", wide(24));
        Called check = workspace.call("check");
        assertThat(check.code()).as(check.out() + check.err()).isEqualTo(2);
        assertThat(check.out()).contains("wide.yaml:", "a single row makes more than 10000000 cells");
        workspace.write("tables/wide.yaml", wide(23));
        assertThat(workspace.call("check").code()).isZero();
    }

    private static String wide(int dimensions) {
        String one = """
                  - id: where
                    label: {fr: "Faculté", en: "Faculty"}
                    levels:
                      - {column: faculty, source: row.solution_id}
                """;
        List<String> all = IntStream.range(0, dimensions)
                .mapToObj(i -> one.replace("where", "d" + i).replace("faculty", "d" + i))
                .toList();
        return SmallSpace.byFaculty("wide", "ENR")
                .replace(one, all.stream().collect(Collectors.joining()))
                .replace("[all, year]", "[all]");
    }
}
