// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dases.impact.jobs.decisions.SampleDecisions.decided;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.dases.impact.jobs.lake.LakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionBookTest {
    @TempDir
    Path folder;

    @Test
    void keepsWhatCouldNotBeWritten() {
        DecisionBook book = new DecisionBook();
        book.note(decided("a"));
        assertThatThrownBy(() -> book.emptyInto(decisions -> {
                    throw new IllegalStateException("disk full");
                }))
                .hasMessage("disk full");
        book.note(decided("b"));
        List<Decided> written = new ArrayList<>();

        book.emptyInto(written::addAll);

        assertThat(written).containsExactly(decided("a"), decided("b"));
        book.emptyInto(written::addAll);
        assertThat(written).hasSize(2);
    }

    @Test
    void aFileThatCannotBeWrittenIsToldWithItsFix() throws IOException {
        Path file = Files.createDirectory(folder.resolve("decisions.pending"));
        assertThatThrownBy(() -> new DecisionBook(file).note(decided("a")))
                .isInstanceOf(LakeException.class)
                .hasMessageContaining("cannot be written down in " + file)
                .hasMessageContaining("run again");
    }

    @Test
    void outlivesARunThatIsKilled() {
        Path file = folder.resolve("restricted/decisions.pending");
        new DecisionBook(file).note(decided("a"));
        DecisionBook next = new DecisionBook(file);
        next.note(decided("b"));
        List<Decided> written = new ArrayList<>();

        next.emptyInto(written::addAll);

        assertThat(written).containsExactly(decided("a"), decided("b"));
        new DecisionBook(file).emptyInto(written::addAll);
        assertThat(written).hasSize(2);
    }

    @Test
    void leavesOutALineThatWasTorn() throws IOException {
        Path file = folder.resolve("decisions.pending");
        new DecisionBook(file).note(decided("a"));
        Files.writeString(file, "\n{\"at\": \"2026-", StandardOpenOption.APPEND);
        new DecisionBook(file).note(decided("b"));
        List<Decided> written = new ArrayList<>();

        new DecisionBook(file).emptyInto(written::addAll);

        assertThat(written).containsExactly(decided("a"), decided("b"));
    }
}
