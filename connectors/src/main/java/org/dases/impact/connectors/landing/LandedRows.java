// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.landing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.dases.impact.connectors.source.Batch;
import org.dases.impact.connectors.source.Checkpoint;
import org.dases.impact.connectors.source.Rejected;
import org.dases.impact.connectors.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Makes the rows of one commit out of batches: records, rejected records and one checkpoint a batch.
 *
 * @param dataset name of the dataset
 * @param contractId contract under which they land
 * @param contractSha256 its hash
 * @param pulledAt when the pull began
 * @param columns source columns of the commit, each once whatever its case
 */
record LandedRows(String dataset, String contractId, String contractSha256, Instant pulledAt, List<String> columns) {
    private static final int OWN = Column.values().length;

    StructType schema() {
        List<StructField> fields = new ArrayList<>();
        for (Column column : Column.values()) {
            fields.add(DataTypes.createStructField(column.title(), column.type(), true));
        }
        columns.forEach(name -> fields.add(DataTypes.createStructField(name, DataTypes.StringType, true)));
        return DataTypes.createStructType(fields);
    }

    List<Row> of(List<Batch> batches) {
        Map<String, Integer> places = new HashMap<>();
        columns.forEach(name -> places.put(name.toLowerCase(Locale.ROOT), OWN + places.size()));
        List<Row> rows = new ArrayList<>();
        for (Batch batch : batches) {
            int[] place = batch.shape().columns().stream()
                    .mapToInt(name -> place(places, name))
                    .toArray();
            for (SourceRecord record : batch.records()) {
                @Nullable Object[] cells = cells(batch, Column.RECORD);
                cells[Column.NUMBER.place()] = record.number();
                for (int i = 0; i < place.length; i++) {
                    cells[place[i]] = record.values().get(i);
                }
                rows.add(RowFactory.create(cells));
            }
            for (Rejected rejected : batch.rejected()) {
                @Nullable Object[] cells = cells(batch, Column.REJECTED);
                cells[Column.NUMBER.place()] = rejected.number();
                cells[Column.REASON.place()] = rejected.reason();
                rows.add(RowFactory.create(cells));
            }
            rows.add(RowFactory.create(checkpoint(batch)));
        }
        return rows;
    }

    private static int place(Map<String, Integer> places, String name) {
        Integer place = places.get(name.toLowerCase(Locale.ROOT));
        if (place == null) {
            throw new IllegalStateException("column '" + name + "' is not among those of its commit");
        }
        return place;
    }

    private @Nullable Object[] checkpoint(Batch batch) {
        Checkpoint after = batch.after();
        @Nullable Object[] cells = cells(batch, Column.CHECKPOINT);
        cells[Column.POSITION.place()] = after.position();
        cells[Column.DONE.place()] = after.done();
        cells[Column.CURSOR.place()] = after.cursor();
        return cells;
    }

    private @Nullable Object[] cells(Batch batch, String kind) {
        @Nullable Object[] cells = new @Nullable Object[OWN + columns.size()];
        cells[Column.KIND.place()] = kind;
        cells[Column.SLICE.place()] = batch.after().slice();
        cells[Column.SLICE_VERSION.place()] = batch.after().version();
        cells[Column.DATASET.place()] = dataset;
        cells[Column.CONTRACT_ID.place()] = contractId;
        cells[Column.CONTRACT_SHA256.place()] = contractSha256;
        cells[Column.PULLED_AT.place()] = pulledAt;
        cells[Column.BATCH_SHA256.place()] = batch.sha256();
        return cells;
    }
}
