// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Arrays;

/** Whole numbers that are still being collected, in one array. */
public final class IntColumn implements Serializable {
    private static final long serialVersionUID = 1;

    private transient int[] numbers = new int[16];
    private transient int size;

    /**
     * Adds a number at the end.
     *
     * @param number the number
     */
    public void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.multiplyExact(2, size));
        }
        numbers[size++] = number;
    }

    /**
     * Adds all numbers of another column at the end.
     *
     * @param other the column
     */
    public void addAll(IntColumn other) {
        numbers = Arrays.copyOf(numbers, Math.max(numbers.length, Math.addExact(size, other.size)));
        System.arraycopy(other.numbers, 0, numbers, size, other.size);
        size += other.size;
    }

    /** Gives back the memory that is not used. */
    public void trim() {
        numbers = Arrays.copyOf(numbers, Math.max(1, size));
    }

    /**
     * A number.
     *
     * @param at its position, from 0
     * @return the number
     */
    public int get(int at) {
        return numbers[at];
    }

    /**
     * How many there are.
     *
     * @return the number of numbers
     */
    public int size() {
        return size;
    }

    int[] toArray() {
        return Arrays.copyOf(numbers, size);
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.writeInt(size);
        NarrowNumbers.write(out, size, this::get);
    }

    private void readObject(ObjectInputStream in) throws IOException {
        size = in.readInt();
        numbers = new int[Math.max(1, size)];
        NarrowNumbers.read(in, size, (at, number) -> numbers[at] = (int) number);
    }
}
