// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a workspace.
 *
 * @param path absolute folder
 */
record WorkspaceFolder(Path path) {

    /** Files of a sub-folder with a given ending, sorted; names relative to the workspace, with {@code /}. */
    List<String> list(String folder, String ending, List<Problem> problems) {
        Path directory = path.resolve(folder);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
            names.stream()
                    .filter(name -> !name.endsWith(ending))
                    .filter(name -> name.endsWith(".yml") || name.endsWith(".yaml") || name.endsWith(".json"))
                    .forEach(name -> problems.add(new Problem(
                            folder + "/" + name, 1, 1, "files in " + folder + " end with " + ending, "Rename it.")));
            return names.stream()
                    .filter(name -> name.endsWith(ending))
                    .map(name -> folder + "/" + name)
                    .toList();
        } catch (IOException e) {
            problems.add(new Problem(
                    folder,
                    1,
                    1,
                    "the folder cannot be read (" + e.getClass().getSimpleName() + ")",
                    "Check its permissions."));
            return List.of();
        }
    }
}
