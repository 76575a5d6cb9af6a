// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

/**
 * The same as {@link Walk} where every cell has a slot. Stamps are then needed for the cells of one school only, and
 * stay in the processor's nearest memory.
 */
final class DenseWalk {
    private final Facts facts;
    private final CellSums sums;
    private final SmallAncestors free;
    private final SmallAncestors learner;
    /** Run that was counted last, plus one, by free part. */
    private final int[] runs;
    /** Block that was counted last, plus one, by learner's and free part. */
    private final int[] blocks;
    /** Where somebody of the block was met, and a place to write to in vain. */
    private final int[] touched;

    private int touches;

    DenseWalk(Facts facts, CellSums sums) {
        this.facts = facts;
        this.sums = sums;
        this.free = new SmallAncestors(facts.shape(), Scope.FREE);
        this.learner = new SmallAncestors(facts.shape(), Scope.LEARNER);
        int freeParts = facts.shape().parts(Scope.FREE);
        this.runs = new int[freeParts];
        this.blocks = new int[freeParts * facts.shape().parts(Scope.LEARNER)];
        this.touched = new int[blocks.length + 1];
    }

    /** Counts these blocks. */
    CellSums count(int[] blocks) {
        for (int block : blocks) {
            for (int run = facts.firstRun[block]; run < facts.firstRun[block + 1]; run++) {
                int place = (int) (facts.schoolParts[block] + facts.learnerParts[run]);
                countRun(block, run, place);
                for (int measure = 0; measure < sums.values.length; measure++) {
                    add(run, place, facts.values[measure], sums.values[measure]);
                }
            }
            countSchool(block);
        }
        return sums;
    }

    /** Without branches, which the processor would guess wrong: whether somebody is met the first time is chance. */
    private void countRun(int block, int run, int place) {
        int learnerPart = (int) facts.learnerParts[run];
        int one = facts.moves(run) ? 0 : 1;
        int[] learners = sums.learners;
        int last = facts.firstRow[run + 1];
        for (int row = facts.firstRow[run]; row < last; row++) {
            for (int part : free.of((int) facts.freeParts[row])) {
                learners[place + part] += differ(runs[part], run + 1) & one;
                runs[part] = run + 1;
                int within = learnerPart + part;
                touched[touches] = within;
                touches += differ(blocks[within], block + 1);
                blocks[within] = block + 1;
            }
        }
    }

    /** 1 where the numbers differ, else 0. */
    private static int differ(int one, int other) {
        int bits = one ^ other;
        return (bits | -bits) >>> (Integer.SIZE - 1);
    }

    private void add(int run, int place, long[] from, long[] to) {
        int last = facts.firstRow[run + 1];
        for (int row = facts.firstRow[run]; row < last; row++) {
            to[place + (int) facts.freeParts[row]] += from[row];
        }
    }

    /** Marks the school in the cells that its learners touched, and in those above on the learners' axes. */
    private void countSchool(int block) {
        int one = facts.schools[block] < 0 || facts.schoolMoves(block) ? 0 : 1;
        int schoolPart = (int) facts.schoolParts[block];
        for (int i = 0; i < touches; i++) {
            int freePart = touched[i] % runs.length;
            int[] above = learner.of(touched[i] - freePart);
            sums.schools[schoolPart + touched[i]] += one;
            for (int up = 1; up < above.length; up++) {
                int within = above[up] + freePart;
                sums.schools[schoolPart + within] += differ(blocks[within], block + 1) & one;
                blocks[within] = block + 1;
            }
        }
        touches = 0;
    }
}
