// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

import java.util.Arrays;

/** The cells of a cube that have a fact, in a fixed order: one line per cell, from 0. */
public final class Cells {
    private final CubeShape shape;
    private final long[] cells;
    private final int[] learners;
    private final int[] schools;
    private final long[][] sums;

    Cells(CubeShape shape, CellSums counted, int[] slots) {
        this.shape = shape;
        this.cells = new long[slots.length];
        this.learners = new int[slots.length];
        this.schools = new int[slots.length];
        this.sums = new long[counted.values.length][slots.length];
        for (int i = 0; i < slots.length; i++) {
            cells[i] = counted.cell(slots[i]);
            learners[i] = counted.learners[slots[i]];
            schools[i] = counted.schools[slots[i]];
        }
        for (int measure = 0; measure < sums.length; measure++) {
            for (int i = 0; i < slots.length; i++) {
                sums[measure][i] = counted.values[measure][slots[i]];
            }
        }
    }

    /**
     * Number of cells.
     *
     * @return how many have a fact
     */
    public int size() {
        return cells.length;
    }

    /**
     * Number of a cell in the shape of the facts.
     *
     * @param line the cell
     * @return the number
     */
    public long cell(int line) {
        return cells[line];
    }

    /**
     * Finds a cell.
     *
     * @param cell its number
     * @return its line, or a negative number when nobody is in it
     */
    public int line(long cell) {
        return Arrays.binarySearch(cells, cell);
    }

    /**
     * Where a cell lies.
     *
     * @param line the cell
     * @param axis position of the axis in the shape
     * @return the node on that axis
     */
    public int node(int line, int axis) {
        return shape.node(cells[line], axis);
    }

    /**
     * Distinct learners of a cell.
     *
     * @param line the cell
     * @return how many have a fact in it, at least 1 unless all are counted elsewhere
     */
    public int learners(int line) {
        return learners[line];
    }

    /**
     * Distinct schools of a cell.
     *
     * @param line the cell
     * @return how many have a fact in it; those that are not known do not count
     */
    public int schools(int line) {
        return schools[line];
    }

    /**
     * Sum of a measure. A mean is such a sum over the learners, or over the sum of another measure.
     *
     * @param line the cell
     * @param measure position of the value in the facts
     * @return the exact sum
     */
    public long sum(int line, int measure) {
        return sums[measure][line];
    }
}
