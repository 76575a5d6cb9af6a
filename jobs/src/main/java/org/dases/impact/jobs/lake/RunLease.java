// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.lake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The right to write to a lake, held by one run at a time. It is a lock of the operating system, so that a killed run
 * leaves nothing behind that would keep the next one out.
 */
public final class RunLease implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(500);

    /**
     * Locks that this process holds. The system gives them up as soon as the process closes any channel on the file, so
     * that it must not be opened a second time.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;

    private RunLease(Path file, FileChannel channel, FileLock lock) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the lease, waiting for another run to end where told to.
     *
     * @param lake the lake; its folders are made when missing
     * @param wait longest wait; zero refuses at once
     * @param clock the time
     * @return the lease, which the caller closes
     * @throws LakeException when the lake is not writable or another run holds it
     */
    public static RunLease take(Lake lake, Duration wait, Clock clock) {
        Path root = lake.local().orElseThrow(() -> LakeException.remote(lake.root()));
        Path file =
                root.resolve("restricted").resolve("run.lock").toAbsolutePath().normalize();
        java.time.Instant until = clock.instant().plus(wait);
        try {
            Files.createDirectories(root.resolve("published"));
            OwnerOnly.folder(root.resolve("restricted"));
            while (true) {
                RunLease lease = tryTake(file, clock);
                if (lease != null) {
                    return lease;
                }
                if (!clock.instant().isBefore(until)) {
                    throw LakeException.busy(lake.root(), holder(file));
                }
                pause();
            }
        } catch (IOException e) {
            throw LakeException.notWritable(lake.root(), e);
        }
    }

    private static @Nullable RunLease tryTake(Path file, Clock clock) throws IOException {
        if (!HELD.add(file)) {
            return null;
        }
        @Nullable FileChannel channel = null;
        @Nullable RunLease lease = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                String who = "process " + ProcessHandle.current().pid() + " since " + clock.instant();
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(who.getBytes(StandardCharsets.UTF_8)));
                lease = new RunLease(file, channel, lock);
            }
            return lease;
        } finally {
            if (lease == null) {
                HELD.remove(file);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    private static String holder(Path file) throws IOException {
        if (HELD.contains(file)) {
            return "this process";
        }
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the lake", e);
        }
    }

    @Override
    public void close() {
        try (channel) {
            lock.release();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("the lock on the lake could not be given back", e);
        } finally {
            HELD.remove(file);
        }
    }
}
