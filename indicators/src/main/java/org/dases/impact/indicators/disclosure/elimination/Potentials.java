// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What follows from two ways to group unknowns, of which all sums are known: groups that are disjoint within each way.
 * An unknown is an edge between its two groups; a sum of groups is a sum of what its ends are given. So a sum follows
 * exactly if the groups can be given numbers of which each edge's two add up to how often the sum counts it.
 */
final class Potentials {
    /** The end of edges that are in no group of the first way: what it is given is nothing. */
    private final int anchor;

    private final int[] first;
    private final int[] second;
    private final int[][] edgesOf;
    private final int[] componentOf;

    /**
     * Two ways to group.
     *
     * @param first the group of each unknown in the one way; −1 for none
     * @param firsts how many groups there are
     * @param second the group of each unknown in the other way
     * @param seconds how many groups there are
     */
    Potentials(int[] first, int firsts, int[] second, int seconds) {
        anchor = firsts;
        this.first =
                Arrays.stream(first).map(group -> group < 0 ? anchor : group).toArray();
        this.second = Arrays.stream(second).map(group -> group + firsts + 1).toArray();
        int[] sizes = new int[firsts + 1 + seconds];
        for (int edge = 0; edge < first.length; edge++) {
            sizes[this.first[edge]]++;
            sizes[this.second[edge]]++;
        }
        edgesOf = new int[sizes.length][];
        Arrays.setAll(edgesOf, node -> new int[sizes[node]]);
        for (int edge = 0; edge < first.length; edge++) {
            edgesOf[this.first[edge]][--sizes[this.first[edge]]] = edge;
            edgesOf[this.second[edge]][--sizes[this.second[edge]]] = edge;
        }
        componentOf = new int[edgesOf.length];
        Arrays.fill(componentOf, -1);
        for (int node = 0; node < componentOf.length; node++) {
            if (componentOf[node] < 0) {
                mark(node);
            }
        }
    }

    private void mark(int start) {
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        componentOf[start] = start;
        while (!open.isEmpty()) {
            for (int edge : edgesOf[open.remove()]) {
                for (int end : new int[] {first[edge], second[edge]}) {
                    if (componentOf[end] < 0) {
                        componentOf[end] = start;
                        open.add(end);
                    }
                }
            }
        }
    }

    /**
     * What is a sum of groups of the one way and of the other way too, as groups of the second; apart from each other.
     */
    List<Set<Integer>> common() {
        Map<Integer, Set<Integer>> groups = new TreeMap<>();
        for (int node : second) {
            if (componentOf[node] != componentOf[anchor]) {
                groups.computeIfAbsent(componentOf[node], key -> new TreeSet<>())
                        .add(node - anchor - 1);
            }
        }
        return List.copyOf(groups.values());
    }

    /**
     * What a sum is but for groups of the first way, if it follows.
     *
     * @param sum of the unknowns
     * @return how often each group of the second way is in it; empty if it does not follow
     */
    Optional<Map<Integer, Integer>> but(LinearSum sum) {
        int[] counts = new int[first.length];
        for (int i = 0; i < sum.size(); i++) {
            counts[sum.unknown(i)] = sum.coefficient(i);
        }
        Map<Integer, Integer> given = new HashMap<>();
        for (int i = 0; i < sum.size(); i++) {
            int node = first[sum.unknown(i)];
            int start = componentOf[node] == componentOf[anchor] ? anchor : node;
            if (!given.containsKey(node) && !give(start, counts, given)) {
                return Optional.empty();
            }
        }
        Map<Integer, Integer> rest = new HashMap<>();
        given.forEach((node, value) -> {
            if (node > anchor && value != 0) {
                rest.put(node - anchor - 1, value);
            }
        });
        return Optional.of(rest);
    }

    private boolean give(int start, int[] counts, Map<Integer, Integer> given) {
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        given.put(start, 0);
        while (!open.isEmpty()) {
            int node = open.remove();
            int own = given.getOrDefault(node, 0);
            for (int edge : edgesOf[node]) {
                int other = node == first[edge] ? second[edge] : first[edge];
                int needed = PrimeField.add(counts[edge], PrimeField.negative(own));
                Integer before = given.putIfAbsent(other, needed);
                if (before == null) {
                    open.add(other);
                } else if (before != needed) {
                    return false;
                }
            }
        }
        return true;
    }
}
