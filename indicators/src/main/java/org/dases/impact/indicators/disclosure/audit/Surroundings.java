// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where a cell is looked at by itself: the largest of its atoms, and some of what must move with them. */
final class Surroundings {
    /** Atoms of the cell itself at most. */
    private static final int OWN = 500;

    /** Atoms at most of each cell that must move along. */
    private static final int FEW = 5;

    private final OpenTable table;
    private final Set<Integer> known;
    private final Set<Integer> atoms = new TreeSet<>();

    private Surroundings(OpenTable table, Set<Integer> known) {
        this.table = table;
        this.known = known;
    }

    /**
     * Atoms of a cell, of the cells that must stay equal to it, and of the wholes and parts that must grow with it, but
     * for those that the attacker knows.
     *
     * @param most about so many of them
     * @return their numbers, ascending
     */
    static int[] of(OpenTable table, Need need, int most) {
        Surroundings around = new Surroundings(table, need.known());
        around.addSome(need.cell(), Math.min(most, OWN));
        around.addWhatMovesAlong(most);
        return around.atoms.stream().mapToInt(i -> i).toArray();
    }

    private void addWhatMovesAlong(int most) {
        Set<Integer> tied = new HashSet<>();
        int before = 0;
        while (atoms.size() > before && atoms.size() < most) {
            before = atoms.size();
            for (int[] pair : table.equal()) {
                boolean isOne = Arrays.stream(table.atomsOf(pair[0])).anyMatch(atoms::contains);
                boolean isOther = Arrays.stream(table.atomsOf(pair[1])).anyMatch(atoms::contains);
                if (isOne != isOther) {
                    addSome(isOne ? pair[1] : pair[0], FEW);
                }
            }
            List.copyOf(atoms).stream().filter(tied::add).forEach(this::addTied);
        }
    }

    /** A part may be all of its whole, and a whole no more than all of its parts. */
    private void addTied(int atom) {
        int[] alone = Arrays.stream(table.cellsOf(atom))
                .filter(cell -> isOnly(cell, atom))
                .toArray();
        for (OpenTable.Parts parts : table.partsAround(alone)) {
            if (parts.parts().stream().anyMatch(part -> isOnly(part, atom))) {
                addSome(parts.whole(), FEW);
            }
            if (isOnly(parts.whole(), atom)) {
                parts.parts().stream()
                        .sorted(Comparator.comparing(part -> -table.value(part)))
                        .limit(1)
                        .forEach(part -> addSome(part, FEW));
            }
        }
    }

    private boolean isOnly(int cell, int atom) {
        return table.atomsOf(cell).length == 1 && table.atomsOf(cell)[0] == atom;
    }

    private void addSome(int cell, int most) {
        Arrays.stream(table.atomsOf(cell))
                .filter(atom -> !table.isFixed(atom) && !known.contains(atom))
                .boxed()
                .sorted(Comparator.comparing(atom -> -table.atom(atom)))
                .limit(most)
                .forEach(atoms::add);
    }
}
