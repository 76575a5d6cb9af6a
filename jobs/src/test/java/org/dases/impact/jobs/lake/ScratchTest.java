// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
    @TempDir
    private Path folder;

    /** A folder of a process that ended, with a file in it, one of a process that runs, and one of somebody else. */
    @Test
    void onlyItsOwnerEntersAndWhatDeadProcessesLeftIsRemoved() throws Exception {
        Path base = Files.createDirectory(folder.resolve("base"));
        Files.setPosixFilePermissions(base, PosixFilePermissions.fromString("rwxr-xr-x"));
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Path left = Files.createDirectories(base.resolve("spark-" + ended.pid() + "-1/blockmgr"));
        Files.writeString(left.resolve("shuffle.data"), "rows");
        Path running = Files.createDirectory(
                base.resolve("spark-" + ProcessHandle.current().pid() + "-2"));
        Path other = Files.createDirectory(base.resolve("warehouse"));

        Path own = Scratch.folder(base);

        assertThat(base.resolve("spark-" + ended.pid() + "-1")).doesNotExist();
        assertThat(running).exists();
        assertThat(other).exists();
        assertThat(own).isEmptyDirectory().hasParent(base);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(base)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
                .isEqualTo("rwx------");
    }
}
