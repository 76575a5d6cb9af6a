// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.landing;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataType;

/** Columns of a landed table that the source does not bring. They come first, so that they have statistics. */
enum Column {
    /** record, rejected or checkpoint; the partition. */
    KIND(0, "_kind", "STRING"),
    /** Slice the row was read from. */
    SLICE(1, "_slice", "STRING"),
    /** Version of the slice. */
    SLICE_VERSION(2, "_slice_version", "STRING"),
    /** Place in the slice. */
    NUMBER(3, "_number", "BIGINT"),
    /** Why a record was rejected. */
    REASON(4, "_reason", "STRING"),
    /** Dataset. */
    DATASET(5, "_dataset", "STRING"),
    /** Contract under which it landed. */
    CONTRACT_ID(6, "_contract_id", "STRING"),
    /** Hash of that contract. */
    CONTRACT_SHA256(7, "_contract_sha256", "STRING"),
    /** When the pull began. */
    PULLED_AT(8, "_pulled_at", "TIMESTAMP"),
    /** Hash of the batch. */
    BATCH_SHA256(9, "_batch_sha256", "STRING"),
    /** Checkpoint: records read so far. */
    POSITION(10, "_position", "BIGINT"),
    /** Checkpoint: whether the slice was read to its end. */
    DONE(11, "_done", "BOOLEAN"),
    /** Checkpoint: what else the connector needs. */
    CURSOR(12, "_cursor", "STRING");

    static final String RECORD = "record";
    static final String REJECTED = "rejected";
    static final String CHECKPOINT = "checkpoint";

    private static final Set<String> RESERVED =
            Stream.of(values()).map(Column::title).collect(Collectors.toUnmodifiableSet());

    private final int place;
    private final String title;
    private final String type;

    Column(int place, String title, String type) {
        this.place = place;
        this.title = title;
        this.type = type;
    }

    /** Place in a row, from 0. */
    int place() {
        return place;
    }

    String title() {
        return title;
    }

    DataType type() {
        return DataType.fromDDL(type);
    }

    static boolean isReserved(String name) {
        return RESERVED.contains(name.toLowerCase(Locale.ROOT));
    }
}
