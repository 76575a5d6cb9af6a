// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    Path folder;

    @Test
    void whatFailsHalfWayLeavesTheFileOfBeforeAndNothingElse() throws IOException {
        Path file = folder.resolve("t.csv");
        Files.writeString(file, "before");

        assertThatThrownBy(() -> WholeFile.write(file, out -> {
                    // More than any buffer holds, so that a part of it is on the disk.
                    out.write("half ".repeat(100_000));
                    throw new IOException("disk full");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");

        assertThat(file).hasContent("before");
        assertThat(folder.toFile().list()).containsExactly("t.csv");
    }

    @Test
    void theFileIsNotThereBeforeItIsWhole() throws IOException {
        Path file = folder.resolve("t.csv");

        assertThat(WholeFile.write(file, out -> {
                    out.write("half ".repeat(100_000));
                    out.flush();
                    assertThat(file).doesNotExist();
                    out.write("whole");
                }))
                .isTrue();

        assertThat(Files.readString(file)).isEqualTo("half ".repeat(100_000) + "whole");
    }

    @Test
    void whoeverMayReadTheFolderMayReadTheFile() throws IOException {
        Path own = Files.writeString(folder.resolve("own"), "x");

        WholeFile.write(folder.resolve("t.csv"), out -> out.write("x"));

        assertThat(Files.getPosixFilePermissions(folder.resolve("t.csv")))
                .isEqualTo(Files.getPosixFilePermissions(own));
    }
}
