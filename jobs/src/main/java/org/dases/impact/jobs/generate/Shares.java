// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Splits a whole number in proportion to weights, by largest remainder, so that the parts add up to it exactly. */
final class Shares {
    private Shares() {}

    static int[] of(int total, double... weights) {
        double sum = Arrays.stream(weights).sum();
        int[] shares = new int[weights.length];
        double[] remainder = new double[weights.length];
        int given = 0;
        for (int i = 0; i < weights.length; i++) {
            double exact = total * weights[i] / sum;
            shares[i] = (int) exact;
            remainder[i] = exact - shares[i];
            given += shares[i];
        }
        int[] order = IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -remainder[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 0; i < total - given; i++) {
            shares[order[i]]++;
        }
        return shares;
    }
}
