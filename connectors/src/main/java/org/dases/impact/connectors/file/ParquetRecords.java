// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.dases.impact.connectors.source.Shape;
import org.jspecify.annotations.Nullable;

/** Rows of a parquet file of flat columns, as texts: see {@link ParquetText}. A record's number is its count. */
final class ParquetRecords implements FileRecords {
    private final ParquetReader<Group> reader;
    private final List<ParquetText> texts;
    private final Shape shape;
    private long number;

    private ParquetRecords(ParquetReader<Group> reader, List<ParquetText> texts, Shape shape) {
        this.reader = reader;
        this.texts = texts;
        this.shape = shape;
    }

    static ParquetRecords open(Path file, String name) throws IOException {
        org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(file.toUri());
        MessageType schema = schema(HadoopInputFile.fromPath(path, new Configuration()), name);
        List<String> names = new ArrayList<>();
        List<ParquetText> texts = new ArrayList<>();
        for (Type column : schema.getFields()) {
            if (!column.isPrimitive() || column.isRepetition(Type.Repetition.REPEATED)) {
                throw FileFaults.nested(name, column.getName());
            }
            names.add(column.getName());
            texts.add(ParquetText.of(texts.size(), column.asPrimitiveType()));
        }
        ParquetReader<Group> reader =
                ParquetReader.builder(new GroupReadSupport(), path).build();
        return new ParquetRecords(reader, texts, new Shape(names, false));
    }

    private static MessageType schema(InputFile file, String name) throws IOException {
        try (ParquetFileReader footer = ParquetFileReader.open(file)) {
            return footer.getFileMetaData().getSchema();
        } catch (RuntimeException e) {
            // What parquet throws for a file that is none, or is cut off, has no type of its own.
            throw FileFaults.notParquet(name);
        }
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public @Nullable Entry next() throws IOException {
        Group row = reader.read();
        if (row == null) {
            return null;
        }
        number++;
        List<@Nullable String> values = new ArrayList<>(texts.size());
        for (ParquetText text : texts) {
            values.add(text.of(row));
        }
        return new Entry(number, values, null);
    }

    @Override
    public boolean skip() throws IOException {
        number++;
        return reader.read() != null;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
