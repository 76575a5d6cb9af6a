// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the quick commands once, so that Java can archive their classes for the next start; called by the launcher after
 * a build.
 */
public final class StartupClasses {
    private StartupClasses() {}

    /**
     * Runs help, init and check.
     *
     * @param args an empty folder for the workspace that is made and checked
     */
    public static void main(String[] args) {
        String workspace = Path.of(args[0], "workspace").toString();
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        for (List<String> command : List.of(
                List.of("--help"),
                List.of("--help", "--lang", "fr"),
                List.of("check", "--help"),
                List.of("init", workspace),
                List.of("check", workspace),
                List.of("check", workspace, "--json"))) {
            Main.run(command, nowhere, nowhere);
        }
    }
}
