// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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
        return facts.shape().isWhole()
                && cells <= MOST_DENSE
                && cells <= ALWAYS_DENSE + (long) DENSE_PER_ROW * facts.rows();
    }

    static Cells count(Facts facts, int threads, boolean isDense, int most) {
        List<int[]> shares = shares(facts, threads);
        List<CellSums> counted = (threads > 1 ? shares.parallelStream() : shares.stream())
                .map(blocks -> walk(facts, blocks, isDense, most))
                .toList();
        CellSums sums = counted.get(0);
        counted.stream().skip(1).forEach(sums::add);
        new Fold(facts.shape(), sums).all();
        new SecondPath(facts, sums).count();
        return sums.cells();
    }

    private static CellSums walk(Facts facts, int[] blocks, boolean isDense, int most) {
        return isDense
                ? new DenseWalk(facts, CellSums.dense(facts.shape(), facts.measures())).count(blocks)
                : new Walk(facts, CellSums.sparse(facts.shape(), facts.measures(), most)).count(blocks);
    }

    /** Blocks of each share, about as many rows each. Schools with the same codes, so the same cells, come together. */
    static List<int[]> shares(Facts facts, int threads) {
        int[] blocks = IntStream.range(0, facts.blocks())
                .boxed()
                .sorted(Comparator.comparing((Integer block) -> facts.schoolParts[block]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<int[]> shares = new ArrayList<>();
        int first = 0;
        long rows = 0;
        for (int i = 0; i < blocks.length && shares.size() < threads - 1; i++) {
            rows += facts.rowsOfBlock(blocks[i]);
            if (rows * threads >= (long) facts.rows() * (shares.size() + 1)) {
                shares.add(Arrays.copyOfRange(blocks, first, i + 1));
                first = i + 1;
            }
        }
        shares.add(Arrays.copyOfRange(blocks, first, blocks.length));
        return shares;
    }
}
