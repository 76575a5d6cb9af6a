// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.cells;

import java.util.ArrayList;
import java.util.List;

/**
 * A place on an axis: the codes from coarse to fine. The empty path is the total. A node may be a leaf at any depth.
 *
 * @param path codes from coarse to fine; empty for the total
 */
public record Node(List<String> path) {
    /** The total of an axis. */
    public static final Node TOTAL = new Node(List.of());

    public Node {
        path = List.copyOf(path);
    }

    /**
     * Node of the given codes.
     *
     * @param path codes from coarse to fine; none for the total
     * @return the node
     */
    public static Node of(String... path) {
        return new Node(List.of(path));
    }

    /**
     * Whether this is the total of its axis.
     *
     * @return true for the empty path
     */
    public boolean isTotal() {
        return path.isEmpty();
    }

    /**
     * The finest code; a total has none and fails.
     *
     * @return the last code of the path
     */
    public String code() {
        return path.get(path.size() - 1);
    }

    /**
     * The node one step finer.
     *
     * @param code code of the child below this node
     * @return the child
     */
    public Node child(String code) {
        List<String> longer = new ArrayList<>(path);
        longer.add(code);
        return new Node(longer);
    }

    /**
     * The node one step coarser; a total has none and fails.
     *
     * @return the parent, which is the total for a node of one code
     */
    public Node parent() {
        return new Node(path.subList(0, path.size() - 1));
    }

    /**
     * The finest node that contains both.
     *
     * @param other node of the same axis
     * @return the node; the total where not even the first codes are equal
     */
    public Node common(Node other) {
        int depth = 0;
        while (depth < Math.min(path.size(), other.path.size())
                && path.get(depth).equals(other.path.get(depth))) {
            depth++;
        }
        return new Node(path.subList(0, depth));
    }
}
