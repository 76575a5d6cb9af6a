// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A combination of nodes, one per axis: a cell, or the finest place of a row. */
final class Place {
    private final int[] nodes;
    private final int hash;

    Place(int[] nodes) {
        this.nodes = nodes.clone();
        this.hash = Arrays.hashCode(nodes);
    }

    /** Number of the node on an axis. */
    int node(int axis) {
        return nodes[axis];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Place that && Arrays.equals(nodes, that.nodes);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
