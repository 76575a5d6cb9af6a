// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A table of counts as an attacker thinks of it: atoms that are nowhere negative, and cells that are sums of atoms.
 * Where a person may be in several parts of a whole the parts bound the whole and do not add up to it.
 */
public final class OpenTable {
    private final long[] atoms;
    private final BitSet fixed;
    private final int[][] cells;
    private final int[][] cellsOfAtom;
    private final long[] values;
    private final List<int[]> equal;
    private final List<Parts> parts;

    /**
     * A whole that is at least each of its parts and at most all together.
     *
     * @param whole number of the cell
     * @param parts numbers of its parts
     */
    public record Parts(int whole, List<Integer> parts) {
        public Parts {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A table.
     *
     * @param atoms true count of each atom
     * @param fixed atoms that everybody may know to be empty
     * @param cells the atoms of each cell, ascending
     * @param equal pairs of cells that are known to be the same one
     * @param parts wholes whose parts overlap
     */
    public OpenTable(long[] atoms, BitSet fixed, int[][] cells, List<int[]> equal, List<Parts> parts) {
        this.atoms = atoms.clone();
        this.fixed = (BitSet) fixed.clone();
        this.cells = cells.clone();
        this.equal = List.copyOf(equal);
        this.parts = List.copyOf(parts);
        values = new long[cells.length];
        int[] sizes = new int[atoms.length];
        for (int cell = 0; cell < cells.length; cell++) {
            for (int atom : cells[cell]) {
                values[cell] += atoms[atom];
                sizes[atom]++;
            }
        }
        cellsOfAtom = new int[atoms.length][];
        Arrays.setAll(cellsOfAtom, atom -> new int[sizes[atom]]);
        for (int cell = cells.length - 1; cell >= 0; cell--) {
            for (int atom : cells[cell]) {
                cellsOfAtom[atom][--sizes[atom]] = cell;
            }
        }
    }

    int cells() {
        return cells.length;
    }

    /** True count of an atom. */
    long atom(int atom) {
        return atoms[atom];
    }

    /** Whether everybody may know that an atom is empty. */
    boolean isFixed(int atom) {
        return fixed.get(atom);
    }

    /**
     * Whether a cell could be other than it is.
     *
     * @param cell number of the cell
     * @return false if everybody may know that all its atoms are empty
     */
    public boolean isOpen(int cell) {
        return Arrays.stream(cells[cell]).anyMatch(atom -> !fixed.get(atom));
    }

    int[] atomsOf(int cell) {
        return cells[cell];
    }

    int[] cellsOf(int atom) {
        return cellsOfAtom[atom];
    }

    /** True count of a cell. */
    long value(int cell) {
        return values[cell];
    }

    List<int[]> equal() {
        return equal;
    }

    List<Parts> parts() {
        return parts;
    }
}
