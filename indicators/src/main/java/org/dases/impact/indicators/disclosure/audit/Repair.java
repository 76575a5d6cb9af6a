// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.workers.Workers;

/**
 * Withholds further cells until each need is met: until a table that agrees with everything printed, and is nowhere
 * negative, shows that an attacker cannot bound the cell any closer. Where that costs something one cell at a time, the
 * least change of printed cells first found, each on top of the pattern so far: what a change moves is withheld, and
 * proves other cells safe as well.
 *
 * <p>A large table is taken in windows, each with the rest of the table fixed. Windows of one plan are disjoint and
 * look at the same pattern, so that the result does not depend on how many are looked at at once.
 */
public final class Repair {
    private static final int FEW = 5;
    private static final int MANY = 500;
    /** Atoms that are tried first where cells are looked at one by one. */
    private static final int SOME = 300;

    private static final int SOME_MORE = 10;
    private static final int MOST = SOME * SOME_MORE;

    private final OpenTable table;
    private final int floor;
    private final BitSet printed;
    private final List<Need> needs;
    private final Map<Integer, List<Need>> open = new HashMap<>();
    private final List<Move> witnesses = new ArrayList<>();
    private final Workers workers;

    /**
     * A repair.
     *
     * @param table the true table
     * @param floor 1 if everybody knows that a withheld atom is not empty, else 0
     * @param withheld the cells that are withheld already
     * @param needs what must stay possible
     * @param workers who looks at the windows
     */
    public Repair(OpenTable table, int floor, BitSet withheld, List<Need> needs, Workers workers) {
        this.workers = workers;
        this.table = table;
        this.floor = floor;
        this.needs = List.copyOf(needs);
        printed = new BitSet();
        printed.set(0, table.cells());
        printed.andNot(withheld);
        needs.forEach(need ->
                open.computeIfAbsent(need.cell(), key -> new ArrayList<>()).add(need));
    }

    /**
     * Repairs window by window, in cells that a window holds whole. A window that could not meet several needs may
     * leave the others.
     *
     * @param windows disjoint sets of atoms
     */
    public void repairHastily(List<int[]> windows) {
        repair(windows, false, true);
    }

    /**
     * Repairs window by window.
     *
     * @param windows disjoint sets of atoms
     * @param isPartial whether to look at the cells of which a window holds but a part, or at those that it holds whole
     */
    public void repair(List<int[]> windows, boolean isPartial) {
        repair(windows, isPartial, false);
    }

    private void repair(List<int[]> windows, boolean isPartial, boolean isHasty) {
        BitSet before = (BitSet) printed.clone();
        List<List<Need>> mine = assign(windows, isPartial);
        List<WindowTask> tasks = IntStream.range(0, windows.size())
                .filter(w -> !mine.get(w).isEmpty())
                .mapToObj(w -> new WindowTask(table, mine.get(w), before, windows.get(w), floor, isHasty))
                .toList();
        workers.map(tasks, WindowTask::moves).forEach(moves -> moves.forEach(this::accept));
    }

    /** The open needs by window: that which holds all atoms of the cell, or else most of them. */
    private List<List<Need>> assign(List<int[]> windows, boolean isPartial) {
        Map<Integer, Integer> windowOf = new HashMap<>();
        List<List<Need>> mine = new ArrayList<>();
        for (int w = 0; w < windows.size(); w++) {
            mine.add(new ArrayList<>());
            for (int atom : windows.get(w)) {
                windowOf.put(atom, w);
            }
        }
        for (Need need : open()) {
            int[] inside = new int[windows.size()];
            int[] atoms = Arrays.stream(table.atomsOf(need.cell()))
                    .filter(atom -> !table.isFixed(atom))
                    .toArray();
            int best = -1;
            for (int atom : atoms) {
                int w = windowOf.getOrDefault(atom, -1);
                if (w >= 0 && ++inside[w] > (best < 0 ? 0 : inside[best])) {
                    best = w;
                }
            }
            if (best >= 0 && isPartial == (inside[best] < atoms.length)) {
                mine.get(best).add(need);
            }
        }
        return mine;
    }

