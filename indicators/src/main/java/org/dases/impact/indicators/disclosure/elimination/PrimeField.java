// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

/** Arithmetic modulo the Mersenne prime 2^31 − 1: exact, and a product of two numbers fits a long. */
final class PrimeField {
    static final int ORDER = Integer.MAX_VALUE;

    private PrimeField() {}

    /** The number in [0, ORDER) that is congruent. */
    static int of(long value) {
        return Math.floorMod(value, ORDER);
    }

    static int add(int a, int b) {
        return (int) (((long) a + b) % ORDER);
    }

    static int times(int a, int b) {
        return (int) ((long) a * b % ORDER);
    }

    static int negative(int a) {
        return (ORDER - a) % ORDER;
    }

    /** Multiplicative inverse by Fermat's little theorem; a is not 0. */
    static int inverse(int a) {
        int result = 1;
        int square = a;
        for (int exponent = ORDER - 2; exponent > 0; exponent >>= 1) {
            if ((exponent & 1) == 1) {
                result = times(result, square);
            }
            square = times(square, square);
        }
        return result;
    }
}
