// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a secret lies; never the secret itself.
 *
 * @param kind where to look
 * @param name path of the file (relative to the workspace) or name of the environment variable
 */
public record SecretReference(Kind kind, String name) {
    /** Where a secret may lie. */
    public enum Kind {
        /** In a file. */
        FILE,
        /** In an environment variable. */
        ENV
    }

    static SecretReference of(String reference) {
        return reference.startsWith("env:")
                ? new SecretReference(Kind.ENV, reference.substring(4))
                : new SecretReference(Kind.FILE, reference.substring("file:".length()));
    }

    /**
     * The file that holds the secret.
     *
     * @param folder folder of the workspace
     * @return absolute path; empty for an environment variable
     */
    public Optional<Path> file(Path folder) {
        return kind == Kind.FILE
                ? Optional.of(folder.resolve(name).toAbsolutePath().normalize())
                : Optional.empty();
    }

    /**
     * Reads the secret.
     *
     * @param folder folder of the workspace
     * @param environment environment variables
     * @return the secret without white space around it; empty when there is none
     * @throws IOException when the file is there and cannot be read
     */
    public Optional<String> read(Path folder, Map<String, String> environment) throws IOException {
        Optional<Path> file = file(folder);
        if (file.isPresent() && !Files.exists(file.get())) {
            return Optional.empty();
        }
        String secret = file.isPresent()
                ? Files.readString(file.get(), StandardCharsets.UTF_8)
                : environment.getOrDefault(name, "");
        return Optional.of(secret.strip()).filter(text -> !text.isEmpty());
    }

    /**
     * Makes a new random secret of 256 bits where the file is not there yet; readable by its owner only.
     *
     * @param folder folder of the workspace
     * @return whether a secret was made; false when there is one or it is not in a file
     * @throws IOException when it cannot be written
     */
    public boolean create(Path folder) throws IOException {
        Optional<Path> file = file(folder);
        if (file.isEmpty() || Files.exists(file.get())) {
            return false;
        }
        Files.createDirectories(Objects.requireNonNull(file.get().getParent()));
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    file.get(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        Files.writeString(file.get(), HexFormat.of().formatHex(key) + "\n");
        return true;
    }

    /**
     * The reference as written in files.
     *
     * @return {@code file:PATH} or {@code env:NAME}
     */
    public String text() {
        return (kind == Kind.FILE ? "file:" : "env:") + name;
    }
}
