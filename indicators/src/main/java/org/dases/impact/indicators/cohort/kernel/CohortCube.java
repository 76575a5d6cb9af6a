// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

import java.util.List;
import java.util.stream.IntStream;

/** Counts a cube: the exact result of {@code GROUP BY CUBE} with distinct counts, hierarchies included. */
public final class CohortCube {
    /** More cells than this are refused. */
    static final int MOST_CELLS = 10_000_000;

    private static final int MOST_DENSE = 1 << 22;
    private static final int ALWAYS_DENSE = 1 << 16;
    private static final int DENSE_PER_ROW = 16;

    private CohortCube() {}

    /**
     * All cells that have a fact.
     *
     * @param facts the facts
     * @param threads how many share the work, at least 1; the result does not depend on it
     * @return the cells
     * @throws CubeRefused when there are more than 10⁷ cells
     */
    public static Cells count(Facts facts, int threads) {
        return count(facts, threads, isDense(facts), MOST_CELLS);
    }

    private static boolean isDense(Facts facts) {
        long cells = facts.shape().cells();
        return cells <= MOST_DENSE && cells <= ALWAYS_DENSE + (long) DENSE_PER_ROW * facts.rows();
    }

    static Cells count(Facts facts, int threads, boolean isDense, int most) {
        int[] first = shares(facts, threads);
        IntStream parts = IntStream.range(0, threads);
        List<CellSums> counted = (threads > 1 ? parts.parallel() : parts)
                .mapToObj(part -> new Walk(facts, empty(facts, isDense, most)).count(first[part], first[part + 1]))
                .toList();
        CellSums sums = counted.get(0);
        counted.stream().skip(1).forEach(sums::add);
        new Fold(facts.shape(), sums).all();
        new SecondPath(facts, sums).count();
        return sums.cells();
    }

    private static CellSums empty(Facts facts, boolean isDense, int most) {
        return isDense
                ? CellSums.dense(facts.shape(), facts.measures())
                : CellSums.sparse(facts.shape(), facts.measures(), most);
    }

    /** The first block of each share, and the number of blocks; about as many rows each. */
    private static int[] shares(Facts facts, int threads) {
        int[] first = new int[threads + 1];
        int block = 0;
        for (int part = 1; part < threads; part++) {
            long rows = (long) facts.rows() * part / threads;
            while (block < facts.blocks() && facts.firstRowOfBlock(block) < rows) {
                block++;
            }
            first[part] = block;
        }
        first[threads] = facts.blocks();
        return first;
    }
}
