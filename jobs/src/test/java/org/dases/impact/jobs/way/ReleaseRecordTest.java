// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.dases.impact.jobs.cli.Called;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release has a record, and a record has a release. */
class ReleaseRecordTest {
    private static final String RECORD = "restricted/records/release-1.prov.json";

    @TempDir
    private Path folder;

    @Test
    void aReleaseThatIsNotCommittedHasNoRecordAndOneThatIsGetsIt() throws IOException {
        TestWorkspace workspace = SmallSpace.in(folder);
        Path record = workspace.lake().resolve(RECORD);
        Files.createDirectories(workspace.lake().resolve("published"));
        // A file where the table of releases should be: all is written but the commit that makes it visible.
        Path obstacle = Files.createFile(workspace.lake().resolve("published/releases"));

        assertThat(workspace.run().code()).isNotZero();
        assertThat(workspace.lake().resolve("published/results")).isDirectory();
        assertThat(record).doesNotExist();

        Files.delete(obstacle);
        assertThat(workspace.run().code()).isZero();
        assertThat(record).content().contains("urn:dases:impact:release:1");
        assertThat(records(workspace)).containsExactly("release-1.prov.json");

        aRunThatWasKilledRightAfterTheCommitIsMended(workspace, record);
    }

    private static void aRunThatWasKilledRightAfterTheCommitIsMended(TestWorkspace workspace, Path record)
            throws IOException {
        String text = Files.readString(record);
        Files.move(record, record.resolveSibling("release-1.prov.json.pending"));
        Files.writeString(record.resolveSibling("release-2.prov.json.pending"), "{}");

        Called run = workspace.run();

        assertThat(run.out()).contains("Nothing new: release 1");
        assertThat(record).hasContent(text);
        assertThat(records(workspace)).containsExactly("release-1.prov.json");
    }

    private static Stream<String> records(TestWorkspace workspace) throws IOException {
        try (Stream<Path> files = Files.list(workspace.lake().resolve("restricted/records"))) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
