// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.dases.impact.jobs.TestSpark;
import org.dases.impact.jobs.cli.Called;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a dataset's file may let through. */
class ScreeningTest {
    @Test
    void aColumnOfLookAlikesLandsOnlyWhereTheirKindIsAllowed(@TempDir Path folder) {
        TestWorkspace workspace = new TestWorkspace(folder);
        assertThat(Called.with("init", folder.toString()).code()).isZero();
        workspace.write(
                "data/example/results.csv",
                "eleve;cours;inscrit_le;resultat;salle\nE1;lecture;2025-10-02T08:00:00Z;reussi;06 12 34 56 78\n");

        assertThat(pull(folder).out()).contains("column 'salle' holds values that look like telephone numbers");

        String dataset = workspace.read("datasets/example.yaml");
        workspace.write("datasets/example.yaml", dataset + allow(""));
        assertThat(pull(folder).code()).isEqualTo(2);

        workspace.write("datasets/example.yaml", dataset + allow(", kinds: [phone]"));
        assertThat(pull(folder).code()).isZero();
        assertThat(workspace
                        .restricted("landed/example")
                        .filter("salle = '06 12 34 56 78'")
                        .count())
                .isEqualTo(1);
    }

    private static String allow(String kinds) {
        return "\nscreening: {allow: [{column: salle, because: number of a room" + kinds + "}]}\n";
    }

    private static Called pull(Path folder) {
        TestSpark.session();
        return Called.with("pull", folder.toString(), "--lang", "en");
    }
}
