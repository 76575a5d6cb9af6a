// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Arrays;

/** Long whole numbers in one array, to which more may be added. */
public final class LongColumn implements Serializable {
    private static final long serialVersionUID = 1;

    private transient long[] numbers = new long[16];
    private transient int size;

    /**
     * A column of numbers that are there already.
     *
     * @param numbers all numbers; taken over, not to be changed by others any more
     * @return the column
     */
    public static LongColumn of(long[] numbers) {
        LongColumn column = new LongColumn();
        column.numbers = numbers;
        column.size = numbers.length;
        return column;
    }

    /**
     * Some numbers that follow one another, as a column of their own.
     *
     * @param from position of the first
     * @param to position after the last, at most the size
     * @return a copy
     */
    public LongColumn part(int from, int to) {
        return of(Arrays.copyOfRange(numbers, from, to));
    }

    /**
     * How many there are.
     *
     * @return the number of numbers
     */
    public int size() {
        return size;
    }

    /**
     * Adds a number at the end.
     *
     * @param number the number
     */
    public void add(long number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(16, Math.multiplyExact(2, size)));
        }
        numbers[size++] = number;
    }

    /**
     * Adds all numbers of another column at the end.
     *
     * @param other the column
     */
    public void addAll(LongColumn other) {
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
    public long get(int at) {
        return numbers[at];
    }

    /**
     * Replaces a number.
     *
     * @param at its position, from 0
     * @param number the number in its place
     */
    public void set(int at, long number) {
        numbers[at] = number;
    }

    long[] toArray() {
        return Arrays.copyOf(numbers, size);
    }

    /** The numbers at these positions, in their order. */
    long[] toArray(int[] order) {
        long[] ordered = new long[order.length];
        for (int i = 0; i < order.length; i++) {
            ordered[i] = numbers[order[i]];
        }
        return ordered;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.writeInt(size);
        NarrowNumbers.write(out, size, this::get);
    }

    private void readObject(ObjectInputStream in) throws IOException {
        size = in.readInt();
        numbers = new long[Math.max(1, size)];
        NarrowNumbers.read(in, size, (at, number) -> numbers[at] = number);
    }
}
