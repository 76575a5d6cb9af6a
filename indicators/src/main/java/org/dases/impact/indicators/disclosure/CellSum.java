// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import org.dases.impact.indicators.disclosure.elimination.LinearSum;

/**
 * A number that nobody lists as a cell: that of some cells together, less that of others.
 *
 * @param plus cells of one population
 * @param minus others of the same
 */
record CellSum(List<Integer> plus, List<Integer> minus) {
    CellSum {
        plus = List.copyOf(plus);
        minus = List.copyOf(minus);
    }

    static CellSum of(int cell) {
        return new CellSum(List.of(cell), List.of());
    }

    /** The number of each cell by itself. */
    static List<CellSum> each(BitSet cells) {
        return cells.stream().mapToObj(CellSum::of).toList();
    }

    /** Whether it is a listed number after all. */
    boolean isCell() {
        return minus.isEmpty() && plus.size() == 1;
    }

    /**
     * Atoms of those of the former cells that are not among the latter's, which are some of theirs; the former have
     * nobody in common. Atoms in which publicly nobody is are left out.
     */
    BitSet atoms(Population population) {
        BitSet atoms = new BitSet();
        plus.forEach(cell -> atoms.or(population.atomSet(cell)));
        minus.forEach(cell -> atoms.andNot(population.atomSet(cell)));
        atoms.andNot(population.empty());
        return atoms;
    }

    /** The number in terms of unknowns. */
    LinearSum in(IntFunction<LinearSum> sumOfCell) {
        LinearSum sum = LinearSum.of();
        for (int cell : plus) {
            sum = sum.plus(1, sumOfCell.apply(cell));
        }
        for (int cell : minus) {
            sum = sum.plus(-1, sumOfCell.apply(cell));
        }
        return sum;
    }
}
