// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dases.impact.jobs.observe.Progress;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {
    private final StringWriter err = new StringWriter();

    @Test
    void printsALinePerQuarterAndOneAtTheEndWhereNobodyWatches() {
        try (Progress.Step step = progress(false).step("pull lms-a", 1_000)) {
            for (int i = 0; i < 1_000; i++) {
                step.advance(1);
            }
            step.done("1 000 records");
        }

        assertThat(lines())
                .containsExactly(
                        "  pull lms-a  25 %",
                        "  pull lms-a  50 %", "  pull lms-a  75 %", "✓ pull lms-a: 1 000 records");
    }

    @Test
    void skipsQuartersThatALargeStepJumpsOver() {
        try (Progress.Step step = progress(false).step("pull", 4)) {
            step.advance(3);
            step.done("");
        }

        assertThat(lines()).containsExactly("  pull  75 %", "✓ pull");
    }

    @Test
    void saysThatAStepWasNotFinished() {
        try (Progress.Step step = progress(false).step("release", 0)) {
            step.advance(5);
        }

        assertThat(lines()).containsExactly("✗ release: not finished");
    }

    @Test
    void rewritesOneLineOnATerminal() {
        try (Progress.Step step = progress(true).step("pull", 10)) {
            step.done("");
        }

        assertThat(err.toString()).startsWith("\r\u001B[K… pull  0 %\r\u001B[K✓ pull");
        assertThat(err.toString()).containsOnlyOnce(System.lineSeparator());
    }

    @Test
    void namesAllThatRunBesideOneAnotherAndGoesOnNamingWhatIsNotDone() {
        Progress progress = progress(true);
        try (Progress.Step pull = progress.step("pull a", 0);
                Progress.Step beside = progress.step("pull b", 0)) {
            beside.done("");
            pull.done("");
        }

        assertThat(err.toString().replaceAll("  \\(.* s\\)", "").replace(System.lineSeparator(), "\n"))
                .isEqualTo("\r\u001B[K… pull a"
                        + "\r\u001B[K… pull a, pull b"
                        + "\r\u001B[K✓ pull b\n"
                        + "\r\u001B[K… pull a"
                        + "\r\u001B[K✓ pull a\n");
    }

    @Test
    void linesOfStepsThatRunBesideOneAnotherStayWhole() throws InterruptedException {
        Progress progress = progress(false);
        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(number -> new Thread(() -> {
                    for (int i = 0; i < 200; i++) {
                        try (Progress.Step step = progress.step("pull " + number, 0)) {
                            step.done("done");
                        }
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(lines()).hasSize(800).allMatch(line -> line.matches("✓ pull [0-3]: done"));
    }

    private Progress progress(boolean terminal) {
        return new ConsoleProgress(new PrintWriter(err), terminal, Messages.in(Locale.ENGLISH));
    }

    /** Without the seconds, which differ from run to run. */
    private List<String> lines() {
        return err.toString()
                .lines()
                .map(line -> line.replaceAll("  \\(.* s\\)$", ""))
                .toList();
    }
}
