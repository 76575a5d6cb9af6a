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
 * is known itself, the last one of a sum of which all others are known, and so on; and once smaller sums are taken from
 * larger ones that contain them, see {@link Cover}. What is left is a sparse matrix; equal rows stand there once.
 */
final class OpenSums {
    private final int[] numberOf;
    private final int open;
    private final int[][] rows;

    private OpenSums(int[] numberOf, int open, int[][] rows) {
        this.numberOf = numberOf;
        this.open = open;
        this.rows = rows;
    }

    /**
     * Takes out what follows from single sums.
     *
     * @param unknowns how many unknowns there are
     * @param sums terms of each sum: the number of the unknown, or its complement where it is subtracted; each once
     */
    static OpenSums of(int unknowns, List<int[]> sums) {
        BitSet known = new BitSet();
        List<int[]> left = sums;
        int before;
        do {
            before = known.cardinality();
            follow(unknowns, left, known);
            left = covered(unknowns, rest(left, known));
        } while (known.cardinality() > before);
        int[] numberOf = new int[unknowns];
        int open = 0;
        for (int unknown = 0; unknown < unknowns; unknown++) {
            numberOf[unknown] = known.get(unknown) ? -1 : open++;
        }
        int[][] rows = left.stream()
                .map(sum -> Arrays.stream(sum)
                        .map(term -> term < 0 ? ~numberOf[unknown(term)] : numberOf[term])
                        .toArray())
                .toArray(int[][]::new);
        return new OpenSums(numberOf, open, rows);
    }

    /** What is left of sums without what is known; equal ones once. */
    private static List<int[]> rest(List<int[]> sums, BitSet known) {
        Set<IntBuffer> seen = new HashSet<>();
        List<int[]> left = new ArrayList<>();
        for (int[] sum : sums) {
            int[] rest =
                    Arrays.stream(sum).filter(term -> !known.get(unknown(term))).toArray();
            if (rest.length > 0 && seen.add(IntBuffer.wrap(rest))) {
                left.add(rest);
            }
        }
        return left;
    }

    /** Sums less those that are parts of them. Differences stay as they are. */
    private static List<int[]> covered(int unknowns, List<int[]> sums) {
        int[][] positive = sums.stream()
                .filter(sum -> Arrays.stream(sum).allMatch(term -> term >= 0))
                .toArray(int[][]::new);
        Cover cover = new Cover(unknowns, positive, positive.length);
        List<int[]> left = new ArrayList<>();
        IntStream.range(0, positive.length).mapToObj(cover::rest).forEach(left::add);
        sums.stream()
                .filter(sum -> Arrays.stream(sum).anyMatch(term -> term < 0))
                .forEach(left::add);
        return rest(left, new BitSet());
    }

    /** Adds the unknowns that follow from single sums. */
    private static void follow(int unknowns, List<int[]> sums, BitSet known) {
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
    }

    private static int unknown(int term) {
        return term < 0 ? ~term : term;
    }

    /** Unknowns that are left. */
    int open() {
        return open;
    }

    /** Sums that are left: numbers of the unknowns, complements where they are subtracted. */
    int[][] rows() {
        return rows;
    }

    /** Number of an unknown among those that are left; −1 where it is known. */
    int numberOf(int unknown) {
        return numberOf[unknown];
    }
}
