// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** Bad records of all kinds in one frame: rejected when landed, bad as a whole, or bad for one table. */
final class Quarantine {
    static final String REJECTED = "rejected";

    private final Dataset<Row> landed;
    private final Dataset<Row> tried;
    private final Map<String, Dataset<Row>> ranked;

    Quarantine(Dataset<Row> landed, Dataset<Row> tried, Map<String, Dataset<Row>> ranked) {
        this.landed = landed;
        this.tried = tried;
        this.ranked = ranked;
    }

    Dataset<Row> rows() {
        Column none = lit(null).cast(DataTypes.StringType);
        Column why = coalesce(col("_reason"), lit("record: could not be read"));
        Dataset<Row> all = columns(landed.filter(col("_kind").equalTo(REJECTED)), none, why)
                .unionAll(columns(tried.filter(col(RecordView.REASON).isNotNull()), none, col(RecordView.REASON)));
        for (Map.Entry<String, Dataset<Row>> table : ranked.entrySet()) {
            Dataset<Row> bad = table.getValue().filter(col(TableRows.REASON).isNotNull());
            all = all.unionAll(columns(bad, lit(table.getKey()), col(TableRows.REASON)));
        }
        return all;
    }

    private static Dataset<Row> columns(Dataset<Row> rows, Column table, Column reason) {
        return rows.select(
                col("_dataset"),
                col("_slice"),
                col("_number"),
                table.as("table"),
                reason.as("reason"),
                col("_pulled_at"));
    }
}
