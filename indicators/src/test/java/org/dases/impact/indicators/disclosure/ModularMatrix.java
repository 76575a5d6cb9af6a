// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Plain elimination modulo a prime, row by row, for attackers of tests. */
final class ModularMatrix {
    static final long PRIME = 1_000_000_007L;

    private ModularMatrix() {}

    static long inverse(long a) {
        long result = 1;
        long square = a;
        for (long exponent = PRIME - 2; exponent > 0; exponent >>= 1) {
            result = (exponent & 1) == 1 ? result * square % PRIME : result;
            square = square * square % PRIME;
        }
        return result;
    }

    /** The reduced row echelon form of rows of some length, without rows of zeros. */
    static List<long[]> reduced(List<long[]> rows, int length) {
        List<long[]> left = new ArrayList<>();
        rows.forEach(row -> left.add(row.clone()));
        int done = 0;
        for (int column = 0; column < length && done < left.size(); column++) {
            int pivot = done;
            while (pivot < left.size() && left.get(pivot)[column] == 0) {
                pivot++;
            }
            if (pivot < left.size()) {
                Collections.swap(left, pivot, done);
                long[] own = left.get(done);
                long inverse = inverse(own[column]);
                for (int i = 0; i < length; i++) {
                    own[i] = own[i] * inverse % PRIME;
                }
                for (int row = 0; row < left.size(); row++) {
                    long factor = row == done ? 0 : PRIME - left.get(row)[column];
                    for (int i = 0; i < length && factor % PRIME != 0; i++) {
                        left.get(row)[i] = (left.get(row)[i] + factor * own[i]) % PRIME;
                    }
                }
                done++;
            }
        }
        return new ArrayList<>(left.subList(0, done));
    }

    /** A basis of the vectors that are orthogonal to all rows. */
    static List<long[]> vanishing(List<long[]> rows, int length) {
        List<long[]> reduced = reduced(rows, length);
        int[] pivots = reduced.stream().mapToInt(ModularMatrix::first).toArray();
        List<long[]> basis = new ArrayList<>();
        for (int free = 0; free < length; free++) {
            int own = free;
            if (Arrays.stream(pivots).noneMatch(pivot -> pivot == own)) {
                long[] vector = new long[length];
                vector[free] = 1;
                for (int row = 0; row < pivots.length; row++) {
                    vector[pivots[row]] = (PRIME - reduced.get(row)[free]) % PRIME;
                }
                basis.add(vector);
            }
        }
        return basis;
    }

    private static int first(long[] row) {
        int place = 0;
        while (row[place] == 0) {
            place++;
        }
        return place;
    }
}
