// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The axes of a cube, and the number of each of its cells: one digit per axis, those of the school first, those that
 * are free last. The cells of one school and learner therefore lie together. Where these numbers do not fit 64 bits,
 * only cells are numbered that have a fact in or below them.
 */
public final class CubeShape implements Serializable {
    private static final long serialVersionUID = 1;

    private final List<Axis> axes;
    private final long[] strides;
    private final long cells;
    private final @Nullable WideNumbers wide;

    /**
     * A cube over these axes; without axes it has one cell.
     *
     * @param axes the axes, in the order in which facts give their codes
     * @throws CubeRefused when the cells cannot be numbered within 64 bits; {@link #of} then numbers those that occur
     */
    public CubeShape(List<Axis> axes) {
        this.axes = List.copyOf(axes);
        this.wide = null;
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

    private CubeShape(List<Axis> axes, WideNumbers wide) {
        this.axes = List.copyOf(axes);
        this.wide = wide;
        this.strides = new long[0];
        this.cells = wide.cells();
    }

    /**
     * A cube over any number of axes.
     *
     * @param axes the axes, in the order in which facts give their codes
     * @param facts the node on each axis, fact by fact; not looked at where the axes fit 64 bits together. No other
     *     cells than theirs, and those above, have a number then
     * @return the shape
     * @throws CubeRefused when there are more than 10⁷ cells that occur, or they cannot be numbered either
     */
    public static CubeShape of(List<Axis> axes, FactPlaces facts) {
        return of(axes, facts, CohortCube.MOST_CELLS);
    }

    static CubeShape of(List<Axis> axes, FactPlaces facts, int most) {
        boolean fits = true;
        long product = 1;
        for (Axis axis : axes) {
            fits &= product <= Long.MAX_VALUE / axis.nodes();
            product = fits ? product * axis.nodes() : product;
        }
        return fits ? new CubeShape(axes) : combined(axes, facts, most);
    }

    /** Numbers only the cells that occur. */
    static CubeShape combined(List<Axis> axes, FactPlaces facts, int most) {
        return new CubeShape(axes, new WideNumbers(axes, facts, most));
    }

    private long times(long product, int nodes) {
        if (product > Long.MAX_VALUE / nodes) {
            throw CubeRefused.tooWide(widest());
        }
        return product * nodes;
    }

    /** Whether every combination of nodes has a number, rather than those that occur. */
    boolean isWhole() {
        return wide == null;
    }

    /**
     * The axes.
     *
     * @return in the order given
     */
    public List<Axis> axes() {
        return axes;
    }

    /**
     * How many cells there are at most.
     *
     * @return one more than the greatest number of a cell
     */
    public long cells() {
        return cells;
    }

    /** How far apart neighbouring nodes of an axis are, where the cube {@link #isWhole}. */
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
        if (wide != null) {
            return wide.node(cell, axis);
        }
        return (int) (cell / strides[axis] % axes.get(axis).nodes());
    }

    /**
     * The nodes of a cell.
     *
     * @param cell number of the cell
     * @param nodes takes the node on each axis; may be longer
     */
    public void nodes(long cell, int[] nodes) {
        for (int axis = 0; axis < axes.size(); axis++) {
            nodes[axis] = node(cell, axis);
        }
    }

    /**
     * The cell above on one axis.
     *
     * @param cell number of a cell
     * @param axis position of the axis
     * @param node the cell's node on it, which has one above
     */
    long above(long cell, int axis, int node) {
        return wide == null ? cell + (axes.get(axis).parent(node) - node) * strides[axis] : wide.above(cell, axis);
    }

    /**
     * The number of a cell.
     *
     * @param codes its node on each axis, in the order of the axes
     * @return the number, different for different cells
     */
    public long cell(int[] codes) {
        if (wide != null) {
            return wide.cell(codes);
        }
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
        if (wide != null) {
            return wide.unit(scope);
        }
        long unit = cells;
        for (int axis = 0; axis < strides.length; axis++) {
            unit = axes.get(axis).scope() == scope ? Math.min(unit, strides[axis]) : unit;
        }
        return unit;
    }

    /** The axis with most nodes. There is one. */
    Axis widest() {
        return widest(axes);
    }

    static Axis widest(List<Axis> axes) {
        return axes.stream().max(Comparator.comparing(Axis::nodes)).orElseThrow();
    }
}
