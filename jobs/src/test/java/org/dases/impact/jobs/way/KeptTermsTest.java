// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dases.impact.jobs.cli.Called;
import org.dases.impact.notebooks.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Less is asked for than at the release before: what that one hid stays hidden, and the run says so. */
class KeptTermsTest {
    @TempDir
    private Path folder;

    @Test
    void aSmallerKIsAnsweredWithTheLargerOneOfBefore() throws IOException {
        TestWorkspace workspace = TestWorkspace.copyOf(SmallSpace.released().folder(), folder.resolve("space"));
        workspace.write("impact.yaml", workspace.read("impact.yaml").replaceFirst("learners: 10", "learners: 5"));
        SmallSpace.correctL3(workspace, 71);

        Called run = workspace.run();

        assertThat(run.code()).as(run.out() + run.err()).isZero();
        assertThat(run.out())
                .contains("results: for STU an earlier release held to k = 10, which goes on to hold")
                .doesNotContain("withheld zeros");
        assertThat(heldTo(workspace))
                .as("the k that the certificate names for each indicator")
                .isNotEmpty()
                .containsOnly(10);
        // eight students of S2, six of M2
        List<Figure> small = workspace.published().table("results", 2).rows().stream()
                .filter(row -> List.of("S2", "M2").contains(row.text("course")))
                .toList();
        assertThat(small)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.number("value")).isEmpty());
    }

    private static List<Integer> heldTo(TestWorkspace workspace) throws IOException {
        JsonNode indicators = new ObjectMapper()
                .readTree(workspace.read(".impact/lake/published/certificates/release-2.json"))
                .at("/policy/tables/results/indicators");
        List<Integer> each = new ArrayList<>();
        indicators.forEach(indicator -> each.add(indicator.get("k").asInt()));
        return each;
    }
}
