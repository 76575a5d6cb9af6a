// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Where log messages go: to {@code .impact/log} of the workspace, and with {@code --verbose} to the error stream too.
 * Set before the first class that logs is loaded, since logging reads its configuration once.
 */
final class Logs {
    private static final String FOLDER = "impact.log.folder";
    private static final String CONSOLE = "impact.log.console";

    private Logs() {}

    /** Says where the configuration is; before anything else, since whatever logs first fixes it for good. */
    static void configure() {
        if (System.getProperty("log4j2.configurationFile") == null) {
            System.setProperty("log4j2.configurationFile", "classpath:org/dases/impact/jobs/cli/log4j2.properties");
        }
    }

    static void verbose(boolean verbose) {
        System.setProperty(CONSOLE, verbose ? "INFO" : "OFF");
    }

    /** Nothing is written for a folder that is no workspace. */
    static void into(Path workspace) {
        if (Files.isRegularFile(workspace.resolve("impact.yaml"))) {
            System.setProperty(
                    FOLDER, workspace.toAbsolutePath().resolve(".impact/log").toString());
        }
    }

    /** Writes where an exception came from and says in which file; shows it where no file can be written. */
    static void keep(Throwable thrown, PrintWriter err, Messages messages) {
        trace(thrown)
                .ifPresentOrElse(
                        file -> err.println(messages.text("error.trace", file)), () -> err.print(text(thrown)));
        err.flush();
    }

    /**
     * Writes where an exception came from. Messages of others may hold values of records, so only our own are kept.
     *
     * @return the file; empty when there is no folder to write to
     */
    private static Optional<Path> trace(Throwable thrown) {
        String folder = System.getProperty(FOLDER);
        if (folder == null) {
            return Optional.empty();
        }
        Path file = Path.of(folder, "error-" + Instant.now().toEpochMilli() + ".txt");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text(thrown));
            return Optional.of(file);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String text(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            String name = each.getClass().getName();
            text.append(name);
            if (name.startsWith("org.dases.impact.")) {
                text.append(": ").append(each.getMessage());
            }
            text.append('\n');
            for (StackTraceElement element : each.getStackTrace()) {
                text.append("    at ").append(element).append('\n');
            }
        }
        return text.toString();
    }
}
