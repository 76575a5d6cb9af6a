// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

/** A listed cohort and those one step finer on one axis; arrays are not copied. */
final class Family {
    private final int parent;
    private final int axis;
    private final int[] children;

    Family(int parent, int axis, int[] children) {
        this.parent = parent;
        this.axis = axis;
        this.children = children;
    }

    int parent() {
        return parent;
    }

    int axis() {
        return axis;
    }

    int[] children() {
        return children;
    }
}
