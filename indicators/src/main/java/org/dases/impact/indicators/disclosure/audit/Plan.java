// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import java.util.Arrays;
import java.util.List;

/** Disjoint windows of a table, and in which of them a cell lies. */
final class Plan {
    private final OpenTable table;
    private final List<int[]> windows;
    private final int[] windowOf;

    /**
     * A plan.
     *
     * @param windows disjoint sets of atoms, ascending; they need not cover the table
     */
    Plan(OpenTable table, List<int[]> windows) {
        this.table = table;
        this.windows = List.copyOf(windows);
        windowOf = new int[table.atoms()];
        Arrays.fill(windowOf, -1);
        for (int w = 0; w < windows.size(); w++) {
            for (int atom : windows.get(w)) {
                windowOf[atom] = w;
            }
        }
    }

    List<int[]> windows() {
        return windows;
    }

    /** Number of the window that holds most atoms of a cell that may be other than they are; −1 if none holds any. */
    int windowOf(int cell) {
        int[] inside = new int[windows.size()];
        int best = -1;
        for (int atom : table.atomsOf(cell)) {
            int w = table.isFixed(atom) ? -1 : windowOf[atom];
            if (w >= 0 && ++inside[w] > (best < 0 ? 0 : inside[best])) {
                best = w;
            }
        }
        return best;
    }

    /** The window that holds most atoms of a cell; none if none holds any. */
    int[] around(int cell) {
        int window = windowOf(cell);
        return window < 0 ? new int[0] : windows.get(window);
    }

    /** Whether a window holds all atoms of a cell that may be other than they are. */
    boolean isWhole(int window, int cell) {
        return Arrays.stream(table.atomsOf(cell)).allMatch(atom -> table.isFixed(atom) || windowOf[atom] == window);
    }
}
