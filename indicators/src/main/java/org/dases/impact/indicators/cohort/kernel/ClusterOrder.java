// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

/** Orders facts by school, then learner, else as they came: a radix sort of positions, some bits at a time. */
final class ClusterOrder {
    /** So that the counts stay in the fastest memory, and a million numbers take two rounds. */
    private static final int BITS = 11;

    private static final int MASK = (1 << BITS) - 1;

    private ClusterOrder() {}

    static int[] of(IntColumn schools, IntColumn learners, boolean isOrdered) {
        int[] order = new int[schools.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        return isOrdered ? order : by(schools, by(learners, order));
    }

    private static int[] by(IntColumn column, int[] order) {
        int most = 0;
        for (int at : order) {
            most = Math.max(most, column.get(at) + 1);
        }
        int[] from = order;
        for (int shift = 0; shift < Integer.SIZE && most >>> shift > 0; shift += BITS) {
            from = byBits(column, shift, from);
        }
        return from;
    }

    /** One more than the number is what is sorted: −1 is the school that is not known. */
    private static int[] byBits(IntColumn column, int shift, int[] from) {
        int[] next = new int[MASK + 2];
        for (int at : from) {
            next[((column.get(at) + 1) >>> shift & MASK) + 1]++;
        }
        for (int i = 1; i <= MASK + 1; i++) {
            next[i] += next[i - 1];
        }
        int[] to = new int[from.length];
        for (int at : from) {
            to[next[(column.get(at) + 1) >>> shift & MASK]++] = at;
        }
        return to;
    }
}