    /**
     * Looks at each need by itself that is still open, with some atoms of all cells that move along: with few of them
     * if that costs nothing.
     */
    public void repairOneByOne() {
        for (Need need : open()) {
            for (int most = SOME; most <= MOST && isOpen(need); most *= SOME_MORE) {
                List<Move> moves =
                        new WindowTask(table, List.of(need), printed, around(need.cell(), most), floor, false).moves();
                if (most == MOST || moves.stream().allMatch(this::isFree)) {
                    moves.forEach(this::accept);
                }
            }
        }
    }

    private boolean isOpen(Need need) {
        return open.getOrDefault(need.cell(), List.of()).contains(need);
    }

    private boolean isFree(Move move) {
        return move.changes(table).keySet().stream().noneMatch(printed::get);
    }

    /** Atoms of a cell, of the cells that must stay equal to it, and of the wholes and parts that must grow with it. */
    private int[] around(int cell, int most) {
        Set<Integer> atoms = new TreeSet<>();
        addSome(cell, Math.min(most, MANY), atoms);
        Set<Integer> tied = new HashSet<>();
        int before = 0;
        while (atoms.size() > before && atoms.size() < most) {
            before = atoms.size();
            for (int[] pair : table.equal()) {
                boolean isOne = Arrays.stream(table.atomsOf(pair[0])).anyMatch(atoms::contains);
                boolean isOther = Arrays.stream(table.atomsOf(pair[1])).anyMatch(atoms::contains);
                if (isOne != isOther) {
                    addSome(isOne ? pair[1] : pair[0], FEW, atoms);
                }
            }
            List.copyOf(atoms).stream().filter(tied::add).forEach(atom -> addTied(atom, atoms));
        }
        return atoms.stream().mapToInt(i -> i).toArray();
    }

    /** A part may be all of its whole, and a whole no more than all of its parts. */
    private void addTied(int atom, Set<Integer> atoms) {
        for (OpenTable.Parts parts : table.partsAround(table.cellsOf(atom))) {
            if (parts.parts().stream().anyMatch(part -> isOnly(part, atom))) {
                addSome(parts.whole(), FEW, atoms);
            }
            if (isOnly(parts.whole(), atom)) {
                parts.parts().stream()
                        .sorted(Comparator.comparing(part -> -table.value(part)))
                        .limit(1)
                        .forEach(part -> addSome(part, FEW, atoms));
            }
        }
    }

    private boolean isOnly(int cell, int atom) {
        return table.atomsOf(cell).length == 1 && table.atomsOf(cell)[0] == atom;
    }

    private void addSome(int cell, int most, Set<Integer> atoms) {
        Arrays.stream(table.atomsOf(cell))
                .filter(atom -> !table.isFixed(atom))
                .boxed()
                .sorted(Comparator.comparing(atom -> -table.atom(atom)))
                .limit(most)
                .forEach(atoms::add);
    }

    /**
     * The cells that are withheld by now.
     *
     * @return numbers of the cells
     */
    public BitSet withheld() {
        BitSet withheld = new BitSet();
        withheld.set(0, table.cells());
        withheld.andNot(printed);
        return withheld;
    }

    /**
     * The needs that are not met yet.
     *
     * @return the needs in the order of their cells; empty when all is well
     */
    public List<Need> open() {
        return open.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Need::cell).thenComparing(Need::more))
                .toList();
    }

    /**
     * What proves the needs met.
     *
     * @return the witnesses found so far
     */
    public Proof proof() {
        return new Proof(table, floor, needs, witnesses);
    }

    private void accept(Move move) {
        Map<Integer, Double> changes = move.changes(table);
        changes.keySet().forEach(printed::clear);
        changes.forEach((cell, change) -> settle(open, cell, change));
        witnesses.add(move);
    }

    private static void settle(Map<Integer, List<Need>> open, int cell, double change) {
        List<Need> needs = open.get(cell);
        if (needs != null) {
            List<Need> rest =
                    needs.stream().filter(need -> !need.isMetBy(change)).toList();
            if (rest.isEmpty()) {
                open.remove(cell);
            } else {
                open.put(cell, rest);
            }
        }
    }
}
