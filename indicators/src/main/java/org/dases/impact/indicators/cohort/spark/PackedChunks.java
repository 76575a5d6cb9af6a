// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.ShuffledRDD;
import org.apache.spark.serializer.JavaSerializer;
import org.jspecify.annotations.Nullable;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * Packed rows in chunks, each of which has all rows of its schools. One alone is in memory. Several lie in the files of
 * a shuffle, a partition each, and come to the driver when they are asked for, as often as they are.
 */
final class PackedChunks implements AutoCloseable {
    private final WalkPlan plan;
    private final JavaRDD<PackedRows> rows;
    private final @Nullable List<PackedRows> only;
    private @Nullable Broadcast<Registers> registers;

    private PackedChunks(
            WalkPlan plan,
            JavaRDD<PackedRows> rows,
            @Nullable List<PackedRows> only,
            @Nullable Broadcast<Registers> registers) {
        this.plan = plan;
        this.rows = rows;
        this.only = only;
        this.registers = registers;
    }

    /**
     * Packs.
     *
     * @param plan what the rows are like
     * @param pieces what the tasks make of them
     * @param chunks how many chunks there are to be
     * @param registers what the tasks look at, and nobody else
     */
    static PackedChunks of(WalkPlan plan, JavaRDD<PackedRows> pieces, int chunks, Broadcast<Registers> registers) {
        if (chunks == 1) {
            try {
                return new PackedChunks(plan, pieces, pieces.collect(), null);
            } finally {
                registers.destroy();
            }
        }
        JavaPairRDD<Integer, PackedRows> split = pieces.flatMapToPair(piece -> new PackedSplit(piece).bySchool(chunks));
        ClassTag<Integer> number = ClassTag$.MODULE$.apply(Integer.class);
        ClassTag<PackedRows> packed = ClassTag$.MODULE$.apply(PackedRows.class);
        ShuffledRDD<Integer, PackedRows, PackedRows> shuffled =
                new ShuffledRDD<>(split.rdd(), new HashPartitioner(chunks), number, packed, packed);
        // Else it would remember the last hundred pieces of each chunk.
        SparkConf forgetful = pieces.context().getConf().set("spark.serializer.objectStreamReset", "1");
        shuffled.setSerializer(new JavaSerializer(forgetful));
        return new PackedChunks(
                plan, JavaPairRDD.fromRDD(shuffled, number, packed).values(), null, registers);
    }

    /** What is in each chunk. They are all packed then. */
    List<ChunkSummary> summaries() {
        if (only != null) {
            return List.of(ChunkSummary.ofAll(plan, only));
        }
        WalkPlan of = plan; // sent to the tasks, unlike this
        List<ChunkSummary> summaries = rows.mapPartitions(
                        chunk -> List.of(ChunkSummary.of(of, chunk)).iterator())
                .collect();
        if (rows.context().isLocal()) { // where no files are lost, for which rows would be packed again
            close();
        }
        return summaries;
    }

    /** The rows of some chunks. */
    List<PackedRows> read(List<Integer> chunks) {
        if (only != null) {
            return only;
        }
        List<PackedRows> read = new ArrayList<>();
        Arrays.stream(rows.collectPartitions(
                        chunks.stream().mapToInt(Integer::intValue).toArray()))
                .forEach(read::addAll);
        return read;
    }

    @Override
    public void close() {
        if (registers != null) {
            registers.destroy();
            registers = null;
        }
    }
}
