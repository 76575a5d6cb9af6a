// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Adds the cells of nodes to those of the nodes above, axis by axis, deep nodes first. */
final class Fold {
    private final CubeShape shape;
    private final CellSums sums;

    Fold(CubeShape shape, CellSums sums) {
        this.shape = shape;
        this.sums = sums;
    }

    /** Everything that {@link Walk} left at finer nodes. */
    void all() {
        for (int axis = 0; axis < shape.axes().size(); axis++) {
            if (sums.isDense()) {
                dense(axis);
            } else {
                sparse(axis);
            }
        }
    }

    /** The same without the free axes. */
    void withoutFree() {
        for (int axis = 0; axis < shape.axes().size(); axis++) {
            if (shape.axes().get(axis).scope() != Scope.FREE) {
                sparse(axis);
            }
        }
    }

    private void dense(int axis) {
        Axis along = shape.axes().get(axis);
        List<int[]> counts = new ArrayList<>();
        if (along.scope() != Scope.FREE) {
            counts.add(sums.learners);
        }
        if (along.scope() == Scope.SCHOOL) {
            counts.add(sums.schools);
        }
        int[] deepFirst = IntStream.range(0, along.nodes())
                .filter(node -> along.parent(node) >= 0)
                .boxed()
                .sorted(Comparator.comparing(along::depth).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        int stride = (int) shape.stride(axis);
        for (int base = 0; base < sums.size(); base += stride * along.nodes()) {
            for (int node : deepFirst) {
                int from = base + node * stride;
                int to = base + along.parent(node) * stride;
                counts.forEach(column -> add(column, from, to, stride));
                for (long[] column : sums.values) {
                    add(column, from, to, stride);
                }
            }
        }
    }

    private static void add(int[] column, int from, int to, int length) {
        for (int i = 0; i < length; i++) {
            column[to + i] += column[from + i];
        }
    }

    private static void add(long[] column, int from, int to, int length) {
        for (int i = 0; i < length; i++) {
            column[to + i] += column[from + i];
        }
    }

    private void sparse(int axis) {
        Axis along = shape.axes().get(axis);
        for (int depth = along.deepest(); depth > 0; depth--) {
            int met = sums.size(); // those that are new lie higher
            for (int slot = 0; slot < met; slot++) {
                long cell = sums.cell(slot);
                int node = shape.node(cell, axis);
                if (along.depth(node) == depth) {
                    add(along.scope(), slot, sums.slot(shape.above(cell, axis, node)));
                }
            }
        }
    }

    private void add(Scope scope, int from, int to) {
        if (scope != Scope.FREE) {
            sums.learners[to] += sums.learners[from];
        }
        if (scope == Scope.SCHOOL) {
            sums.schools[to] += sums.schools[from];
        }
        for (long[] column : sums.values) {
            column[to] += column[from];
        }
    }
}
