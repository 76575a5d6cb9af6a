// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLeaseTest {
    private static final int FREE = 0;
    private static final int HELD = 7; // not the code of a process that fails

    @TempDir
    Path folder;

    /** Closing any channel on a locked file gives the lock up: a refused attempt must not let other processes in. */
    @Test
    void aRefusedAttemptOfTheSameProcessLeavesTheLockInPlace() throws IOException, InterruptedException {
        Lake lake = new Lake(folder.toString());
        RunLease first = RunLease.take(lake, Duration.ZERO, Clock.systemUTC());
        assertThatThrownBy(() -> RunLease.take(lake, Duration.ZERO, Clock.systemUTC()))
                .isInstanceOf(LakeException.class)
                .hasMessageContaining("this process");
        assertThat(askedByAnotherProcess()).isEqualTo(HELD);
        first.close();
        assertThat(askedByAnotherProcess()).isEqualTo(FREE);
        RunLease.take(lake, Duration.ZERO, Clock.systemUTC()).close();
    }

    /** Whoever may enter the folder could read what lies in it, whatever the rights of the files are. */
    @Test
    void nobodyButTheOwnerEntersTheRestrictedZoneAlsoOfALakeThatWasOpen() throws IOException {
        Path restricted = folder.resolve("restricted");
        Files.createDirectories(restricted);
        Files.setPosixFilePermissions(restricted, PosixFilePermissions.fromString("rwxrwxr-x"));
        Files.createDirectories(folder.resolve("published"));
        Files.setPosixFilePermissions(folder.resolve("published"), PosixFilePermissions.fromString("rwxr-xr-x"));

        RunLease.take(new Lake(folder.toString()), Duration.ZERO, Clock.systemUTC())
                .close();

        assertThat(rights(restricted)).isEqualTo("rwx------");
        assertThat(rights(folder.resolve("published"))).isEqualTo("rwxr-xr-x");
    }

    @Test
    void aNewLakeIsClosedFromItsFirstMoment() throws IOException {
        Path root = folder.resolve("new/lake");

        RunLease.take(new Lake(root.toString()), Duration.ZERO, Clock.systemUTC())
                .close();

        assertThat(rights(root.resolve("restricted"))).isEqualTo("rwx------");
        assertThat(rights(root.resolve("published"))).isEqualTo(rights(Files.createDirectory(folder.resolve("plain"))));
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private int askedByAnotherProcess() throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Asking.class.getName(),
                        folder.resolve("restricted").resolve("run.lock").toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    /** Another process that wants the lock. */
    static final class Asking {
        private Asking() {}

        public static void main(String[] arguments) throws IOException {
            try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE)) {
                System.exit(channel.tryLock() == null ? HELD : FREE);
            }
        }
    }
}
