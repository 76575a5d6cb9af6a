// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.BitSet;
import java.util.List;
import org.dases.impact.indicators.disclosure.audit.LinearProbe;
import org.dases.impact.indicators.disclosure.cells.Member;

/**
 * Cells whose number follows from others by adding and subtracting: withheld ones first of all that everybody can
 * compute although they are no secrets. To print these tells nothing new; to call them withheld would be wrong, for
 * later releases most of all. What is withheld against bounds is hidden instead, as its number of learners does not
 * follow.
 */
final class Following {
    private static final long FIRST_SEED = 40_009;
    private static final long SECOND_SEED = 90_001;

    private Following() {}

    /** Those of the withheld cells that are not unsafe and follow from the others by adding and subtracting. */
    static BitSet of(Population population, BitSet withheld) {
        BitSet printed = new BitSet();
        printed.set(0, population.cells());
        printed.andNot(withheld);
        BitSet open = (BitSet) withheld.clone();
        open.andNot(population.unsafe());
        return of(population, population.empty(), SharedMargins.none(population), printed, open);
    }

    /**
     * Those of some cells that follow from others.
     *
     * @param empty atoms in which everybody knows that nobody is
     * @param margins what tables have in common
     */
    static BitSet of(Population population, BitSet empty, SharedMargins margins, BitSet printed, BitSet open) {
        if (open.isEmpty()) {
            return new BitSet();
        }
        LinearProbe probe = new LinearProbe(population.atoms());
        empty.stream().forEach(atom -> probe.know(new int[] {atom}, new int[0]));
        margins.pairs().forEach(pair -> probe.know(atoms(population, pair[0]), atoms(population, pair[1])));
        printed.stream().forEach(cell -> probe.know(atoms(population, cell), new int[0]));
        return of(
                probe,
                open,
                open.stream().mapToObj(cell -> atoms(population, cell)).toList());
    }

    /**
     * Those of some cells that follow from what is known.
     *
     * @param probe what is known
     * @param sums the number in each cell, in their order, as a sum of unknowns
     */
    static BitSet of(LinearProbe probe, BitSet open, List<int[]> sums) {
        int[] cells = open.stream().toArray();
        BitSet following = new BitSet();
        probe.recovered(sums, FIRST_SEED, SECOND_SEED).stream().forEach(number -> following.set(cells[number]));
        return following;
    }

    private static int[] atoms(Population population, int cell) {
        Member member = population.memberOf(cell);
        return population.atomsOf(member, cell - member.firstCell());
    }
}
