// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Node;

/**
 * Lists the combinations of codes that do not occur. Where zeros are secret a missing row would tell what a withheld
 * one does not.
 */
final class Completion {
    private static final long MOST = 4_000_000;

    private Completion() {}

    /** Why they cannot be listed, with what to do; empty where they can. */
    static List<String> faults(List<CellTable> tables) {
        return tables.stream()
                .filter(table -> size(table, tables) > MOST)
                .map(table -> "table " + table.id() + ": zeros are withheld, but its codes have more than " + MOST
                        + " combinations, too many to list all; publish zeros or drop a dimension")
                .toList();
    }

    private static long size(CellTable table, List<CellTable> all) {
        long size = 1;
        for (int axis = 0; axis < table.axes().size() && size <= MOST; axis++) {
            size *= nodes(table, axis, all).size();
        }
        return size;
    }

    /**
     * Lists them in all tables; codes that another table with the same hierarchy lists are codes of a table, too.
     *
     * @param tables those that are released together
     */
    static List<CellTable> of(List<CellTable> tables) {
        return tables.stream().map(table -> of(table, tables)).toList();
    }

    private static CellTable of(CellTable table, List<CellTable> all) {
        List<List<Node>> combinations = List.of(List.of());
        for (int axis = 0; axis < table.axes().size(); axis++) {
            Set<Node> nodes = nodes(table, axis, all);
            List<List<Node>> longer = new ArrayList<>();
            for (List<Node> start : combinations) {
                for (Node node : nodes) {
                    List<Node> at = new ArrayList<>(start);
                    at.add(node);
                    longer.add(at);
                }
            }
            combinations = longer;
        }
        Set<List<Node>> listed = new HashSet<>();
        table.cohorts().forEach(cohort -> listed.add(cohort.at()));
        List<Cohort> cohorts = new ArrayList<>(table.cohorts());
        combinations.stream().filter(at -> !listed.contains(at)).forEach(at -> cohorts.add(new Cohort(at, Map.of())));
        return new CellTable(table.id(), table.axes(), table.series(), cohorts);
    }

    private static Set<Node> nodes(CellTable table, int axis, List<CellTable> all) {
        Set<Node> own = nodes(table, axis);
        Set<Node> nodes = new LinkedHashSet<>(own);
        String kind = table.axes().get(axis).kind();
        for (CellTable other : all) {
            for (int its = 0; its < other.axes().size(); its++) {
                if (other.axes().get(its).kind().equals(kind)) {
                    nodes.addAll(siblings(own, nodes(other, its)));
                }
            }
        }
        return nodes;
    }

    private static Set<Node> nodes(CellTable table, int axis) {
        Set<Node> nodes = new LinkedHashSet<>();
        table.cohorts().forEach(cohort -> nodes.add(cohort.at().get(axis)));
        return nodes;
    }

    /** Those of some nodes that stand beside others below the same node; none where a code stands elsewhere. */
    private static Set<Node> siblings(Set<Node> own, Set<Node> others) {
        Map<String, Node> places = new HashMap<>();
        Set<Node> parents = new HashSet<>();
        own.stream().filter(node -> !node.isTotal()).forEach(node -> {
            places.put(node.code(), node);
            parents.add(node.parent());
        });
        Set<Node> siblings = new LinkedHashSet<>();
        for (Node node : others) {
            if (!node.isTotal() && !places.getOrDefault(node.code(), node).equals(node)) {
                return Set.of();
            }
            if (!node.isTotal() && parents.contains(node.parent())) {
                siblings.add(node);
            }
        }
        return siblings;
    }
}
