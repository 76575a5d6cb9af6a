// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.IntToLongFunction;

/**
 * Sends whole numbers in as few bytes as the widest of them needs, many at once. The form that Java gives arrays takes
 * them one by one, four or eight bytes each, and most codes and counts fit one or two.
 */
final class NarrowNumbers {
    private static final int BUFFER = 1 << 13;

    private NarrowNumbers() {}

    /** Where the numbers go. */
    @FunctionalInterface
    interface Target {
        void set(int at, long number);
    }

    /** Writes so many numbers. */
    static void write(DataOutput out, int size, IntToLongFunction numbers) throws IOException {
        long bits = 0; // those in which some number differs from its sign
        for (int i = 0; i < size; i++) {
            long number = numbers.applyAsLong(i);
            bits |= number ^ (number >> (Long.SIZE - 1));
        }
        int width = bits >> 7 == 0 ? 1 : bits >> 15 == 0 ? 2 : bits >> 31 == 0 ? 4 : 8;
        out.writeByte(width);
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        for (int i = 0; i < size; i++) {
            put(buffer, width, numbers.applyAsLong(i));
            if (buffer.remaining() == 0) {
                out.write(buffer.array());
                buffer.clear();
            }
        }
        out.write(buffer.array(), 0, buffer.position());
    }

    private static void put(ByteBuffer buffer, int width, long number) {
        switch (width) {
            case 1 -> buffer.put((byte) number);
            case 2 -> buffer.putShort((short) number);
            case 4 -> buffer.putInt((int) number);
            default -> buffer.putLong(number);
        }
    }

    /** Reads as many numbers as were written. */
    static void read(DataInput in, int size, Target numbers) throws IOException {
        int width = in.readByte();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        for (int from = 0; from < size; from += BUFFER / width) {
            int many = Math.min(BUFFER / width, size - from);
            in.readFully(buffer.array(), 0, many * width);
            buffer.clear();
            for (int i = from; i < from + many; i++) {
                numbers.set(i, next(buffer, width));
            }
        }
    }

    private static long next(ByteBuffer buffer, int width) {
        return switch (width) {
            case 1 -> buffer.get();
            case 2 -> buffer.getShort();
            case 4 -> buffer.getInt();
            default -> buffer.getLong();
        };
    }
}
