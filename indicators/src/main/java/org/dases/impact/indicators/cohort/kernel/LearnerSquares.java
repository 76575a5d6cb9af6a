// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

import java.util.List;

/**
 * How unequal learners are in each cell: sums over learners of the squares, and of the product, of what each has there
 * of the first two measures. A learner's own sums are added up over the free axes; squares of different learners then
 * add up over all others, as learners do.
 */
public final class LearnerSquares {
    private final Facts facts;
    private final CellSums sums;
    private final Ancestors free;
    private final long[] firstValues;
    private final long[] secondValues;
    private final LongSlots touched = new LongSlots();
    private long[] first = new long[64];
    private long[] second = new long[64];

    private LearnerSquares(Facts facts, int measure) {
        this.facts = facts;
        this.firstValues = facts.values[measure];
        this.secondValues = facts.values[measure + 1];
        this.sums = CellSums.sparse(facts.shape(), 3, CohortCube.MOST_CELLS);
        this.free = new Ancestors(facts.shape(), Scope.FREE);
    }

    /**
     * Adds them up.
     *
     * @param facts facts with at least two measures more than {@code measure}, both below 2³¹ in sum
     * @param measure position of the first measure; the other comes after it
     * @param threads how many share the work, at least 1; the result does not depend on it
     * @return the sums
     * @throws CubeRefused when there are more than 10⁷ cells
     */
    public static LearnerSquares of(Facts facts, int measure, int threads) {
        List<int[]> shares = CohortCube.shares(facts, threads);
        List<LearnerSquares> parts = (threads > 1 ? shares.parallelStream() : shares.stream())
                .map(blocks -> new LearnerSquares(facts, measure).count(blocks))
                .toList();
        LearnerSquares all = parts.get(0);
        parts.stream().skip(1).forEach(part -> all.sums.add(part.sums));
        new Fold(facts.shape(), all.sums).withoutFree();
        all.countMovers();
        return all;
    }

    private LearnerSquares count(int[] blocks) {
        for (int block : blocks) {
            for (int run = facts.firstRun[block]; run < facts.firstRun[block + 1]; run++) {
                if (!facts.moves(run)) {
                    long place = facts.schoolParts[block] + facts.learnerParts[run];
                    for (int row = facts.firstRow[run]; row < facts.firstRow[run + 1]; row++) {
                        for (long part : free.of(facts.freeParts[row])) {
                            touch(place + part, row);
                        }
                    }
                    square();
                }
            }
        }
        return this;
    }

    private void countMovers() {
        Ancestors school = new Ancestors(facts.shape(), Scope.SCHOOL);
        Ancestors learner = new Ancestors(facts.shape(), Scope.LEARNER);
        for (int[] runs : facts.movers()) {
            for (int run : runs) {
                long[] schools = school.of(facts.schoolParts[facts.block(run)]);
                long[] learners = learner.of(facts.learnerParts[run]);
                for (int row = facts.firstRow[run]; row < facts.firstRow[run + 1]; row++) {
                    for (long freePart : free.of(facts.freeParts[row])) {
                        for (long learnerPart : learners) {
                            for (long schoolPart : schools) {
                                touch(schoolPart + learnerPart + freePart, row);
                            }
                        }
                    }
                }
            }
            square();
        }
    }

    private void touch(long cell, int row) {
        int slot = touched.slot(cell);
        if (slot >= first.length) {
            first = java.util.Arrays.copyOf(first, 2 * slot);
            second = java.util.Arrays.copyOf(second, 2 * slot);
        }
        first[slot] += firstValues[row];
        second[slot] += secondValues[row];
    }

    /** The end of a learner. */
    private void square() {
        for (int i = 0; i < touched.size(); i++) {
            int slot = sums.slot(touched.key(i));
            sums.learners[slot]++;
            sums.values[0][slot] += first[i] * first[i];
            sums.values[1][slot] += first[i] * second[i];
            sums.values[2][slot] += second[i] * second[i];
            first[i] = 0;
            second[i] = 0;
        }
        touched.clear();
    }

    /**
     * Finds a cell.
     *
     * @param cell number of a cell that has a fact
     * @return where its sums are
     */
    public int line(long cell) {
        return sums.slot(cell);
    }

    /**
     * Sum of the squares of the first measure.
     *
     * @param line of a cell
     * @return Σ over its learners of x²
     */
    public long firstSquared(int line) {
        return sums.values[0][line];
    }

    /**
     * Sum of the products of both measures.
     *
     * @param line of a cell
     * @return Σ over its learners of x·m
     */
    public long product(int line) {
        return sums.values[1][line];
    }

    /**
     * Sum of the squares of the second measure.
     *
     * @param line of a cell
     * @return Σ over its learners of m²
     */
    public long secondSquared(int line) {
        return sums.values[2][line];
    }
}
