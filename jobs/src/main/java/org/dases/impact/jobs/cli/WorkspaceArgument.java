// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.nio.file.Path;
import java.util.List;
import org.dases.impact.jobs.workspace.Problem;
import org.dases.impact.jobs.workspace.Workspace;
import org.dases.impact.jobs.workspace.WorkspaceReader;
import org.dases.impact.jobs.workspace.WorkspaceReading;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The workspace as an argument or as an option, whichever the caller prefers. */
final class WorkspaceArgument {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "DIR",
            descriptionKey = "option.workspace",
            description = "Folder of the workspace; default: the current folder.")
    @Nullable Path argument;

    @Option(
            names = {"-w", "--workspace"},
            paramLabel = "DIR",
            descriptionKey = "option.workspace.same",
            description = "The same as DIR.")
    @Nullable Path option;

    Path folder() {
        if (argument != null && option != null && !argument.equals(option)) {
            throw Failure.configuration(
                    "The workspace is named twice: " + argument + " and -w " + option + ". Name it once.");
        }
        return argument != null ? argument : option != null ? option : Path.of("");
    }

    /** The workspace; a {@link Failure} with all mistakes when it is broken. */
    Workspace read() {
        return read(folder());
    }

    static WorkspaceReading reading(Path folder) {
        Logs.into(folder);
        return new WorkspaceReader(System.getenv()).read(folder);
    }

    static Workspace read(Path folder) {
        return reading(folder).match(workspace -> workspace, problems -> {
            throw new Failure(ExitCode.CONFIGURATION, lines(problems), null);
        });
    }

    static List<String> lines(List<Problem> problems) {
        return problems.stream().map(Problem::text).toList();
    }
}
