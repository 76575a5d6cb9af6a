// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

import java.io.Serializable;
import java.util.Arrays;

/**
 * One axis of a cube: a forest of nodes. A fact lies at one node, on whatever level, and counts in it and in all above.
 * A total is a node like others, above all.
 */
public final class Axis implements Serializable {
    private static final long serialVersionUID = 1;

    private final String name;
    private final Scope scope;
    private final int[] parents;
    private final int[][] upward;

    private Axis(String name, Scope scope, int[] parents) {
        this.name = name;
        this.scope = scope;
        this.parents = parents;
        this.upward = new int[parents.length][];
        for (int node = 0; node < parents.length; node++) {
            upward[node] = climb(node);
        }
    }

    /**
     * An axis of codes without a hierarchy, and their total.
     *
     * @param name how messages call it
     * @param scope what decides a fact's code
     * @param codes number of codes, numbered from 0; node {@code codes} is the total
     * @return the axis
     */
    public static Axis flat(String name, Scope scope, int codes) {
        int[] parents = new int[Math.addExact(codes, 1)];
        Arrays.fill(parents, codes);
        parents[codes] = -1;
        return new Axis(name, scope, parents);
    }

    /**
     * An axis with a hierarchy.
     *
     * @param name how messages call it
     * @param scope what decides a fact's code
     * @param parents the node above each node, −1 for none; at least one node
     * @return the axis
     * @throws IllegalArgumentException when a parent is not a node, or a node lies above itself
     */
    public static Axis tree(String name, Scope scope, int... parents) {
        if (parents.length == 0) {
            throw new IllegalArgumentException("axis '" + name + "' must have a node");
        }
        for (int parent : parents) {
            if (parent < -1 || parent >= parents.length) {
                throw new IllegalArgumentException("axis '" + name + "' must have nodes below " + parents.length
                        + " as parents, or -1, was " + parent);
            }
        }
        return new Axis(name, scope, parents.clone());
    }

    private int[] climb(int from) {
        int[] path = new int[4];
        int length = 0;
        for (int node = from; node >= 0; node = parents[node]) {
            if (length > parents.length) {
                throw new IllegalArgumentException("axis '" + name + "': node " + from + " lies above itself");
            }
            if (length == path.length) {
                path = Arrays.copyOf(path, 2 * length);
            }
            path[length++] = node;
        }
        return Arrays.copyOf(path, length);
    }

    /**
     * How messages call it.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * What decides a fact's code.
     *
     * @return the scope
     */
    public Scope scope() {
        return scope;
    }

    /**
     * Number of nodes, totals included.
     *
     * @return the number, at least 1
     */
    public int nodes() {
        return parents.length;
    }

    /** The node and all above, fine first. Not to be changed. */
    int[] upward(int node) {
        return upward[node];
    }

    /** The node above; −1 when there is none. */
    int parent(int node) {
        return parents[node];
    }

    /** How many nodes lie above. */
    int depth(int node) {
        return upward[node].length - 1;
    }

    /** The node itself, or the one above it that lies no deeper than this. */
    int above(int node, int depth) {
        int[] path = upward[node];
        return path[Math.max(0, path.length - 1 - depth)];
    }

    /** How many nodes have this depth. */
    int nodesAt(int depth) {
        int nodes = 0;
        for (int[] path : upward) {
            nodes += path.length - 1 == depth ? 1 : 0;
        }
        return nodes;
    }

    /** The greatest depth of a node. */
    int deepest() {
        int deepest = 0;
        for (int[] path : upward) {
            deepest = Math.max(deepest, path.length - 1);
        }
        return deepest;
    }
}
