// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dases.impact.indicators.disclosure.cells.Node;

/**
 * Whoever holds two releases, and tries all cells less another one within them, and all two and three cells that have
 * nobody in common.
 */
final class UnionsAttack {
    private final Releases.Release first;
    private final Releases.Release second;
    private final long k;
    private final List<List<Node>> cells;
    private final List<List<Node>> inner;
    private final List<BitSet> innerOf;
    private final List<List<Long>> forms;
    private final Map<List<Long>, List<Integer>> byForm = new HashMap<>();

    UnionsAttack(Releases.Release first, Releases.Release second, long k) {
        this.first = first;
        this.second = second;
        this.k = k;
        InnerCells table = InnerCells.of(second.rows().keySet());
        cells = table.cells();
        inner = table.inner();
        innerOf = table.of();
        forms = table.forms(first, second);
        for (int c = 0; c < cells.size(); c++) {
            byForm.computeIfAbsent(forms.get(c), key -> new ArrayList<>()).add(c);
        }
    }

    /** Inner cells of each such group in which fewer than k came or went, and somebody was and is. */
    Set<BitSet> small() {
        Set<BitSet> small = new LinkedHashSet<>();
        Stream.of(within(), besides())
                .flatMap(List::stream)
                .filter(this::isOfFew)
                .forEach(small::add);
        return small;
    }

    private List<BitSet> within() {
        List<BitSet> groups = new ArrayList<>();
        for (List<Integer> same : byForm.values()) {
            for (int whole : same) {
                for (int part : same) {
                    if (!cells.get(whole).equals(cells.get(part))
                            && TwoReleasesAttack.isBelow(cells.get(part), cells.get(whole))) {
                        BitSet rest = (BitSet) innerOf.get(whole).clone();
                        rest.andNot(innerOf.get(part));
                        groups.add(rest);
                    }
                }
            }
        }
        return groups;
    }

    /** Of cells that are not known themselves, and that few came to or left. */
    private List<BitSet> besides() {
        int[] some = IntStream.range(0, cells.size())
                .filter(c -> changed(innerOf.get(c)) < k)
                .filter(c -> forms.get(c).stream().anyMatch(by -> by != 0))
                .toArray();
        List<BitSet> groups = new ArrayList<>();
        for (int one : some) {
            add(groups, one, one);
            for (int two : some) {
                if (two > one && changed(innerOf.get(one)) + changed(innerOf.get(two)) < k) {
                    add(groups, one, two);
                }
            }
        }
        return groups;
    }

    /** With one more cell that makes what is known of them; the same twice is one cell. */
    private void add(List<BitSet> groups, int one, int two) {
        List<Long> missing = IntStream.range(0, forms.get(one).size())
                .mapToObj(v -> {
                    long has = forms.get(one).get(v)
                            + (one == two ? 0 : forms.get(two).get(v));
                    return Math.floorMod(-has, ModularMatrix.PRIME);
                })
                .toList();
        for (int last : byForm.getOrDefault(missing, List.of())) {
            BitSet all = (BitSet) innerOf.get(one).clone();
            all.or(innerOf.get(two));
            if (!all.intersects(innerOf.get(last))
                    && (one == two || !innerOf.get(one).intersects(innerOf.get(two)))) {
                all.or(innerOf.get(last));
                groups.add(all);
            }
        }
    }

    private long moved(int i) {
        return second.count(inner.get(i)) - first.count(inner.get(i));
    }

    private long changed(BitSet group) {
        return group.stream().mapToLong(i -> Math.abs(moved(i))).sum();
    }

    private boolean isOfFew(BitSet group) {
        return changed(group) < k
                && group.stream().mapToLong(this::moved).sum() != 0
                && group.stream().anyMatch(i -> first.count(inner.get(i)) > 0)
                && group.stream().anyMatch(i -> second.count(inner.get(i)) > 0);
    }
}
