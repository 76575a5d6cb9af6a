// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.dases.impact.indicators.disclosure.audit.LinearProbe;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.elimination.LinearSum;

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
     * Cells in which a number follows from rows, and from what others tell of it, though none of these rows tells it
     * and it is no secret: for everybody, or for one who is alone behind other cells.
     *
     * @param algebra how numbers add up
     * @param told cells whose rows tell it
     */
    static BitSet of(HeadCount count, Function<HeadCount, Unknowns> algebra, BitSet told) {
        if (count.echoes().isEmpty() && count.rows().isLikeOthers(told)) {
            return new BitSet();
        }
        Unknowns unknowns = algebra.apply(count);
        BitSet open = count.rows().peopled();
        open.andNot(told);
        open.andNot(count.secretCells());
        LinearProbe probe = new LinearProbe(unknowns.size());
        unknowns.known().forEach(sum -> know(probe, sum));
        told.stream().forEach(cell -> know(probe, unknowns.sum(cell)));
        count.toldAlike().forEach(row -> know(probe, unknowns.sum(row.people())));
        List<int[]> sums =
                open.stream().mapToObj(cell -> unknowns.sum(cell).unknowns(1)).toList();
        BitSet following = of(probe, open, sums);
        following.or(toInsiders(probe, open, sums, count.rows().insiders(), unknowns));
        return following;
    }

    private static BitSet toInsiders(
            LinearProbe probe, BitSet open, List<int[]> sums, Insiders insiders, Unknowns unknowns) {
        BitSet following = new BitSet();
        if (sums.isEmpty() || insiders.bodies().isEmpty()) {
            return following;
        }
        int[] cells = open.stream().toArray();
        List<Insiders.Body> owners = new ArrayList<>();
        List<List<int[]>> known = new ArrayList<>();
        for (Insiders.Body body : insiders.bodies()) {
            insiders.parties(body, cell -> unknowns.sum(cell).unknowns(1)).forEach(party -> {
                owners.add(body);
                known.add(party);
            });
        }
        probe.reached(known, sums, (party, sum) -> !owners.get(party).cells().contains(cells[sum]), FIRST_SEED).stream()
                .forEach(number -> following.set(cells[number]));
        return following;
    }

    private static void know(LinearProbe probe, LinearSum sum) {
        probe.know(sum.unknowns(1), sum.unknowns(-1));
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

    private static BitSet of(LinearProbe probe, BitSet open, List<int[]> sums) {
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
