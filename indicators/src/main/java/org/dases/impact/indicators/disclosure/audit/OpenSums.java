// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import java.nio.IntBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What is left of known sums once every unknown is taken out that follows from a single sum at a time: an unknown that
 * is known itself, the last one of a sum of which all others are known, and so on. What is left is a sparse matrix with
 * rows of length 1; equal rows stand there once.
 */
final class OpenSums {
    private final int[] numberOf;
    private final int open;
    private final int[][] rows;
    private final int[][] columns;
    private final double[] scale;

    private OpenSums(int[] numberOf, int open, int[][] rows) {
        this.numberOf = numberOf;
        this.open = open;
        this.rows = rows;
        int[] sizes = new int[open];
        scale = new double[rows.length];
        for (int row = 0; row < rows.length; row++) {
            scale[row] = 1 / Math.sqrt(rows[row].length);
            for (int term : rows[row]) {
                sizes[unknown(term)]++;
            }
        }
        columns = new int[open][];
        Arrays.setAll(columns, number -> new int[sizes[number]]);
        for (int row = rows.length - 1; row >= 0; row--) {
            for (int term : rows[row]) {
                int number = unknown(term);
                columns[number][--sizes[number]] = term < 0 ? ~row : row;
            }
        }
    }

    /**
     * Takes out what follows from single sums.
     *
     * @param unknowns how many unknowns there are
     * @param sums terms of each sum: the number of the unknown, or its complement where it is subtracted; each once
     */
    static OpenSums of(int unknowns, List<int[]> sums) {
        BitSet known = follow(unknowns, sums);
        int[] numberOf = new int[unknowns];
        int open = 0;
        for (int unknown = 0; unknown < unknowns; unknown++) {
            numberOf[unknown] = known.get(unknown) ? -1 : open++;
        }
        Set<IntBuffer> seen = new HashSet<>();
        List<int[]> rows = new ArrayList<>();
        for (int[] sum : sums) {
            int[] rest = Arrays.stream(sum)
                    .filter(term -> !known.get(unknown(term)))
                    .map(term -> term < 0 ? ~numberOf[unknown(term)] : numberOf[term])
                    .toArray();
            if (rest.length > 0 && seen.add(IntBuffer.wrap(rest))) {
                rows.add(rest);
            }
        }
        return new OpenSums(numberOf, open, rows.toArray(int[][]::new));
    }

    private static BitSet follow(int unknowns, List<int[]> sums) {
        int[] sizes = new int[unknowns];
        sums.forEach(sum -> Arrays.stream(sum).forEach(term -> sizes[unknown(term)]++));
        int[][] sumsOf = new int[unknowns][];
        Arrays.setAll(sumsOf, unknown -> new int[sizes[unknown]]);
        int[] left = new int[sums.size()];
        Deque<Integer> single = new ArrayDeque<>();
        for (int s = 0; s < left.length; s++) {
            left[s] = sums.get(s).length;
            for (int term : sums.get(s)) {
                sumsOf[unknown(term)][--sizes[unknown(term)]] = s;
            }
            if (left[s] == 1) {
                single.add(s);
            }
        }
        BitSet known = new BitSet();
        while (!single.isEmpty()) {
            for (int term : sums.get(single.remove())) {
                int unknown = unknown(term);
                if (!known.get(unknown)) {
                    known.set(unknown);
                    for (int s : sumsOf[unknown]) {
                        if (--left[s] == 1) {
                            single.add(s);
                        }
                    }
                }
            }
        }
        return known;
    }

    private static int unknown(int term) {
        return term < 0 ? ~term : term;
    }

    /** Unknowns that are left. */
    int open() {
        return open;
    }

    /** Sums that are left. */
    int rows() {
        return rows.length;
    }

    /** Number of an unknown among those that are left; −1 where it is known. */
    int numberOf(int unknown) {
        return numberOf[unknown];
    }

    /** The sums of a vector. */
    double[] measure(double[] vector) {
        return product(rows, vector, true);
    }

    /** The transpose of {@link #measure}. */
    double[] spread(double[] known) {
        return product(columns, known, false);
    }

    /** Each entry is added up in the same order, so that the result does not depend on the cores. */
    private double[] product(int[][] matrix, double[] vector, boolean isOfRows) {
        return IntStream.range(0, matrix.length)
                .parallel()
                .mapToDouble(i -> {
                    double sum = 0;
                    for (int term : matrix[i]) {
                        int at = unknown(term);
                        double part = isOfRows ? vector[at] : vector[at] * scale[at];
                        sum += term < 0 ? -part : part;
                    }
                    return isOfRows ? sum * scale[i] : sum;
                })
                .toArray();
    }
}
