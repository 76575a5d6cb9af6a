// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.IntStream;

/**
 * Looks in a window for tables that insiders cannot rule out, in which cells are other numbers and all that is printed
 * is as it is. There are too many pairs of a cell and an insider to look at each: what many insiders know is held at
 * once, and all cells that one of them may be able to tell are moved as far as they can. Those who are in the way of
 * one another are in other and smaller company next time, and alone at last.
 */
final class InsiderWindow {
    /** Parts that the insiders of a window are put into at first. */
    private static final int PARTS = 8;
    /** Pairs of tables that are drawn by chance before anything is held. */
    private static final int DRAWN = 2;

    private final CellChanges changes;
    private final BitSet printed;
    private final Map<Integer, Need> doubts = new HashMap<>();
    private final List<Insider> insiders;
    private final Tellers tellers;
    /** Asked how far cells can grow; {@link #shrinking} is asked at the same time how far they can shrink. */
    private final LiftProgram growing;

    private final LiftProgram shrinking;
    private final Random random = new Random(1);
    /** Cells that can be other numbers in the window at all. */
    private final Set<Integer> moving = new HashSet<>();

    private final List<Move> moves = new ArrayList<>();

    InsiderWindow(
            OpenTable table,
            List<Need> needs,
            BitSet printed,
            List<Insider> insiders,
            LiftProgram growing,
            LiftProgram shrinking) {
        changes = new CellChanges(table);
        this.printed = printed;
        this.insiders = insiders;
        needs.forEach(need -> doubts.put(need.cell(), need));
        tellers = new Tellers(table, doubts.keySet(), insiders);
        this.growing = growing;
        this.shrinking = shrinking;
    }

    /**
     * The tables that were found.
     *
     * @param needs of cells that may be any other number for those who know but what is printed
     * @param floor 1 if everybody knows that a withheld atom is not empty, else 0
     * @param insiders those who know atoms of the window
     */
    static List<Move> moves(OpenTable table, List<Need> needs, BitSet printed, int floor, List<Insider> insiders) {
        WindowSums all = new WindowSums(table, IntStream.range(0, table.atoms()).toArray());
        try (LiftProgram growing = new LiftProgram(table, all, printed, floor, true);
                LiftProgram shrinking = new LiftProgram(table, all, printed, floor, true)) {
            InsiderWindow window = new InsiderWindow(table, needs, printed, insiders, growing, shrinking);
            window.show();
            return window.moves;
        }
    }

    private void show() {
        List<Integer> cells = doubts.keySet().stream().sorted().toList();
        for (int i = 0; i < DRAWN; i++) {
            move(cells);
        }
        for (int size = Math.max(1, insiders.size() / PARTS); size > 0; size /= 2) {
            List<Integer> left =
                    new ArrayList<>(tellers.ofAny(cells).stream().boxed().toList());
            Collections.shuffle(left, random);
            for (int from = 0; from < left.size(); from += size) {
                showTo(left.subList(from, Math.min(left.size(), from + size)));
            }
        }
    }

    /** Until nothing new is shown. */
    private void showTo(List<Integer> some) {
        BitSet numbers = new BitSet();
        Set<Integer> known = new HashSet<>();
        some.forEach(numbers::set);
        some.forEach(i -> known.addAll(insiders.get(i).atoms()));
        growing.hold(known);
        shrinking.hold(known);
        boolean isNew = true;
        while (isNew) {
            List<Integer> left =
                    tellers.toldBy(numbers).stream().filter(moving::contains).toList();
            isNew = !left.isEmpty() && move(left);
        }
        growing.letGo();
        shrinking.letGo();
    }

    /**
     * Moves some cells as far as they can, each in a random direction, and all the other way.
     *
     * @return whether that shows something new
     */
    private boolean move(List<Integer> cells) {
        Map<Integer, Double> weights = new LinkedHashMap<>();
        cells.forEach(cell -> weights.put(cell, (1 + random.nextDouble()) * (random.nextBoolean() ? 1 : -1)));
        ForkJoinTask<Optional<Move>> other = ForkJoinTask.adapt(() -> shrinking.extreme(weights, false));
        other.fork();
        boolean isNew;
        try {
            isNew = growing.extreme(weights, true).filter(this::take).isPresent();
        } finally {
            other.quietlyJoin(); // before its program is closed
        }
        return other.join().filter(this::take).isPresent() || isNew;
    }

    /**
     * Whether something new was shown. A printed cell could have become another one by rounding: that shows nothing.
     */
    boolean take(Move move) {
        changes.of(move);
        List<Integer> others = doubts.values().stream()
                .filter(doubt -> doubt.isMetBy(changes.by(doubt.cell())))
                .map(Need::cell)
                .toList();
        if (changes.cells().anyMatch(printed::get)) {
            return false;
        }
        // to those who know nothing of the window a cell is shown by moving at all
        boolean isMoving = moving.addAll(others);
        boolean isShown = tellers.take(move, others);
        boolean isNew = isMoving || isShown;
        if (isNew) {
            moves.add(move);
        }
        return isNew;
    }
}
