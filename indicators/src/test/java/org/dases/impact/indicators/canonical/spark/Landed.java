// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical.spark;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.dases.impact.indicators.TestSpark;
import org.jspecify.annotations.Nullable;

/** Builds landed rows as the connectors leave them. */
final class Landed {
    static final Instant PULLED = Instant.parse("2025-12-01T02:00:00Z");

    private final StructType schema;
    private final int width;
    private final List<Row> rows = new ArrayList<>();
    private Instant pulledAt = PULLED;
    private String slice = "a.csv";
    private long number;

    private Landed(List<String> columns) {
        schema = LandedShape.columns(columns);
        width = columns.size();
    }

    static Landed csv(String... columns) {
        return new Landed(List.of(columns));
    }

    static Landed json(String... records) {
        Landed landed = new Landed(List.of("record"));
        for (String record : records) {
            landed.row(record);
        }
        return landed;
    }

    Landed pulledAt(String instant) {
        pulledAt = Instant.parse(instant);
        return this;
    }

    Landed slice(String name) {
        slice = name;
        number = 0;
        return this;
    }

    Landed row(@Nullable String... values) {
        rows.add(row("record", null, values));
        return this;
    }

    Landed rejected(String reason) {
        rows.add(row("rejected", reason, new @Nullable String[width]));
        return this;
    }

    Landed checkpoint() {
        rows.add(row("checkpoint", null, new @Nullable String[width]));
        return this;
    }

    Dataset<Row> rows() {
        return TestSpark.session().createDataFrame(rows, schema);
    }

    private Row row(String kind, @Nullable String reason, @Nullable String[] values) {
        number++;
        @Nullable Object[] cells = new @Nullable Object[schema.size()];
        System.arraycopy(values, 0, cells, 0, width);
        cells[width] = kind;
        cells[width + 1] = slice;
        cells[width + 2] = "v1";
        cells[width + 3] = number;
        cells[width + 4] = reason;
        cells[width + 5] = "lms";
        cells[width + 6] = "urn:c:1";
        cells[width + 7] = "ab12";
        cells[width + 8] = Timestamp.from(pulledAt);
        return RowFactory.create(cells);
    }
}
