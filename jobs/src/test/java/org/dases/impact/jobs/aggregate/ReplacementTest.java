// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table that cannot be replaced, here since it is a folder, leaves all as it was. */
class ReplacementTest {
    @TempDir
    Path folder;

    private Path table;

    @BeforeEach
    void writeNew() throws IOException {
        table = folder.resolve("t.csv");
        Files.createDirectories(table.resolve("full"));
        Files.writeString(folder.resolve("t.csv.unfinished"), "new");
        Files.writeString(folder.resolve("t.csv.restricted.unfinished"), "new");
    }

    private void fail() {
        assertThatThrownBy(() -> new Replacement(table, Optional.empty()).replace(false, 1))
                .isInstanceOf(IOException.class)
                .hasNoSuppressedExceptions();
    }

    @Test
    void theRestrictedFileIsTheEarlierOneAgain() throws IOException {
        Path restricted = Files.writeString(folder.resolve("t.csv.restricted"), "old");
        fail();
        assertThat(restricted).hasContent("old");
        assertThat(folder.resolve("t.csv.1")).doesNotExist();
        assertThat(folder.resolve("t.csv.1.restricted")).doesNotExist();
    }

    @Test
    void noRestrictedFileIsLeftWhereNoneWas() {
        fail();
        assertThat(folder.resolve("t.csv.restricted")).doesNotExist();
        assertThat(folder.resolve("t.csv.1")).doesNotExist();
    }
}
