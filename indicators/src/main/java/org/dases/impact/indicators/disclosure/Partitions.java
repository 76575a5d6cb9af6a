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
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.cells.Node;

/**
 * Ways to split the atoms of one large table into blocks: by the coarsest codes of an axis that goes on below them.
 * What the blocks have in common, their margins, is the table with that axis cut off there. The way is the better the
 * smaller the margins and the largest block are.
 */
final class Partitions {
    /** Candidates from which on a table is decided on in blocks: the time for the whole grows faster than they do. */
    static final int MANY = 120_000;

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
        return IntStream.range(0, member.table().axes().size())
                .mapToObj(this::way)
                .filter(Way::isOne)
                .sorted(Comparator.comparing(Way::most))
                .map(Way::blocks)
                .toList();
    }

    /** A way to split: the number of the block of each atom. */
    private static final class Way {
        private final int[] blocks;
        private final int most;

        Way(int[] blocks, int margins, int largest) {
            this.blocks = blocks;
            most = Math.max(margins, largest);
        }

        /** Whether something is won: the blocks and their margins are smaller than the table. */
        boolean isOne() {
            return most < blocks.length;
        }

        /** How many atoms the margins have, or the largest block. */
        int most() {
            return most;
        }

        int[] blocks() {
            return blocks;
        }
    }

    private Way way(int axis) {
        Set<List<Node>> margins = new HashSet<>();
        Map<Node, Integer> numbers = new HashMap<>();
        int[] blocks = new int[places.size()];
        int[] sizes = new int[places.size()];
        int largest = 0;
        for (int atom = 0; atom < blocks.length; atom++) {
            List<Node> cut = new ArrayList<>(places.get(atom));
            Node code = coarse(cut.get(axis));
            cut.set(axis, code);
            margins.add(cut);
            blocks[atom] = numbers.computeIfAbsent(code, key -> numbers.size());
            largest = Math.max(largest, ++sizes[blocks[atom]]);
        }
        return new Way(blocks, margins.size(), largest);
    }

    private static Node coarse(Node node) {
        return node.path().size() <= 1 ? node : Node.of(node.path().get(0));
    }
}
