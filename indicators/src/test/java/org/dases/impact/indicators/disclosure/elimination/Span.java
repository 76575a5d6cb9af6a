// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** All that follows from some sums by adding and subtracting: another elimination than the product's. */
public final class Span {
    /** Not the prime of the elimination, so that a wrong zero there does not pass here; products of two fit a long. */
    private static final long PRIME = 998_244_353;

    private final int unknowns;
    private final List<Row> basis = new ArrayList<>();

    public Span(int unknowns, List<LinearSum> sums) {
        this.unknowns = unknowns;
        sums.forEach(this::add);
    }

    Span with(LinearSum sum) {
        Span more = new Span(unknowns, List.of());
        more.basis.addAll(basis);
        more.add(sum);
        return more;
    }

    private void add(LinearSum sum) {
        long[] rest = rest(sum);
        int pivot = pivot(rest);
        if (pivot < unknowns) {
            basis.add(new Row(rest, pivot));
        }
    }

    public boolean contains(LinearSum sum) {
        return pivot(rest(sum)) == unknowns;
    }

    private long[] rest(LinearSum sum) {
        long[] vector = new long[unknowns];
        for (int i = 0; i < sum.size(); i++) {
            vector[sum.unknown(i)] = Math.floorMod(sum.coefficient(i), PRIME);
        }
        basis.forEach(row -> row.leave(vector));
        return vector;
    }

    /** Place of the first that is not zero. */
    private int pivot(long[] vector) {
        int pivot = 0;
        while (pivot < unknowns && vector[pivot] == 0) {
            pivot++;
        }
        return pivot;
    }

    private static final class Row {
        private final long[] vector;
        private final int pivot;

        /** Made so that it is one at the pivot, with nothing before. */
        private Row(long[] vector, int pivot) {
            long inverse = BigInteger.valueOf(vector[pivot])
                    .modInverse(BigInteger.valueOf(PRIME))
                    .longValueExact();
            for (int i = pivot; i < vector.length; i++) {
                vector[i] = vector[i] * inverse % PRIME;
            }
            this.vector = vector;
            this.pivot = pivot;
        }

        /** Takes it from another vector as often as leaves nothing at the pivot. */
        private void leave(long[] other) {
            long factor = PRIME - other[pivot];
            if (factor < PRIME) {
                for (int i = pivot; i < other.length; i++) {
                    other[i] = (other[i] + factor * vector[i]) % PRIME;
                }
            }
        }
    }
}
