// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.dases.impact.indicators.disclosure.cells.Family;
import org.dases.impact.indicators.disclosure.cells.Lattice;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.elimination.LinearSum;

/**
 * Numbers of distinct learners of a population as sums of unknowns. Unlike records and sums, whose {@link Population}
 * adds up on all axes, distinct learners add up only on an axis where the figures of every cohort do.
 */
final class Headcounts {
    private final List<LinearSum> sums = new ArrayList<>();
    private int size;

    Headcounts(Population population) {
        for (Member member : population.members()) {
            Lattice lattice = HeadTable.slices(member, overlapping(member));
            for (int c = 0; c < member.cohorts(); c++) {
                sums.add(LinearSum.of(Arrays.stream(lattice.atomsOf(c))
                        .map(atom -> atom + size)
                        .toArray()));
            }
            size += lattice.atoms();
        }
    }

    /** Axes of which some codes have learners in common somewhere. */
    static BitSet overlapping(Member member) {
        BitSet axes = new BitSet();
        for (Family family : member.lattice().families()) {
            for (Series series : member.series()) {
                long parts = Arrays.stream(family.children())
                        .mapToLong(child -> member.learners(child, series))
                        .sum();
                if (parts != member.learners(family.parent(), series)) {
                    axes.set(family.axis());
                }
            }
        }
        return axes;
    }

    /** How many unknowns there are. */
    int size() {
        return size;
    }

    LinearSum sum(int cell) {
        return sums.get(cell);
    }

    /**
     * What everybody knows: who is the same in several tables, where nobody is, and that a whole with somebody in one
     * part only is that part.
     */
    List<LinearSum> known(HeadCount count) {
        List<LinearSum> known = new ArrayList<>();
        count.rows().margins().pairs().forEach(pair -> known.add(sum(pair[0]).plus(-1, sum(pair[1]))));
        count.rows().zeros().stream().forEach(cell -> known.add(sum(cell)));
        for (Member member : count.rows().population().members()) {
            for (Family family : member.lattice().families()) {
                int[] peopled = Arrays.stream(family.children())
                        .map(child -> member.firstCell() + child)
                        .filter(cell -> count.at(cell) > 0)
                        .toArray();
                if (peopled.length == 1) {
                    known.add(sum(member.firstCell() + family.parent()).plus(-1, sum(peopled[0])));
                }
            }
        }
        return known;
    }
}
