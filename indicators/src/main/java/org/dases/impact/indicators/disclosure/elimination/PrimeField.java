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
        return reduced((long) a + b);
    }

    static int times(int a, int b) {
        long product = (long) a * b;
        return reduced((product & ORDER) + (product >>> 31));
    }

    /** As 2^31 is 1 here, a number of less than twice the order is all that is ever left. */
    private static int reduced(long number) {
        return (int) (number >= ORDER ? number - ORDER : number);
    }

    static int negative(int a) {
        return (ORDER - a) % ORDER;
    }

    /** Multiplicative inverse by Fermat's little theorem; a is not 0. */
    static int inverse(int a) {
        if (a == 1 || a == ORDER - 1) {
            return a; // nearly all that are asked for
        }
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
