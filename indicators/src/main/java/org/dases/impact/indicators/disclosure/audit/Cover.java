// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Sums of unknowns, each less smaller ones that are parts of it: a total less those of its parts that are listed as
 * well leaves a few unknowns, or none. Whoever knows all the sums knows as much as who knows what is left of them, but
 * what is left is sparse and repeats itself little.
 */
final class Cover {
    private static final int AT_ONCE = 4_096;

    private final int[][] sums;
    private final int[][] sumsOf;
    private final int[][] rest;
    private final int[][] taken;

    /**
     * Covers sums by one another.
     *
     * @param unknowns how many unknowns there are
     * @param sums the unknowns of each sum, each once
     * @param usable how many of the sums, from the first, are parts of others; no two of these are equal
     */
    Cover(int unknowns, int[][] sums, int usable) {
        this.sums = sums.clone();
        int[] sizes = new int[unknowns];
        int[] order = IntStream.range(0, usable)
                .boxed()
                .sorted(Comparator.comparing(s -> -sums[s].length))
                .mapToInt(s -> s)
                .toArray();
        for (int s : order) {
            for (int unknown : sums[s]) {
                sizes[unknown]++;
            }
        }
        sumsOf = new int[unknowns][];
        Arrays.setAll(sumsOf, unknown -> new int[sizes[unknown]]);
        Arrays.fill(sizes, 0);
        for (int s : order) {
            for (int unknown : sums[s]) {
                sumsOf[unknown][sizes[unknown]++] = s;
            }
        }
        rest = new int[sums.length][];
        taken = new int[sums.length][];
        IntStream.range(0, (sums.length + AT_ONCE - 1) / AT_ONCE).parallel().forEach(part -> {
            int[] owner = new int[unknowns];
            for (int s = part * AT_ONCE; s < Math.min(sums.length, (part + 1) * AT_ONCE); s++) {
                cover(s, owner);
            }
        });
    }

    /** Unknowns of a sum that are left. */
    int[] rest(int s) {
        return rest[s];
    }

    /** Sums that were taken from a sum: parts of it, no two of which have an unknown in common. */
    int[] taken(int s) {
        return taken[s];
    }

    /** Takes the largest part first; an unknown of no part that is still whole is left. */
    private void cover(int s, int[] owner) {
        int mark = s + 1;
        for (int unknown : sums[s]) {
            owner[unknown] = mark;
        }
        int[] left = new int[sums[s].length];
        int[] parts = new int[sums[s].length];
        int lefts = 0;
        int takens = 0;
        for (int unknown : sums[s]) {
            int part = owner[unknown] == mark ? part(s, unknown, owner, mark) : s;
            if (part < 0) {
                left[lefts++] = unknown;
            } else if (part != s) {
                parts[takens++] = part;
                for (int each : sums[part]) {
                    owner[each] = 0;
                }
            }
        }
        rest[s] = Arrays.copyOf(left, lefts);
        taken[s] = Arrays.copyOf(parts, takens);
    }

    private int part(int s, int unknown, int[] owner, int mark) {
        for (int part : sumsOf[unknown]) {
            if (part != s && sums[part].length <= sums[s].length && isWhole(sums[part], owner, mark)) {
                return part;
            }
        }
        return -1;
    }

    private static boolean isWhole(int[] part, int[] owner, int mark) {
        for (int unknown : part) {
            if (owner[unknown] != mark) {
                return false;
            }
        }
        return true;
    }
}
