// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.Family;
import org.dases.impact.indicators.disclosure.cells.Member;

/**
 * Numbers of learners between two that are told and are the same: where all learners of a whole are in one part, they
 * are all in whatever lies between. Where learners add up this follows from the siblings, which have none; where they
 * may be in several parts, from these two alone.
 */
final class Squeezed {
    private Squeezed() {}

    /**
     * The wholes that tell a number which is not told, together with a part.
     *
     * @param told cells in which a number is told
     */
    static BitSet wholes(HeadCount count, BitSet told) {
        BitSet wholes = new BitSet();
        for (Member member : count.rows().population().members()) {
            if (isOverlapping(member)) {
                Map<Integer, List<Integer>> steps = steps(count, member);
                BitSet between = above(steps, told);
                between.andNot(told);
                wholes.or(above(steps, between));
            }
        }
        wholes.and(told);
        return wholes;
    }

    private static boolean isOverlapping(Member member) {
        return !member.table().axes().stream().allMatch(Axis::additive)
                || !Headcounts.overlapping(member).isEmpty();
    }

    /** For each cell with somebody in it those one step coarser that have the same number. */
    private static Map<Integer, List<Integer>> steps(HeadCount count, Member member) {
        Map<Integer, List<Integer>> steps = new HashMap<>();
        for (Family family : member.lattice().families()) {
            int parent = member.firstCell() + family.parent();
            for (int child : family.children()) {
                int cell = member.firstCell() + child;
                if (count.at(cell) > 0 && count.at(cell) == count.at(parent)) {
                    steps.computeIfAbsent(cell, key -> new ArrayList<>()).add(parent);
                }
            }
        }
        return steps;
    }

    /** Cells that are reached by a step or several. */
    private static BitSet above(Map<Integer, List<Integer>> steps, BitSet cells) {
        BitSet above = new BitSet();
        Deque<Integer> open = new ArrayDeque<>();
        cells.stream().forEach(open::add);
        while (!open.isEmpty()) {
            for (int cell : steps.getOrDefault(open.remove(), List.of())) {
                if (!above.get(cell)) {
                    above.set(cell);
                    open.add(cell);
                }
            }
        }
        return above;
    }
}
