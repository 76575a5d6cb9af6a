// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The commented workspace that {@code impact init} writes. */
public final class WorkspaceTemplate {
    private static final String KEY = ".impact/secret/pseudonym.key";

    private static final List<String> FILES = List.of(
            SettingsFile.NAME,
            "contracts/example.json",
            "datasets/example.yaml",
            "tables/success_by_course.yaml",
            "data/example/results.csv");

    private WorkspaceTemplate() {}

    /**
     * Looks for what would be overwritten.
     *
     * @param folder folder to write to
     * @return the first file that is there already; empty when writing is safe
     */
    public static Optional<String> inTheWay(Path folder) {
        return FILES.stream().filter(file -> Files.exists(folder.resolve(file))).findFirst();
    }

    /**
     * Writes the workspace with a new random key for its pseudonyms; overwrites nothing.
     *
     * @param folder folder to write to, made when missing
     * @return the files written, relative to the folder
     * @throws UncheckedIOException when a file is there already or cannot be written
     */
    public static List<String> writeTo(Path folder) {
        try {
            for (String file : FILES) {
                Path target = folder.resolve(file);
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                try (InputStream in = open(file)) {
                    Files.copy(in, target);
                }
            }
            SecretReference.of("file:" + KEY).create(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return FILES;
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(WorkspaceTemplate.class.getResourceAsStream("template/" + file), file);
    }
}
