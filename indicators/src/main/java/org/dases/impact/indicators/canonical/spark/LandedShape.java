// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical.spark;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What a landed table looks like before it exists, so that a mapping can be checked without data. */
public final class LandedShape {
    private LandedShape() {}

    /**
     * Landed csv or parquet.
     *
     * @param columns source columns, all text
     * @return these and the technical columns
     */
    public static StructType columns(List<String> columns) {
        StructType schema = new StructType();
        for (String column : columns) {
            schema = schema.add(column, DataTypes.StringType);
        }
        return technical(schema);
    }

    /**
     * Landed JSON, xAPI or other.
     *
     * @return {@code record} and the technical columns
     */
    public static StructType json() {
        return columns(List.of("record"));
    }

    private static StructType technical(StructType schema) {
        return schema.add("_kind", DataTypes.StringType)
                .add("_slice", DataTypes.StringType)
                .add("_slice_version", DataTypes.StringType)
                .add("_number", DataTypes.LongType)
                .add("_reason", DataTypes.StringType)
                .add("_dataset", DataTypes.StringType)
                .add("_contract_id", DataTypes.StringType)
                .add("_contract_sha256", DataTypes.StringType)
                .add("_pulled_at", DataTypes.TimestampType)
                .add("_batch_sha256", DataTypes.StringType)
                .add("_position", DataTypes.LongType)
                .add("_done", DataTypes.BooleanType)
                .add("_cursor", DataTypes.StringType);
    }
}
