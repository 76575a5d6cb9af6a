// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Set;

/**
 * Another table that agrees with everything printed, told by its difference from the true one: a witness. Restricted,
 * as it tells where the true table may not be left.
 */
public final class Move implements Serializable {
    private static final long serialVersionUID = 1;

    /** Differences below this are the solver's rounding. */
    static final double ROUNDING = 1e-6;

    private final int[] atoms;
    private final double[] by;

    /**
     * A move.
     *
     * @param atoms numbers of the atoms that differ, ascending
     * @param by how much each differs
     */
    public Move(int[] atoms, double[] by) {
        this.atoms = atoms.clone();
        this.by = by.clone();
    }

    int[] atoms() {
        return atoms;
    }

    /** Whether one of some atoms is among those that differ. */
    boolean movesAny(Set<Integer> some) {
        return some.size() < atoms.length
                ? some.stream().anyMatch(atom -> Arrays.binarySearch(atoms, atom) >= 0)
                : Arrays.stream(atoms).anyMatch(some::contains);
    }

    double[] by() {
        return by;
    }

    /** What takes each atom that differs. */
    public interface Difference {
        /**
         * Takes one.
         *
         * @param atom number of the atom
         * @param by how much more it counts than in the true table; negative for less
         */
        void take(int atom, double by);
    }

    /**
     * Calls for each atom that differs.
     *
     * @param difference takes them, in the order of their numbers
     */
    public void forEach(Difference difference) {
        for (int i = 0; i < atoms.length; i++) {
            difference.take(atoms[i], by[i]);
        }
    }
}
