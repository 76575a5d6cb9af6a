// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.dases.impact.indicators.cohort.kernel.CubeShape;
import org.dases.impact.indicators.cohort.kernel.FactTable;
import org.dases.impact.indicators.cohort.kernel.Facts;

/**
 * Brings coded facts from Spark into memory. Each task packs its rows into primitive columns, so that no row becomes an
 * object, and the driver puts the columns together.
 */
public final class FactScan {
    private FactScan() {}

    /**
     * Reads facts.
     *
     * @param rows columns in this order, none null: school INT (−1 when not known), learner INT, one node INT per axis,
     *     one value BIGINT per measure
     * @param shape the axes
     * @param measures how many values there are
     * @return the facts, by school and learner
     */
    public static Facts read(Dataset<Row> rows, CubeShape shape, int measures) {
        // Spark's own rows: a Row for each would cost several times what counting costs.
        JavaRDD<InternalRow> internal = rows.queryExecution().toRdd().toJavaRDD();
        List<FactTable> parts = internal.mapPartitions(
                        part -> List.of(pack(part, shape, measures)).iterator())
                .collect();
        FactTable all = new FactTable(shape, measures);
        parts.forEach(all::addAll);
        return all.cluster();
    }

    private static FactTable pack(Iterator<InternalRow> rows, CubeShape shape, int measures) {
        FactTable table = new FactTable(shape, measures);
        int[] codes = new int[shape.axes().size()];
        long[] values = new long[measures];
        while (rows.hasNext()) {
            InternalRow row = rows.next();
            for (int axis = 0; axis < codes.length; axis++) {
                codes[axis] = row.getInt(2 + axis);
            }
            for (int measure = 0; measure < measures; measure++) {
                values[measure] = row.getLong(2 + codes.length + measure);
            }
            table.add(row.getInt(0), row.getInt(1), codes, values);
        }
        table.trim();
        return table;
    }
}
