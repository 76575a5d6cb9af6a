// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dases.impact.indicators.disclosure.audit.Insider;
import org.dases.impact.indicators.disclosure.audit.OpenTable;

/**
 * What those who are alone behind cells know of a table: all atoms of these cells; where they know all of a whole whose
 * parts overlap, all of its parts; and where they know all parts, the whole. Who has all learners of a year has those
 * of each month, and knows in which there is nobody.
 */
final class Knowledge {
    private final int[][] cells;
    private final BitSet fixed;
    private final List<Step> steps = new ArrayList<>();
    private final Map<Integer, List<Integer>> stepsOfAtom = new HashMap<>();

    /**
     * Cells whose atoms are known once those of others are.
     *
     * @param open number of atoms of the others of which not everybody knows that they are empty
     * @param cells the cells
     */
    private record Step(int open, List<Integer> cells) {}

    /**
     * Of a table.
     *
     * @param cells the atoms of each cell
     * @param fixed atoms that everybody may know to be empty
     * @param parts wholes whose parts overlap
     */
    Knowledge(int[][] cells, BitSet fixed, List<OpenTable.Parts> parts) {
        this.cells = cells;
        this.fixed = fixed;
        for (OpenTable.Parts each : parts) {
            addStep(List.of(each.whole()), each.parts());
            addStep(each.parts(), List.of(each.whole()));
        }
    }

    private void addStep(List<Integer> from, List<Integer> to) {
        int open = 0;
        for (int cell : from) {
            for (int atom : cells[cell]) {
                if (!fixed.get(atom)) {
                    open++;
                    stepsOfAtom.computeIfAbsent(atom, key -> new ArrayList<>()).add(steps.size());
                }
            }
        }
        steps.add(new Step(open, to));
    }

    /**
     * One who is alone behind some cells.
     *
     * @param some the cells
     * @param own cells that are no secret to it
     */
    Insider of(List<Integer> some, Set<Integer> own) {
        Set<Integer> known = new HashSet<>();
        Set<Integer> all = new HashSet<>(own);
        Map<Integer, Integer> seen = new HashMap<>();
        Deque<Integer> next = new ArrayDeque<>();
        some.forEach(cell -> learn(cell, known, next));
        while (!next.isEmpty()) {
            for (int number : stepsOfAtom.getOrDefault(next.remove(), List.of())) {
                Step step = steps.get(number);
                if (seen.merge(number, 1, Integer::sum) == step.open()) {
                    step.cells().forEach(cell -> {
                        all.add(cell);
                        learn(cell, known, next);
                    });
                }
            }
        }
        return new Insider(known, all);
    }

    private void learn(int cell, Set<Integer> known, Deque<Integer> next) {
        for (int atom : cells[cell]) {
            if (!fixed.get(atom) && known.add(atom)) {
                next.add(atom);
            }
        }
    }
}
