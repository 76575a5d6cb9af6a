// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
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
    /** Atoms that are tried first where cells are looked at one by one. */
    private static final int SOME = 300;

    private static final int SOME_MORE = 10;
    private static final int MOST = SOME * SOME_MORE;

    private final OpenTable table;
    private final CellChanges changes;
    private final int floor;
    private final BitSet printed;
    private final List<Need> needs;
    private final Map<Integer, List<Need>> open = new HashMap<>();
    private final List<Move> witnesses = new ArrayList<>();
    private final Workers workers;
    private final Map<Integer, Need> doubts = new HashMap<>();
    private List<Insider> insiders = List.of();

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
        changes = new CellChanges(table);
        this.floor = floor;
        this.needs = List.copyOf(needs);
        printed = new BitSet();
        printed.set(0, table.cells());
        printed.andNot(withheld);
        needs.forEach(need ->
                open.computeIfAbsent(need.cell(), key -> new ArrayList<>()).add(need));
    }

    /**
     * Repairs window by window: in haste first, then thoroughly, first in cells that a window holds whole, then in
     * those of which it holds a part; and what is left by itself.
     *
     * @param plans ways to split the table into disjoint windows, the best first
     */
    public void repair(List<List<int[]>> plans) {
        plans.forEach(windows -> repair(windows, false, true));
        plans.forEach(windows -> repair(windows, false, false));
        plans.forEach(windows -> repair(windows, true, false));
        repairOneByOne();
    }

    /**
     * Repairs window by window.
     *
     * @param windows disjoint sets of atoms
     * @param isPartial whether to look at the cells of which a window holds but a part, or at those that it holds whole
     * @param isHasty whether a window that could not meet several needs may leave the others
     */
    void repair(List<int[]> windows, boolean isPartial, boolean isHasty) {
        Plan plan = new Plan(table, windows);
        BitSet before = (BitSet) printed.clone();
        List<WindowTask> tasks = new ArrayList<>();
        byWindow(plan, open()).forEach((window, needs) -> {
            List<Need> mine = needs.stream()
                    .filter(need -> isPartial != plan.isWhole(window, need))
                    .toList();
            if (!mine.isEmpty()) {
                tasks.add(new WindowTask(table, mine, before, windows.get(window), floor, isHasty));
            }
        });
        workers.map(longestFirst(tasks), WindowTask::moves).forEach(moves -> moves.forEach(this::accept));
    }

    /** So that no core is left with a long one when all others are done. */
    private static List<WindowTask> longestFirst(List<WindowTask> tasks) {
        return tasks.stream()
                .sorted(Comparator.comparing(WindowTask::effort).reversed())
                .toList();
    }

    /** Some needs by number of the window that holds all atoms of the cell, or else most of them. */
    private static Map<Integer, List<Need>> byWindow(Plan plan, List<Need> needs) {
        Map<Integer, List<Need>> byWindow = new TreeMap<>();
        for (Need need : needs) {
            int window = plan.windowOf(need);
            if (window >= 0) {
                byWindow.computeIfAbsent(window, key -> new ArrayList<>()).add(need);
            }
        }
        return byWindow;
    }

    /**
     * Withholds further cells until no insider can tell a cell that may be any other number for those who know but what
     * is printed.
     *
     * @param some those who know more than is printed
     * @param plans ways to split the table into disjoint windows, the best first
     */
    public void repairAgainst(List<Insider> some, List<List<int[]>> plans) {
        insiders = List.copyOf(some);
        needs.stream().filter(Need::isDoubt).forEach(need -> doubts.put(need.cell(), need));
        Tellers tellers = new Tellers(table, doubts.keySet(), insiders);
        witnesses.forEach(move -> tellers.take(move, others(changes.of(move))));
        for (List<int[]> windows : plans) {
            List<WindowTask> tasks = new ArrayList<>();
            byWindow(new Plan(table, windows), tellers.told().map(this::doubt).toList())
                    .forEach((window, mine) ->
                            tasks.add(new WindowTask(table, mine, printed, windows.get(window), floor, tellers)));
            workers.map(longestFirst(tasks), WindowTask::shown)
                    .forEach(moves -> moves.forEach(move -> tellers.take(move, others(accept(move)))));
        }
        tellers.told()
                .forEach(cell -> tellers.of(cell)
                        .map(doubt(cell)::against)
                        .forEach(need -> open.computeIfAbsent(cell, key -> new ArrayList<>())
                                .add(need)));
        repair(plans);
    }

    private Need doubt(int cell) {
        return Objects.requireNonNull(doubts.get(cell));
    }

    /** Cells in doubt that become other numbers. */
    private List<Integer> others(CellChanges changes) {
        return changes.cells()
                .mapToObj(cell -> Optional.ofNullable(doubts.get(cell)))
                .flatMap(Optional::stream)
                .filter(need -> need.isMetBy(changes.by(need.cell())))
                .map(Need::cell)
                .toList();
    }

    /**
     * Looks at each need by itself that is still open, with some atoms of all cells that move along: with few of them
     * if that costs nothing.
     */
    void repairOneByOne() {
        for (Need need : open()) {
            for (int most = SOME; most <= MOST && isOpen(need); most *= SOME_MORE) {
                List<Move> moves = new WindowTask(
                                table, List.of(need), printed, Surroundings.of(table, need, most), floor, false)
                        .moves();
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
        return changes.of(move).cells().noneMatch(printed::get);
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
        return new Proof(table, floor, needs, witnesses, insiders);
    }

    private CellChanges accept(Move move) {
        changes.of(move).cells().forEach(cell -> {
            printed.clear(cell);
            settle(cell, changes.by(cell), move);
        });
        witnesses.add(move);
        return changes;
    }

    private void settle(int cell, double change, Move move) {
        List<Need> needs = open.get(cell);
        if (needs != null) {
            List<Need> rest =
                    needs.stream().filter(need -> !need.isMetBy(change, move)).toList();
            if (rest.isEmpty()) {
                open.remove(cell);
            } else {
                open.put(cell, rest);
            }
        }
    }
}
