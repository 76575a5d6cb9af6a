// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A sum of unknown numbers with whole coefficients. Immutable; unknowns are numbered from 0. */
public final class LinearSum implements Serializable {
    private static final long serialVersionUID = 1;

    private final int[] unknowns;
    private final int[] coefficients;

    private LinearSum(int[] unknowns, int[] coefficients) {
        this.unknowns = unknowns;
        this.coefficients = coefficients;
    }

    /**
     * Sum of some unknowns, each once.
     *
     * @param unknowns numbers of the unknowns, ascending; none for zero
     * @return their sum
     */
    public static LinearSum of(int... unknowns) {
        int[] ones = new int[unknowns.length];
        Arrays.fill(ones, 1);
        return new LinearSum(unknowns.clone(), ones);
    }

    /**
     * This sum plus a multiple of another.
     *
     * @param factor whole factor, reduced modulo 2^31 − 1
     * @param other what is added, factor times
     * @return the combined sum, without terms that cancel
     */
    public LinearSum plus(long factor, LinearSum other) {
        int[] at = new int[unknowns.length + other.unknowns.length];
        int[] by = new int[at.length];
        int length = 0;
        for (int i = 0, j = 0; i < unknowns.length || j < other.unknowns.length; ) {
            int left = i < unknowns.length ? unknowns[i] : Integer.MAX_VALUE;
            int right = j < other.unknowns.length ? other.unknowns[j] : Integer.MAX_VALUE;
            int value = left <= right ? coefficients[i++] : 0;
            if (right <= left) {
                value = PrimeField.add(value, PrimeField.times(PrimeField.of(factor), other.coefficients[j++]));
            }
            at[length] = Math.min(left, right);
            by[length] = value;
            length += value == 0 ? 0 : 1;
        }
        return new LinearSum(Arrays.copyOf(at, length), Arrays.copyOf(by, length));
    }

    /**
     * This sum without some unknowns, which are known to be zero.
     *
     * @param zeros their numbers
     * @return the sum of the others
     */
    public LinearSum without(BitSet zeros) {
        int[] rest = IntStream.range(0, unknowns.length)
                .filter(i -> !zeros.get(unknowns[i]))
                .toArray();
        return rest.length == unknowns.length
                ? this
                : new LinearSum(
                        Arrays.stream(rest).map(i -> unknowns[i]).toArray(),
                        Arrays.stream(rest).map(i -> coefficients[i]).toArray());
    }

    /**
     * The unknowns that are in the sum so many times.
     *
     * @param times 1 for those that are added, −1 for those that are subtracted
     * @return their numbers, ascending
     */
    public int[] unknowns(int times) {
        int factor = PrimeField.of(times);
        return IntStream.range(0, unknowns.length)
                .filter(i -> coefficients[i] == factor)
                .map(i -> unknowns[i])
                .toArray();
    }

    /** Sum of some unknowns, each so many times; the factors are reduced already and not 0. */
    static LinearSum of(Map<Integer, Integer> factors) {
        int[] at = new int[factors.size()];
        int[] by = new int[at.length];
        int length = 0;
        for (Map.Entry<Integer, Integer> each : new TreeMap<>(factors).entrySet()) {
            at[length] = each.getKey();
            by[length++] = each.getValue();
        }
        return new LinearSum(at, by);
    }

    /** The sum whose unknowns are the rows of a column. */
    static LinearSum of(SparseColumn column) {
        int[] at = column.nonzeroRows();
        Arrays.sort(at);
        return new LinearSum(at, column.valuesOf(at));
    }

    /** The same sum with other numbers for its unknowns, which keep their order. */
    LinearSum renumbered(int[] numberOf) {
        int[] at = new int[unknowns.length];
        Arrays.setAll(at, i -> numberOf[unknowns[i]]);
        return new LinearSum(at, coefficients);
    }

    int size() {
        return unknowns.length;
    }

    int unknown(int index) {
        return unknowns[index];
    }

    int coefficient(int index) {
        return coefficients[index];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LinearSum that
                && Arrays.equals(unknowns, that.unknowns)
                && Arrays.equals(coefficients, that.coefficients);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(unknowns) + Arrays.hashCode(coefficients);
    }
}
