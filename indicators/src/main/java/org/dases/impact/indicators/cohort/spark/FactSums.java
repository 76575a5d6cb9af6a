// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import org.dases.impact.indicators.cohort.kernel.LongColumn;
import org.dases.impact.indicators.cohort.kernel.LongSlots;

/**
 * Adds up what one contributor has at one place. Rows wait until there are some hundred and are then looked up one
 * right after the other, so that the machine fetches what it needs of the large tables for several at a time.
 */
final class FactSums {
    private static final int TOGETHER = 256;

    private final PackedRows packed;
    private final LongSlots facts = new LongSlots();
    /** Contributor in the high half and place in the low one, by row that waits. */
    private final long[] waiting = new long[TOGETHER];

    private final int[] numbers = new int[TOGETHER];
    /** By indicator, and row that waits. */
    private final long[][] numerators;

    private final long[][] denominators;
    private int rows;

    /**
     * No fact yet.
     *
     * @param packed takes the facts
     */
    FactSums(PackedRows packed) {
        this.packed = packed;
        this.numerators = new long[packed.numerators.size()][TOGETHER];
        this.denominators = new long[packed.numerators.size()][TOGETHER];
    }

    /** How many rows wait. */
    int waiting() {
        return rows;
    }

    /** Begins the next row. It has nothing of any indicator yet. */
    void next(int contributor, int place) {
        if (rows == TOGETHER) {
            flush();
        }
        for (int i = 0; i < numerators.length; i++) {
            numerators[i][rows] = 0;
            denominators[i][rows] = 0;
        }
        waiting[rows++] = LongSlots.pair(contributor, place);
    }

    /** What the row has of an indicator. */
    void set(int indicator, long numerator, long denominator) {
        numerators[indicator][rows - 1] = numerator;
        denominators[indicator][rows - 1] = denominator;
    }

    /** Adds the rows that wait. */
    void flush() {
        for (int row = 0; row < rows; row++) {
            numbers[row] = facts.slot(waiting[row]);
            if (numbers[row] == packed.size()) {
                packed.contributors.add((int) (waiting[row] >>> Integer.SIZE));
                packed.places.add((int) waiting[row]);
                packed.numerators.forEach(column -> column.add(0));
                packed.denominators.forEach(column -> column.add(0));
            }
        }
        for (int i = 0; i < numerators.length; i++) {
            raise(packed.numerators.get(i), numerators[i]);
            raise(packed.denominators.get(i), denominators[i]);
        }
        rows = 0;
    }

    private void raise(LongColumn column, long[] by) {
        for (int row = 0; row < rows; row++) {
            if (by[row] != 0) {
                raise(column, numbers[row], by[row]);
            }
        }
    }

    /** What does not fit stays so: the kernel refuses it. */
    private static void raise(LongColumn column, int at, long number) {
        long before = column.get(at);
        long sum = before + number;
        boolean isTooLarge = ((before ^ sum) & (number ^ sum)) < 0
                || before == CompiledIndicator.TOO_LARGE
                || number == CompiledIndicator.TOO_LARGE;
        column.set(at, isTooLarge ? CompiledIndicator.TOO_LARGE : sum);
    }
}
