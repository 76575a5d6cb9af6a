// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where Spark puts rows for a time: its files may be read by everybody, and stay where the process was killed. So they
 * lie in a folder that only its owner enters. What processes left that are no more goes when the next one starts: each
 * holds a lock beside its folder as long as it runs.
 */
final class Scratch {
    private static final Logger LOG = LoggerFactory.getLogger(Scratch.class);
    private static final String LOCK = ".lock";
    /**
     * Open until the process ends: a channel that nobody holds is closed by the garbage collector, and its lock is
     * gone.
     */
    private static final Map<Path, FileChannel> HELD = new ConcurrentHashMap<>();

    private Scratch() {}

    /** A folder for this process below that of the user, or by itself where that one cannot be closed to others. */
    static Path folder() {
        // of the folders that Spark was told to use, it takes the first for small files
        String asked = System.getProperty("spark.local.dir", System.getProperty("java.io.tmpdir"));
        Path common = Path.of(asked.split(",", -1)[0].strip());
        return folder(common, common.resolve("impact-" + System.getProperty("user.name")));
    }

    /**
     * A folder for this process.
     *
     * @param common where everybody may make files
     * @param own of the user, below which it is made
     */
    static Path folder(Path common, Path own) {
        try {
            if (isClosed(own)) {
                removeLeft(own);
                return Files.createDirectory(folderOf(locked(own)));
            }
            return Files.createTempDirectory(common, "impact-");
        } catch (IOException e) {
            throw new UncheckedIOException("the folder for what Spark keeps for a time cannot be made in " + common, e);
        }
    }

    /** A lock of this process. One that is made just now may be taken for left by a process that starts besides. */
    private static Path locked(Path own) throws IOException {
        while (true) {
            Path lock = Files.createTempFile(own, "spark-", LOCK);
            FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            HELD.put(lock, channel);
            channel.lock();
            if (Files.exists(lock)) {
                return lock;
            }
            HELD.remove(lock);
            channel.close();
        }
    }

    private static boolean isClosed(Path own) {
        try {
            if (Files.isSymbolicLink(own)) {
                return false;
            }
            OwnerOnly.folder(own);
            return isOfThisUser(own);
        } catch (IOException | LakeException e) {
            LOG.warn("{} is somebody else's, what is left there by others stays: {}", own, e.getMessage());
            return false;
        }
    }

    /** Root may write to everybody's folders, whose owners may enter them. */
    private static boolean isOfThisUser(Path own) throws IOException {
        Path probe = Files.createTempFile(own, "owner-", "");
        try {
            return Files.getOwner(probe).equals(Files.getOwner(own));
        } finally {
            Files.delete(probe);
        }
    }

    private static void removeLeft(Path own) throws IOException {
        List<Path> locks;
        try (Stream<Path> all = Files.list(own)) {
            // to close a second channel on a file would give up what the first one locks
            locks = all.filter(each -> each.toString().endsWith(LOCK) && !HELD.containsKey(each))
                    .toList();
        }
        for (Path lock : locks) {
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
                if (channel.tryLock() != null) {
                    delete(folderOf(lock));
                    Files.deleteIfExists(lock);
                }
            } catch (IOException | UncheckedIOException e) {
                // it is in use, or another process removes it right now
                LOG.info("left as it is: {} ({})", lock, e.toString());
            }
        }
    }

    private static Path folderOf(Path lock) {
        String name = lock.getFileName().toString();
        return lock.resolveSibling(name.substring(0, name.length() - LOCK.length()));
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> inmost;
        try (Stream<Path> all = Files.walk(folder)) {
            inmost = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : inmost) {
            Files.deleteIfExists(each);
        }
    }
}
