// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.io.Serializable;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * Numbers texts from 0 in the order in which they are first met: open addressing over their bytes, which lie together
 * in few arrays. Texts are the same where all their bytes are, whatever the hash says.
 */
final class Dictionary implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int NONE = -1;
    private static final int GOLDEN = 0x9E3779B9;

    /** Spreads texts; any will do. */
    @FunctionalInterface
    interface Hash extends Serializable {
        int of(UTF8String text);
    }

    private final Hash hash;
    private final TextBytes texts = new TextBytes();
    /** Hash of a text in the high half, its number plus one in the low one; 0 where the place is free. */
    private long[] places = new long[32];
    /** Number that was given last. */
    private int last = NONE;

    Dictionary() {
        this(UTF8String::hashCode);
    }

    Dictionary(Hash hash) {
        this.hash = hash;
    }

    /** Number of a text, which may be overwritten later, a new one when it is met the first time; −1 for none. */
    int code(@Nullable UTF8String text) {
        if (text == null) {
            return NONE;
        }
        if (last >= 0 && texts.isAt(last, text)) { // rows that follow one another have much in common
            return last;
        }
        int hashed = hash.of(text);
        int place = place(text, hashed);
        last = places[place] != 0 ? number(places[place]) : add(text, hashed, place);
        return last;
    }

    /** Number of a text; −1 when it was not met. Several threads may look at once while none adds. */
    int find(UTF8String text) {
        return number(places[place(text, hash.of(text))]);
    }

    /** The place of a text, or the free one where it would be. */
    private int place(UTF8String text, int hashed) {
        int place = first(hashed);
        while (places[place] != 0) {
            if (hash(places[place]) == hashed && texts.isAt(number(places[place]), text)) {
                return place;
            }
            place = (place + 1) & (places.length - 1);
        }
        return place;
    }

    private int first(int hashed) {
        return (hashed * GOLDEN) >>> (Integer.numberOfLeadingZeros(places.length) + 1);
    }

    private static int hash(long entry) {
        return (int) (entry >>> Integer.SIZE);
    }

    private static int number(long entry) {
        return (int) entry - 1;
    }

    private int add(UTF8String text, int hashed, int place) {
        texts.add(text);
        places[place] = (long) hashed << Integer.SIZE | texts.size();
        if (2L * texts.size() > places.length) {
            widen();
        }
        return texts.size() - 1;
    }

    private void widen() {
        long[] before = places;
        places = new long[Math.multiplyExact(2, before.length)];
        for (long entry : before) {
            if (entry != 0) {
                int place = first(hash(entry));
                while (places[place] != 0) {
                    place = (place + 1) & (places.length - 1);
                }
                places[place] = entry;
            }
        }
    }

    /** The text of a number; null for −1. */
    @Nullable String text(int code) {
        return code < 0 ? null : texts.get(code).toString();
    }

    /** The text of a number, which is not negative, as Spark has it. */
    UTF8String utf8(int code) {
        return texts.get(code);
    }

    /** Whether this is the text of a number. */
    boolean isText(int code, UTF8String text) {
        return texts.isAt(code, text);
    }

    int size() {
        return texts.size();
    }

    /** For each number of another dictionary the number of the same text here. */
    int[] numbersOf(Dictionary other) {
        int[] here = new int[other.size()];
        for (int code = 0; code < here.length; code++) {
            here[code] = code(other.texts.get(code));
        }
        return here;
    }
}
