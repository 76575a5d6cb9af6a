// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The atoms of a window that may change, and the sums of them that are cells, as far as these lie in the window. Cells
 * that are the same sum there are one sum.
 */
final class WindowSums {
    private final OpenTable table;
    private final int[] atoms;
    private final List<int[]> terms = new ArrayList<>();
    private final List<List<Integer>> cells = new ArrayList<>();
    private final int[] sumOf;

    /**
     * The sums of a window.
     *
     * @param table the true table
     * @param window numbers of its atoms, ascending; those that everybody may know to be empty are left out
     */
    WindowSums(OpenTable table, int[] window) {
        this.table = table;
        atoms = Arrays.stream(window).filter(atom -> !table.isFixed(atom)).toArray();
        sumOf = new int[table.cells()];
        Arrays.fill(sumOf, -1);
        long[] pairs = new long
                [Arrays.stream(atoms).map(atom -> table.cellsOf(atom).length).sum()];
        int size = 0;
        for (int i = 0; i < atoms.length; i++) {
            for (int cell : table.cellsOf(atoms[i])) {
                pairs[size++] = (long) cell << 32 | i;
            }
        }
        Arrays.sort(pairs);
        Map<IntBuffer, Integer> same = new HashMap<>();
        for (int from = 0; from < size; ) {
            int cell = (int) (pairs[from] >>> 32);
            int to = from;
            while (to < size && pairs[to] >>> 32 == cell) {
                to++;
            }
            int[] own =
                    Arrays.stream(pairs, from, to).mapToInt(pair -> (int) pair).toArray();
            int sum = same.computeIfAbsent(IntBuffer.wrap(own), key -> add(own));
            cells.get(sum).add(cell);
            sumOf[cell] = sum;
            from = to;
        }
    }

    private int add(int[] own) {
        terms.add(own);
        cells.add(new ArrayList<>());
        return terms.size() - 1;
    }

    /** Numbers in the table of the atoms that may change. */
    int[] atoms() {
        return atoms;
    }

    int size() {
        return terms.size();
    }

    /** Places among {@link #atoms} of those that a sum consists of. */
    int[] terms(int sum) {
        return terms.get(sum);
    }

    /** Places among {@link #atoms} of those that lie in a cell. */
    int[] termsOf(int cell) {
        return sumOf[cell] < 0 ? new int[0] : terms.get(sumOf[cell]);
    }

    /** Number of the sum that a cell is in the window; −1 if it does not lie in it. */
    int of(int cell) {
        return sumOf[cell];
    }

    /** How many of the cells that are this sum are printed. */
    int printed(int sum, BitSet printed) {
        int count = 0;
        for (int cell : cells.get(sum)) {
            count += printed.get(cell) ? 1 : 0;
        }
        return count;
    }

    /** True count of the first of the cells that are this sum. */
    long value(int sum) {
        return table.value(cells.get(sum).get(0));
    }
}
