// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Sums by cell while they are being added up, each in a slot: the cell's own number where the cube is small enough to
 * have a slot for every cell, else a number from open addressing.
 */
final class CellSums {
    private static final int FIRST_SLOTS = 1_024;

    int[] learners;
    int[] schools;
    final long[][] values;

    private final CubeShape shape;
    private final @Nullable LongSlots index;
    private final int most;

    private CellSums(CubeShape shape, int measures, @Nullable LongSlots index, int slots, int most) {
        this.shape = shape;
        this.index = index;
        this.most = most;
        this.learners = new int[slots];
        this.schools = new int[slots];
        this.values = new long[measures][slots];
    }

    /** A slot for every cell that there may be. */
    static CellSums dense(CubeShape shape, int measures) {
        int cells = Math.toIntExact(shape.cells());
        return new CellSums(shape, measures, null, cells, cells);
    }

    /** Slots for cells that are met; refused when they are more than {@code most}. */
    static CellSums sparse(CubeShape shape, int measures, int most) {
        return new CellSums(shape, measures, new LongSlots(), Math.min(FIRST_SLOTS, most), most);
    }

    boolean isDense() {
        return index == null;
    }

    /** Slot of a cell. May replace the arrays by longer ones. */
    int slot(long cell) {
        if (index == null) {
            return (int) cell;
        }
        int slot = index.slot(cell);
        if (slot >= learners.length) {
            lengthen();
        }
        return slot;
    }

    private void lengthen() {
        if (learners.length >= most) {
            throw CubeRefused.tooManyCells(most, shape.widest());
        }
        int slots = (int) Math.min(most, 2L * learners.length);
        learners = Arrays.copyOf(learners, slots);
        schools = Arrays.copyOf(schools, slots);
        for (int i = 0; i < values.length; i++) {
            values[i] = Arrays.copyOf(values[i], slots);
        }
    }

    /** Number of slots in use. */
    int size() {
        return index == null ? learners.length : index.size();
    }

    long cell(int slot) {
        return index == null ? slot : index.key(slot);
    }

    /** Adds what another thread has counted. */
    void add(CellSums other) {
        for (int from = 0; index != null && from < other.size(); from++) {
            int to = slot(other.cell(from));
            learners[to] += other.learners[from];
            schools[to] += other.schools[from];
            for (int i = 0; i < values.length; i++) {
                values[i][to] += other.values[i][from];
            }
        }
        if (index == null) {
            Arrays.setAll(learners, slot -> learners[slot] + other.learners[slot]);
            Arrays.setAll(schools, slot -> schools[slot] + other.schools[slot]);
            for (int i = 0; i < values.length; i++) {
                long[] from = other.values[i];
                long[] to = values[i];
                Arrays.setAll(to, slot -> to[slot] + from[slot]);
            }
        }
    }

    /** The cells that somebody is in, by number, but those where all are counted elsewhere and have nothing to add. */
    Cells cells() {
        int[] slots = new int[size()];
        int found = 0;
        for (int slot = 0; slot < slots.length; slot++) {
            if (learners[slot] > 0 || hasOthers(slot)) {
                slots[found++] = slot;
            }
        }
        return new Cells(shape, this, index == null ? Arrays.copyOf(slots, found) : ordered(index, slots, found));
    }

    /** Whether something is left of learners who are counted elsewhere. */
    private boolean hasOthers(int slot) {
        boolean has = schools[slot] > 0;
        for (long[] column : values) {
            has |= column[slot] != 0;
        }
        return has;
    }

    private static int[] ordered(LongSlots index, int[] slots, int found) {
        long[] cells = new long[found];
        for (int i = 0; i < found; i++) {
            cells[i] = index.key(slots[i]);
        }
        Arrays.sort(cells);
        int[] ordered = new int[found];
        for (int i = 0; i < found; i++) {
            ordered[i] = index.slot(cells[i]);
        }
        return ordered;
    }
}
