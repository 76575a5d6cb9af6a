// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.cells;

/** A listed cohort and those one step finer on one axis; arrays are not copied. */
public final class Family {
    private final int parent;
    private final int axis;
    private final int[] children;

    Family(int parent, int axis, int[] children) {
        this.parent = parent;
        this.axis = axis;
        this.children = children;
    }

    /**
     * The cohort that is divided.
     *
     * @return its number
     */
    public int parent() {
        return parent;
    }

    /**
     * The axis that it is divided on.
     *
     * @return its number
     */
    public int axis() {
        return axis;
    }

    /**
     * The cohorts one step finer.
     *
     * @return their numbers, ascending; not copied
     */
    public int[] children() {
        return children;
    }
}
