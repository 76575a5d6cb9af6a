// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** All combinations of some vectors of numbers modulo the prime of {@link HiddenChange}. */
final class Combinations {
    private final List<long[]> basis = new ArrayList<>();
    private final List<Integer> pivotOf = new ArrayList<>();
    private final BitSet pivots = new BitSet();

    private Combinations() {}

    /** The span of vectors of one length. */
    static Combinations of(List<long[]> vectors) {
        Combinations all = new Combinations();
        vectors.forEach(all::add);
        return all;
    }

    /** How many of the vectors are no combination of the others. */
    int rank() {
        return basis.size();
    }

    /** Whether a vector is a combination: it has at each place what those that it shares pivots with make there. */
    boolean contains(long[] vector) {
        for (int place = pivots.nextClearBit(0); place < vector.length; place = pivots.nextClearBit(place + 1)) {
            long made = 0;
            for (int b = 0; b < basis.size(); b++) {
                made = HiddenChange.add(made, HiddenChange.product(vector[pivotOf.get(b)], basis.get(b)[place]));
            }
            if (made != vector[place]) {
                return false;
            }
        }
        return true;
    }

    /** Keeps each vector of the basis 1 at its own pivot and 0 at those of the others. */
    private void add(long[] vector) {
        long[] rest = vector.clone();
        for (int b = 0; b < basis.size(); b++) {
            takeOut(rest, basis.get(b), pivotOf.get(b));
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
        for (long[] other : basis) {
            takeOut(other, rest, pivot);
        }
        basis.add(rest);
        pivotOf.add(pivot);
        pivots.set(pivot);
    }

    private static void takeOut(long[] vector, long[] by, int pivot) {
        long factor = vector[pivot];
        for (int place = 0; place < vector.length; place++) {
            vector[place] = HiddenChange.subtract(vector[place], HiddenChange.product(factor, by[place]));
        }
    }
}
