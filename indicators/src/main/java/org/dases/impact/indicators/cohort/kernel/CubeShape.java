// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The axes of a cube, and the number of each of its cells: one digit per axis, those of the school first, those that
 * are free last. The cells of one school and learner therefore lie together.
 */
public final class CubeShape implements Serializable {
    private static final long serialVersionUID = 1;

    private final List<Axis> axes;
    private final long[] strides;
    private final long cells;

    /**
     * A cube over these axes; without axes it has one cell.
     *
     * @param axes the axes, in the order in which facts give their codes
     * @throws CubeRefused when the cells cannot be numbered within 64 bits
     */
    public CubeShape(List<Axis> axes) {
        this.axes = List.copyOf(axes);
        this.strides = new long[axes.size()];
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < axes.size(); i++) {
            order.add(i);
        }
        // Stable, and the last digit changes fastest: free axes before learners', before schools'.
        order.sort(Comparator.comparing((Integer i) -> axes.get(i).scope()).reversed());
        long product = 1;
        for (int axis : order) {
            strides[axis] = product;
            product = times(product, axes.get(axis).nodes());
        }
        this.cells = product;
    }

    private long times(long product, int nodes) {
        long high = Math.multiplyHigh(product, nodes);
        long low = product * nodes;
        if (high != 0 || low < 0) {
            throw CubeRefused.tooWide(widest());
        }
        return low;
    }

    /**
     * The axes.
     *
     * @return in the order given
     */
    public List<Axis> axes() {
        return axes;
    }

    /** How many cells there are at most: the product of the nodes. */
    long cells() {
        return cells;
    }

    /** How far apart neighbouring nodes of an axis are. */
    long stride(int axis) {
        return strides[axis];
    }

    /**
     * The node of a cell.
     *
     * @param cell number of the cell
     * @param axis position of the axis
     * @return the node on that axis
     */
    public int node(long cell, int axis) {
        return (int) (cell / strides[axis] % axes.get(axis).nodes());
    }

    /**
     * The number of a cell.
     *
     * @param codes its node on each axis, in the order of the axes
     * @return the number, different for different cells
     */
    public long cell(int[] codes) {
        long cell = 0;
        for (int axis = 0; axis < strides.length; axis++) {
            cell += codes[axis] * strides[axis];
        }
        return cell;
    }

    /** How many parts the axes of one scope give: the product of their nodes. The cells must be few. */
    int parts(Scope scope) {
        int parts = 1;
        for (Axis axis : axes) {
            parts = axis.scope() == scope ? Math.multiplyExact(parts, axis.nodes()) : parts;
        }
        return parts;
    }

    /** What the parts of one scope are multiples of. */
    long unit(Scope scope) {
        long unit = cells;
        for (int axis = 0; axis < strides.length; axis++) {
            unit = axes.get(axis).scope() == scope ? Math.min(unit, strides[axis]) : unit;
        }
        return unit;
    }

    /** The axis with most nodes. There is one. */
    Axis widest() {
        return axes.stream().max(Comparator.comparing(Axis::nodes)).orElseThrow();
    }
}
