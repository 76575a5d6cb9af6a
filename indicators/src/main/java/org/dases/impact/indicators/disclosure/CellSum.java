// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.BitSet;
import java.util.List;

/**
 * People that nobody lists as a cell: those of some cells together, without those of others that are among them.
 *
 * @param plus cells of one population that have nobody in common
 * @param minus cells whose atoms are all among those of the former
 */
record CellSum(List<Integer> plus, List<Integer> minus) {
    CellSum {
        plus = List.copyOf(plus);
        minus = List.copyOf(minus);
    }

    static CellSum of(int cell) {
        return new CellSum(List.of(cell), List.of());
    }

    /** Atoms of the people, without those in which publicly nobody is. */
    BitSet atoms(Population population) {
        BitSet atoms = new BitSet();
        plus.forEach(cell -> atoms.or(population.atomSet(cell)));
        minus.forEach(cell -> atoms.andNot(population.atomSet(cell)));
        atoms.andNot(population.empty());
        return atoms;
    }
}
