// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.cells.Series;

/**
 * Which cells one school or one provider is alone behind, so that it knows them all. Cells belong together where a
 * total above both is its alone too.
 */
final class Bodies {
    private final BitSet own = new BitSet();
    private final int[] root;

    /**
     * One of them.
     *
     * @param insiders its numbers as an insider
     * @param cells the cells that are its own
     */
    record Body(List<Integer> insiders, Set<Integer> cells) {}

    private Bodies(Population population, SharedMargins margins, BitSet filled, Owner owner, Predicate<Series> counts) {
        root = IntStream.range(0, population.cells()).toArray();
        for (Member member : population.members()) {
            for (int c = 0; c < member.cohorts(); c++) {
                int cell = member.firstCell() + c;
                own.set(cell, filled.get(cell) && member.isSingle(c, owner, counts));
            }
        }
        for (Member member : population.members()) {
            for (Family family : member.lattice().families()) {
                int parent = member.firstCell() + family.parent();
                IntStream.of(family.children())
                        .map(child -> member.firstCell() + child)
                        .filter(child -> own.get(child) && own.get(parent))
                        .filter(child -> isOfOne(member, child, parent, owner, counts))
                        .forEach(child -> join(child, parent));
            }
        }
        for (int[] pair : margins.pairs()) {
            if (own.get(pair[0]) || own.get(pair[1])) {
                own.set(pair[0]);
                own.set(pair[1]);
                join(pair[0], pair[1]);
            }
        }
    }

    /** Whether one series has the same single owner in both: the single ones of two series may be two. */
    private static boolean isOfOne(Member member, int child, int parent, Owner owner, Predicate<Series> counts) {
        return member.series().stream()
                .filter(counts)
                .anyMatch(series -> member.isSingle(child - member.firstCell(), owner, series::isSameIndicator)
                        && member.isSingle(parent - member.firstCell(), owner, series::isSameIndicator));
    }

    /** Those that know some cells, all of one owner's kind. */
    static List<Body> of(
            Population population,
            SharedMargins margins,
            BitSet filled,
            Owner owner,
            Predicate<Series> counts,
            Map<Integer, Integer> insiders) {
        return new Bodies(population, margins, filled, owner, counts).of(insiders);
    }

    private List<Body> of(Map<Integer, Integer> insiders) {
        Map<Integer, Body> bodies = new LinkedHashMap<>();
        insiders.forEach((insider, cell) -> bodies.computeIfAbsent(
                        find(cell), key -> new Body(new ArrayList<>(), new LinkedHashSet<>()))
                .insiders()
                .add(insider));
        own.stream()
                .forEach(cell -> Optional.ofNullable(bodies.get(find(cell)))
                        .ifPresent(body -> body.cells().add(cell)));
        return List.copyOf(bodies.values());
    }

    private void join(int cell, int other) {
        root[find(cell)] = find(other);
    }

    private int find(int cell) {
        int top = cell;
        while (root[top] != top) {
            root[top] = root[root[top]];
            top = root[top];
        }
        return top;
    }
}
