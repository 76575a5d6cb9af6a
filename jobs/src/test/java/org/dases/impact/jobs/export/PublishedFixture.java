// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.export;

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
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampType;
import io.delta.kernel.utils.CloseableIterable;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/** A published zone as releases leave it, written with Delta Kernel in place of Spark. */
public final class PublishedFixture {
    private static final Engine ENGINE = DefaultEngine.create(new Configuration());
    private static final StructType RELEASES = new StructType()
            .add("release_id", LongType.LONG)
            .add("released_at", TimestampType.TIMESTAMP)
            .add("table_id", StringType.STRING)
            .add("path", StringType.STRING)
            .add("rows", LongType.LONG)
            .add("published", LongType.LONG)
            .add("withheld", LongType.LONG)
            .add("fingerprint", StringType.STRING)
            .add("engine_version", StringType.STRING);
    private static final StructType TABLE = new StructType()
            .add("release_id", LongType.LONG)
            .add("school_year", StringType.STRING)
            .add("period_start", DateType.DATE)
            .add("course", StringType.STRING)
            .add("indicator_id", StringType.STRING)
            .add("value", DoubleType.DOUBLE)
            .add("value_low", DoubleType.DOUBLE)
            .add("n_learners", LongType.LONG)
            .add("conf_status", StringType.STRING)
            .add("frozen_since", TimestampType.TIMESTAMP);

    private final Path root;

    /**
     * A zone.
     *
     * @param root its folder
     */
    public PublishedFixture(Path root) {
        this.root = root;
    }

    /**
     * Writes rows of a table that no reader shows before {@link #commit}. Cells: release, school year, day since 1970,
     * course, indicator, value, low end, learners, status, microseconds since 1970.
     *
     * @param table its name
     * @param rows its rows
     */
    public void rows(String table, @Nullable Object[]... rows) {
        append(root.resolve(table), TABLE, Arrays.asList(rows));
    }

    /**
     * Makes a release visible.
     *
     * @param release its number
     * @param rows number of rows a table
     */
    public void commit(long release, Map<String, Long> rows) {
        append(
                root.resolve("releases"),
                RELEASES,
                rows.entrySet().stream()
                        .map(each -> entry(release, each.getKey(), each.getKey(), each.getValue()))
                        .toList());
    }

    /** A release of one table that lies elsewhere than its name says. */
    void commit(long release, String table, String path, long rows) {
        append(root.resolve("releases"), RELEASES, Collections.singletonList(entry(release, table, path, rows)));
    }

    private static @Nullable Object[] entry(long release, String table, String path, long rows) {
        return new @Nullable Object[] {release, 0L, table, path, rows, rows, 0L, "f", "test"};
    }

    private static void append(Path folder, StructType schema, List<@Nullable Object[]> rows) {
        Transaction transaction = Files.isDirectory(folder.resolve("_delta_log"))
                ? TableManager.loadSnapshot(folder.toString())
                        .build(ENGINE)
                        .buildUpdateTableTransaction("test", Operation.WRITE)
                        .build(ENGINE)
                : TableManager.buildCreateTableTransaction(folder.toString(), schema, "test")
                        .build(ENGINE);
        Row state = transaction.getTransactionState(ENGINE);
        DataWriteContext context = Transaction.getWriteContext(ENGINE, state, Map.of());
        try (CloseableIterator<FilteredColumnarBatch> data = Transaction.transformLogicalData(
                        ENGINE, state, Utils.singletonCloseableIterator(batch(schema, rows)), Map.of());
                CloseableIterator<DataFileStatus> files = ENGINE.getParquetHandler()
                        .writeParquetFiles(context.getTargetDirectory(), data, context.getStatisticsColumns())) {
            List<Row> actions = Transaction.generateAppendActions(ENGINE, state, files, context)
                    .toInMemoryList();
            transaction.commit(
                    ENGINE, CloseableIterable.inMemoryIterable(Utils.toCloseableIterator(actions.iterator())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FilteredColumnarBatch batch(StructType schema, List<@Nullable Object[]> rows) {
        ColumnVector[] columns = new ColumnVector[schema.length()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = new CellVector(schema.at(i).getDataType(), i, rows);
        }
        return new FilteredColumnarBatch(new DefaultColumnarBatch(rows.size(), schema, columns), Optional.empty());
    }
}
