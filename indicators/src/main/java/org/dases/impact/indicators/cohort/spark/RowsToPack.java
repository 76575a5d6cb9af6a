// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.dases.impact.indicators.definition.Level;

/**
 * Rows that are packed by Spark's tasks, and the registers that give them what they lack.
 *
 * @param rows rows of {@link MeasuredRows}: bare ones with registers, else such as have their attributes
 * @param registers the registers, or {@link Registers#NONE}
 * @param tables the table of each level
 */
record RowsToPack(Dataset<Row> rows, Registers registers, List<String> tables) {
    RowsToPack {
        tables = List.copyOf(tables);
    }

    /** Rows that have their attributes. */
    static RowsToPack joined(Dataset<Row> rows, List<Level> levels) {
        return new RowsToPack(rows, Registers.NONE, tables(levels));
    }

    /** Rows whose attributes are found in registers. */
    static RowsToPack bare(Dataset<Row> rows, Registers registers, List<Level> levels) {
        return new RowsToPack(rows, registers, tables(levels));
    }

    private static List<String> tables(List<Level> levels) {
        return levels.stream().map(Level::table).toList();
    }

    SparkSession spark() {
        return rows.sparkSession();
    }

    /** How many contributors have a number in the register of learners. */
    int known() {
        Register learners = registers.learners();
        return learners == null ? 0 : learners.size();
    }

    /** Packs them, task by task. */
    List<PackedRows> pack(WalkPlan plan) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark().sparkContext());
        Broadcast<Registers> sent = context.broadcast(registers);
        List<String> of = tables; // sent to the tasks, unlike this
        try {
            JavaRDD<InternalRow> internal = rows.queryExecution().toRdd().toJavaRDD();
            return internal.mapPartitions(part -> List.of(pack(part, new RowPacker(plan, of, sent.value())))
                            .iterator())
                    .collect();
        } finally {
            sent.destroy();
        }
    }

    private static PackedRows pack(Iterator<InternalRow> rows, RowPacker packer) {
        rows.forEachRemaining(packer::add);
        return packer.packed();
    }
}
