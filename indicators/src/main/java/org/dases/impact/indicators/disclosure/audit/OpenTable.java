// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A table of counts as an attacker thinks of it: atoms that are nowhere negative, and cells that are sums of atoms.
 * Where a person may be in several parts of a whole the parts bound the whole and do not add up to it.
 */
public final class OpenTable implements Serializable {
    private static final long serialVersionUID = 1;

    private final long[] atoms;
    private final BitSet fixed;
    private final int[][] cells;
    private final int[][] cellsOfAtom;
    private final long[] values;
    private final ArrayList<int[]> equal;
    private final ArrayList<Parts> parts;
    /** Numbers of the parts that each cell is one of, or the whole of. */
    private final int[][] partsOf;

    /**
     * A whole that is at least each of its parts and at most all together.
     *
     * @param whole number of the cell
     * @param parts numbers of its parts; neither these nor the whole have an atom in common
     */
    public record Parts(int whole, List<Integer> parts) implements Serializable {
        public Parts {
            parts = List.copyOf(parts);
        }

        private int[] cells() {
            return IntStream.concat(IntStream.of(whole), parts.stream().mapToInt(part -> part))
                    .toArray();
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
        this(atoms, fixed, cells, values(atoms, cells), equal, parts);
    }

    private OpenTable(long[] atoms, BitSet fixed, int[][] cells, long[] values, List<int[]> equal, List<Parts> parts) {
        this.atoms = atoms.clone();
        this.fixed = (BitSet) fixed.clone();
        this.cells = cells.clone();
        this.values = values;
        this.equal = new ArrayList<>(equal);
        this.parts = new ArrayList<>(parts);
        cellsOfAtom = turned(atoms.length, cells);
        partsOf = turned(cells.length, parts.stream().map(Parts::cells).toArray(int[][]::new));
    }

    /** For each member the numbers of the groups that it is in, ascending. */
    private static int[][] turned(int members, int[][] groups) {
        int[] sizes = new int[members];
        for (int[] group : groups) {
            for (int member : group) {
                sizes[member]++;
            }
        }
        int[][] turned = new int[members][];
        Arrays.setAll(turned, member -> new int[sizes[member]]);
        for (int group = groups.length - 1; group >= 0; group--) {
            for (int member : groups[group]) {
                turned[member][--sizes[member]] = group;
            }
        }
        return turned;
    }

    private static long[] values(long[] atoms, int[][] cells) {
        long[] values = new long[cells.length];
        for (int cell = 0; cell < cells.length; cell++) {
            for (int atom : cells[cell]) {
                values[cell] += atoms[atom];
            }
        }
        return values;
    }

    /** Cells that move when some atoms do, and those that they must stay equal to or fit; ascending. */
    int[] cellsAround(int[] window) {
        BitSet touched = new BitSet();
        for (int atom : window) {
            for (int cell : cellsOfAtom[atom]) {
                touched.set(cell);
            }
        }
        BitSet around = (BitSet) touched.clone();
        for (int[] pair : equal) {
            if (touched.get(pair[0]) || touched.get(pair[1])) {
                around.set(pair[0]);
                around.set(pair[1]);
            }
        }
        for (Parts each : partsAround(touched.stream().toArray())) {
            around.set(each.whole());
            each.parts().forEach(around::set);
        }
        return around.stream().toArray();
    }

    /** The wholes and parts that some cells are among, each once. */
    List<Parts> partsAround(int[] some) {
        return Arrays.stream(some)
                .flatMap(cell -> Arrays.stream(partsOf[cell]))
                .sorted()
                .distinct()
                .mapToObj(parts::get)
                .toList();
    }

    /** The same table as far as some atoms can change it; atoms and cells are numbered anew. */
    OpenTable part(int[] window, int[] around) {
        Map<Integer, Integer> cellOf = new HashMap<>();
        int[] sizes = new int[around.length];
        long[] values = new long[around.length];
        for (int cell = 0; cell < around.length; cell++) {
            cellOf.put(around[cell], cell);
            values[cell] = this.values[around[cell]];
        }
        int[][] cellsOf = new int[window.length][];
        BitSet fixedHere = new BitSet();
        BitSet touched = new BitSet();
        for (int atom = 0; atom < window.length; atom++) {
            fixedHere.set(atom, fixed.get(window[atom]));
            cellsOf[atom] = Arrays.stream(cellsOfAtom[window[atom]])
                    .map(cell -> Objects.requireNonNull(cellOf.get(cell)))
                    .toArray();
            for (int cell : cellsOf[atom]) {
                sizes[cell]++;
            }
            Arrays.stream(cellsOfAtom[window[atom]]).forEach(touched::set);
        }
        int[][] atomsOf = new int[around.length][];
        Arrays.setAll(atomsOf, cell -> new int[sizes[cell]]);
        for (int atom = window.length - 1; atom >= 0; atom--) {
            for (int cell : cellsOf[atom]) {
                atomsOf[cell][--sizes[cell]] = atom;
            }
        }
        long[] counts = Arrays.stream(window).mapToLong(atom -> atoms[atom]).toArray();
        return new OpenTable(counts, fixedHere, atomsOf, values, equal(cellOf, touched), parts(cellOf, touched));
    }

    private List<int[]> equal(Map<Integer, Integer> cellOf, BitSet touched) {
        return equal.stream()
                .filter(pair -> touched.get(pair[0]) || touched.get(pair[1]))
                .map(pair -> Arrays.stream(pair)
                        .map(cell -> Objects.requireNonNull(cellOf.get(cell)))
                        .toArray())
                .toList();
    }

    private List<Parts> parts(Map<Integer, Integer> cellOf, BitSet touched) {
        return partsAround(touched.stream().toArray()).stream()
                .map(each -> new Parts(
                        Objects.requireNonNull(cellOf.get(each.whole())),
                        new ArrayList<>(each.parts().stream().map(cellOf::get).toList())))
                .toList();
    }

    int cells() {
        return cells.length;
    }

    int atoms() {
        return atoms.length;
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
