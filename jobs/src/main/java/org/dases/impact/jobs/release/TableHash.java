// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.dases.impact.jobs.lake.Digest;

/**
 * Hash of the rows of a published table, in whatever order they are read. A row is hashed by the texts
 * {@code column=value} of the cells that hold something, in ascending order; the table by the hashes of its rows in
 * ascending order. An empty text is nothing. Whole numbers are written in decimal, numbers as the 16 hexadecimal digits
 * of their IEEE 754 bits, days in ISO 8601, moments in microseconds since 1970 UTC.
 */
final class TableHash {
    private TableHash() {}

    static String of(StructType columns, Iterable<Row> rows) {
        List<String> hashes = new ArrayList<>();
        rows.forEach(row -> hashes.add(row(columns, row)));
        Collections.sort(hashes);
        return Digest.of(hashes);
    }

    private static String row(StructType columns, Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String text = row.isNullAt(i) ? "" : text(row.get(i));
            if (!text.isEmpty()) {
                cells.add(columns.fieldNames()[i] + "=" + text);
            }
        }
        Collections.sort(cells);
        return Digest.of(cells);
    }

    private static String text(Object value) {
        if (value instanceof Double number) {
            return HexFormat.of().toHexDigits(Double.doubleToLongBits(number));
        }
        if (value instanceof Timestamp moment) {
            return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, moment.toInstant()));
        }
        return value instanceof Date day ? day.toLocalDate().toString() : value.toString();
    }
}
