// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs commands once, so that Java can archive their classes for the next start; called by the launcher after a build.
 */
public final class StartupClasses {
    /** Secrets and others to hide them among, of which bounds are to be widened and one is known to a single school. */
    private static final String TABLE = """
            place,town,sex,freq,n_contrib,n_prov
            A,A1,F,3,1,1
            A,A1,M,4,2,1
            A,A2,F,12,2,1
            A,A2,M,15,3,2
            A,A3,F,30,3,2
            A,A3,M,11,1,1
            B,B1,F,2,1,1
            B,B1,M,25,2,2
            B,B2,F,18,2,1
            B,B2,M,40,4,2
            B,B3,F,14,2,1
            B,B3,M,13,2,2
            """;

    private static final String TREE = """
            {
             "place": {"cols": ["place", "town"],
              "tree": {"Total": ["A", "B"], "A": ["A1", "A2", "A3"], "B": ["B1", "B2", "B3"]}},
             "sex": {"cols": ["sex"], "tree": {"Total": ["F", "M"]}}
            }
            """;

    private StartupClasses() {}

    /**
     * Runs help, init, check, gate and audit; or, with a second argument, pulls the data of a small made-up data space:
     * most classes of Spark are in use by then, and a whole run takes five times as long.
     *
     * @param args an empty folder for the workspace that is made, and {@code spark} where the classes of Spark are
     *     wanted
     * @throws IOException if the table for the gate cannot be written
     */
    public static void main(String[] args) throws IOException {
        String workspace = Path.of(args[0], "workspace").toString();
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        for (List<String> command : args.length > 1 ? pull(workspace) : quick(Path.of(args[0]), workspace)) {
            Main.run(command, nowhere, nowhere);
        }
    }

    private static List<List<String>> quick(Path folder, String workspace) throws IOException {
        String table = Files.writeString(folder.resolve("table.csv"), TABLE).toString();
        String tree = Files.writeString(folder.resolve("tree.json"), TREE).toString();
        String first = folder.resolve("first.csv").toString();
        String second = folder.resolve("second.csv").toString();
        return List.of(
                List.of("--help"),
                List.of("--help", "--lang", "fr"),
                List.of("check", "--help"),
                List.of("init", workspace),
                List.of("check", workspace),
                List.of("check", workspace, "--json"),
                List.of("gate", table, tree, "--k", "10", "--out", first),
                List.of("gate", table, tree, "--k", "10", "--previous", first, "--out", second),
                List.of("audit", second, tree, "--k", "10"));
    }

    private static List<List<String>> pull(String workspace) {
        return List.of(
                List.of("generate", "--out", workspace, "--schools", "20", "--learners", "300", "--records", "5000"),
                List.of("pull", workspace),
                List.of("contracts", "log", "--workspace", workspace));
    }
}
