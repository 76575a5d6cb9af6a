// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The nodes of one axis that have been met so far, numbered. A node is a path of codes from coarse to fine; the empty
 * path is the total.
 */
final class CodePath implements Serializable {
    private static final long serialVersionUID = 1;

    private final boolean withTotal;
    private final Map<List<String>, Integer> numbers = new HashMap<>();
    private final List<List<String>> paths = new ArrayList<>();
    private final List<int[]> ancestors = new ArrayList<>();

    /**
     * An axis without nodes.
     *
     * @param withTotal whether the total is a node of its own
     */
    CodePath(boolean withTotal) {
        this.withTotal = withTotal;
    }

    /** Number of the node at this path. */
    int number(List<String> path) {
        Integer known = numbers.get(path);
        if (known != null) {
            return known;
        }
        List<String> copy = List.copyOf(path);
        int shortest = withTotal ? 0 : 1;
        int[] up = new int[Math.max(0, copy.size() - shortest + 1)];
        for (int length = shortest; length < copy.size(); length++) {
            up[length - shortest] = number(copy.subList(0, length));
        }
        int number = paths.size();
        if (up.length > 0) {
            up[up.length - 1] = number;
        }
        numbers.put(copy, number);
        paths.add(copy);
        ancestors.add(up);
        return number;
    }

    /** The nodes that a row at this node counts in: itself and everything above, coarse first. */
    int[] ancestors(int number) {
        return ancestors.get(number);
    }

    /** How many nodes have been met. */
    int size() {
        return paths.size();
    }

    List<String> path(int number) {
        return paths.get(number);
    }
}
