// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.file;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dases.impact.connectors.source.PullRequest;
import org.dases.impact.connectors.source.SourceException;
import org.dases.impact.connectors.source.SourceException.Fault;

/**
 * A dataset's options for the file connector, see {@code options.schema.json}.
 *
 * @param path file or pattern
 * @param format how records stand in a file
 * @param encoding of text
 * @param delimiter between columns
 * @param quote around values
 * @param header whether the first line names the columns
 * @param columns names where there is no header; empty when not given
 * @param decimalComma whether numbers have a decimal comma
 * @param decimalColumns columns with a decimal comma, in lower case; empty for every value that looks so
 */
record FileOptions(
        String path,
        FileFormat format,
        Charset encoding,
        char delimiter,
        char quote,
        boolean header,
        List<String> columns,
        boolean decimalComma,
        Set<String> decimalColumns) {
    private static final Set<String> KEYS = new TreeSet<>(Set.of(
            "path", "format", "encoding", "delimiter", "quote", "header", "columns", "decimal", "decimal-columns"));

    FileOptions {
        columns = List.copyOf(columns);
        decimalColumns = Set.copyOf(decimalColumns);
    }

    static FileOptions of(PullRequest request) {
        Reader reader = new Reader(request.dataset(), request.options());
        reader.requireKnownKeys();
        Set<String> decimals = new TreeSet<>();
        reader.texts("decimal-columns").forEach(name -> decimals.add(name.toLowerCase(Locale.ROOT)));
        return new FileOptions(
                reader.required("path"),
                reader.format(),
                reader.charset(),
                reader.delimiter(),
                reader.character("quote", '"'),
                reader.flag("header", true),
                reader.texts("columns"),
                reader.character("decimal", '.') == ',',
                decimals);
    }

    /** What, besides the file, decides how it is read: another value makes another version of every slice. */
    String fingerprint() {
        String all = String.join(
                "\u0000",
                format.name(),
                encoding.name(),
                String.valueOf(delimiter),
                String.valueOf(quote),
                String.valueOf(header),
                String.valueOf(columns),
                String.valueOf(decimalComma),
                String.valueOf(new TreeSet<>(decimalColumns)));
        return Sha256.of(all).substring(0, 8);
    }

    private record Reader(String dataset, Map<String, Object> options) {

        void requireKnownKeys() {
            for (String key : options.keySet()) {
                if (!KEYS.contains(key)) {
                    throw wrong(key, "is not an option of the file connector; these are: " + String.join(", ", KEYS));
                }
            }
        }

        String required(String key) {
            String value = text(key, "");
            if (value.isBlank()) {
                throw wrong(key, "is missing");
            }
            return value;
        }

        String text(String key, String otherwise) {
            Object value = options.getOrDefault(key, otherwise);
            if (value instanceof String text) {
                return text;
            }
            throw wrong(key, "must be a text");
        }

        FileFormat format() {
            String word = required("format");
            for (FileFormat format : FileFormat.values()) {
                if (format.name().toLowerCase(Locale.ROOT).equals(word)) {
                    return format;
                }
            }
            throw wrong("format", "must be csv, jsonl, json or parquet");
        }

        Charset charset() {
            try {
                return Charset.forName(text("encoding", StandardCharsets.UTF_8.name()));
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                throw wrong("encoding", "is not known to Java; write for instance UTF-8 or windows-1252");
            }
        }

        char character(String key, char otherwise) {
            String value = text(key, String.valueOf(otherwise));
            if (value.length() != 1) {
                throw wrong(key, "must be one character");
            }
            return value.charAt(0);
        }

        char delimiter() {
            char delimiter = character("delimiter", ',');
            if (delimiter == character("quote", '"')) {
                throw wrong("delimiter", "is the same character as 'quote'");
            }
            if (delimiter == '\n' || delimiter == '\r') {
                throw wrong("delimiter", "must be no end of a line");
            }
            return delimiter;
        }

        boolean flag(String key, boolean otherwise) {
            if (options.getOrDefault(key, otherwise) instanceof Boolean flag) {
                return flag;
            }
            throw wrong(key, "must be true or false");
        }

        List<String> texts(String key) {
            List<String> texts = new ArrayList<>();
            if (!(options.getOrDefault(key, List.of()) instanceof List<?> values)) {
                throw wrong(key, "must be a list");
            }
            for (Object value : values) {
                texts.add(String.valueOf(value));
            }
            return texts;
        }

        private SourceException wrong(String key, String what) {
            return new SourceException(
                    Fault.PERMANENT,
                    "Option '" + key + "' of dataset " + dataset + " " + what + ". Correct it in datasets/" + dataset
                            + ".yaml under 'options'.",
                    null);
        }
    }
}
