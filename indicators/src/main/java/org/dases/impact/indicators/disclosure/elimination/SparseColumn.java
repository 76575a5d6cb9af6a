// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.util.Arrays;

/**
 * A column of the matrix: row → nonzero value, by open addressing. A value that cancels keeps its slot until growth.
 */
final class SparseColumn {
    private int[] rows;
    private int[] values;
    private int slots;
    private int nonzero;

    SparseColumn(int expected) {
        rows = emptyRows(Integer.highestOneBit(Math.max(2, expected) * 2 - 1) * 2);
        values = new int[rows.length];
    }

    private SparseColumn(SparseColumn original) {
        rows = original.rows.clone();
        values = original.values.clone();
        slots = original.slots;
        nonzero = original.nonzero;
    }

    /** The column of a sum: its unknowns are the rows. */
    static SparseColumn of(LinearSum sum) {
        SparseColumn column = new SparseColumn(sum.size());
        column.add(sum, 1);
        return column;
    }

    SparseColumn copy() {
        return new SparseColumn(this);
    }

    /** The same column with other numbers for its rows. */
    SparseColumn renumbered(int[] numberOf) {
        SparseColumn column = new SparseColumn(nonzero);
        for (int slot = 0; slot < rows.length; slot++) {
            if (values[slot] != 0) {
                column.add(numberOf[rows[slot]], values[slot]);
            }
        }
        return column;
    }

    int nonzero() {
        return nonzero;
    }

    /** Number of slots to walk with {@link #rowAt} and {@link #valueAt}; unused slots have value 0. */
    int capacity() {
        return rows.length;
    }

    int rowAt(int slot) {
        return rows[slot];
    }

    int valueAt(int slot) {
        return values[slot];
    }

    /** The rows that have a value. */
    int[] nonzeroRows() {
        int[] found = new int[nonzero];
        int size = 0;
        for (int slot = 0; slot < rows.length; slot++) {
            if (values[slot] != 0) {
                found[size++] = rows[slot];
            }
        }
        return found;
    }

    /** The values of some rows. */
    int[] valuesOf(int[] some) {
        int[] found = new int[some.length];
        Arrays.setAll(found, i -> get(some[i]));
        return found;
    }

    int get(int row) {
        return values[slot(row)];
    }

    /**
     * Adds to a value. True when the row had no slot before, so that whoever keeps what is made of a row must be told.
     */
    boolean add(int row, int summand) {
        int slot = slot(row);
        boolean isNew = rows[slot] < 0;
        if (isNew) {
            rows[slot] = row;
            slots++;
        }
        int before = values[slot];
        int after = PrimeField.add(before, summand);
        values[slot] = after;
        nonzero += Integer.signum(after) - Integer.signum(before);
        if (slots * 2 > rows.length) {
            grow();
        }
        return isNew;
    }

    /** Adds a multiple of a sum: its unknowns are the rows. */
    void add(LinearSum sum, int factor) {
        for (int i = 0; i < sum.size(); i++) {
            add(sum.unknown(i), PrimeField.times(factor, sum.coefficient(i)));
        }
    }

    /** Adds a multiple of another column. */
    void add(SparseColumn other, int factor) {
        for (int slot = 0; slot < other.rows.length; slot++) {
            if (other.values[slot] != 0) {
                add(other.rows[slot], PrimeField.times(factor, other.values[slot]));
            }
        }
    }

    /** The first of the rows that have a value; there must be one. */
    int firstRow() {
        int first = Integer.MAX_VALUE;
        for (int slot = 0; slot < rows.length; slot++) {
            first = values[slot] == 0 ? first : Math.min(first, rows[slot]);
        }
        return first;
    }

    private int slot(int row) {
        int mask = rows.length - 1;
        int slot = ((row * 0x9E3779B1) >>> 7) & mask;
        while (rows[slot] >= 0 && rows[slot] != row) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        int[] oldRows = rows;
        int[] oldValues = values;
        // a third of the slots used at most: half as many again may come before it grows anew, even if as many go
        rows = emptyRows(Integer.highestOneBit(Math.max(2, nonzero) * 3) * 2);
        values = new int[rows.length];
        slots = 0;
        for (int i = 0; i < oldRows.length; i++) {
            if (oldValues[i] != 0) {
                int slot = slot(oldRows[i]);
                rows[slot] = oldRows[i];
                values[slot] = oldValues[i];
                slots++;
            }
        }
    }

    private static int[] emptyRows(int capacity) {
        int[] rows = new int[capacity];
        Arrays.fill(rows, -1);
        return rows;
    }
}
