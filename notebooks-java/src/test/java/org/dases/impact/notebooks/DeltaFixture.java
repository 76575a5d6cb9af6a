// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.notebooks;

import io.delta.kernel.DataWriteContext;
import io.delta.kernel.Operation;
import io.delta.kernel.TableManager;
import io.delta.kernel.Transaction;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.defaults.internal.data.DefaultColumnarBatch;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.transaction.DataLayoutSpec;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterable;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/** Writes small Delta tables without Spark: one commit for each append. */
final class DeltaFixture {
    /**
     * One row to write.
     *
     * @param values its cells, in the order of the columns
     */
    record Cells(List<@Nullable Object> values) {}

    private static final String WRITER = "example";
    private static final Engine ENGINE = DefaultEngine.create(new Configuration());
    private final Path folder;
    private final StructType schema;
    private final List<String> partitions;

    DeltaFixture(Path folder, StructType schema, List<String> partitions) {
        this.folder = folder;
        this.schema = schema;
        this.partitions = partitions;
    }

    /**
     * Appends rows of {@code String}, {@code Long}, {@code Double}, days as {@code Integer}, or null; in one commit.
     */
    void append(List<Cells> rows) {
        Transaction transaction = Files.isDirectory(folder.resolve("_delta_log"))
                ? TableManager.loadSnapshot(folder.toString())
                        .build(ENGINE)
                        .buildUpdateTableTransaction(WRITER, Operation.WRITE)
                        .build(ENGINE)
                : TableManager.buildCreateTableTransaction(folder.toString(), schema, WRITER)
                        .withDataLayoutSpec(layout())
                        .build(ENGINE);
        Row state = transaction.getTransactionState(ENGINE);
        List<Row> actions = new ArrayList<>();
        byPartition(rows).forEach((values, part) -> actions.addAll(write(state, values, part)));
        transaction.commit(ENGINE, CloseableIterable.inMemoryIterable(Utils.toCloseableIterator(actions.iterator())));
    }

    private DataLayoutSpec layout() {
        return partitions.isEmpty()
                ? DataLayoutSpec.noDataLayout()
                : DataLayoutSpec.partitioned(
                        partitions.stream().map(Column::new).toList());
    }

    private List<Row> write(Row state, Map<String, String> partition, List<Cells> rows) {
        // A literal has no hash code of its own, so it cannot be part of the key.
        Map<String, Literal> values = new LinkedHashMap<>();
        partition.forEach((name, value) -> values.put(name, Literal.ofString(value)));
        DataWriteContext context = Transaction.getWriteContext(ENGINE, state, values);
        try (CloseableIterator<FilteredColumnarBatch> data = Transaction.transformLogicalData(
                        ENGINE, state, Utils.singletonCloseableIterator(batch(rows)), values);
                CloseableIterator<DataFileStatus> files = ENGINE.getParquetHandler()
                        .writeParquetFiles(context.getTargetDirectory(), data, context.getStatisticsColumns())) {
            return Transaction.generateAppendActions(ENGINE, state, files, context)
                    .toInMemoryList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FilteredColumnarBatch batch(List<Cells> rows) {
        ColumnVector[] columns = new ColumnVector[schema.length()];
        for (int i = 0; i < columns.length; i++) {
            StructField field = schema.at(i);
            List<@Nullable Object> cells = new ArrayList<>();
            for (Cells row : rows) {
                cells.add(row.values().get(i));
            }
            columns[i] = new CellVector(field.getDataType(), cells);
        }
        return new FilteredColumnarBatch(new DefaultColumnarBatch(rows.size(), schema, columns), Optional.empty());
    }

    private Map<Map<String, String>, List<Cells>> byPartition(List<Cells> rows) {
        Map<Map<String, String>, List<Cells>> parts = new LinkedHashMap<>();
        for (Cells row : rows) {
            Map<String, String> values = new LinkedHashMap<>();
            for (String partition : partitions) {
                values.put(partition, String.valueOf(row.values().get(schema.indexOf(partition))));
            }
            parts.computeIfAbsent(values, key -> new ArrayList<>()).add(row);
        }
        return parts;
    }
}
