// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import java.util.BitSet;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** What a reader has of an aggregated table. */
final class PrintedTable {
    private final Cube cube;
    private final long[] counts;
    private final BitSet small;
    private final BitSet harmless;
    private final BitSet carried;
    private final long[] earlier;
    private final BitSet missing;
    private final int[] lines;

    /**
     * A printed table.
     *
     * @param cube its cells
     * @param counts the count of each cell that this release prints, −1 for the others
     * @param small cells that show a count below the threshold that is no public zero, of whatever release
     * @param harmless cells without a count that have none for others' sake, as the file says: k or more persons, or
     *     nobody
     * @param carried cells that are marked as hidden, and have a number all the same
     * @param earlier the count of an earlier release that a frozen cell shows, −1 for the others
     * @param lines the line of each cell in the file; 0 for cells without a row
     */
    PrintedTable(Cube cube, long[] counts, BitSet small, BitSet harmless, BitSet carried, long[] earlier, int[] lines) {
        this.cube = cube;
        this.counts = counts.clone();
        this.small = small;
        this.harmless = harmless;
        this.carried = carried;
        this.earlier = earlier.clone();
        this.lines = lines.clone();
        missing = new BitSet();
        for (int cell = 0; cell < lines.length; cell++) {
            missing.set(cell, lines[cell] == 0);
        }
    }

    Cube cube() {
        return cube;
    }

    long[] counts() {
        return counts.clone();
    }

    BitSet small() {
        return small;
    }

    BitSet harmless() {
        return harmless;
    }

    BitSet carried() {
        return carried;
    }

    /** Cells that show the count of an earlier release. */
    BitSet frozen() {
        BitSet frozen = new BitSet();
        for (int cell = 0; cell < earlier.length; cell++) {
            frozen.set(cell, earlier[cell] >= 0);
        }
        return frozen;
    }

    /** The count that a cell shows of this release; −1 where it shows none. */
    long count(int cell) {
        return counts[cell];
    }

    /** The count of an earlier release that a cell shows; −1 where it shows none. */
    long earlier(int cell) {
        return earlier[cell];
    }

    BitSet missing() {
        return missing;
    }

    /** The line of a cell in the file. */
    int line(int cell) {
        return lines[cell];
    }

    /** The first total in the file that is not the sum of its parts on one axis, where all of them are printed. */
    OptionalInt wrongTotal() {
        return IntStream.range(0, cube.axes())
                .flatMap(this::wrongTotals)
                .boxed()
                .min(Comparator.comparingInt(this::line))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private IntStream wrongTotals(int axis) {
        Hierarchy hierarchy = cube.hierarchies().get(axis);
        long[] sums = new long[counts.length];
        BitSet unknown = new BitSet();
        for (int cell = 0; cell < counts.length; cell++) {
            int code = cube.code(cell, axis);
            if (code > 0) {
                int above = cell - cube.at(axis, code) + cube.at(axis, hierarchy.parent(code));
                sums[above] += counts[cell];
                unknown.set(above, unknown.get(above) || counts[cell] < 0);
            }
        }
        return IntStream.range(0, counts.length)
                .filter(cell -> !hierarchy.isLeaf(cube.code(cell, axis)))
                .filter(cell -> counts[cell] >= 0 && !unknown.get(cell) && sums[cell] != counts[cell]);
    }

    /** Cells of which nobody should be able to compute the count of this release. */
    BitSet hidden() {
        BitSet hidden = new BitSet();
        for (int cell = 0; cell < counts.length; cell++) {
            hidden.set(cell, counts[cell] < 0);
        }
        return hidden;
    }

    /** Inner cells, by their numbers, that have no count of any release: not empty, where zeros are printed. */
    BitSet peopled() {
        BitSet peopled = new BitSet();
        int inner = 0;
        for (int cell = 0; cell < counts.length; cell++) {
            if (cube.isInner(cell)) {
                peopled.set(inner++, counts[cell] < 0 && earlier[cell] < 0 && !missing.get(cell));
            }
        }
        return peopled;
    }

    /** Numbers of the inner cells of each cell, the inner cells numbered in their own order. */
    int[][] atoms() {
        int[] numbers = new int[cube.size()];
        int inner = 0;
        int[] sizes = new int[cube.size()];
        for (int cell = 0; cell < cube.size(); cell++) {
            if (cube.isInner(cell)) {
                numbers[cell] = inner++;
                sizes[cell] = 1;
            }
        }
        cube.forEachStep((cell, above) -> sizes[above] += sizes[cell]);
        int[][] atoms = new int[cube.size()][];
        for (int cell = 0; cell < atoms.length; cell++) {
            atoms[cell] = new int[sizes[cell]];
            if (cube.isInner(cell)) {
                atoms[cell][0] = numbers[cell];
            }
        }
        int[] filled = new int[cube.size()];
        for (int cell = 0; cell < filled.length; cell++) {
            filled[cell] = cube.isInner(cell) ? 1 : 0;
        }
        cube.forEachStep((cell, above) -> {
            System.arraycopy(atoms[cell], 0, atoms[above], filled[above], filled[cell]);
            filled[above] += filled[cell];
        });
        return atoms;
    }

    /** Number of inner cells. */
    int inner() {
        int inner = 0;
        for (int cell = 0; cell < cube.size(); cell++) {
            inner += cube.isInner(cell) ? 1 : 0;
        }
        return inner;
    }
}
