// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.cells.Node;

/**
 * Whoever holds several releases, and holds what follows from the last one against figures that were told at several
 * times: a whole less its parts, and two cells that have nobody in common.
 */
final class OwnTimesAttack {
    private final List<Releases.Release> releases;
    private final int last;
    private final long k;
    private final List<List<Node>> cells;
    private final List<List<Node>> inner;
    private final List<BitSet> innerOf;
    private final List<List<Long>> forms;

    OwnTimesAttack(List<Releases.Release> releases, long k) {
        this.releases = releases;
        this.k = k;
        last = releases.size() - 1;
        InnerCells table = InnerCells.of(releases.get(last).rows().keySet());
        cells = table.cells();
        inner = table.inner();
        innerOf = table.of();
        forms = table.forms(releases.get(last));
    }

    /** What is seen to have moved though fewer than k came or went, each since its time; in words. */
    Set<String> small() {
        Set<String> small = new TreeSet<>();
        for (int one = 0; one < cells.size(); one++) {
            for (int other = one + 1; other < cells.size(); other++) {
                lookAt(one, other, small);
            }
            lookAtParts(one, small);
        }
        return small;
    }

    private List<Integer> told(int cell) {
        return IntStream.range(0, last)
                .filter(r -> releases.get(r).isFresh(cells.get(cell)))
                .boxed()
                .toList();
    }

    private void lookAt(int one, int other, Set<String> small) {
        boolean isOpen = forms.get(one).stream().anyMatch(by -> by != 0);
        if (isOpen && !innerOf.get(one).intersects(innerOf.get(other)) && isNothing(List.of(one, other))) {
            for (int time : told(one)) {
                for (int another : told(other)) {
                    long net = moved(one, time) + moved(other, another);
                    long gross = came(one, time) + came(other, another);
                    if (net != 0 && gross < k) {
                        small.add(place(one) + " of " + time + ", " + place(other) + " of " + another);
                    }
                }
            }
        }
    }

    /** All that are one step finer on an axis. */
    private void lookAtParts(int whole, Set<String> small) {
        List<Node> at = cells.get(whole);
        for (int axis = 0; axis < at.size(); axis++) {
            int own = axis;
            Map<String, Integer> parts = IntStream.range(0, cells.size())
                    .boxed()
                    .filter(c -> isChild(cells.get(c), at, own))
                    .collect(Collectors.toMap(this::place, c -> c, (a, b) -> a, TreeMap::new));
            List<Integer> open = parts.values().stream()
                    .filter(c -> forms.get(c).stream().anyMatch(by -> by != 0))
                    .toList();
            boolean isSeen = !open.isEmpty() && isNothing(open);
            if (isSeen && open.stream().noneMatch(c -> told(c).isEmpty())) {
                long net = 0;
                long gross = 0;
                for (int part : open) {
                    int nearest = told(part).stream()
                            .min(Comparator.comparing(time -> came(part, time)))
                            .orElseThrow();
                    net += moved(part, nearest);
                    gross += came(part, nearest);
                }
                if (net != 0 && gross < k) {
                    small.add("parts of " + place(whole) + " " + open.size());
                }
            }
        }
    }

    private static boolean isChild(List<Node> at, List<Node> whole, int axis) {
        return IntStream.range(0, at.size())
                .allMatch(a -> a == axis
                        ? !at.get(a).isTotal() && at.get(a).parent().equals(whole.get(a))
                        : at.get(a).equals(whole.get(a)));
    }

    private boolean isNothing(List<Integer> group) {
        return IntStream.range(0, forms.get(0).size())
                .allMatch(v ->
                        group.stream().mapToLong(c -> forms.get(c).get(v)).sum() % ModularMatrix.PRIME == 0);
    }

    private long moved(int cell, int since) {
        return releases.get(last).count(cells.get(cell)) - releases.get(since).count(cells.get(cell));
    }

    private long came(int cell, int since) {
        return innerOf.get(cell).stream()
                .mapToLong(i -> Math.abs(releases.get(last).count(inner.get(i))
                        - releases.get(since).count(inner.get(i))))
                .sum();
    }

    private String place(int cell) {
        return NestedTables.place(cells.get(cell));
    }
}
