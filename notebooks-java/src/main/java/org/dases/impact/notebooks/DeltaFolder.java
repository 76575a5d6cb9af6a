// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.notebooks;

import io.delta.kernel.Scan;
import io.delta.kernel.ScanBuilder;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.exceptions.KernelEngineException;
import io.delta.kernel.exceptions.KernelException;
import io.delta.kernel.expressions.Predicate;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One version of a Delta table, read with Delta Kernel: files that the log no longer lists are not seen, and files
 * whose statistics exclude the wanted rows are not opened.
 */
final class DeltaFolder {
    private final Engine engine;
    private final Path folder;
    private final Snapshot snapshot;

    private DeltaFolder(Engine engine, Path folder, Snapshot snapshot) {
        this.engine = engine;
        this.folder = folder;
        this.snapshot = snapshot;
    }

    /** Opens the newest version. */
    static DeltaFolder open(Engine engine, Path folder) {
        try {
            return new DeltaFolder(
                    engine,
                    folder,
                    TableManager.loadSnapshot(folder.toAbsolutePath().toString())
                            .build(engine));
        } catch (KernelException | KernelEngineException | IllegalArgumentException e) {
            // of a log whose last commits are missing, while their checksums are there, the kernel says the latter
            throw LakeException.damaged(folder, "it is not a readable Delta table (" + e.getMessage() + ")", e);
        }
    }

    List<Column> columns() {
        return snapshot.getSchema().fields().stream().map(DeltaFolder::column).toList();
    }

    /**
     * Gives each row's cells, in the order of the columns. The filter only spares files and row groups: rows beside it
     * may still come.
     */
    void each(Optional<Predicate> filter, Consumer<@Nullable Object[]> rows) {
        ScanBuilder builder = snapshot.getScanBuilder();
        Scan scan = filter.map(builder::withFilter).orElse(builder).build();
        Row state = scan.getScanState(engine);
        try (CloseableIterator<FilteredColumnarBatch> files = scan.getScanFiles(engine)) {
            while (files.hasNext()) {
                try (CloseableIterator<Row> fileRows = files.next().getRows()) {
                    while (fileRows.hasNext()) {
                        file(state, fileRows.next(), scan.getRemainingFilter(), rows);
                    }
                }
            }
        } catch (LakeException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Parquet reports a broken file by whatever unchecked exception its decoders run into.
            throw LakeException.damaged(folder, "a file that its log lists is missing or broken", e);
        }
    }

    private void file(Row state, Row file, Optional<Predicate> filter, Consumer<@Nullable Object[]> rows)
            throws IOException {
        StructType physical = ScanStateRow.getPhysicalDataReadSchema(state);
        try (CloseableIterator<FileReadResult> read = engine.getParquetHandler()
                        .readParquetFiles(
                                Utils.singletonCloseableIterator(InternalScanFileUtils.getAddFileStatus(file)),
                                physical,
                                filter);
                CloseableIterator<FilteredColumnarBatch> batches =
                        Scan.transformPhysicalData(engine, state, file, read.map(FileReadResult::getData))) {
            while (batches.hasNext()) {
                batch(batches.next(), rows);
            }
        }
    }

    private void batch(FilteredColumnarBatch batch, Consumer<@Nullable Object[]> rows) throws IOException {
        StructType schema = batch.getData().getSchema();
        try (CloseableIterator<Row> iterator = batch.getRows()) {
            while (iterator.hasNext()) {
                Row row = iterator.next();
                @Nullable Object[] cells = new @Nullable Object[schema.length()];
                for (int i = 0; i < cells.length; i++) {
                    cells[i] = row.isNullAt(i) ? null : DeltaTypes.cell(row, i, schema.at(i));
                }
                rows.accept(cells);
            }
        }
    }

    private static Column column(StructField field) {
        String comment =
                field.getMetadata().contains("comment") ? field.getMetadata().getString("comment") : "";
        return new Column(field.getName(), DeltaTypes.kind(field), comment);
    }
}
