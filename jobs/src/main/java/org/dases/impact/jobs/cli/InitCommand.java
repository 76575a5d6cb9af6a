// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dases.impact.jobs.workspace.WorkspaceTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes a commented workspace to start from. */
@Command(name = "init", description = "Write a commented workspace with recommended values.")
final class InitCommand extends PlainCommand {
    @Parameters(
            index = "0",
            paramLabel = "DIR",
            descriptionKey = "init.dir",
            description = "Folder to write; is made when missing.")
    Path folder = Path.of("");

    @Override
    void run(Console console) {
        Optional<String> existing = WorkspaceTemplate.inTheWay(folder);
        if (existing.isPresent()) {
            throw Failure.configuration(console.messages().text("init.exists", folder, existing.get()));
        }
        List<String> written = write(console);
        console.json(written);
        written.forEach(file -> console.print("  " + file));
        console.say("init.done", folder);
    }

    private List<String> write(Console console) {
        try {
            return WorkspaceTemplate.writeTo(folder);
        } catch (UncheckedIOException e) {
            throw Failure.configuration(console.messages()
                    .text(
                            "init.unwritable",
                            folder,
                            Objects.requireNonNullElse(e.getCause(), e)
                                    .getClass()
                                    .getSimpleName()));
        }
    }
}
