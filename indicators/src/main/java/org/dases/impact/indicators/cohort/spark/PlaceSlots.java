// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.util.Arrays;

/**
 * Numbers places from 0 in the order in which they are first met: open addressing over all their columns at once, which
 * lie side by side, so that a place that was met is found with two looks into memory.
 */
final class PlaceSlots {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    /** Longer arrays there are not. */
    private static final long MOST = Integer.MAX_VALUE - 8;

    private final int width;
    /** All columns of the first place, then those of the next. */
    private int[] columns;
    /** Number of the place plus one; 0 where nothing is. */
    private int[] slots = new int[64];

    private int shift = Long.SIZE - 6;
    private int size;

    /**
     * No place yet.
     *
     * @param width number of columns of a place
     */
    PlaceSlots(int width) {
        this.width = width;
        this.columns = new int[16 * width];
    }

    /** Number of a place, a new one when it is met the first time. */
    int slot(int[] place) {
        int at = first(place, 0);
        while (slots[at] != 0) {
            int from = (slots[at] - 1) * width;
            if (Arrays.equals(columns, from, from + width, place, 0, width)) {
                return slots[at] - 1;
            }
            at = (at + 1) & (slots.length - 1);
        }
        return add(place, at);
    }

    private int first(int[] from, int start) {
        long mixed = 0;
        for (int i = start; i < start + width; i++) {
            mixed = (mixed ^ from[i]) * GOLDEN;
            mixed ^= mixed >>> Integer.SIZE;
        }
        return (int) ((mixed * GOLDEN) >>> shift);
    }

    private int add(int[] place, int at) {
        int from = Math.multiplyExact(size, width);
        if (Math.addExact(from, width) > columns.length) {
            columns = Arrays.copyOf(columns, (int) Math.min(MOST, 2L * columns.length));
        }
        System.arraycopy(place, 0, columns, from, width);
        slots[at] = ++size;
        if (2 * size > slots.length) {
            widen();
        }
        return size - 1;
    }

    private void widen() {
        slots = new int[2 * slots.length];
        shift--;
        for (int number = 0; number < size; number++) {
            int at = first(columns, number * width);
            while (slots[at] != 0) {
                at = (at + 1) & (slots.length - 1);
            }
            slots[at] = number + 1;
        }
    }
}
