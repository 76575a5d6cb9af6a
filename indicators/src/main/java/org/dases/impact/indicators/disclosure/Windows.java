// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Splits the atoms of a large table into windows that are small enough to be looked at as a whole. A plan covers all
 * atoms with disjoint windows; further plans split along other axes, for the cells that lie across the windows of the
 * first.
 */
final class Windows {
    /** With more atoms a linear program over all of them takes too long for each cell. */
    private static final int MOST = 3_000;
    /** Of a table with more atoms than that, smaller windows: a little more is withheld, in far less time. */
    private static final int MANY = 100_000;

    private static final int FEW = 500;
    /** Small groups share a window up to that size; with more in one it takes longer than they save. */
    private static final int FULL = 1_000;

    private final List<List<String>> places;
    private final int most;

    Windows(List<List<String>> places, int most) {
        this.places = places;
        this.most = most;
    }

    /** Windows as large as the time allows. */
    static Windows of(List<List<String>> places) {
        return new Windows(places, places.size() > MANY ? FEW : MOST);
    }

    /** The plans, best first; one plan of one window where the table is small. */
    List<List<int[]>> plans() {
        int[] all = IntStream.range(0, places.size()).toArray();
        if (all.length <= most) {
            return List.of(List.of(all));
        }
        int codes = places.stream().mapToInt(List::size).max().orElse(0);
        Set<List<List<Integer>>> plans = new LinkedHashSet<>();
        for (int first = 0; first < codes; first++) {
            List<List<Integer>> windows = new ArrayList<>();
            split(IntStream.range(0, places.size()).boxed().toList(), first, first, codes, windows);
            windows.forEach(window -> window.sort(Comparator.naturalOrder()));
            plans.add(windows);
        }
        return plans.stream()
                .map(plan -> plan.stream()
                        .map(window -> window.stream().mapToInt(i -> i).toArray())
                        .toList())
                .toList();
    }

    private void split(List<Integer> atoms, int code, int first, int codes, List<List<Integer>> windows) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int atom : atoms) {
            List<String> place = places.get(atom);
            groups.computeIfAbsent(code < place.size() ? place.get(code) : "", key -> new ArrayList<>())
                    .add(atom);
        }
        int next = (code + 1) % codes;
        List<Integer> window = List.of();
        int room = 0;
        for (List<Integer> group : groups.values()) {
            if (group.size() > most && next == first) {
                cut(group, windows);
            } else if (group.size() > most) {
                split(group, next, first, codes, windows);
            } else {
                if (group.size() > room) {
                    room = Math.max(Math.min(most, FULL), group.size());
                    window = new ArrayList<>();
                    windows.add(window);
                }
                window.addAll(group);
                room -= group.size();
            }
        }
    }

    private void cut(List<Integer> atoms, List<List<Integer>> windows) {
        for (int from = 0; from < atoms.size(); from += most) {
            windows.add(atoms.subList(from, Math.min(atoms.size(), from + most)));
        }
    }
}
