// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Node;

/**
 * The cohorts of a table with those that an earlier release listed and this one does not, though it lists others beside
 * them: everybody knows that nobody is in these any more, but not that nobody was.
 *
 * @param own the table as it is
 * @param member the same with the cohorts that have gone, which come last
 */
record BothTimes(Member own, Member member) {

    /**
     * Of a table and an earlier release.
     *
     * @param then the cohorts that the release listed
     */
    static BothTimes of(Member own, Set<List<Node>> then) {
        List<Cohort> gone = new Search(own).gone(then);
        if (gone.isEmpty()) {
            return new BothTimes(own, own);
        }
        List<Cohort> cohorts = new ArrayList<>(own.table().cohorts());
        cohorts.addAll(gone);
        CellTable table =
                new CellTable(own.table().id(), own.table().axes(), own.table().series(), cohorts);
        return new BothTimes(
                own, new Member(table, new Lattice(table), own.series(), own.firstAtom(), own.firstCell()));
    }

    /** Each atom of both times as one of the table as it is; none where it has gone. */
    int[][] atoms() {
        int[][] atoms = new int[member.lattice().atoms()][0];
        for (int cohort = 0; cohort < own.cohorts(); cohort++) {
            int atom = member.lattice().atomNumber(cohort);
            if (atom >= 0) {
                atoms[atom] = new int[] {own.lattice().atomNumber(cohort)};
            }
        }
        return atoms;
    }

    /** Looks for cohorts of which everybody knows that nobody is in them, the coarsest first. */
    private static final class Search {
        private final int axes;
        private final Map<List<Node>, Boolean> isAtom = new HashMap<>();
        private final Map<List<Node>, Set<Integer>> divided = new HashMap<>();
        private final Set<List<Node>> gone = new HashSet<>();

        private Search(Member own) {
            axes = own.table().axes().size();
            for (int cohort = 0; cohort < own.cohorts(); cohort++) {
                isAtom.put(own.at(cohort), own.lattice().atomNumber(cohort) >= 0);
            }
            own.lattice()
                    .families()
                    .forEach(family -> divided.computeIfAbsent(own.at(family.parent()), at -> new HashSet<>())
                            .add(family.axis()));
        }

        private List<Cohort> gone(Set<List<Node>> then) {
            Map<Integer, List<List<Node>>> byDepth = then.stream()
                    .filter(at -> at.size() == axes)
                    .filter(at -> !isAtom.containsKey(at))
                    .collect(Collectors.groupingBy(Search::depth, TreeMap::new, Collectors.toList()));
            byDepth.values().stream()
                    .flatMap(List::stream)
                    .filter(this::isKnownToBeEmpty)
                    .forEach(gone::add);
            return gone.stream()
                    .sorted(Comparator.comparing(List::toString))
                    .map(at -> new Cohort(at, Map.of()))
                    .toList();
        }

        private static int depth(List<Node> at) {
            return at.stream().mapToInt(node -> node.path().size()).sum();
        }

        /** Within one that has gone, or beside one that is listed; the finest cohorts of now stay the finest. */
        private boolean isKnownToBeEmpty(List<Node> at) {
            return containing(at, 0).stream().noneMatch(other -> isAtom.getOrDefault(other, false))
                    && IntStream.range(0, axes).anyMatch(axis -> isBeside(at, axis));
        }

        /** By the nearest cohort above it on an axis that is listed, or has gone. */
        private boolean isBeside(List<Node> at, int axis) {
            return Stream.iterate(at.get(axis), node -> !node.isTotal(), Node::parent)
                    .map(node -> with(at, axis, node.parent()))
                    .filter(above -> gone.contains(above) || isAtom.containsKey(above))
                    .findFirst()
                    .filter(above -> gone.contains(above)
                            || divided.getOrDefault(above, Set.of()).contains(axis))
                    .isPresent();
        }

        private List<List<Node>> containing(List<Node> at, int axis) {
            if (axis == axes) {
                return List.of(at);
            }
            List<List<Node>> all = new ArrayList<>(containing(at, axis + 1));
            for (Node node = at.get(axis); !node.isTotal(); ) {
                node = node.parent();
                all.addAll(containing(with(at, axis, node), axis + 1));
            }
            return all;
        }

        private static List<Node> with(List<Node> at, int axis, Node node) {
            List<Node> other = new ArrayList<>(at);
            other.set(axis, node);
            return other;
        }
    }
}
