// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.file;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.NanoTime;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/**
 * A parquet value as text: numbers in plain form, dates and times as ISO 8601 (instants in UTC), bytes that are no text
 * as UTF-8 anyway, as Spark does.
 */
final class ParquetText {
    /** Julian day of 1970-01-01, from which the old 96-bit timestamps count. */
    private static final long JULIAN_EPOCH = 2_440_588;

    private final int column;
    private final Function<Group, String> text;

    private ParquetText(int column, Function<Group, String> text) {
        this.column = column;
        this.text = text;
    }

    static ParquetText of(int column, PrimitiveType type) {
        @Nullable LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
        return new ParquetText(
                column,
                switch (type.getPrimitiveTypeName()) {
                    case INT32 -> row -> whole(row.getInteger(column, 0), meaning);
                    case INT64 -> row -> whole(row.getLong(column, 0), meaning);
                    case INT96 -> row -> old(NanoTime.fromBinary(row.getInt96(column, 0)));
                    case FLOAT -> row -> String.valueOf(row.getFloat(column, 0));
                    case DOUBLE -> row -> String.valueOf(row.getDouble(column, 0));
                    case BOOLEAN -> row -> String.valueOf(row.getBoolean(column, 0));
                    case BINARY, FIXED_LEN_BYTE_ARRAY -> bytes(column, meaning);
                });
    }

    @Nullable String of(Group row) {
        return row.getFieldRepetitionCount(column) == 0 ? null : text.apply(row);
    }

    private static Function<Group, String> bytes(int column, @Nullable LogicalTypeAnnotation meaning) {
        if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
            return row -> new BigDecimal(new BigInteger(row.getBinary(column, 0).getBytes()), decimal.getScale())
                    .toPlainString();
        }
        return row -> row.getBinary(column, 0).toStringUsingUTF8();
    }

    private static String whole(long value, @Nullable LogicalTypeAnnotation meaning) {
        if (meaning instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation) {
            return LocalDate.ofEpochDay(value).toString();
        }
        if (meaning instanceof TimestampLogicalTypeAnnotation timestamp) {
            Instant instant = Instant.EPOCH.plus(value, unit(timestamp.getUnit()));
            return timestamp.isAdjustedToUTC()
                    ? instant.toString()
                    : LocalDateTime.ofInstant(instant, ZoneOffset.UTC).toString();
        }
        if (meaning instanceof TimeLogicalTypeAnnotation time) {
            return LocalTime.MIDNIGHT.plus(value, unit(time.getUnit())).toString();
        }
        if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
            return BigDecimal.valueOf(value, decimal.getScale()).toPlainString();
        }
        return String.valueOf(value);
    }

    private static ChronoUnit unit(TimeUnit unit) {
        return switch (unit) {
            case MILLIS -> ChronoUnit.MILLIS;
            case MICROS -> ChronoUnit.MICROS;
            case NANOS -> ChronoUnit.NANOS;
        };
    }

    private static String old(NanoTime time) {
        return Instant.EPOCH
                .plus(time.getJulianDay() - JULIAN_EPOCH, ChronoUnit.DAYS)
                .plusNanos(time.getTimeOfDayNanos())
                .toString();
    }
}
