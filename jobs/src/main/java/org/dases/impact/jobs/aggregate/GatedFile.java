// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The CSV file of a gated table. It has another name until it is whole, so that a failure leaves nothing behind and an
 * earlier file as it was.
 */
final class GatedFile implements AutoCloseable {
    private final Path file;
    private final Path unfinished;

    /** Tries first of all whether the file can be written. */
    GatedFile(Path file) throws IOException {
        this.file = file;
        unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished);
    }

    void write(Gated table) throws IOException {
        try (Writer out = Files.newBufferedWriter(
                unfinished, StandardCharsets.UTF_8, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            List<String> header = new ArrayList<>();
            table.cube().hierarchies().forEach(each -> header.add(quoted(each.leafColumn())));
            header.addAll(List.of("freq", "primary", "suppressed", "frozen"));
            out.write(String.join(",", header) + "\n");
            for (int cell = 0; cell < table.cube().size(); cell++) {
                out.write(line(table, cell) + "\n");
            }
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String line(Gated table, int cell) {
        List<String> values = new ArrayList<>();
        for (int axis = 0; axis < table.cube().axes(); axis++) {
            values.add(quoted(
                    table.cube().hierarchies().get(axis).code(table.cube().code(cell, axis))));
        }
        values.add(table.freq(cell));
        values.add(flag(table.isPrimary(cell)));
        values.add(flag(table.isSuppressed(cell)));
        values.add(flag(false));
        return String.join(",", values);
    }

    private static String flag(boolean value) {
        return String.valueOf(value).toUpperCase(Locale.ROOT);
    }

    private static String quoted(String text) {
        boolean isPlain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(unfinished);
    }
}
