// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A CSV file as French administrations write them: semicolons, and either UTF-8 with a byte order mark or Latin-1.
 * Values hold no semicolon, quote or line end. Some rows are cut short on purpose.
 */
final class CsvFile implements AutoCloseable {
    private final BufferedWriter out;
    private final Tally tally;
    private final boolean broken;

    /**
     * Opens the file and writes its header.
     *
     * @param bom whether a byte order mark comes first
     * @param broken whether some rows are cut short
     */
    CsvFile(Path file, Charset charset, boolean bom, boolean broken, Tally tally, String... header) {
        this.tally = tally;
        this.broken = broken;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            out = Files.newBufferedWriter(file, charset);
            out.write(bom ? "\uFEFF" : "");
            out.write(String.join(";", header));
            out.write("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void row(Object... values) {
        int columns = values.length;
        if (broken && Defect.SHORT_ROW.strikes(tally.records())) {
            tally.defect(Defect.SHORT_ROW);
            columns = columns / 2;
        }
        tally.record();
        try {
            for (int i = 0; i < columns; i++) {
                out.write(i == 0 ? "" : ";");
                out.write(String.valueOf(values[i]));
            }
            out.write("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A number with a decimal comma. */
    static String decimal(double value) {
        return String.format(java.util.Locale.ROOT, "%.1f", value).replace('.', ',');
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
