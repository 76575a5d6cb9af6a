// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file that is there whole or not at all: written under another name, brought to the disk and renamed. Whoever reads
 * the old one meanwhile reads it to its end.
 */
public final class WholeFile {
    private static final String DRAFT = ".part";

    private WholeFile() {}

    /** Writes the text of a file. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes.
         *
         * @param out takes the text
         * @throws IOException when it cannot be written
         */
        void write(Writer out) throws IOException;
    }

    /**
     * Writes the file, unless it has this very content.
     *
     * @param file which
     * @param content its text
     * @return whether it was written
     * @throws IOException when it cannot be written; then it is as it was
     */
    public static boolean write(Path file, Content content) throws IOException {
        // Not a temporary file of Java's, which only its owner may read.
        Path draft = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + DRAFT);
        try {
            try (FileChannel channel =
                            FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                    Writer out = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8))) {
                content.write(out);
                out.flush();
                channel.force(true);
            }
            if (Files.isRegularFile(file) && Files.isReadable(file) && Files.mismatch(draft, file) < 0) {
                return false;
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /**
     * Whether a file has this very content.
     *
     * @param file one that is there
     * @param content its text
     * @return false where any byte is another one
     * @throws IOException when it cannot be read
     */
    static boolean has(Path file, Content content) throws IOException {
        Path wanted = Files.createTempFile("impact-export", DRAFT);
        try {
            try (Writer out = Files.newBufferedWriter(wanted, StandardCharsets.UTF_8)) {
                content.write(out);
            }
            return Files.mismatch(wanted, file) < 0;
        } finally {
            Files.deleteIfExists(wanted);
        }
    }

    /** Removes what killed processes left behind in a folder where nobody else writes now. */
    static void sweep(Path folder) throws IOException {
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folder, "*" + DRAFT)) {
            for (Path draft : drafts) {
                Files.deleteIfExists(draft);
            }
        }
    }
}
