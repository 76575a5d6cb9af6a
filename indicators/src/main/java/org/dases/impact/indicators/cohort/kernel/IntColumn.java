// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

import java.io.Serializable;
import java.util.Arrays;

/** Whole numbers that are still being collected. */
final class IntColumn implements Serializable {
    private static final long serialVersionUID = 1;

    private int[] numbers = new int[16];
    private int size;

    void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.multiplyExact(2, size));
        }
        numbers[size++] = number;
    }

    void addAll(IntColumn other) {
        numbers = Arrays.copyOf(numbers, Math.max(numbers.length, Math.addExact(size, other.size)));
        System.arraycopy(other.numbers, 0, numbers, size, other.size);
        size += other.size;
    }

    /** Gives back what is not used. */
    void trim() {
        numbers = Arrays.copyOf(numbers, Math.max(1, size));
    }

    int get(int at) {
        return numbers[at];
    }

    int size() {
        return size;
    }

    int[] toArray() {
        return Arrays.copyOf(numbers, size);
    }
}
