// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.cells.Family;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.cells.Owner;
import org.dases.impact.indicators.disclosure.cells.Series;

/**
 * Which cells one school or one provider is alone behind by a series, so that it knows them all. Cells belong together
 * where a total above both is its alone too.
 */
final class Bodies {
    private final BitSet own = new BitSet();
    private final int[] root;

    private Bodies(Population population, SharedMargins margins, BitSet filled, Owner owner, Series series) {
        root = IntStream.range(0, population.cells()).toArray();
        for (Member member : population.members()) {
            for (int c = 0; c < member.cohorts(); c++) {
                int cell = member.firstCell() + c;
                own.set(cell, filled.get(cell) && member.isSingle(c, owner, series));
            }
        }
        for (Member member : population.members()) {
            for (Family family : member.lattice().families()) {
                int parent = member.firstCell() + family.parent();
                IntStream.of(family.children())
                        .map(child -> member.firstCell() + child)
                        .filter(child -> own.get(child) && own.get(parent))
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

    /**
     * Those that know some cells, all of one owner's kind and by one series.
     *
     * @param known the cells
     * @return for the cells that are a body's own, those of them that it knows
     */
    static Map<Set<Integer>, List<Integer>> of(
            Population population,
            SharedMargins margins,
            BitSet filled,
            Owner owner,
            Series series,
            List<Integer> known) {
        return new Bodies(population, margins, filled, owner, series).of(known);
    }

    private Map<Set<Integer>, List<Integer>> of(List<Integer> known) {
        Map<Integer, List<Integer>> byRoot = new LinkedHashMap<>();
        known.forEach(cell ->
                byRoot.computeIfAbsent(find(cell), key -> new ArrayList<>()).add(cell));
        Map<Integer, Set<Integer>> cells = new HashMap<>();
        own.stream()
                .forEach(cell -> cells.computeIfAbsent(find(cell), key -> new LinkedHashSet<>())
                        .add(cell));
        Map<Set<Integer>, List<Integer>> bodies = new LinkedHashMap<>();
        byRoot.forEach((top, its) -> bodies.put(Objects.requireNonNull(cells.get(top)), its));
        return bodies;
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
