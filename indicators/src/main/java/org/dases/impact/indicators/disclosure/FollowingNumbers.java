// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.dases.impact.indicators.disclosure.audit.LinearProbe;
import org.dases.impact.indicators.disclosure.elimination.LinearSum;

/**
 * Cells in which a number follows from rows, and from what others tell of it, though none of these rows tells it and it
 * is no secret: for everybody, or for one who is alone behind other cells.
 */
final class FollowingNumbers {
    private static final long SEED = 40_009;

    private FollowingNumbers() {}

    /**
     * Those cells.
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
        BitSet following = Following.of(probe, open, sums);
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
        probe.reached(known, sums, (party, sum) -> !owners.get(party).cells().contains(cells[sum]), SEED).stream()
                .forEach(number -> following.set(cells[number]));
        return following;
    }

    private static void know(LinearProbe probe, LinearSum sum) {
        probe.know(sum.unknowns(1), sum.unknowns(-1));
    }
}
