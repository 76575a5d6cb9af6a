// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/**
 * Folders that nobody but their owner enters, whatever the umask. What lies below is out of others' reach too, also
 * files that Spark writes by rights of its own. Where the file system knows no such rights, its own hold.
 */
final class OwnerOnly {
    private static final Set<PosixFilePermission> RIGHTS = PosixFilePermissions.fromString("rwx------");

    private OwnerOnly() {}

    /** Makes the folder, or closes one that was made more open. */
    static void folder(Path folder) throws IOException {
        Path parent = Objects.requireNonNull(folder.toAbsolutePath().getParent());
        Files.createDirectories(parent);
        if (!Files.getFileStore(parent).supportsFileAttributeView("posix")) {
            Files.createDirectories(folder);
            return;
        }
        if (!Files.exists(folder)) {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(RIGHTS));
        }
        if (!RIGHTS.containsAll(Files.getPosixFilePermissions(folder))) {
            close(folder);
        }
    }

    private static void close(Path folder) {
        try {
            Files.setPosixFilePermissions(folder, RIGHTS);
        } catch (IOException e) {
            throw LakeException.open(folder.toString(), e);
        }
    }
}
