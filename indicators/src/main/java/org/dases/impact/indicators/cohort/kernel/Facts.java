// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Facts in the order of counting: blocks of one school, in them runs of one learner, in them rows. Within a block the
 * codes of the school do not change, within a run those of the learner do not. Who has a second run, or a school that
 * has a second block, moves: its counts do not add up and take the second path.
 */
public final class Facts {
    /** School of a block; −1 when it is not known. */
    final int[] schools;
    /** Part of the cell's number that the school gives, by block. */
    final long[] schoolParts;
    /** First run of each block, and the number of runs. */
    final int[] firstRun;
    /** Learner of a run. */
    final int[] learners;
    /** Part of the cell's number that the learner gives, by run. */
    final long[] learnerParts;
    /** First row of each run, and the number of rows. */
    final int[] firstRow;
    /** Part of the cell's number that the free axes give, by row. */
    final long[] freeParts;
    /** Values, by measure and row. */
    final long[][] values;

    private final CubeShape shape;
    private final List<int[]> movers;
    private final List<int[]> movingSchools;
    private final boolean[] moves;
    private final boolean[] schoolMoves;

    Facts(CubeShape shape, Runs runs, long[] freeParts, long[][] values, IntPredicate elsewhere) {
        this.shape = shape;
        this.schools = runs.schools.toArray();
        this.schoolParts = runs.schoolParts.toArray();
        this.firstRun = runs.firstRun.toArray();
        this.learners = runs.learners.toArray();
        this.learnerParts = runs.learnerParts.toArray();
        this.firstRow = runs.firstRow.toArray();
        this.freeParts = freeParts;
        this.values = values;
        List<int[]> repeated = Repeats.of(learners);
        this.movers = repeated.stream()
                .filter(group -> !elsewhere.test(learners[group[0]]))
                .toList();
        this.movingSchools = Repeats.of(schools);
        this.moves = marked(repeated, learners.length);
        for (int run = 0; run < learners.length; run++) {
            moves[run] |= elsewhere.test(learners[run]);
        }
        this.schoolMoves = marked(movingSchools, schools.length);
    }

    private static boolean[] marked(List<int[]> groups, int length) {
        boolean[] marked = new boolean[length];
        for (int[] group : groups) {
            for (int at : group) {
                marked[at] = true;
            }
        }
        return marked;
    }

    /**
     * Number of facts.
     *
     * @return the number of rows
     */
    public int rows() {
        return freeParts.length;
    }

    /**
     * The axes that the facts have codes on.
     *
     * @return the shape of their cube
     */
    public CubeShape shape() {
        return shape;
    }

    /** Number of values of a fact. */
    int measures() {
        return values.length;
    }

    int blocks() {
        return schools.length;
    }

    int rowsOfBlock(int block) {
        return firstRow[firstRun[block + 1]] - firstRow[firstRun[block]];
    }

    /** The block of a run. */
    int block(int run) {
        int found = Arrays.binarySearch(firstRun, run);
        return found < 0 ? -found - 2 : found;
    }

    /** Whether the learner of a run has another, or is counted elsewhere. */
    boolean moves(int run) {
        return moves[run];
    }

    /** Whether the school of a block has another. */
    boolean schoolMoves(int block) {
        return schoolMoves[block];
    }

    /** The runs of each learner that has several and is not counted elsewhere. */
    List<int[]> movers() {
        return movers;
    }

    /** The blocks of each school that has several. */
    List<int[]> movingSchools() {
        return movingSchools;
    }
}
