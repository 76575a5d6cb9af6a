// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import java.util.Arrays;
import java.util.List;

/** Disjoint windows of a table, and in which of them a cell lies. */
final class Plan {
    private final OpenTable table;
    private final int size;
    private final int[] windowOf;

    /**
     * A plan.
     *
     * @param windows disjoint sets of atoms, ascending; they need not cover the table
     */
    Plan(OpenTable table, List<int[]> windows) {
        this.table = table;
        size = windows.size();
        windowOf = new int[table.atoms()];
        Arrays.fill(windowOf, -1);
        for (int w = 0; w < windows.size(); w++) {
            for (int atom : windows.get(w)) {
                windowOf[atom] = w;
            }
        }
    }

    /**
     * Number of the window that holds most atoms of a cell that may be other than they are, for all that the attacker
     * knows; −1 if none holds any.
     */
    int windowOf(Need need) {
        int[] inside = new int[size];
        int best = -1;
        for (int atom : table.atomsOf(need.cell())) {
            int w = isOpen(need, atom) ? windowOf[atom] : -1;
            if (w >= 0 && ++inside[w] > (best < 0 ? 0 : inside[best])) {
                best = w;
            }
        }
        return best;
    }

    /** Whether a window holds all atoms of a cell that may be other than they are. */
    boolean isWhole(int window, Need need) {
        return Arrays.stream(table.atomsOf(need.cell()))
                .allMatch(atom -> !isOpen(need, atom) || windowOf[atom] == window);
    }

    private boolean isOpen(Need need, int atom) {
        return !table.isFixed(atom) && !need.known().contains(atom);
    }
}
