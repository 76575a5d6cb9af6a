// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.dases.impact.jobs.observe.Progress;
import org.dases.impact.jobs.workspace.Dataset;
import org.dases.impact.jobs.workspace.Problem;
import org.dases.impact.jobs.workspace.Workspace;
import org.dases.impact.jobs.workspace.WorkspaceReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The workspaces that come with the product are read without a complaint. */
class DemoWorkspaceTest {

    @Test
    void nothingIsWrongWithTheGeneratedWorkspace(@TempDir Path folder) {
        Generator.generate(new GenerateRequest(1, 12, 200, 2_000, folder), Progress.SILENT);

        assertThat(read(folder).datasets())
                .extracting(Dataset::name)
                .containsExactly(
                        "edtech-a-homework",
                        "edtech-a-traces",
                        "edtech-b-feedback",
                        "edtech-b-guidance",
                        "edtech-b-traces",
                        "edtech-b-tutoring",
                        "pupil-lists",
                        "school-directory",
                        "university-enrolments",
                        "university-placement");
    }

    @ParameterizedTest
    @CsvSource({"oulad", "oulad/quirks", "fun-mooc", "dases-lms"})
    void nothingIsWrongWithTheExamples(String example) {
        Path folder = Path.of("..", "examples").resolve(example);

        assertThat(read(folder).datasets()).hasSize(1);
    }

    private static Workspace read(Path folder) {
        return new WorkspaceReader(Map.of()).read(folder).match(workspace -> workspace, problems -> {
            throw new AssertionError(
                    String.join("\n", problems.stream().map(Problem::text).toList()));
        });
    }
}
