// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dases.impact.jobs.lake.Lake;
import org.dases.impact.jobs.observe.Discreet;
import org.dases.impact.jobs.release.ReleaseOutcome;
import org.dases.impact.jobs.run.RunReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A fault within the gate must be found again by whoever corrects it, and tell nothing about a cell. */
class GateFaultTest {
    private static final String ROW = "cohort [Corse, lycée 2A] has 3 learners";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void itsPlaceGoesToTheRestrictedLogWithoutAnyDataOfRows(boolean json) throws IOException {
        Throwable fault = new IllegalStateException(ROW, new ArithmeticException(ROW));

        ExitCode code = summarise(Optional.of(fault), json);

        assertThat(code).isEqualTo(ExitCode.GATE);
        assertThat(log()).hasSize(1);
        Path file = log().get(0);
        assertThat(Files.readString(file))
                .contains(
                        "java.lang.IllegalStateException\n    at " + getClass().getName() + ".itsPlaceGoes",
                        "java.lang.ArithmeticException\n    at ")
                .doesNotContain("Corse", "lycée", "learners");
        assertThat(err.toString()).isEqualToIgnoringNewLines("Where it happened: " + file);
        assertThat(out.toString()).contains("the gate failed").doesNotContain("Corse", "learners");
    }

    @Test
    void aRefusalWithoutAFaultWritesNoLog() throws IOException {
        summarise(Optional.empty(), false);

        assertThat(log()).isEmpty();
        assertThat(err.toString()).isEmpty();
    }

    private ExitCode summarise(Optional<Throwable> fault, boolean json) throws IOException {
        Files.writeString(folder.resolve("impact.yaml"), "");
        Logs.into(folder);
        Console console =
                new Console(new PrintWriter(out), new PrintWriter(err), json, false, Messages.in(Locale.ENGLISH));
        RunReport report = new RunReport(
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                Optional.of(new ReleaseOutcome.Refused(List.of("the gate failed (IllegalStateException)"), fault)));
        new RunSummary(console, new Lake(folder.toString()), new Discreet(10)).print(report);
        return RunSummary.code(report);
    }

    private List<Path> log() throws IOException {
        Path log = folder.resolve(".impact/log");
        if (!Files.exists(log)) {
            return List.of();
        }
        try (var files = Files.list(log)) {
            return files.toList();
        }
    }
}
