// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** All that follows from some sums by adding and subtracting: another elimination than the product's. */
public final class Span {
    /** Not the prime of the elimination, so that a wrong zero there does not pass here. */
    private static final BigInteger PRIME = BigInteger.valueOf(998_244_353);

    private final int unknowns;
    private final List<BigInteger[]> basis = new ArrayList<>();

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
        BigInteger[] rest = rest(sum);
        if (pivot(rest) >= 0) {
            basis.add(rest);
        }
    }

    public boolean contains(LinearSum sum) {
        return pivot(rest(sum)) < 0;
    }

    private BigInteger[] rest(LinearSum sum) {
        BigInteger[] vector = new BigInteger[unknowns];
        Arrays.fill(vector, BigInteger.ZERO);
        for (int i = 0; i < sum.size(); i++) {
            vector[sum.unknown(i)] = BigInteger.valueOf(sum.coefficient(i));
        }
        for (BigInteger[] each : basis) {
            int pivot = pivot(each);
            if (vector[pivot].signum() != 0) {
                BigInteger factor = vector[pivot].multiply(each[pivot].modInverse(PRIME));
                for (int i = 0; i < vector.length; i++) {
                    vector[i] = vector[i].subtract(factor.multiply(each[i])).mod(PRIME);
                }
            }
        }
        return vector;
    }

    private static int pivot(BigInteger[] vector) {
        return IntStream.range(0, vector.length)
                .filter(i -> vector[i].signum() != 0)
                .findFirst()
                .orElse(-1);
    }
}
