// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How many learners the school with most of them has, by cell: a cube of each school on its own. */
public final class LargestSchool {
    private static final int MOST_DENSE = 1 << 22;

    private final Facts facts;
    private final OneSchool school;
    private final Ancestors above;
    /** Null where every cell has a place of its own. */
    private final @Nullable LongSlots cells;

    private int[] learners;

    private LargestSchool(Facts facts) {
        this.facts = facts;
        this.school = new OneSchool(facts);
        this.above = new Ancestors(facts.shape(), Scope.SCHOOL);
        boolean isDense = facts.shape().isWhole() && facts.shape().cells() <= MOST_DENSE;
        this.cells = isDense ? null : new LongSlots();
        this.learners = new int[isDense ? (int) facts.shape().cells() : 64];
    }

    /**
     * Counts each school.
     *
     * @param facts the facts
     * @param threads how many share the work, at least 1; the result does not depend on it
     * @return the largest number by cell
     */
    public static LargestSchool of(Facts facts, int threads) {
        List<int[]> schools = schools(facts);
        IntStream shares = IntStream.range(0, threads);
        List<LargestSchool> parts = (threads > 1 ? shares.parallel() : shares)
                .mapToObj(share -> {
                    LargestSchool largest = new LargestSchool(facts);
                    for (int i = share; i < schools.size(); i += threads) {
                        largest.count(schools.get(i));
                    }
                    return largest;
                })
                .toList();
        LargestSchool all = parts.get(0);
        parts.stream().skip(1).forEach(all::addAll);
        return all;
    }

    /**
     * The number of a cell.
     *
     * @param cell number of the cell in the shape of the facts
     * @return learners of the school that has most of them there; 0 when no school is known
     */
    public int learners(long cell) {
        int slot = slot(cell);
        return slot < learners.length ? learners[slot] : 0;
    }

    /** The blocks of each school that is known. */
    private static List<int[]> schools(Facts facts) {
        Map<Integer, int[]> blocks = new LinkedHashMap<>();
        for (int block = 0; block < facts.blocks(); block++) {
            if (facts.schools[block] >= 0) {
                blocks.merge(facts.schools[block], new int[] {block}, LargestSchool::joined);
            }
        }
        return List.copyOf(blocks.values());
    }

    private static int[] joined(int[] one, int[] other) {
        int[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private void count(int[] blocks) {
        if (blocks.length > 1) {
            countMoving(blocks);
            return;
        }
        school.count(blocks[0]);
        for (long part : above.of(facts.schoolParts[blocks[0]])) {
            for (int i = 0; i < school.size(); i++) {
                raise(part + school.part(i), school.learners(i));
            }
        }
    }

    /** A school whose own codes change: its cube, as if it were the only one. */
    private void countMoving(int[] blocks) {
        FactTable alone = new FactTable(facts.shape(), 0);
        for (int block : blocks) {
            for (int run = facts.firstRun[block]; run < facts.firstRun[block + 1]; run++) {
                long place = facts.schoolParts[block] + facts.learnerParts[run];
                for (int row = facts.firstRow[run]; row < facts.firstRow[run + 1]; row++) {
                    alone.add(facts.schools[block], facts.learners[run], place + facts.freeParts[row]);
                }
            }
        }
        Cells counted = CohortCube.count(alone.cluster(), 1, false, CohortCube.MOST_CELLS);
        for (int line = 0; line < counted.size(); line++) {
            raise(counted.cell(line), counted.learners(line));
        }
    }

    private int slot(long cell) {
        return cells == null ? (int) cell : cells.slot(cell);
    }

    private void raise(long cell, int number) {
        int slot = slot(cell);
        if (slot >= learners.length) {
            learners = Arrays.copyOf(learners, 2 * learners.length);
        }
        learners[slot] = Math.max(learners[slot], number);
    }

    private void addAll(LargestSchool other) {
        for (int slot = 0; slot < (other.cells == null ? other.learners.length : other.cells.size()); slot++) {
            raise(other.cells == null ? slot : other.cells.key(slot), other.learners[slot]);
        }
    }
}
