// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The repair of one window: first many needs at once, by moves that leave printed cells alone; then one after the
 * other, the greatest first, each by the cheapest move on top of the pattern so far.
 */
final class WindowRepair implements AutoCloseable {
    /** Needs that are not met without moving printed cells before those are sorted out that cannot be. */
    private static final int FEW = 3;
    /** Needs that cannot be met at any cost before a hasty repair gives up. */
    private static final int SEVERAL = 5;

    private final OpenTable table;
    private final CellChanges changes;
    private final WindowSums sums;
    private final BitSet printed;
    private final int floor;
    private final List<Need> open;
    private final List<Move> moves = new ArrayList<>();
    private final LiftProgram priced;
    private LiftProgram free;
    private final Set<Integer> still = new HashSet<>();
    private final boolean isHasty;
    private int misses;
    private int failures;
    private boolean isSifted;
    private boolean isChanged;

    WindowRepair(OpenTable table, List<Need> needs, BitSet printed, int[] window, int floor, boolean isHasty) {
        this.isHasty = isHasty;
        this.table = table;
        changes = new CellChanges(table);
        this.printed = (BitSet) printed.clone();
        this.floor = floor;
        open = new ArrayList<>(needs);
        open.sort(Comparator.comparing((Need need) -> -need.more())
                .thenComparing(Need::cell)
                .thenComparing(Need::less));
        sums = new WindowSums(table, window);
        priced = program(false);
        free = program(true);
    }

    /** The moves that meet the needs that can be met in the window; in haste some of them may be left. */
    static List<Move> within(
            OpenTable table, List<Need> needs, BitSet printed, int[] window, int floor, boolean isHasty) {
        if (needs.isEmpty()) {
            return List.of();
        }
        try (WindowRepair repair = new WindowRepair(table, needs, printed, window, floor, isHasty)) {
            repair.meet();
            return repair.moves;
        }
    }

    private LiftProgram program(boolean isFree) {
        return new LiftProgram(table, sums, printed, floor, isFree);
    }

    private void meet() {
        meetTogether();
        while (!open.isEmpty()) {
            Need need = open.remove(0);
            if (!isFree(need)) {
                priced.hold(need.known());
                Optional<Move> cheapest = cheapest(need);
                priced.letGo();
                cheapest.ifPresentOrElse(this::accept, this::sift);
            }
        }
    }

    /** What is met at no cost where all that is asked about grows as far as it can, or shrinks, until nothing is. */
    private void meetTogether() {
        boolean isMore = true;
        for (int inVain = 0; inVain < 2 && openCells().size() > 1; isMore = !isMore) {
            boolean isNew =
                    free.together(openCells(), isMore).filter(this::takeFree).isPresent();
            inVain = isNew ? 0 : inVain + 1;
        }
    }

    /**
     * A window that cannot meet one need often can meet hardly any: those whose cells never move are not tried one by
     * one. Where no need but at no cost was met, and several could not be, haste leaves all others, too.
     */
    private void sift() {
        failures++;
        if (isHasty && !isChanged && failures == SEVERAL) {
            open.clear();
        }
        if (!isSifted && !open.isEmpty()) {
            isSifted = true;
            Set<Integer> never = priced.still(openCells(), printed);
            open.removeIf(need -> never.contains(need.cell()));
        }
    }

    private boolean isFree(Need need) {
        if (still.contains(need.cell())) {
            return false;
        }
        boolean isMet = isFreeEitherWay(need);
        if (!isMet && ++misses == FEW) {
            still.addAll(free.still(openCells(), printed));
        }
        return isMet;
    }

    private List<Integer> openCells() {
        return open.stream().map(Need::cell).distinct().toList();
    }

    private boolean isFreeEitherWay(Need need) {
        return (need.more() != Need.NEVER && isFree(need, true)) || (need.less() != Need.NEVER && isFree(need, false));
    }

    private boolean isFree(Need need, boolean isMore) {
        open.add(0, need);
        free.hold(need.known());
        boolean isMet = free.extreme(need.cell(), isMore).filter(this::takeFree).isPresent() && !open.contains(need);
        free.letGo();
        open.remove(need);
        return isMet;
    }

    /** Takes a move if it meets a need that is open, and changes no printed cell, as rounding could. */
    boolean takeFree(Move move) {
        boolean isTaken = changes.of(move).cells().noneMatch(printed::get) && settle(move);
        if (isTaken) {
            moves.add(move);
        }
        return isTaken;
    }

    /** Whether the move that was looked at meets one of the needs that are still open. */
    private boolean settle(Move move) {
        return open.removeIf(need -> need.isMetBy(changes.by(need.cell()), move));
    }

    private void accept(Move move) {
        changes.of(move);
        moves.add(move);
        settle(move);
        List<Integer> fresh =
                changes.cells().filter(printed::get).sorted().boxed().toList();
        if (!fresh.isEmpty()) {
            fresh.forEach(printed::clear);
            priced.price(fresh, printed);
            free.close();
            free = program(true);
            still.clear();
            misses = 0;
            isChanged = true;
        }
    }

    /** Of growing and shrinking what costs less, as far as the first answers tell. */
    private Optional<Move> cheapest(Need need) {
        Optional<Move> more = need.more() == Need.NEVER ? Optional.empty() : priced.change(need.cell(), need.more());
        long cost = more.map(move -> priced.cost(move, printed)).orElse(Long.MAX_VALUE);
        Optional<Move> less = need.less() == Need.NEVER
                ? Optional.empty()
                : priced.change(need.cell(), -need.less()).filter(move -> priced.cost(move, printed) < cost);
        return less.map(move -> priced.concentrated(move, need.cell(), -need.less(), printed))
                .or(() -> more.map(move -> priced.concentrated(move, need.cell(), need.more(), printed)));
    }

    @Override
    public void close() {
        priced.close();
        free.close();
    }
}
