// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

/**
 * A stream of random numbers that is the same on every machine and every Java version: SplitMix64. Streams for
 * different things are independent, so that one more school changes nothing for the others.
 *
 * @see <a href="https://doi.org/10.1145/2714064.2660195">Steele, Lea, Flood: Fast splittable pseudorandom number
 *     generators, OOPSLA 2014</a>
 */
final class Dice {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** The stream of one thing: its kind in words and its numbers. */
    static Dice of(long seed, String kind, long... numbers) {
        long state = mix(seed + GOLDEN_GAMMA) ^ kind.hashCode();
        for (long number : numbers) {
            state = mix(state + GOLDEN_GAMMA) ^ number;
        }
        return new Dice(mix(state));
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }

    long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** A whole number from 0 to bound − 1. */
    int below(int bound) {
        return (int) (((next() >>> 33) * bound) >>> 31);
    }

    /** A whole number from first to last, both included. */
    int between(int first, int last) {
        return first + below(last - first + 1);
    }

    /** A number in [0, 1). */
    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    /** About normal, mean 0 and standard deviation 1, never beyond ±3.5: the sum of four uniform numbers. */
    double bell() {
        return (unit() + unit() + unit() + unit() - 2) * 1.7320508075688772;
    }

    /** Index of one of the weights, drawn in proportion to them. */
    int among(double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double at = unit() * sum;
        for (int i = 0; i < weights.length - 1; i++) {
            at -= weights[i];
            if (at < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** A random UUID (version 4) as text. */
    String uuid() {
        long high = (next() & 0xFFFFFFFFFFFF0FFFL) | 0x4000L;
        long low = (next() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        char[] text = new char[36];
        int at = 0;
        for (int i = 0; i < 32; i++) {
            if (i == 8 || i == 12 || i == 16 || i == 20) {
                text[at++] = '-';
            }
            long half = i < 16 ? high : low;
            text[at++] = HEX[(int) (half >>> (60 - 4 * (i & 15))) & 15];
        }
        return new String(text);
    }
}
