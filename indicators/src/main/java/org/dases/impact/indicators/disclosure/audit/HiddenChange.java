// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * A random change of unknowns that leaves all known sums as they are, in numbers modulo the prime 2^61 − 1: exact, and
 * with another prime than the suppression. Each sum gives one of its unknowns as the others make it, the shortest sum
 * first and of its unknowns the rarest, so that the matrix stays sparse; unknowns that no sum gives are drawn.
 */
final class HiddenChange {
    private static final long ORDER = (1L << 61) - 1;

    private final int[][] at;
    private final long[][] by;
    private final int[][] rowsOf;
    private final int[] entries;
    private final int[] live;
    private final PriorityQueue<Sized> shortest =
            new PriorityQueue<>(Comparator.comparingInt(Sized::size).thenComparingInt(Sized::row));
    private final List<int[]> pivots = new ArrayList<>();
    private final BitSet done = new BitSet();

    /** A row as it was when it had so many entries. */
    private record Sized(int size, int row) {}

    private HiddenChange(int unknowns, int[][] terms) {
        at = new int[terms.length][];
        by = new long[terms.length][];
        live = new int[unknowns];
        entries = new int[unknowns];
        for (int row = 0; row < terms.length; row++) {
            long[] sorted = Arrays.stream(terms[row])
                    .mapToLong(term -> term < 0 ? (long) ~term << 1 | 1 : (long) term << 1)
                    .sorted()
                    .toArray();
            at[row] = Arrays.stream(sorted).mapToInt(key -> (int) (key >> 1)).toArray();
            by[row] = Arrays.stream(sorted)
                    .map(key -> (key & 1) == 1 ? ORDER - 1 : 1)
                    .toArray();
            for (int unknown : at[row]) {
                live[unknown]++;
            }
            shortest.add(new Sized(at[row].length, row));
        }
        rowsOf = new int[unknowns][];
        Arrays.setAll(rowsOf, unknown -> new int[live[unknown] + 1]);
        for (int row = 0; row < at.length; row++) {
            for (int unknown : at[row]) {
                rowsOf[unknown][entries[unknown]++] = row;
            }
        }
    }

    /**
     * Draws changes that have nothing to do with each other.
     *
     * @param unknowns how many unknowns there are
     * @param terms terms of each known sum: the number of the unknown, or its complement where it is subtracted; each
     *     once
     * @param seeds of what is drawn
     * @return for each seed, by how much each unknown changes; an unknown or a sum of unknowns that does not change
     *     follows from the known sums, but for a very small chance
     */
    static long[][] draw(int unknowns, int[][] terms, long... seeds) {
        HiddenChange change = new HiddenChange(unknowns, terms);
        change.eliminate();
        return Arrays.stream(seeds)
                .mapToObj(seed -> change.solve(new Random(seed)))
                .toArray(long[][]::new);
    }

    static long add(long a, long b) {
        long sum = a + b;
        return sum >= ORDER ? sum - ORDER : sum;
    }

    /** What a is to be multiplied by to be b; a is not 0. */
    static long ratio(long a, long b) {
        return product(b, inverse(a));
    }

    static long subtract(long a, long b) {
        return add(a, ORDER - b);
    }

    /** Of numbers up to the prime: the two parts of what comes out are together less than twice the prime. */
    static long product(long a, long b) {
        long low = a * b;
        return add(low & ORDER, Math.multiplyHigh(a, b) << 3 | low >>> 61);
    }

    /** Multiplicative inverse by Fermat's little theorem; a is not 0. */
    private static long inverse(long a) {
        long result = 1;
        long square = a;
        for (long exponent = ORDER - 2; exponent > 0; exponent >>= 1) {
            if ((exponent & 1) == 1) {
                result = product(result, square);
            }
            square = product(square, square);
        }
        return result;
    }

    private void eliminate() {
        while (!shortest.isEmpty()) {
            Sized next = shortest.remove();
            int row = next.row();
            // a row that had this size before waits twice
            if (!done.get(row) && next.size() == at[row].length && next.size() > 0) {
                int unknown = rarest(row);
                pivots.add(new int[] {row, unknown});
                done.set(row);
                for (int each : at[row]) {
                    live[each]--;
                }
                takeOut(unknown, row);
            }
        }
    }

    private void takeOut(int unknown, int pivot) {
        long factor = ORDER - inverse(by[pivot][Arrays.binarySearch(at[pivot], unknown)]);
        for (int i = 0; i < entries[unknown]; i++) {
            int row = rowsOf[unknown][i];
            int place = done.get(row) ? -1 : Arrays.binarySearch(at[row], unknown);
            if (place >= 0) {
                subtract(row, pivot, product(by[row][place], factor));
            }
        }
        rowsOf[unknown] = new int[0];
        entries[unknown] = 0;
    }

    private int rarest(int row) {
        int best = at[row][0];
        for (int unknown : at[row]) {
            best = live[unknown] < live[best] ? unknown : best;
        }
        return best;
    }

    /** Adds a multiple of a row that is done with, so that its unknown vanishes. */
    private void subtract(int row, int pivot, long factor) {
        int[] unknowns = new int[at[row].length + at[pivot].length];
        long[] values = new long[unknowns.length];
        int size = 0;
        for (int i = 0, j = 0; i < at[row].length || j < at[pivot].length; ) {
            int mine = i < at[row].length ? at[row][i] : Integer.MAX_VALUE;
            int its = j < at[pivot].length ? at[pivot][j] : Integer.MAX_VALUE;
            long value = mine <= its ? by[row][i++] : 0;
            if (its <= mine) {
                value = add(value, product(by[pivot][j++], factor));
                if (mine > its) {
                    enlist(its, row);
                } else if (value == 0) {
                    live[its]--;
                }
            }
            unknowns[size] = Math.min(mine, its);
            values[size] = value;
            size += value == 0 ? 0 : 1;
        }
        at[row] = Arrays.copyOf(unknowns, size);
        by[row] = Arrays.copyOf(values, size);
        shortest.add(new Sized(size, row));
    }

    private void enlist(int unknown, int row) {
        live[unknown]++;
        if (entries[unknown] == rowsOf[unknown].length) {
            rowsOf[unknown] = Arrays.copyOf(rowsOf[unknown], entries[unknown] * 2);
        }
        rowsOf[unknown][entries[unknown]++] = row;
    }

    private long[] solve(Random random) {
        long[] change = new long[live.length];
        Arrays.setAll(change, unknown -> random.nextLong() >>> 4);
        for (int p = pivots.size() - 1; p >= 0; p--) {
            int row = pivots.get(p)[0];
            int unknown = pivots.get(p)[1];
            long sum = 0;
            long own = 1;
            for (int i = 0; i < at[row].length; i++) {
                if (at[row][i] == unknown) {
                    own = by[row][i];
                } else {
                    sum = add(sum, product(by[row][i], change[at[row][i]]));
                }
            }
            change[unknown] = product(ORDER - sum, inverse(own));
        }
        return change;
    }
}
