// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One window of a table with all that its repair needs, so that it can be worked on elsewhere. Atoms and cells have
 * numbers of their own in it.
 */
final class WindowTask implements Serializable {
    private static final long serialVersionUID = 1;

    private final OpenTable table;
    private final int[] atoms;
    private final ArrayList<Need> needs = new ArrayList<>();
    private final BitSet printed = new BitSet();
    private final int floor;
    private final boolean isHasty;

    /**
     * A window.
     *
     * @param whole the true table
     * @param needs what is to be met in the window
     * @param printed the cells of the whole table that are printed
     * @param atoms numbers of the window's atoms, ascending
     * @param floor 1 if everybody knows that a withheld cell is not empty, else 0
     * @param isHasty whether needs may be left where several could not be met
     */
    WindowTask(OpenTable whole, List<Need> needs, BitSet printed, int[] atoms, int floor, boolean isHasty) {
        this.atoms = atoms.clone();
        this.floor = floor;
        this.isHasty = isHasty;
        int[] cells = whole.cellsAround(atoms);
        table = whole.part(atoms, cells);
        Map<Integer, Integer> own = new HashMap<>();
        for (int cell = 0; cell < cells.length; cell++) {
            own.put(cells[cell], cell);
            this.printed.set(cell, printed.get(cells[cell]));
        }
        for (Need need : needs) {
            Integer cell = own.get(need.cell());
            if (cell != null) {
                this.needs.add(new Need(cell, need.more(), need.less()));
            }
        }
    }

    /** The moves that meet the needs that can be met here, with the whole table's numbers of atoms. */
    List<Move> moves() {
        int[] all = IntStream.range(0, atoms.length).toArray();
        List<Move> moves = WindowRepair.within(table, needs, printed, all, floor, isHasty);
        return new ArrayList<>(moves.stream()
                .map(move -> new Move(
                        Arrays.stream(move.atoms()).map(atom -> atoms[atom]).toArray(), move.by()))
                .toList());
    }
}
