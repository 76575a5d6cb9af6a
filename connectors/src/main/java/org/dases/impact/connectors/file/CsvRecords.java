// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.file;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dases.impact.connectors.source.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a csv file. Values are as they stand between the delimiters; an empty one is null, an empty one in quotes is
 * an empty text. A record's number is the line it begins at. Blank lines are passed over.
 */
final class CsvRecords implements FileRecords {
    private static final int MOST_COLUMNS = 4096;
    private static final int MOST_CHARACTERS = 1_000_000;

    /** A value without end. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
        private final long line;

        TooLong(long line) {
            super("value without end at line " + line);
            this.line = line;
        }

        long line() {
            return line;
        }

        int most() {
            return MOST_CHARACTERS;
        }
    }

    private final CsvParser parser;
    private final List<String> names;
    private final boolean[] decimal;
    private @Nullable String @Nullable [] ahead;
    private long aheadLine = 1;
    private long line = 1;

    CsvRecords(Reader reader, FileOptions options, String file) throws IOException {
        this.parser = new CsvParser(settings(options));
        begin(reader);
        @Nullable String @Nullable [] first = row();
        if (options.header()) {
            this.names = first == null ? List.of() : CsvHeader.names(first);
        } else {
            this.ahead = first;
            this.aheadLine = line;
            int width = first == null ? 0 : first.length;
            this.names = options.columns().isEmpty() ? CsvHeader.numbered(width) : options.columns();
        }
        this.decimal = decimals(options, file);
    }

    /**
     * The parser reads the first part of the text already here, so that bytes that are none of the encoding show here.
     */
    private void begin(Reader reader) throws IOException {
        try {
            parser.beginParsing(reader);
        } catch (TextParsingException e) {
            throw cause(e);
        } catch (IllegalStateException e) {
            throw cause(e);
        }
    }

    private static CsvParserSettings settings(FileOptions options) {
        CsvParserSettings settings = new CsvParserSettings();
        settings.getFormat().setDelimiter(options.delimiter());
        settings.getFormat().setQuote(options.quote());
        settings.getFormat().setQuoteEscape(options.quote());
        settings.getFormat().setLineSeparator("\n");
        settings.setCommentProcessingEnabled(false);
        settings.setIgnoreLeadingWhitespaces(false);
        settings.setIgnoreTrailingWhitespaces(false);
        settings.setSkipEmptyLines(false);
        settings.setReadInputOnSeparateThread(false);
        settings.setEmptyValue("");
        settings.setMaxColumns(MOST_COLUMNS);
        settings.setMaxCharsPerColumn(MOST_CHARACTERS);
        settings.setUnescapedQuoteHandling(UnescapedQuoteHandling.STOP_AT_DELIMITER);
        settings.setErrorContentLength(0);
        return settings;
    }

    private boolean[] decimals(FileOptions options, String file) {
        boolean[] flags = new boolean[names.size()];
        Arrays.fill(flags, options.decimalComma() && options.decimalColumns().isEmpty());
        List<String> lower =
                names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        for (String column : names.isEmpty() ? List.<String>of() : List.copyOf(options.decimalColumns())) {
            int place = lower.indexOf(column);
            if (place < 0) {
                throw FileFaults.noSuchDecimalColumn(file, column);
            }
            flags[place] = options.decimalComma();
        }
        return flags;
    }

    @Override
    public Shape shape() {
        return new Shape(names, false);
    }

    @Override
    public @Nullable Entry next() throws IOException {
        @Nullable String @Nullable [] cells = nextRow();
        if (cells == null) {
            return null;
        }
        if (cells.length != names.size()) {
            int lines = (int) (parser.getContext().currentLine() - line + 1);
            String quote =
                    lines > 1 && cells.length < names.size() ? ", over several lines: is a quote not closed?" : "";
            String reason = cells.length + " columns where there should be " + names.size() + quote;
            return new Entry(line, Arrays.asList(cells), reason);
        }
        for (int i = 0; i < cells.length; i++) {
            if (decimal[i]) {
                cells[i] = DecimalComma.normalise(cells[i]);
            }
        }
        return new Entry(line, Arrays.asList(cells), null);
    }

    @Override
    public boolean skip() throws IOException {
        return nextRow() != null;
    }

    private @Nullable String @Nullable [] nextRow() throws IOException {
        @Nullable String @Nullable [] first = ahead;
        if (first != null) {
            ahead = null;
            line = aheadLine;
            return first;
        }
        return row();
    }

    /** The next row that is not blank. */
    private @Nullable String @Nullable [] row() throws IOException {
        try {
            while (true) {
                line = parser.getContext().currentLine() + 1;
                @Nullable String @Nullable [] cells = parser.parseNext();
                if (cells == null || cells.length > 1 || (cells.length == 1 && cells[0] != null)) {
                    return cells;
                }
            }
        } catch (TextParsingException e) {
            throw cause(e);
        } catch (IllegalStateException e) {
            throw cause(e);
        }
    }

    /** The parser's own messages quote the text; only what the input said gets out. */
    private IOException cause(RuntimeException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                return io;
            }
        }
        return new TooLong(line);
    }

    @Override
    public void close() {
        parser.stopParsing();
    }
}
