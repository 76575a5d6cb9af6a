// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * What becomes of the cells in another table. One at a time is looked at, as a table may differ in many thousand cells
 * and there may be as many tables.
 */
final class CellChanges {
    private final OpenTable table;
    private final double[] by;
    private final BitSet seen = new BitSet();
    private int[] cells = new int[16];
    private int size;

    /**
     * Changes of nothing yet.
     *
     * @param table the true table
     */
    CellChanges(OpenTable table) {
        this.table = table;
        by = new double[table.cells()];
    }

    /** Looks at a table, and forgets the one before. */
    CellChanges of(Move move) {
        forget();
        move.forEach((atom, more) -> {
            for (int cell : table.cellsOf(atom)) {
                if (!seen.get(cell)) {
                    seen.set(cell);
                    add(cell);
                }
                by[cell] += more;
            }
        });
        int all = size;
        size = 0;
        for (int i = 0; i < all; i++) {
            if (Math.abs(by[cells[i]]) < Move.ROUNDING) {
                by[cells[i]] = 0;
                seen.clear(cells[i]);
            } else {
                cells[size++] = cells[i];
            }
        }
        return this;
    }

    private void forget() {
        for (int i = 0; i < size; i++) {
            by[cells[i]] = 0;
            seen.clear(cells[i]);
        }
        size = 0;
    }

    private void add(int cell) {
        if (size == cells.length) {
            cells = Arrays.copyOf(cells, size * 2);
        }
        cells[size++] = cell;
    }

    /** Numbers of the cells that differ, each once, in no order. */
    IntStream cells() {
        return Arrays.stream(cells, 0, size);
    }

    /** How much more a cell counts than in the true table; negative for less, 0 if it stays. */
    double by(int cell) {
        return by[cell];
    }
}
