// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

/** Orders facts by school, then learner, else as they came: a radix sort of positions, one byte at a time. */
final class ClusterOrder {
    private static final int BYTE = 256;

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
        for (int shift = 0; shift < Integer.SIZE && most >>> shift > 0; shift += Byte.SIZE) {
            from = byByte(column, shift, from);
        }
        return from;
    }

    /** One more than the number is what is sorted: −1 is the school that is not known. */
    private static int[] byByte(IntColumn column, int shift, int[] from) {
        int[] next = new int[BYTE + 1];
        for (int at : from) {
            next[((column.get(at) + 1) >>> shift & (BYTE - 1)) + 1]++;
        }
        for (int i = 1; i <= BYTE; i++) {
            next[i] += next[i - 1];
        }
        int[] to = new int[from.length];
        for (int at : from) {
            to[next[(column.get(at) + 1) >>> shift & (BYTE - 1)]++] = at;
        }
        return to;
    }
}
