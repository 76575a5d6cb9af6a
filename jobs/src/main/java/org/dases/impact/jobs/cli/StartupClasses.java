// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs commands once, so that Java can archive their classes for the next start; called by the launcher after a build.
 */
public final class StartupClasses {
    private StartupClasses() {}

    /**
     * Runs help, init and check; or, with a second argument, a whole run of a small made-up data space.
     *
     * @param args an empty folder for the workspace that is made, and {@code spark} where the classes of Spark are
     *     wanted
     */
    public static void main(String[] args) {
        String workspace = Path.of(args[0], "workspace").toString();
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        for (List<String> command : args.length > 1 ? run(workspace) : quick(workspace)) {
            Main.run(command, nowhere, nowhere);
        }
    }

    private static List<List<String>> quick(String workspace) {
        return List.of(
                List.of("--help"),
                List.of("--help", "--lang", "fr"),
                List.of("check", "--help"),
                List.of("init", workspace),
                List.of("check", workspace),
                List.of("check", workspace, "--json"));
    }

    private static List<List<String>> run(String workspace) {
        return List.of(
                List.of("generate", "--out", workspace, "--schools", "20", "--learners", "300", "--records", "5000"),
                List.of("run", workspace),
                List.of("releases", "verify", "--workspace", workspace));
    }
}
