// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.dases.impact.indicators.canonical.CanonicalTable;
import org.dases.impact.indicators.canonical.CanonicalType;
import org.jspecify.annotations.Nullable;

/** Rows of a canonical table in one Parquet file, written as they come: memory holds one group of rows. */
final class CanonicalFile implements AutoCloseable {
    private static final long GROUP_BYTES = 16L << 20;

    private final List<String> columns;
    private final @Nullable Object[] row;
    private final ParquetWriter<@Nullable Object[]> writer;

    CanonicalFile(Path file, CanonicalTable table) {
        this.columns = List.copyOf(table.allColumns().keySet());
        this.row = new Object[columns.size()];
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            this.writer = new Builder(new LocalOutputFile(file), schema(table))
                    .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                    .withCompressionCodec(CompressionCodecName.SNAPPY)
                    .withRowGroupSize(GROUP_BYTES)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageType schema(CanonicalTable table) {
        List<Type> types = new ArrayList<>();
        table.allColumns().forEach((name, type) -> types.add(type(name, type)));
        return new MessageType(table.name(), types);
    }

    private static Type type(String name, CanonicalType type) {
        return switch (type) {
            case STRING ->
                Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(name);
            case BOOLEAN -> Types.optional(PrimitiveTypeName.BOOLEAN).named(name);
            case INT -> Types.optional(PrimitiveTypeName.INT32).named(name);
            case DOUBLE -> Types.optional(PrimitiveTypeName.DOUBLE).named(name);
            case TIMESTAMP ->
                Types.optional(PrimitiveTypeName.INT64)
                        .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
                        .named(name);
            case DATE ->
                Types.optional(PrimitiveTypeName.INT32)
                        .as(LogicalTypeAnnotation.dateType())
                        .named(name);
            case STRINGS ->
                Types.optionalList()
                        .optionalElement(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(name);
        };
    }

    /** Position of a column. */
    int column(String name) {
        int at = columns.indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException("no column '" + name + "' in " + columns);
        }
        return at;
    }

    /**
     * Sets a column of the next rows, until it is set again: {@link Binary}, Boolean, Integer, Long, Double, or null.
     */
    void set(int column, @Nullable Object value) {
        row[column] = value;
    }

    void set(String column, @Nullable String value) {
        row[column(column)] = value == null ? null : Binary.fromString(value);
    }

    void write() {
        try {
            writer.write(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Builder extends ParquetWriter.Builder<@Nullable Object[], Builder> {
        private final MessageType schema;

        Builder(OutputFile file, MessageType schema) {
            super(file);
            this.schema = schema;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // abstract as yet
        protected WriteSupport<@Nullable Object[]> getWriteSupport(Configuration conf) {
            return new Rows(schema);
        }

        @Override
        protected WriteSupport<@Nullable Object[]> getWriteSupport(ParquetConfiguration conf) {
            return new Rows(schema);
        }
    }

    private static final class Rows extends WriteSupport<@Nullable Object[]> {
        private final MessageType schema;
        private @Nullable RecordConsumer out;

        Rows(MessageType schema) {
            this.schema = schema;
        }

        @Override
        @SuppressWarnings("deprecation") // abstract as yet
        public WriteContext init(Configuration conf) {
            return new WriteContext(schema, Map.of());
        }

        @Override
        public WriteContext init(ParquetConfiguration conf) {
            return new WriteContext(schema, Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer consumer) {
            out = consumer;
        }

        @Override
        public void write(@Nullable Object[] values) {
            RecordConsumer to = java.util.Objects.requireNonNull(out);
            to.startMessage();
            for (int i = 0; i < values.length; i++) {
                Object value = values[i];
                if (value != null) {
                    String name = schema.getFieldName(i);
                    to.startField(name, i);
                    add(to, value);
                    to.endField(name, i);
                }
            }
            to.endMessage();
        }

        private static void add(RecordConsumer to, Object value) {
            if (value instanceof Binary text) {
                to.addBinary(text);
            } else if (value instanceof Integer number) {
                to.addInteger(number);
            } else if (value instanceof Long number) {
                to.addLong(number);
            } else if (value instanceof Double number) {
                to.addDouble(number);
            } else if (value instanceof Boolean flag) {
                to.addBoolean(flag);
            } else {
                throw new IllegalArgumentException("cannot write a " + value.getClass());
            }
        }
    }
}
