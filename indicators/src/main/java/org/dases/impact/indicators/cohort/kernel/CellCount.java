// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * How many cells a cube has, found before it is counted: those in which a fact lies, and all above. Exact, and worked
 * out no further than to where there are too many.
 */
public final class CellCount {
    private final List<Axis> axes;
    private final FactPlaces facts;
    private final int most;

    /**
     * Of a cube.
     *
     * @param axes the axes
     * @param facts the node on each axis, fact by fact
     * @param most how many cells there may be
     */
    public CellCount(List<Axis> axes, FactPlaces facts, int most) {
        this.axes = List.copyOf(axes);
        this.facts = facts;
        this.most = most;
    }

    /**
     * A coarser cube.
     *
     * @param left how many levels are left out, by axis, the finest first
     * @param cells how many cells remain; empty where they still are too many
     */
    public record Coarser(List<Integer> left, OptionalLong cells) {
        public Coarser {
            left = List.copyOf(left);
        }
    }

    /**
     * Whether the cells are not too many.
     *
     * @return false when there are more than the most
     */
    public boolean fits() {
        return whole() <= most || cells(deepest()) <= most;
    }

    private long whole() {
        long product = 1;
        for (Axis axis : axes) {
            product = Math.min(Integer.MAX_VALUE, product * axis.nodes()); // a product of two such fits
        }
        return product;
    }

    /**
     * How many cells there are.
     *
     * @return the number; one more than the most when there are more
     */
    public long cells() {
        return cells(deepest());
    }

    private int[] deepest() {
        return axes.stream().mapToInt(Axis::deepest).toArray();
    }

    /**
     * Leaves out finest levels, those with most nodes first, until the cells are few enough, then takes back what was
     * not needed. Each try costs as much as finding out that the cells are too many.
     *
     * @return what to leave out
     */
    public Coarser coarser() {
        int[] depths = deepest();
        int last = -1;
        long cells = most + 1L;
        while (cells > most) {
            last = widest(depths);
            if (last < 0) {
                return new Coarser(left(depths), OptionalLong.empty());
            }
            depths[last]--;
            cells = cells(depths);
        }
        int[] deepest = deepest();
        for (int axis = 0; axis < depths.length; axis++) {
            while (axis != last && depths[axis] < deepest[axis]) {
                depths[axis]++;
                long more = cells(depths);
                if (more > most) {
                    depths[axis]--;
                    break;
                }
                cells = more;
            }
        }
        return new Coarser(left(depths), OptionalLong.of(cells));
    }

    private List<Integer> left(int[] depths) {
        int[] deepest = deepest();
        return IntStream.range(0, depths.length)
                .map(axis -> deepest[axis] - depths[axis])
                .boxed()
                .toList();
    }

    /** The axis that has most nodes on its finest level, of those that have one to leave out; −1 if none has. */
    private int widest(int[] depths) {
        return IntStream.range(0, depths.length)
                .filter(axis -> depths[axis] > 0)
                .boxed()
                .min(Comparator.comparing((Integer axis) -> -axes.get(axis).nodesAt(depths[axis])))
                .orElse(-1);
    }

    private long cells(int[] depths) {
        FactPlaces lifted = place -> {
            int[] at = new int[depths.length];
            facts.forEach(codes -> {
                for (int axis = 0; axis < at.length; axis++) {
                    at[axis] = axes.get(axis).above(codes[axis], depths[axis]);
                }
                place.accept(at);
            });
        };
        CubeShape shape;
        try {
            shape = CubeShape.of(axes, lifted, most);
        } catch (CubeRefused e) {
            return most + 1L;
        }
        return cells(shape, lifted);
    }

    private long cells(CubeShape shape, FactPlaces lifted) {
        LongSlots cells = new LongSlots();
        lifted.forEach(at -> {
            if (cells.size() <= most) {
                cells.slot(shape.cell(at));
            }
        });
        for (int axis = 0; axis < axes.size(); axis++) {
            for (int slot = 0; slot < cells.size() && cells.size() <= most; slot++) { // which grows
                long cell = cells.key(slot);
                int node = shape.node(cell, axis);
                if (axes.get(axis).parent(node) >= 0) {
                    cells.slot(shape.above(cell, axis, node));
                }
            }
        }
        return cells.size();
    }
}
