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
     * Leaves out the finest level of an axis that suffices, the one with most nodes first; of several axes where no
     * single one does.
     *
     * @return what to leave out
     */
    public Coarser coarser() {
        int[] depths = deepest();
        while (true) {
            List<Integer> widest = widest(depths);
            for (int axis : widest) {
                depths[axis]--;
                long cells = cells(depths);
                if (cells <= most) {
                    return new Coarser(left(depths), OptionalLong.of(cells));
                }
                depths[axis]++;
            }
            if (widest.isEmpty()) {
                return new Coarser(left(depths), OptionalLong.empty());
            }
            depths[widest.get(0)]--;
        }
    }

    private List<Integer> left(int[] depths) {
        int[] deepest = deepest();
        return IntStream.range(0, depths.length)
                .map(axis -> deepest[axis] - depths[axis])
                .boxed()
                .toList();
    }

    /** The axes that have a level to leave out, those first that have most nodes on it. */
    private List<Integer> widest(int[] depths) {
        return IntStream.range(0, depths.length)
                .filter(axis -> depths[axis] > 0)
                .boxed()
                .sorted(Comparator.comparing((Integer axis) -> -axes.get(axis).nodesAt(depths[axis])))
                .toList();
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
