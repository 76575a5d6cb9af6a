// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.dases.impact.connectors.source.Batch;
import org.dases.impact.connectors.source.Checkpoint;
import org.dases.impact.connectors.source.Rejected;
import org.dases.impact.connectors.source.Slice;
import org.dases.impact.connectors.source.SliceReader;
import org.dases.impact.connectors.source.SourceException;
import org.dases.impact.connectors.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Makes batches out of the records of a file. One record is read ahead, so that the last batch knows that it is the
 * last; a failure ahead waits until what was read before it is handed out.
 */
final class FileSliceReader implements SliceReader {
    private static final int GZIP_BUFFER = 1 << 16;
    /** Bounds the memory of a batch where records are long. */
    private static final long MOST_CHARACTERS = 32_000_000;

    private final Path file;
    private final Slice slice;
    private final FileOptions options;
    private final int batchRecords;
    private final FileRecords records;
    private @Nullable Entry ahead;
    private @Nullable IOException failure;
    private long position;
    private boolean done;

    private FileSliceReader(Path file, Slice slice, FileOptions options, int batchRecords, FileRecords records) {
        this.file = file;
        this.slice = slice;
        this.options = options;
        this.batchRecords = batchRecords;
        this.records = records;
    }

    static FileSliceReader open(Path file, Slice slice, FileOptions options, int batchRecords) {
        try {
            FileRecords records = records(file, slice.id(), options);
            FileSliceReader reader = new FileSliceReader(file, slice, options, batchRecords, records);
            reader.skipCommitted();
            return reader;
        } catch (IOException e) {
            throw FileFaults.failed(slice.id(), 0, options.encoding(), e);
        }
    }

    private static FileRecords records(Path file, String name, FileOptions options) throws IOException {
        if (options.format() == FileFormat.PARQUET) {
            return ParquetRecords.open(file, name);
        }
        InputStream bytes = Files.newInputStream(file);
        try {
            boolean compressed = name.toLowerCase(Locale.ROOT).endsWith(".gz");
            InputStream plain = compressed ? new GZIPInputStream(bytes, GZIP_BUFFER) : bytes;
            StrictReader text = new StrictReader(plain, options.encoding());
            return switch (options.format()) {
                case CSV -> new CsvRecords(text, options, name);
                case JSONL -> new JsonLines(text);
                case JSON -> new JsonDocument(text);
                case PARQUET -> throw new IllegalStateException("parquet is no text");
            };
        } catch (IOException | SourceException e) {
            bytes.close();
            throw e;
        }
    }

    private void skipCommitted() {
        position = slice.resumeAt().map(Checkpoint::position).orElse(0L);
        done = slice.resumeAt().map(Checkpoint::done).orElse(false);
        try {
            for (long i = 0; i < position; i++) {
                if (!records.skip()) {
                    throw FileFaults.changed(slice.id());
                }
            }
        } catch (IOException e) {
            failure = e;
            return;
        }
        readAhead();
    }

    private void readAhead() {
        try {
            ahead = records.next();
        } catch (IOException e) {
            ahead = null;
            failure = e;
        }
    }

    @Override
    public Optional<Batch> next() {
        if (done) {
            return Optional.empty();
        }
        if (ahead == null && failure != null) {
            throw FileFaults.failed(slice.id(), position, options.encoding(), failure);
        }
        List<SourceRecord> good = new ArrayList<>();
        List<Rejected> bad = new ArrayList<>();
        MessageDigest digest = Sha256.digest();
        long characters = 0;
        for (Entry entry = ahead;
                entry != null && good.size() + bad.size() < batchRecords && characters < MOST_CHARACTERS;
                entry = ahead) {
            characters += hash(digest, entry);
            if (entry.reason() == null) {
                good.add(new SourceRecord(entry.number(), entry.values()));
            } else {
                bad.add(new Rejected(entry.number(), entry.reason()));
            }
            position++;
            readAhead();
        }
        done = ahead == null && failure == null;
        if (done && !FileListing.version(file, options).equals(slice.version())) {
            throw FileFaults.changed(slice.id());
        }
        Checkpoint after = new Checkpoint(slice.id(), slice.version(), position, done, "{}");
        return Optional.of(
                new Batch(records.shape(), good, bad, after, HexFormat.of().formatHex(digest.digest())));
    }

    private static long hash(MessageDigest digest, Entry entry) {
        long characters = 0;
        for (@Nullable String value : entry.values()) {
            if (value != null) {
                digest.update(value.getBytes(StandardCharsets.UTF_8));
                characters += value.length();
            }
            digest.update((byte) 0);
        }
        digest.update((byte) '\n');
        return characters;
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            // Everything that was wanted has been read.
            return;
        }
    }
}
