// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One window of a table with all that its repair needs, so that it can be worked on elsewhere. Atoms and cells have
 * numbers of their own in it.
 */
final class WindowTask implements Serializable {
    private static final long serialVersionUID = 1;

    private final OpenTable table;
    private final int[] atoms;
    private final int[] cells;
    private final ArrayList<Need> needs = new ArrayList<>();
    private final BitSet printed = new BitSet();
    private final int floor;
    private final boolean isHasty;
    private final ArrayList<Insider> insiders = new ArrayList<>();

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
        cells = whole.cellsAround(atoms);
        table = whole.part(atoms, cells);
        Map<Integer, Integer> own = new HashMap<>();
        for (int cell = 0; cell < cells.length; cell++) {
            own.put(cells[cell], cell);
            this.printed.set(cell, printed.get(cells[cell]));
        }
        IdentityHashMap<Set<Integer>, Set<Integer>> inside = new IdentityHashMap<>();
        for (Need need : needs) {
            Integer cell = own.get(need.cell());
            if (cell != null) {
                Set<Integer> known = inside.computeIfAbsent(need.known(), this::inside);
                this.needs.add(new Need(cell, need.more(), need.less(), known));
            }
        }
    }

    /** A window with those who may be able to tell a cell of which it is needed that it is in doubt. */
    WindowTask(OpenTable whole, List<Need> needs, BitSet printed, int[] atoms, int floor, Tellers tellers) {
        this(whole, needs, printed, atoms, floor, false);
        tellers.forEachWithin(needs.stream().map(Need::cell).toList(), atoms, (insider, known) -> {
            Set<Integer> own = this.needs.stream()
                    .map(Need::cell)
                    .filter(cell -> insider.own().contains(cells[cell]))
                    .collect(Collectors.toSet());
            insiders.add(new Insider(known, own));
        });
    }

    /** How long it takes to meet the needs, compared with other windows: a program of so many atoms for each need. */
    long effort() {
        return (long) needs.size() * atoms.length;
    }

    private Set<Integer> inside(Set<Integer> some) {
        return IntStream.range(0, atoms.length)
                .filter(place -> some.contains(atoms[place]))
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Moves at no cost that show to as many insiders as can be that cells may be other numbers, numbered likewise. */
    List<Move> shown() {
        return out(InsiderWindow.moves(table, needs, printed, floor, insiders));
    }

    /** The moves that meet the needs that can be met here, with the whole table's numbers of atoms. */
    List<Move> moves() {
        int[] all = IntStream.range(0, atoms.length).toArray();
        return out(WindowRepair.within(table, needs, printed, all, floor, isHasty));
    }

    private List<Move> out(List<Move> moves) {
        return new ArrayList<>(moves.stream()
                .map(move -> new Move(
                        Arrays.stream(move.atoms()).map(atom -> atoms[atom]).toArray(), move.by()))
                .toList());
    }
}
