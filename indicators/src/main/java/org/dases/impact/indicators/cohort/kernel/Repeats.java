// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds who comes more than once. */
final class Repeats {
    private Repeats() {}

    /** Positions of every number that is not negative and comes more than once, in groups. */
    static List<int[]> of(int[] numbers) {
        LongSlots slots = new LongSlots();
        int[] group = new int[numbers.length];
        int[] sizes = new int[16];
        for (int i = 0; i < numbers.length; i++) {
            group[i] = numbers[i] < 0 ? -1 : slots.slot(numbers[i]);
            if (slots.size() > sizes.length) {
                sizes = Arrays.copyOf(sizes, 2 * sizes.length);
            }
            if (group[i] >= 0) {
                sizes[group[i]]++;
            }
        }
        return collect(group, sizes);
    }

    private static List<int[]> collect(int[] group, int[] sizes) {
        int[][] places = new int[sizes.length][];
        int[] filled = new int[sizes.length];
        List<int[]> found = new ArrayList<>();
        for (int i = 0; i < group.length; i++) {
            int g = group[i];
            if (g >= 0 && sizes[g] > 1) {
                if (filled[g] == 0) {
                    places[g] = new int[sizes[g]];
                    found.add(places[g]);
                }
                places[g][filled[g]++] = i;
            }
        }
        return found;
    }
}
