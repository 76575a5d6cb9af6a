// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

import java.util.Arrays;

/**
 * Walks over the facts of whole schools. A stamp per cell says who was counted there last, so that a learner counts
 * once in each combination of the free axes' nodes, and a school once in each of the free and the learners' axes.
 * Learners stay at the finest nodes of school and learner, schools at the finest of the school, values at the finest of
 * all: the rest is adding ({@link Fold}). Who moves is not counted here but in {@link SecondPath}.
 */
final class Walk {
    private final Facts facts;
    private final CellSums sums;
    private final Ancestors free;
    private final Ancestors learner;
    /** Run that was counted last, plus one, by slot. */
    private int[] runs;
    /** Block that was counted last, plus one, by slot. */
    private int[] blocks;

    Walk(Facts facts, CellSums sums) {
        this.facts = facts;
        this.sums = sums;
        this.free = new Ancestors(facts.shape(), Scope.FREE);
        this.learner = new Ancestors(facts.shape(), Scope.LEARNER);
        this.runs = new int[sums.learners.length];
        this.blocks = new int[sums.learners.length];
    }

    /** Counts these blocks. */
    CellSums count(int[] counted) {
        for (int block : counted) {
            for (int run = facts.firstRun[block]; run < facts.firstRun[block + 1]; run++) {
                countRun(block, run);
            }
        }
        return sums;
    }

    private void countRun(int block, int run) {
        long place = facts.schoolParts[block] + facts.learnerParts[run];
        int one = facts.moves(run) ? 0 : 1;
        for (int row = facts.firstRow[run]; row < facts.firstRow[run + 1]; row++) {
            long[] parts = free.of(facts.freeParts[row]);
            for (long part : parts) {
                int slot = slot(place + part);
                if (runs[slot] != run + 1) {
                    runs[slot] = run + 1;
                    sums.learners[slot] += one;
                    if (blocks[slot] != block + 1) {
                        countSchool(block, run, part);
                    }
                }
            }
            int finest = sums.slot(place + parts[0]);
            for (int measure = 0; measure < sums.values.length; measure++) {
                sums.values[measure][finest] += facts.values[measure][row];
            }
        }
    }

    private void countSchool(int block, int run, long freePart) {
        int one = facts.schools[block] < 0 || facts.schoolMoves(block) ? 0 : 1;
        for (long part : learner.of(facts.learnerParts[run])) {
            int slot = slot(facts.schoolParts[block] + part + freePart);
            if (blocks[slot] != block + 1) {
                blocks[slot] = block + 1;
                sums.schools[slot] += one;
            }
        }
    }

    private int slot(long cell) {
        int slot = sums.slot(cell);
        if (slot >= runs.length) {
            runs = Arrays.copyOf(runs, sums.learners.length);
            blocks = Arrays.copyOf(blocks, sums.learners.length);
        }
        return slot;
    }
}
