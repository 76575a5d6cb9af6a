// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");

    @TempDir
    private Path common;

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    /** What nobody locks was left by a process that is no more; what this process locks is in use. */
    @Test
    void onlyItsOwnerEntersAndWhatEndedProcessesLeftIsRemoved() throws IOException {
        Path own = Files.createDirectory(common.resolve("own"));
        Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path left = Files.createDirectories(own.resolve("spark-1/blockmgr"));
        Files.writeString(left.resolve("shuffle.data"), "rows");
        Files.createFile(own.resolve("spark-1.lock"));
        Files.createFile(own.resolve("spark-2.lock"));
        Path other = Files.createDirectory(own.resolve("other"));

        Path first = Scratch.folder(common, own);
        Files.writeString(first.resolve("shuffle.data"), "rows");
        Path second = Scratch.folder(common, own);

        assertThat(own.resolve("spark-1")).doesNotExist();
        assertThat(own.resolve("spark-1.lock")).doesNotExist();
        assertThat(own.resolve("spark-2.lock")).doesNotExist();
        assertThat(other).exists();
        assertThat(first.resolve("shuffle.data")).as("in use").exists();
        assertThat(second).isEmptyDirectory().hasParent(own).isNotEqualTo(first);
        assertThat(rights(own)).isEqualTo("rwx------");
    }

    /** Root may write there all the same; who may not give files away cannot try. */
    @Test
    void whereTheFolderIsSomebodyElsesAnotherOneIsMade() throws IOException {
        Path own = Files.createDirectory(common.resolve("own"), PosixFilePermissions.asFileAttribute(OWNER));
        UserPrincipal somebody =
                common.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        assumeThatCode(() -> Files.setOwner(own, somebody)).doesNotThrowAnyException();

        Path folder = Scratch.folder(common, own);

        assertThat(folder).isEmptyDirectory().hasParent(common);
        assertThat(own).isEmptyDirectory();
    }

    /** A file that is in the way of a folder cannot be removed as one. */
    @Test
    void whatCannotBeRemovedStays() throws IOException {
        Path own = Files.createDirectory(common.resolve("own"), PosixFilePermissions.asFileAttribute(OWNER));
        Files.createDirectory(own.resolve("spark-1.lock"));

        assertThat(Scratch.folder(common, own)).isEmptyDirectory().hasParent(own);
        assertThat(own.resolve("spark-1.lock")).exists();
    }

    @Test
    void whereTheFolderIsALinkAnotherOneIsMade() throws IOException {
        Path somewhere = Files.createDirectory(common.resolve("somewhere"));
        Files.setPosixFilePermissions(somewhere, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path link = Files.createSymbolicLink(common.resolve("own"), somewhere);

        Path folder = Scratch.folder(common, link);

        assertThat(folder).isEmptyDirectory().hasParent(common);
        assertThat(rights(folder)).isEqualTo("rwx------");
        assertThat(rights(somewhere)).isEqualTo("rwxr-xr-x");
    }
}
