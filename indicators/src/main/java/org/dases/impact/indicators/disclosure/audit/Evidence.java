// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import java.util.BitSet;
import java.util.List;

/**
 * What whoever holds the true table can show to an attacker's judge: that table, and others that agree with everything
 * printed. Nothing of it is believed; all is checked against what is printed, in one pass. Restricted.
 */
public final class Evidence {
    private final long[] truth;
    private final List<Move> moves;

    /**
     * Evidence.
     *
     * @param truth the count of each atom in a table that agrees with everything printed
     * @param moves other such tables, by their differences from it
     */
    public Evidence(long[] truth, List<Move> moves) {
        this.truth = truth.clone();
        this.moves = List.copyOf(moves);
    }

    /**
     * Whether they are of a table.
     *
     * @param cells numbers of the atoms of each cell
     * @param printed the count of each printed cell, −1 for the others
     * @return false if anything that is printed has another count here, or a count is negative
     */
    public boolean areOf(int[][] cells, long[] printed) {
        for (long count : truth) {
            if (count < 0) {
                return false;
            }
        }
        for (int cell = 0; cell < cells.length; cell++) {
            if (printed[cell] >= 0 && printed[cell] != count(cells[cell])) {
                return false;
            }
        }
        return true;
    }

    private long count(int[] atoms) {
        long count = 0;
        for (int atom : atoms) {
            count += truth[atom];
        }
        return count;
    }

    /**
     * Which cells are no secret, or may be at the threshold or above it, for all that is printed.
     *
     * @param cells numbers of the atoms of each cell
     * @param printed the count of each printed cell, −1 for the others
     * @param asked the cells that it is asked of
     * @param k the threshold
     * @param least the least count that is a secret
     * @param floor the least that an atom in which somebody is may be taken for
     * @return those of them that are below that, or at the threshold in one of these tables
     */
    BitSet proved(int[][] cells, long[] printed, BitSet asked, int k, int least, int floor) {
        BitSet proved = new BitSet();
        BitSet withheld = new BitSet();
        for (int cell = 0; cell < cells.length; cell++) {
            withheld.set(cell, printed[cell] < 0);
        }
        asked.stream()
                .filter(cell -> count(cells[cell]) >= k || count(cells[cell]) < least)
                .forEach(proved::set);
        List<Need> needs = asked.stream()
                .filter(cell -> !proved.get(cell))
                .mapToObj(cell -> new Need(cell, k - count(cells[cell]), Need.NEVER))
                .toList();
        OpenTable table = new OpenTable(truth, new BitSet(), cells, List.of(), List.of());
        BitSet unproved = new BitSet();
        new Proof(table, floor, needs, moves).unproven(withheld).forEach(need -> unproved.set(need.cell()));
        needs.stream().mapToInt(Need::cell).filter(cell -> !unproved.get(cell)).forEach(proved::set);
        return proved;
    }
}
