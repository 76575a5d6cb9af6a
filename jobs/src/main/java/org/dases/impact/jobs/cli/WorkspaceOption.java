// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.nio.file.Path;
import org.dases.impact.jobs.workspace.Workspace;
import picocli.CommandLine.Option;

/** The option that names the workspace. */
final class WorkspaceOption {
    @Option(
            names = {"-w", "--workspace"},
            paramLabel = "DIR",
            descriptionKey = "option.workspace",
            description = "Folder of the workspace; default: the current folder.")
    Path folder = Path.of("");

    /** The workspace; a {@link Failure} with all mistakes when it is broken. */
    Workspace read() {
        return WorkspaceArgument.read(folder);
    }
}
