// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    @Test
    void speaksTheLanguageOfWhoWatches() {
        Progress french = new ConsoleProgress(new PrintWriter(err), false, Messages.in(Locale.FRENCH));
        try (Progress.Step pull = french.step("pull lms-a", 4);
                Progress.Step conform = french.step("conform lms-a", 0);
                Progress.Step gate = french.step("gate", 0)) {
            gate.advance(1);
            pull.advance(2);
            pull.done("~120 records, <10 rejected");
            conform.done("~110 records, ~230 rows, <10 in quarantine");
        }

        assertThat(lines())
                .containsExactly(
                        "  collecter lms-a  50 %",
                        "✓ collecter lms-a : ~120 enregistrements, dont <10 rejetés",
                        "✓ mettre en forme lms-a : ~110 enregistrements, ~230 lignes, <10 en quarantaine",
                        "✗ contrôle de diffusion : inachevé");
    }

    /** The words that jobs begin a step with, as they stand in the program. */
    @Test
    void everyStepHasAFrenchName() throws IOException {
        Pattern begun = Pattern.compile("\\.step\\(\\s*\"([^\"]+)\"(\\s*\\+)?");
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                Matcher found = begun.matcher(Files.readString(file));
                while (found.find()) {
                    names.add(found.group(1) + (found.group(2) == null ? "" : "x"));
                }
            }
        }
        Messages french = Messages.in(Locale.FRENCH);
        assertThat(names)
                .contains("start Spark", "pull x", "publish release x")
                .allSatisfy(name -> assertThat(french.heading(name)).isNotEqualTo(name));
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
