// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dases.impact.jobs.cli.Main;

/** {@code impact run}, or another command, in a process of its own, which can be killed in the midst of a step. */
final class ChildRun implements AutoCloseable {
    private static final int SIGKILL_EXIT = 128 + 9;
    private static final long PATIENCE_NANOS = 300_000_000_000L;

    private final Process process;
    private final Reader progress;
    private final StringBuilder told = new StringBuilder();

    private ChildRun(Process process) {
        this.process = process;
        this.progress = new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8);
    }

    static ChildRun of(TestWorkspace workspace) {
        return of(workspace, "run");
    }

    static ChildRun of(TestWorkspace workspace, String impact) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> !argument.startsWith("-javaagent"))
                .forEach(command::add);
        // Quicker for so short a life; and progress as on a terminal, which tells when a step begins.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Dimpact.terminal=true", "-cp"));
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.addAll(List.of(Main.class.getName(), impact, workspace.folder().toString(), "--lang", "en"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("TERM", "xterm");
        try {
            return new ChildRun(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until a step has begun. */
    void reach(String step) {
        // the line of what runs now names several steps where these run beside one another
        Pattern running = Pattern.compile("… [^\\r]*" + Pattern.quote(step));
        try {
            while (!running.matcher(told).find()) {
                int next = progress.read();
                if (next < 0) {
                    throw new AssertionError("the run ended before '" + step + "': " + told);
                }
                told.append((char) next);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills with SIGKILL as soon as a file is there, which must be one that the step writes before it is done. */
    void killOnce(Path file) {
        try {
            long until = System.nanoTime() + PATIENCE_NANOS;
            while (!Files.exists(file)) {
                assertThat(process.isAlive())
                        .as("ended before %s was written: %s", file, told)
                        .isTrue();
                assertThat(System.nanoTime()).as("waiting for %s", file).isLessThan(until);
                Thread.sleep(2);
            }
            process.destroyForcibly();
            assertThat(process.waitFor()).as(told.toString()).isEqualTo(SIGKILL_EXIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        progress.close();
    }
}
