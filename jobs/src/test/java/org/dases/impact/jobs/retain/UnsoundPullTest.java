// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.retain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.dases.impact.connectors.contract.ContractFolder;
import org.dases.impact.connectors.policy.OdrlEvaluator;
import org.dases.impact.jobs.TestSpark;
import org.dases.impact.jobs.cli.Called;
import org.dases.impact.jobs.job.JobContext;
import org.dases.impact.jobs.lake.Lake;
import org.dases.impact.jobs.observe.Progress;
import org.dases.impact.jobs.permission.ContractDesk;
import org.dases.impact.jobs.workspace.Workspace;
import org.dases.impact.jobs.workspace.WorkspaceReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of which nobody knows how their pull went, since nothing beside the table says so. */
class UnsoundPullTest {
    private static final String EXAMPLE = "urn:contract:example";

    @TempDir
    private Path folder;

    private Path contract = Path.of("");

    @BeforeEach
    void anExampleWorkspace() {
        assertThat(Called.with("init", folder.toString()).code()).isZero();
        contract = folder.resolve("contracts/example.json");
    }

    @Test
    void ofTwoContractsOneAloneTakesNothingWithIt() throws IOException {
        land(
                "('checkpoint', 'urn:contract:old', timestamp'2026-06-01')",
                "('record', 'urn:contract:old', timestamp'2026-06-01')",
                "('record', '" + EXAMPLE + "', timestamp'2026-06-01')");

        RetainReport plan = job(Set.of("urn:contract:old")).plan();
        RetainReport report = job(Set.of("urn:contract:old")).run();

        assertWaits(plan);
        assertWaits(report);
        assertThat(landed()).isEqualTo(3);
        assertThat(job(Set.of()).overdue()).containsKey("example");

        Files.writeString(
                contract, Files.readString(contract).replace("\"status\": \"signed\"", "\"status\": \"revoked\""));
        RetainReport all = job(Set.of("urn:contract:old")).run();

        assertThat(all.unclear()).isEmpty();
        assertThat(all.purged()).extracting(Purged::cause).containsExactlyInAnyOrder(Cause.NO_CONTRACT, Cause.REVOKED);
        assertThat(table()).doesNotExist();
    }

    @Test
    void oldRowsTakeNoYoungOnesWithThem() {
        land(
                "('record', '" + EXAMPLE + "', timestamp'2020-06-01')",
                "('record', '" + EXAMPLE + "', timestamp'2026-06-01')");

        assertWaits(job(Set.of()).run());
        assertThat(landed()).isEqualTo(2);
    }

    private static void assertWaits(RetainReport report) {
        assertThat(report.purged()).isEmpty();
        assertThat(report.unclear())
                .singleElement()
                .satisfies(reason -> assertThat(reason).contains("only a part", "Run 'impact pull' first"));
    }

    private void land(String... rows) {
        TestSpark.session()
                .sql("select col1 as _kind, col2 as _contract_id, col3 as _pulled_at, repeat('0', 64) as"
                        + " _contract_sha256 from values " + String.join(", ", rows))
                .write()
                .format("delta")
                .save(table().toString());
    }

    private Path table() {
        return folder.resolve(".impact/lake/restricted/landed/example");
    }

    private long landed() {
        return TestSpark.session()
                .read()
                .format("delta")
                .load(table().toString())
                .count();
    }

    private RetainJob job(Set<String> gone) {
        Workspace workspace = new WorkspaceReader(java.util.Map.of())
                .read(folder)
                .match(read -> read, problems -> {
                    throw new AssertionError(problems.toString());
                });
        ContractDesk desk =
                new ContractDesk(workspace, ContractFolder.read(folder.resolve("contracts")), new OdrlEvaluator());
        Clock clock = Clock.fixed(Instant.parse("2026-06-15T12:00:00Z"), ZoneOffset.UTC);
        return new RetainJob(
                new JobContext(
                        TestSpark.session(), new Lake(workspace.lake()), workspace, desk, clock, Progress.SILENT),
                gone);
    }
}
