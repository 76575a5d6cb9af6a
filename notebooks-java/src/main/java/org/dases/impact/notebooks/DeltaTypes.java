// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.notebooks;

import io.delta.kernel.data.Row;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.TimestampNTZType;
import io.delta.kernel.types.TimestampType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The types that published tables use: text, whole and decimal numbers, days, moments, flags. */
final class DeltaTypes {
    private DeltaTypes() {}

    static Column.Kind kind(StructField field) {
        DataType type = field.getDataType();
        if (type instanceof StringType) {
            return Column.Kind.TEXT;
        }
        if (type instanceof LongType || type instanceof IntegerType) {
            return Column.Kind.WHOLE;
        }
        if (type instanceof DoubleType) {
            return Column.Kind.NUMBER;
        }
        if (type instanceof DateType) {
            return Column.Kind.DATE;
        }
        if (type instanceof TimestampType || type instanceof TimestampNTZType) {
            return Column.Kind.INSTANT;
        }
        if (type instanceof BooleanType) {
            return Column.Kind.FLAG;
        }
        throw new IllegalArgumentException("column '" + field.getName() + "' has the type " + type
                + ", which no published table uses; read it with a later version of this library");
    }

    /**
     * The cell as {@code String}, {@code Long}, {@code Double}, {@code LocalDate}, {@code Instant} or {@code Boolean}.
     */
    static Object cell(Row row, int at, StructField field) {
        return switch (kind(field)) {
            case TEXT -> row.getString(at);
            case WHOLE -> field.getDataType() instanceof IntegerType ? (long) row.getInt(at) : row.getLong(at);
            case NUMBER -> row.getDouble(at);
            case DATE -> LocalDate.ofEpochDay(row.getInt(at));
            case INSTANT -> Instant.EPOCH.plus(row.getLong(at), ChronoUnit.MICROS);
            case FLAG -> row.getBoolean(at);
        };
    }
}
