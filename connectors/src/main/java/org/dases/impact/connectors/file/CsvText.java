// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file that somebody hands over on the command line: UTF-8, a header, and commas or semicolons, whichever the
 * header has more of. Read as strictly as any source: bytes that are not UTF-8 and rows of a wrong width are told with
 * their line, never repaired.
 */
public final class CsvText implements AutoCloseable {
    private static final int HEADER = 1 << 16;

    /**
     * One row.
     *
     * @param line line it begins at, from 1
     * @param values a text for each column; an empty one where there is nothing
     * @param fault why it is none, where its width is wrong
     */
    public record Row(long line, List<String> values, Optional<String> fault) {}

    /** The text cannot be read on. */
    public static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1L;
        private final long line;

        Unreadable(long line, String reason, Throwable cause) {
            super(reason, cause);
            this.line = line;
        }

        /**
         * Where.
         *
         * @return line, from 1
         */
        public long line() {
            return line;
        }
    }

    private final CsvRecords records;
    private final int before;

    private CsvText(CsvRecords records, int before) {
        this.records = records;
        this.before = before;
    }

    /**
     * Opens a file and reads its header.
     *
     * @param file the file
     * @param before lines before the header, which are passed over
     * @return its rows, to be closed
     * @throws IOException if it cannot be read; {@link Unreadable} if it is no such text
     */
    public static CsvText open(Path file, int before) throws IOException {
        Reader reader =
                new BufferedReader(new StrictReader(Files.newInputStream(file), StandardCharsets.UTF_8), HEADER);
        try {
            for (int line = 0; line < before; line++) {
                pass(reader);
            }
            FileOptions options = new FileOptions(
                    file.toString(),
                    FileFormat.CSV,
                    StandardCharsets.UTF_8,
                    delimiter(reader),
                    '"',
                    true,
                    List.of(),
                    false,
                    Set.of());
            return new CsvText(new CsvRecords(reader, options, file.toString()), before);
        } catch (IOException e) {
            reader.close();
            throw told(e);
        }
    }

    /**
     * The columns.
     *
     * @return names out of the header; none for an empty file
     */
    public List<String> names() {
        return records.shape().columns();
    }

    /**
     * Reads on.
     *
     * @return the next row; null at the end
     * @throws IOException if the file cannot be read; {@link Unreadable} if what comes is no such text
     */
    public @Nullable Row next() throws IOException {
        try {
            Entry entry = records.next();
            return entry == null
                    ? null
                    : new Row(
                            entry.number() + before,
                            entry.values().stream()
                                    .map(value -> value == null ? "" : value.strip())
                                    .toList(),
                            Optional.ofNullable(entry.reason()));
        } catch (IOException e) {
            throw told(e);
        }
    }

    private static void pass(Reader reader) throws IOException {
        int c = reader.read();
        while (c >= 0 && c != '\n') {
            c = reader.read();
        }
    }

    private static char delimiter(Reader reader) throws IOException {
        reader.mark(HEADER);
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        for (int read = 0; read < HEADER - 1; read++) {
            int c = reader.read();
            if (c < 0 || c == '\n') {
                break;
            }
            commas += c == ',' ? 1 : 0;
            semicolons += c == ';' ? 1 : 0;
            tabs += c == '\t' ? 1 : 0;
        }
        reader.reset();
        return tabs > Math.max(commas, semicolons) ? '\t' : semicolons > commas ? ';' : ',';
    }

    private static IOException told(IOException e) {
        if (e instanceof StrictReader.WrongBytes wrong) {
            return new Unreadable(wrong.line(), "the text is not UTF-8", e);
        }
        if (e instanceof CsvRecords.TooLong endless) {
            return new Unreadable(
                    endless.line(), "a value has more than " + endless.most() + " characters: is a quote closed?", e);
        }
        return e;
    }

    @Override
    public void close() {
        records.close();
    }
}
