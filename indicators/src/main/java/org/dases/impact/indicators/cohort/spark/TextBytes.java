// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.unsafe.Platform;
import org.apache.spark.unsafe.array.ByteArrayMethods;
import org.apache.spark.unsafe.types.UTF8String;

/** Texts by number, their bytes one after the other in few arrays: millions are no burden and quickly sent. */
final class TextBytes implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int FIRST_CHUNK = 256;
    private static final int BITS = 26;
    private static final int CHUNK = 1 << BITS;
    private static final long MASK = CHUNK - 1L;
    private static final int MIXED = -1;

    /** None longer than {@link #CHUNK}; no text lies in two. */
    private final List<byte[]> chunks = new ArrayList<>(List.of(new byte[FIRST_CHUNK]));
    /** Length of all texts, which says where each lies; {@link #MIXED} before the first and once they differ. */
    private int common = MIXED;
    /** How many of them lie in one chunk. */
    private int inChunk;
    /** Chunk, place in it and length, the last two in {@link #BITS} bits each; none while all have one length. */
    private long[] spans = new long[0];

    private int size;
    private int filled;

    int size() {
        return size;
    }

    /** Takes a copy of the next text. */
    void add(UTF8String text) {
        int length = text.numBytes();
        if (length >= CHUNK) {
            throw new IllegalArgumentException("a code must have fewer than " + CHUNK + " bytes, had " + length);
        }
        if (size == 0 && length > 0) {
            common = length;
            inChunk = (CHUNK - 1) / length;
        } else if (common != length) {
            mix();
        }
        makeRoom(length);
        text.writeToMemory(last(), Platform.BYTE_ARRAY_OFFSET + filled);
        if (common == MIXED) {
            spans[size] = ((chunks.size() - 1L) << BITS | filled) << BITS | length;
        }
        size++;
        filled += length;
    }

    /** From now on it is written down where each text lies. */
    private void mix() {
        if (common != MIXED) {
            long[] known = new long[size];
            Arrays.setAll(known, this::span);
            spans = known;
            common = MIXED;
        }
        if (size == spans.length) {
            spans = Arrays.copyOf(spans, Math.max(16, Math.multiplyExact(2, size)));
        }
    }

    private long span(int number) {
        if (common == MIXED) {
            return spans[number];
        }
        long chunk = number < inChunk ? 0 : number / inChunk;
        return (chunk << BITS | (number - chunk * inChunk) * common) << BITS | common;
    }

    private byte[] last() {
        return chunks.get(chunks.size() - 1);
    }

    private void makeRoom(int length) {
        int needed = filled + length; // below 2²⁷
        if (needed >= CHUNK) {
            chunks.add(new byte[CHUNK]);
            filled = 0;
        } else if (needed > last().length) {
            int widened = Math.min(CHUNK, Math.max(needed, 2 * last().length));
            chunks.set(chunks.size() - 1, Arrays.copyOf(last(), widened));
        }
    }

    /** Whether a text has the bytes of that with a number. */
    boolean isAt(int number, UTF8String text) {
        long span = span(number);
        int length = (int) (span & MASK);
        return text.numBytes() == length
                && ByteArrayMethods.arrayEquals(
                        text.getBaseObject(), text.getBaseOffset(), chunk(span), offset(span), length);
    }

    /** A view of a text, which does not change any more. */
    UTF8String get(int number) {
        long span = span(number);
        return UTF8String.fromAddress(chunk(span), offset(span), (int) (span & MASK));
    }

    private byte[] chunk(long span) {
        return chunks.get((int) (span >>> (2 * BITS)));
    }

    private static long offset(long span) {
        return Platform.BYTE_ARRAY_OFFSET + ((span >>> BITS) & MASK);
    }
}
