// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/**
 * A file of lines, compressed where its name ends in {@code .gz}. Java's gzip header carries no time, so that equal
 * lines make equal files.
 */
final class TextLines implements AutoCloseable {
    private final OutputStream out;

    TextLines(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            OutputStream plain = Files.newOutputStream(file);
            boolean isCompressed = file.toString().endsWith(".gz");
            out = new BufferedOutputStream(isCompressed ? new Fast(plain) : plain, 1 << 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(CharSequence line) {
        try {
            out.write(line.toString().getBytes(StandardCharsets.UTF_8));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compresses at the quickest level. */
    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(1);
        }
    }
}
