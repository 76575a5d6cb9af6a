// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import java.util.ArrayList;
import java.util.List;

/** How the cells of a table are numbered: all combinations of codes, coarse to fine, the first dimension slowest. */
final class Cube {
    private final List<Hierarchy> hierarchies;
    private final int[] strides;
    private final int size;

    Cube(List<Hierarchy> hierarchies) {
        this.hierarchies = List.copyOf(hierarchies);
        strides = new int[hierarchies.size()];
        int stride = 1;
        for (int axis = strides.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride = Math.multiplyExact(stride, hierarchies.get(axis).size());
        }
        size = stride;
    }

    /** Number of cells of a table, totals among them. */
    static double size(List<Hierarchy> hierarchies) {
        return hierarchies.stream().mapToDouble(Hierarchy::size).reduce(1, (a, b) -> a * b);
    }

    List<Hierarchy> hierarchies() {
        return hierarchies;
    }

    int size() {
        return size;
    }

    int axes() {
        return strides.length;
    }

    /** Number of a cell whose code on one axis is given, the total on the others; cells of several axes add up. */
    int at(int axis, int code) {
        return strides[axis] * code;
    }

    /** Number of a cell's code on an axis. */
    int code(int cell, int axis) {
        return cell / strides[axis] % hierarchies.get(axis).size();
    }

    /** The codes of a cell, as a message tells them. */
    String named(int cell) {
        List<String> codes = new ArrayList<>();
        for (int axis = 0; axis < axes(); axis++) {
            Hierarchy hierarchy = hierarchies.get(axis);
            codes.add(hierarchy.leafColumn() + "=" + hierarchy.code(code(cell, axis)));
        }
        return String.join(", ", codes);
    }

    /** Whether a cell is no total. */
    boolean isInner(int cell) {
        for (int axis = 0; axis < strides.length; axis++) {
            if (!hierarchies.get(axis).isLeaf(code(cell, axis))) {
                return false;
            }
        }
        return true;
    }

    /** Calls for every cell with the one above it on one axis, from fine to coarse, axis by axis: totals add up so. */
    void forEachStep(Step step) {
        for (int axis = 0; axis < strides.length; axis++) {
            Hierarchy hierarchy = hierarchies.get(axis);
            int block = strides[axis] * hierarchy.size();
            for (int code = hierarchy.size() - 1; code > 0; code--) {
                int up = (code - hierarchy.parent(code)) * strides[axis];
                for (int start = code * strides[axis]; start < size; start += block) {
                    for (int cell = start; cell < start + strides[axis]; cell++) {
                        step.take(cell, cell - up);
                    }
                }
            }
        }
    }

    /** One cell and the one above it. */
    interface Step {
        void take(int cell, int above);
    }
}
