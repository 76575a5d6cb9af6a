// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.dases.impact.jobs.cli.Called;
import org.dases.impact.jobs.refresh.LoopbackService;
import org.dases.impact.jobs.release.ReleaseOutcome;
import org.dases.impact.jobs.run.RunReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a provider takes back between pull and release is not published, although its file was good at the pull. */
class RevokedAtTheServiceTest {
    @TempDir
    private Path folder;

    @Test
    void keepsTheReleaseBack() {
        try (LoopbackService service = new LoopbackService()) {
            TestWorkspace workspace = SmallSpace.in(folder.resolve("space"));
            workspace.write("impact.yaml", workspace.read("impact.yaml") + """

                    contract-service:
                      max-age-hours: 24
                      prometheus-x: {url: "%s"}
                    """.formatted(service.url()));
            SmallSpace.DATASETS.forEach(name -> service.has("urn:contract:" + name, SmallSpace.contract(name)));
            Called refreshed =
                    Called.with("contracts", "refresh", "-w", workspace.folder().toString());
            assertThat(refreshed.code()).as(refreshed.out()).isZero();

            RunReport report = workspace.runWith(step -> {
                if (step.equals("gate")) {
                    service.has(
                            "urn:contract:south",
                            SmallSpace.contract("south").replace("\"status\": \"signed\"", "\"status\": \"revoked\""));
                }
            });

            assertThat(report.pulled()).hasSize(2);
            assertThat(report.left()).isEmpty();
            assertThat(report.worst()).isEqualTo(RunReport.Worst.CONTRACT);
            assertThat(report.released().orElseThrow()).isNotInstanceOf(ReleaseOutcome.Released.class);
            assertThat(report.released().orElseThrow().left())
                    .allSatisfy(each -> assertThat(each.message()).contains("The contract has been revoked."));
            assertThat(workspace.read("contracts/south.json")).contains("\"revoked\"");
        }
    }
}
