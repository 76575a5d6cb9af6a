// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.verify;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.dases.impact.notebooks.Column;
import org.dases.impact.notebooks.Figure;
import org.dases.impact.notebooks.Figures;

/** The hashes of a certificate, from their description in docs/decisions/0011. */
final class Hash {
    private Hash() {}

    /** Of texts in their order: each with its length in bytes and a colon in front. */
    static String of(List<String> texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String text : texts) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes((utf8.length + ":").getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(utf8);
        }
        return of(bytes.toByteArray());
    }

    static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Of the rows of a table, in whatever order. */
    static String of(Figures figures) {
        List<String> rows = new ArrayList<>();
        for (Figure row : figures.rows()) {
            List<String> cells = new ArrayList<>();
            for (Column column : figures.columns()) {
                String text = text(row, column);
                if (!text.isEmpty()) {
                    cells.add(column.name() + "=" + text);
                }
            }
            Collections.sort(cells);
            rows.add(of(cells));
        }
        Collections.sort(rows);
        return of(rows);
    }

    private static String text(Figure row, Column column) {
        String name = column.name();
        return switch (column.kind()) {
            case NUMBER ->
                row.number(name).isEmpty()
                        ? ""
                        : HexFormat.of()
                                .toHexDigits(
                                        Double.doubleToLongBits(row.number(name).getAsDouble()));
            case INSTANT -> row.instant(name).map(Hash::micros).orElse("");
            case DATE -> row.date(name).map(LocalDate::toString).orElse("");
            case TEXT, WHOLE, FLAG -> row.text(name);
        };
    }

    private static String micros(Instant moment) {
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, moment));
    }
}
