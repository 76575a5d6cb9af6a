// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import java.io.Serializable;
import java.util.Set;

/**
 * One who knows more of a table than is printed.
 *
 * @param atoms numbers of the atoms whose counts it knows
 * @param own numbers of cells that are no secret to it
 */
public record Insider(Set<Integer> atoms, Set<Integer> own) implements Serializable {
    public Insider {
        atoms = Set.copyOf(atoms);
        own = Set.copyOf(own);
    }

    /** Whether it knows all atoms of a cell of which not everybody knows that they are empty. */
    boolean knowsAllOf(OpenTable table, int cell) {
        for (int atom : table.atomsOf(cell)) {
            if (!table.isFixed(atom) && !atoms.contains(atom)) {
                return false;
            }
        }
        return true;
    }
}
