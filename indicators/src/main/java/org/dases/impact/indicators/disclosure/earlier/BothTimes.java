// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Lattice;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.cells.Node;

/**
 * The cohorts of a table with those that an earlier release listed and this one does not, though it lists others beside
 * them, or nobody is left in what they are in: everybody knows that nobody is in these any more, but not that nobody
 * was.
 *
 * <p>The atoms of both times are numbered by their cohorts of now.
 *
 * @param own the table as it is
 * @param now the same with the cohorts that have gone, which come last
 * @param then the same where it stood at the earlier release; the same object where no code has moved
 */
record BothTimes(Member own, Side now, Side then) {

    /**
     * Of a table and an earlier release.
     *
     * @param release what is remembered of it
     */
    static BothTimes of(Member own, EarlierFigures release) {
        Member member = with(own, new Search(own).gone(release.figures().keySet()));
        BitSet atoms = new BitSet();
        for (int cohort = 0; cohort < member.cohorts(); cohort++) {
            boolean isListed = cohort < own.cohorts();
            atoms.set(cohort, (isListed ? own : member).lattice().atomNumber(cohort) >= 0);
        }
        return Optional.of(release.moves())
                .filter(moves -> !moves.isNone())
                .flatMap(moves -> new Apart(own, member, atoms, moves).find(release.peopled()))
                .orElseGet(() -> {
                    Side side = new Side(member, false, IntUnaryOperator.identity(), atoms);
                    return new BothTimes(own, side, side);
                });
    }

    private static Member with(Member own, List<Cohort> gone) {
        if (gone.isEmpty()) {
            return own;
        }
        List<Cohort> cohorts = new ArrayList<>(own.table().cohorts());
        cohorts.addAll(gone);
        return member(own, cohorts);
    }

    /** The same member with other cohorts. */
    static Member member(Member own, List<Cohort> cohorts) {
        CellTable table =
                new CellTable(own.table().id(), own.table().axes(), own.table().series(), cohorts);
        return new Member(table, new Lattice(table), own.series(), own.firstAtom(), own.firstCell());
    }

    /** Whether cohorts stand elsewhere than they stood. */
    boolean areApart() {
        return now != then;
    }

    /** The cohorts where they stand, and then, if that is elsewhere, where they stood. */
    List<Side> sides() {
        return areApart() ? List.of(now, then) : List.of(now);
    }

    /** Whether a cohort by which atoms are numbered is listed now. */
    boolean isListed(int atom) {
        return atom < own.cohorts();
    }

    /** A cohort and all that contain it, listed or not. */
    static List<List<Node>> containing(List<Node> at) {
        return containing(at, 0);
    }

    private static List<List<Node>> containing(List<Node> at, int axis) {
        if (axis == at.size()) {
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

    /** Looks for cohorts of which everybody knows that nobody is in them, the coarsest first. */
    private static final class Search {
        private final int axes;
        private final Map<List<Node>, Boolean> isAtom = new HashMap<>();
        private final Map<List<Node>, Set<Integer>> divided = new HashMap<>();
        /** Listed or not. */
        private final Set<List<Node>> empty = new HashSet<>();

        private final Set<List<Node>> gone = new HashSet<>();

        private Search(Member own) {
            axes = own.table().axes().size();
            for (int cohort = 0; cohort < own.cohorts(); cohort++) {
                boolean isFinest = own.lattice().atomNumber(cohort) >= 0;
                isAtom.put(own.at(cohort), isFinest && !own.isZero(cohort));
                if (isFinest && own.isZero(cohort)) {
                    empty.add(own.at(cohort));
                }
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
                    .forEach(at -> {
                        gone.add(at);
                        empty.add(at);
                    });
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
            return containing(at).stream().noneMatch(other -> isAtom.getOrDefault(other, false))
                    && IntStream.range(0, axes).anyMatch(axis -> isBeside(at, axis));
        }

        /** By the nearest cohort above it on an axis that is listed, or has gone. */
        private boolean isBeside(List<Node> at, int axis) {
            return Stream.iterate(at.get(axis), node -> !node.isTotal(), Node::parent)
                    .map(node -> with(at, axis, node.parent()))
                    .filter(above -> empty.contains(above) || isAtom.containsKey(above))
                    .findFirst()
                    .filter(above -> empty.contains(above)
                            || divided.getOrDefault(above, Set.of()).contains(axis))
                    .isPresent();
        }
    }
}
