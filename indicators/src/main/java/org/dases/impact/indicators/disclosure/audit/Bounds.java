// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Bounds of the atoms of a table as they follow from its printed cells one by one, over and over: what is printed less
 * the least of all others is the most that one can be, and the other way round.
 */
final class Bounds {
    /** As good as no bound; so small that those of millions of atoms can be added. */
    static final long MANY = 1_000_000_000_000L;

    private static final int ROUNDS = 40;

    private final long[] low;
    private final long[] high;
    private boolean isMoving;

    private Bounds(int atoms) {
        low = new long[atoms];
        high = new long[atoms];
        Arrays.fill(high, MANY);
    }

    /**
     * The bounds.
     *
     * @param atoms number of atoms, none negative
     * @param cells the atoms of each cell
     * @param printed the count of each printed cell, −1 for the others
     * @param peopled atoms that are not empty
     * @param equal pairs of cells without an atom in common that count the same
     * @return the bounds; empty if the printed cells contradict each other
     */
    static Optional<Bounds> of(int atoms, int[][] cells, long[] printed, BitSet peopled, List<int[]> equal) {
        Bounds bounds = new Bounds(atoms);
        peopled.stream().forEach(atom -> bounds.low[atom] = 1);
        bounds.isMoving = true;
        for (int round = 0; round < ROUNDS && bounds.isMoving; round++) {
            bounds.isMoving = false;
            for (int cell = 0; cell < cells.length; cell++) {
                if (printed[cell] >= 0 && !bounds.tighten(cells[cell], printed[cell])) {
                    return Optional.empty();
                }
            }
            for (int[] pair : equal) {
                if (!bounds.tighten(cells[pair[0]], cells[pair[1]])) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(bounds);
    }

    int atoms() {
        return low.length;
    }

    /** Number of atoms that are not settled. */
    int open() {
        int open = 0;
        for (int atom = 0; atom < low.length; atom++) {
            open += isFixed(atom) ? 0 : 1;
        }
        return open;
    }

    long low(int atom) {
        return low[atom];
    }

    long high(int atom) {
        return high[atom];
    }

    boolean isFixed(int atom) {
        return low[atom] == high[atom];
    }

    /** The most that a sum of atoms can be, as far as these bounds tell. */
    long most(int[] atoms) {
        long most = 0;
        for (int atom : atoms) {
            most += high[atom];
        }
        return most;
    }

    /** The least that a sum of atoms can be, as far as these bounds tell. */
    long least(int[] atoms) {
        long least = 0;
        for (int atom : atoms) {
            least += low[atom];
        }
        return least;
    }

    /** Tightens two sums that are equal. False if they cannot be. */
    private boolean tighten(int[] one, int[] other) {
        long from = Math.max(least(one), least(other));
        // What nothing bounds stays so: less what others have at least it would seem to be bounded.
        long to = Math.min(most(one), most(other));
        to = to < MANY ? to : Long.MAX_VALUE / 2;
        if (from > to) {
            return false;
        }
        narrow(one, from, to);
        narrow(other, from, to);
        return true;
    }

    private boolean tighten(int[] atoms, long count) {
        if (least(atoms) > count || most(atoms) < count) {
            return false;
        }
        narrow(atoms, count, count);
        return true;
    }

    private void narrow(int[] atoms, long from, long to) {
        long least = least(atoms);
        long most = most(atoms);
        for (int atom : atoms) {
            long lower = Math.max(low[atom], from - (most - high[atom]));
            long upper = Math.min(high[atom], to - (least - low[atom]));
            if (lower > low[atom] || upper < high[atom]) {
                isMoving = true;
                most += upper - high[atom];
                least += lower - low[atom];
                low[atom] = lower;
                high[atom] = upper;
            }
        }
    }
}
