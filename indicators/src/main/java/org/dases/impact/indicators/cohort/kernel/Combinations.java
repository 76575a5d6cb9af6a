// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The combinations of nodes on some axes that facts lie at, and all that lie above one of these, numbered from 0 as
 * they are met. However many axes there are, a number says which combination it is: each step numbers pairs of what the
 * axes before gave and a node.
 */
final class Combinations implements Serializable {
    private static final long serialVersionUID = 1;

    private final List<Axis> axes;
    private final int most;
    private final List<LongSlots> steps = new ArrayList<>();
    private int size;
    /** By axis and combination: its node, and the combination with the node above in its place, −1 where none is. */
    private final IntColumn[] nodes;

    private final IntColumn[] above;

    /**
     * None yet.
     *
     * @param axes the axes
     * @param most more combinations than this are refused
     */
    Combinations(List<Axis> axes, int most) {
        this.axes = List.copyOf(axes);
        this.most = most;
        this.nodes = new IntColumn[axes.size()];
        this.above = new IntColumn[axes.size()];
        for (int axis = 0; axis < axes.size(); axis++) {
            steps.add(new LongSlots());
            nodes[axis] = new IntColumn();
            above[axis] = new IntColumn();
        }
        size = axes.isEmpty() ? 1 : 0;
    }

    /** Meets a combination: the node on each axis, in their order. */
    int add(int[] at) {
        int number = 0;
        for (int axis = 0; axis < at.length; axis++) {
            number = steps.get(axis).slot(LongSlots.pair(number, at[axis]));
        }
        if (number == size) {
            if (size == most) {
                throw CubeRefused.tooManyCells(most, CubeShape.widest(axes));
            }
            size++;
            for (int axis = 0; axis < at.length; axis++) {
                nodes[axis].add(at[axis]);
            }
        }
        return number;
    }

    /** Meets all that lie above those met so far; nothing is added after that. */
    void close() {
        int[] at = new int[axes.size()];
        for (int axis = 0; axis < at.length; axis++) {
            for (int number = 0; number < size; number++) { // which grows
                addAbove(number, axis, at);
            }
        }
        for (int axis = 0; axis < at.length; axis++) {
            for (int number = 0; number < size; number++) {
                above[axis].add(addAbove(number, axis, at));
            }
        }
    }

    private int addAbove(int number, int axis, int[] at) {
        int parent = axes.get(axis).parent(nodes[axis].get(number));
        if (parent < 0) {
            return -1;
        }
        for (int each = 0; each < at.length; each++) {
            at[each] = nodes[each].get(number);
        }
        at[axis] = parent;
        return add(at);
    }

    /** Number of a combination that was met. */
    int number(int[] at) {
        int number = 0;
        for (int axis = 0; axis < at.length; axis++) {
            number = steps.get(axis).find(LongSlots.pair(number, at[axis]));
            if (number < 0) {
                throw new IllegalArgumentException("no fact is at or below node " + at[axis] + " of axis '"
                        + axes.get(axis).name() + "' there");
            }
        }
        return number;
    }

    int size() {
        return size;
    }

    int node(int number, int axis) {
        return nodes[axis].get(number);
    }

    /** The combination with the node above on one axis; −1 where there is none. */
    int above(int number, int axis) {
        return above[axis].get(number);
    }
}
