// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** All combinations of some vectors of numbers modulo the prime of {@link HiddenChange}. */
final class Combinations {
    private final int[] pivots;
    /** Places that are no pivot of any vector of the basis. */
    private final int[] others;
    /** By number of such a place, what each vector of the basis has there. */
    private final long[][] there;

    private Combinations(Basis basis, int length) {
        pivots = basis.pivots.stream().mapToInt(Integer::intValue).toArray();
        BitSet taken = new BitSet();
        basis.pivots.forEach(taken::set);
        others = IntStream.range(0, length).filter(place -> !taken.get(place)).toArray();
        if (others.length > 0) {
            basis.reduce();
        }
        there = IntStream.of(others)
                .mapToObj(place -> basis.vectors.stream()
                        .mapToLong(vector -> vector[place])
                        .toArray())
                .toArray(long[][]::new);
    }

    /** The span of vectors of one length. */
    static Combinations of(List<long[]> vectors) {
        Basis basis = new Basis();
        vectors.forEach(basis::add);
        return new Combinations(
                basis,
                vectors.stream().mapToInt(vector -> vector.length).findFirst().orElse(0));
    }

    /**
     * Vectors that are nothing in each of these: at any place added up with what these have there. All others are made
     * of them. Each is 1 at its last place with something, where the others are nothing.
     */
    List<long[]> across() {
        List<long[]> across = new ArrayList<>();
        for (int p = 0; p < others.length; p++) {
            long[] vector = new long[pivots.length + others.length];
            vector[others[p]] = 1;
            for (int b = 0; b < pivots.length; b++) {
                vector[pivots[b]] = HiddenChange.subtract(0, there[p][b]);
            }
            across.add(vector);
        }
        return across;
    }

    /** How many of the vectors are no combination of the others. */
    int rank() {
        return pivots.length;
    }

    /** Whether a vector is a combination: it has at each place what those that it shares pivots with make there. */
    boolean contains(long[] vector) {
        if (vector.length != pivots.length + others.length) {
            throw new IllegalArgumentException("vectors of another length than the combined ones");
        }
        for (int p = 0; p < others.length; p++) {
            long made = 0;
            for (int b = 0; b < pivots.length; b++) {
                made = HiddenChange.add(made, HiddenChange.product(vector[pivots[b]], there[p][b]));
            }
            if (made != vector[others[p]]) {
                return false;
            }
        }
        return true;
    }

    /** Each vector is 1 at its own pivot and 0 at those of the ones before it; once reduced, of all others. */
    private static final class Basis {
        private final List<long[]> vectors = new ArrayList<>();
        private final List<Integer> pivots = new ArrayList<>();

        private void add(long[] vector) {
            long[] rest = vector.clone();
            for (int b = 0; b < vectors.size(); b++) {
                takeOut(rest, vectors.get(b), pivots.get(b));
            }
            int pivot = 0;
            while (pivot < rest.length && rest[pivot] == 0) {
                pivot++;
            }
            if (pivot == rest.length) {
                return;
            }
            long share = HiddenChange.ratio(rest[pivot], 1);
            for (int place = pivot; place < rest.length; place++) {
                rest[place] = HiddenChange.product(share, rest[place]);
            }
            vectors.add(rest);
            pivots.add(pivot);
        }

        private void reduce() {
            for (int b = vectors.size() - 1; b > 0; b--) {
                for (long[] before : vectors.subList(0, b)) {
                    takeOut(before, vectors.get(b), pivots.get(b));
                }
            }
        }

        private static void takeOut(long[] vector, long[] by, int pivot) {
            long factor = vector[pivot];
            for (int place = 0; factor != 0 && place < vector.length; place++) {
                vector[place] = HiddenChange.subtract(vector[place], HiddenChange.product(factor, by[place]));
            }
        }
    }
}
