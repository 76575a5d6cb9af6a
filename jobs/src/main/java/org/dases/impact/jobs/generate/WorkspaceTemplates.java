// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Copies the demonstration's workspace files, which lie beside this class as resources. */
public final class WorkspaceTemplates {
    private static final String ROOT = "workspace/";
    /** One path a line, since a jar cannot be listed like a folder. */
    private static final String INDEX = ROOT + "index.txt";

    private WorkspaceTemplates() {}

    static List<String> paths() {
        try (InputStream in = open(INDEX)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Copies them, without data.
     *
     * @param folder folder of the workspace; files of the same names are replaced
     * @throws UncheckedIOException when a file cannot be written
     */
    public static void write(Path folder) {
        for (String path : paths()) {
            Path to = folder.resolve(path);
            try (InputStream in = open(ROOT + path)) {
                Files.createDirectories(to.toAbsolutePath().getParent());
                Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static InputStream open(String resource) {
        InputStream in = WorkspaceTemplates.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("resource " + resource + " is missing from the build");
        }
        return in;
    }
}
