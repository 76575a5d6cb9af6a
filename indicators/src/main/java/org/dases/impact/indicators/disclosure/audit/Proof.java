// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dases.impact.indicators.disclosure.audit.OpenTable.Parts;

/** Other tables, and what they prove possible. Checked without the program that found them, in one pass. */
public final class Proof {
    private static final double NOTHING = 1e-4;

    private final OpenTable table;
    private final int floor;
    private final List<Need> needs;
    private final List<Move> witnesses;

    Proof(OpenTable table, int floor, List<Need> needs, List<Move> witnesses) {
        this.table = table;
        this.floor = floor;
        this.needs = List.copyOf(needs);
        this.witnesses = List.copyOf(witnesses);
    }

    /**
     * Which needs no witness meets.
     *
     * @param withheld the cells that are withheld; all others are printed
     * @return the needs; empty if all is proved
     */
    public List<Need> unproven(BitSet withheld) {
        Set<Need> rest = new HashSet<>(needs);
        for (Move witness : witnesses) {
            double[] changes = new double[table.cells()];
            if (isNowhereNegative(witness)) {
                spread(witness, changes);
                if (agrees(changes, withheld)) {
                    rest.removeIf(need -> changes[need.cell()] >= need.more() - NOTHING
                            || -changes[need.cell()] >= need.less() - NOTHING);
                }
            }
        }
        return List.copyOf(rest);
    }

    private boolean isNowhereNegative(Move witness) {
        for (int i = 0; i < witness.atoms().length; i++) {
            long count = table.atom(witness.atoms()[i]);
            if (table.isFixed(witness.atoms()[i]) || count + witness.by()[i] < Math.min(floor, count) - NOTHING) {
                return false;
            }
        }
        return true;
    }

    private void spread(Move witness, double[] changes) {
        for (int i = 0; i < witness.atoms().length; i++) {
            for (int cell : table.cellsOf(witness.atoms()[i])) {
                changes[cell] += witness.by()[i];
            }
        }
    }

    private boolean agrees(double[] changes, BitSet withheld) {
        for (int cell = 0; cell < changes.length; cell++) {
            if (!withheld.get(cell) && Math.abs(changes[cell]) > NOTHING) {
                return false;
            }
        }
        return table.equal().stream().allMatch(pair -> Math.abs(changes[pair[0]] - changes[pair[1]]) <= NOTHING)
                && table.parts().stream().allMatch(parts -> fits(parts, changes));
    }

    private boolean fits(Parts parts, double[] changes) {
        double whole = table.value(parts.whole()) + changes[parts.whole()];
        double[] counts = parts.parts().stream()
                .mapToDouble(part -> table.value(part) + changes[part])
                .toArray();
        return Arrays.stream(counts).max().orElse(0) <= whole + NOTHING
                && whole <= Arrays.stream(counts).sum() + NOTHING;
    }
}
