// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command that is stopped by a signal says so, calls it no defect, and leaves nothing half written. */
class InterruptionTest {
    private static final int SIGTERM_EXIT = 128 + 15;
    private static final int CODES = 460;

    @TempDir
    Path folder;

    @Test
    void theGateIsStopped() throws IOException, InterruptedException {
        StringBuilder rows = new StringBuilder("x,y,freq\n");
        StringBuilder codes = new StringBuilder();
        for (int x = 0; x < CODES; x++) {
            codes.append(x == 0 ? "" : ",").append('"').append(x).append('"');
            for (int y = 0; y < CODES; y++) {
                rows.append(x)
                        .append(',')
                        .append(y)
                        .append(',')
                        .append((x * 7 + y * 13) % 23)
                        .append('\n');
            }
        }
        Path cells = Files.writeString(folder.resolve("t.csv"), rows);
        Path hierarchies = Files.writeString(
                folder.resolve("h.json"),
                "{\"x\":{\"cols\":[\"x\"],\"tree\":{\"Total\":[" + codes
                        + "]}},\"y\":{\"cols\":[\"y\"],\"tree\":{\"Total\":[" + codes + "]}}}");
        Path out = folder.resolve("out.csv");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Main.class.getName(),
                        "gate",
                        cells.toString(),
                        hierarchies.toString(),
                        "--k=10",
                        "--lang=en",
                        "--out=" + out))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            // the first thing that is said: the table is being read
            BufferedReader errors = process.errorReader(StandardCharsets.UTF_8);
            assertThat(errors.readLine()).contains("cells: it may take an hour");
            process.toHandle().destroy();

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            String said = errors.lines().collect(Collectors.joining("\n"));
            assertThat(process.exitValue()).as(said).isEqualTo(SIGTERM_EXIT);
            assertThat(said)
                    .contains(
                            "Interrupted. Nothing was written or published that is not whole; give the command again.")
                    .doesNotContain("defect");
            try (var files = Files.list(folder)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrder("h.json", "t.csv");
            }
        } finally {
            process.destroyForcibly();
        }
    }

    /** A command that fails while the program ends. */
    static final class Late {
        private Late() {}

        public static void main(String[] args) {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> System.out.println("said: "
                            + ErrorsTest.fail(() -> new NoClassDefFoundError("x"), Locale.ENGLISH)
                                    .err()
                            + ".")));
            System.exit(0);
        }
    }

    @Test
    void whatFailsMeanwhileIsNoDefect() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Late.class.getName()))
                .start();

        String said = process.inputReader(StandardCharsets.UTF_8).lines().collect(Collectors.joining("\n"));

        assertThat(process.waitFor()).isZero();
        assertThat(said).isEqualTo("said: .");
    }
}
