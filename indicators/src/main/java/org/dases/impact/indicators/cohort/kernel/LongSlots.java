// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

import java.io.Serializable;
import java.util.Arrays;

/** Numbers keys from 0 in the order in which they are first met: open addressing with linear probing. */
public final class LongSlots implements Serializable {
    private static final long serialVersionUID = 1;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long LOW = 0xFFFF_FFFFL;

    private long[] keys = new long[16];
    /** Number of the key plus one; 0 where the place is free. */
    private int[] places = new int[64];

    private int shift = Long.SIZE - 6;
    private int size;

    /**
     * A key of two numbers.
     *
     * @param high any number
     * @param low any number
     * @return a key that no other two have
     */
    public static long pair(int high, int low) {
        return (long) high << Integer.SIZE | (low & LOW);
    }

    /**
     * Number of a key, a new one when it is met the first time.
     *
     * @param key the key
     * @return its number
     */
    public int slot(long key) {
        int mask = places.length - 1;
        int place = (int) ((key * GOLDEN) >>> shift);
        while (true) {
            int found = places[place] - 1;
            if (found < 0) {
                return add(key, place);
            }
            if (keys[found] == key) {
                return found;
            }
            place = (place + 1) & mask;
        }
    }

    /** Number of a key; −1 when it was not met. */
    int find(long key) {
        int mask = places.length - 1;
        int place = (int) ((key * GOLDEN) >>> shift);
        while (places[place] != 0) {
            if (keys[places[place] - 1] == key) {
                return places[place] - 1;
            }
            place = (place + 1) & mask;
        }
        return -1;
    }

    private int add(long key, int place) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
        }
        keys[size] = key;
        places[place] = ++size;
        if (2 * size > places.length) {
            widen();
        }
        return size - 1;
    }

    private void widen() {
        places = new int[2 * places.length];
        shift--;
        for (int number = 0; number < size; number++) {
            int place = (int) ((keys[number] * GOLDEN) >>> shift);
            while (places[place] != 0) {
                place = (place + 1) & (places.length - 1);
            }
            places[place] = number + 1;
        }
    }

    /**
     * The key of a number.
     *
     * @param slot a number that was given
     * @return its key
     */
    public long key(int slot) {
        return keys[slot];
    }

    /**
     * How many keys were met.
     *
     * @return the number of numbers
     */
    public int size() {
        return size;
    }

    /** Forgets all keys. */
    void clear() {
        if (size > places.length / 16) {
            Arrays.fill(places, 0);
        } else {
            forget();
        }
        size = 0;
    }

    /** Frees the places of few keys, last first, so that no search for one stops at a freed place before it. */
    private void forget() {
        for (int number = size - 1; number >= 0; number--) {
            int place = (int) ((keys[number] * GOLDEN) >>> shift);
            while (places[place] != number + 1) {
                place = (place + 1) & (places.length - 1);
            }
            places[place] = 0;
        }
    }
}
