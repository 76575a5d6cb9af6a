// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
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

    /**
     * Packs them, task by task.
     *
     * @param plan what they are like
     * @param room how much is packed at once
     */
    PackedChunks pack(WalkPlan plan, KernelRoom room) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark().sparkContext());
        Broadcast<Registers> sent = context.broadcast(registers);
        List<String> of = tables; // sent to the tasks, unlike this
        int piece = room.piece();
        JavaRDD<InternalRow> internal = rows.queryExecution().toRdd().toJavaRDD();
        JavaRDD<PackedRows> pieces =
                internal.mapPartitions(part -> new Pieces(part, () -> new RowPacker(plan, of, sent.value()), piece));
        return PackedChunks.of(plan, pieces, room.chunks(), sent);
    }

    /**
     * Packs rows until they have become so many facts, then the next.
     *
     * @param rows the rows of a task
     * @param packers makes a packer
     * @param facts how many
     */
    private record Pieces(Iterator<InternalRow> rows, Supplier<RowPacker> packers, int facts)
            implements Iterator<PackedRows> {
        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public PackedRows next() {
            RowPacker packer = packers.get();
            while (packer.size() < facts && rows.hasNext()) {
                packer.add(rows.next());
            }
            return packer.packed();
        }
    }
}
