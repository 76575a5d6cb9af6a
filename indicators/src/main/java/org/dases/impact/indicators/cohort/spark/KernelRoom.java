// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkContext;

/**
 * How many rows are packed and counted at once.
 *
 * @param chunks how many chunks the rows are packed in, at least 1
 * @param together chunks are counted together up to so many facts
 * @param most a chunk of more facts has no room, nor have more facts of movers
 * @param piece a task sends off its rows once they have become so many facts
 */
record KernelRoom(int chunks, long together, long most, int piece) {
    /**
     * A row that has no other to share a fact with: number of contributor and place, the place itself, the fact that
     * the kernel orders, and what growing and sending cost; for each indicator two sums, five times.
     */
    private static final int ROW_BYTES = 200;

    private static final int ROW_BYTES_PER_INDICATOR = 80;
    /** Of the heap: rows that are counted. */
    private static final int PART_OF_ROWS = 3;
    /** Of the heap: what all tasks of a process have packed and not sent off yet. */
    private static final int PART_OF_TASKS = 8;
    /** So many files Spark's shuffles write at once, beyond which they would keep rows in memory to sort them. */
    private static final int MOST_CHUNKS = 200;

    private static final int LEAST_PIECE = 10_000;

    /** Finds out how much room there is. */
    @FunctionalInterface
    interface Sizing {
        /**
         * For some rows.
         *
         * @param spark where they are packed
         * @param rows how many
         * @param indicators how many count them
         */
        KernelRoom room(SparkContext spark, long rows, int indicators);
    }

    /**
     * In a third of the driver's memory, in one chunk where all rows have room. Else each has about a quarter of it, so
     * that unequal ones have room, too, and they are counted together up to half of it.
     */
    static KernelRoom of(SparkContext spark, long rows, int indicators) {
        long bytes = ROW_BYTES + (long) ROW_BYTES_PER_INDICATOR * indicators;
        long sendable = spark.getConf().getSizeAsBytes("spark.driver.maxResultSize", "1g") / 2;
        long heap = Runtime.getRuntime().maxMemory();
        long free = heap / PART_OF_ROWS;
        long most = Math.max(1, (sendable == 0 ? free : Math.min(sendable, free)) / bytes);
        long inTask = RegisterReader.memory(spark) / PART_OF_TASKS / cores(spark) / bytes;
        int chunks = rows <= most ? 1 : (int) Math.min(MOST_CHUNKS, Math.max(2, 4 * rows / most));
        int piece = chunks == 1 ? Integer.MAX_VALUE : (int) Math.max(LEAST_PIECE, Math.min(inTask, most));
        return new KernelRoom(chunks, most / 2, most, piece);
    }

    /** How many tasks share the memory of a process. */
    private static int cores(SparkContext spark) {
        int own = Runtime.getRuntime().availableProcessors();
        return spark.isLocal() ? own : spark.getConf().getInt("spark.executor.cores", own);
    }

    /** Chunks that are counted together, by position: as many as have room. */
    List<List<Integer>> batches(List<ChunkSummary> summaries) {
        List<List<Integer>> batches = new ArrayList<>();
        long facts = 0;
        for (int chunk = 0; chunk < summaries.size(); chunk++) {
            facts += summaries.get(chunk).facts();
            if (batches.isEmpty() || facts > together) {
                batches.add(new ArrayList<>());
                facts = summaries.get(chunk).facts();
            }
            batches.get(batches.size() - 1).add(chunk);
        }
        return batches;
    }
}
