// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Ways to split the atoms of one large table into blocks: by the coarsest codes of an axis that goes on below them.
 * What the blocks have in common, their margins, is the table with that axis cut off there; the fewer margins, the
 * better.
 */
final class Partitions {
    /** Candidates from which on a table is decided on in blocks: the time for the whole grows with their square. */
    static final int MANY = 80_000;

    private final Member member;
    private final List<List<Node>> places = new ArrayList<>();

    private Partitions(Member member) {
        this.member = member;
        for (int cohort = 0; cohort < member.cohorts(); cohort++) {
            if (member.lattice().atomNumber(cohort) >= 0) {
                places.add(member.at(cohort));
            }
        }
    }

    /** The number of the block of each atom, best way first; none where no axis has codes below its coarsest. */
    static List<int[]> of(Member member) {
        return new Partitions(member).all();
    }

    private List<int[]> all() {
        Map<Integer, Integer> margins = new HashMap<>();
        for (int axis = 0; axis < member.table().axes().size(); axis++) {
            int own = margins(axis);
            if (own < places.size()) {
                margins.put(axis, own);
            }
        }
        return margins.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .thenComparing(Comparator.comparing(Map.Entry::getKey)))
                .map(each -> blocks(each.getKey()))
                .toList();
    }

    private int margins(int axis) {
        Set<List<Node>> margins = new HashSet<>();
        for (List<Node> place : places) {
            List<Node> cut = new ArrayList<>(place);
            cut.set(axis, coarse(place.get(axis)));
            margins.add(cut);
        }
        return margins.size();
    }

    private int[] blocks(int axis) {
        Map<Node, Integer> numbers = new HashMap<>();
        return IntStream.range(0, places.size())
                .map(atom -> numbers.computeIfAbsent(coarse(places.get(atom).get(axis)), code -> numbers.size()))
                .toArray();
    }

    private static Node coarse(Node node) {
        return node.path().size() <= 1 ? node : Node.of(node.path().get(0));
    }
}
