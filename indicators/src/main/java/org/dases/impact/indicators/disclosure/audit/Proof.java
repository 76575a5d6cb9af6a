// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.audit.OpenTable.Parts;

/** Other tables, and what they prove possible. Checked without the program that found them, in one pass. */
public final class Proof {
    private static final double NOTHING = 1e-4;
    private static final int AT_ONCE = 256;

    private final OpenTable table;
    private final int floor;
    private final List<Need> needs;
    private final List<Move> witnesses;
    private final List<Insider> insiders;
    /** How much more each cell must be able to count. */
    private final Map<Integer, Long> more = new HashMap<>();

    Proof(OpenTable table, int floor, List<Need> needs, List<Move> witnesses) {
        this(table, floor, needs, witnesses, List.of());
    }

    /** A proof that holds against some who know more than is printed, too: they cannot tell what is in doubt. */
    Proof(OpenTable table, int floor, List<Need> needs, List<Move> witnesses, List<Insider> insiders) {
        this.insiders = List.copyOf(insiders);
        this.table = table;
        this.floor = floor;
        this.needs = List.copyOf(needs);
        this.witnesses = List.copyOf(witnesses);
        needs.stream()
                .filter(need -> need.less() == Need.NEVER)
                .forEach(need -> more.merge(need.cell(), need.more(), Math::max));
    }

    /**
     * Whether it is asked of the proof that a cell may count so many more, whatever it may not.
     *
     * @param cell number of the cell
     * @param many how many more
     * @return true where there is such a need, met or not
     */
    public boolean isAsked(int cell, long many) {
        return more.getOrDefault(cell, 0L) >= many;
    }

    /**
     * Which needs no witness meets.
     *
     * @param withheld the cells that are withheld; all others are printed
     * @return the needs; empty if all is proved
     */
    public List<Need> unproven(BitSet withheld) {
        double[] none = new double[table.cells()];
        if (!table.parts().stream().allMatch(parts -> fits(parts, none))) {
            return needs;
        }
        Map<Integer, List<Need>> byCell = new HashMap<>();
        needs.forEach(need ->
                byCell.computeIfAbsent(need.cell(), key -> new ArrayList<>()).add(need));
        Set<Need> met = ConcurrentHashMap.newKeySet();
        Tellers tellers = new Tellers(
                table, needs.stream().filter(Need::isDoubt).map(Need::cell).toList(), insiders);
        IntStream.range(0, (witnesses.size() + AT_ONCE - 1) / AT_ONCE)
                .parallel()
                .mapToObj(part -> witnesses.subList(part * AT_ONCE, Math.min(witnesses.size(), (part + 1) * AT_ONCE)))
                .forEach(part -> check(part, withheld, byCell, met, tellers));
        return needs.stream()
                .filter(need -> !met.contains(need) || (need.isDoubt() && tellers.isTold(need.cell())))
                .toList();
    }

    /**
     * The witnesses that are needed for those who know nothing but what is printed: each proves something that none
     * before it does.
     *
     * @return another proof of the same, but for what is shown to insiders
     */
    public List<Move> witnesses() {
        Map<Integer, List<Need>> open = new HashMap<>();
        needs.forEach(need ->
                open.computeIfAbsent(need.cell(), key -> new ArrayList<>()).add(need));
        double[] changes = new double[table.cells()];
        return witnesses.stream()
                .filter(witness -> isNeeded(witness, open, changes))
                .toList();
    }

    private boolean isNeeded(Move witness, Map<Integer, List<Need>> open, double[] changes) {
        boolean isNeeded = false;
        for (int cell : spread(witness, changes)) {
            double change = changes[cell];
            List<Need> rest = open.get(cell);
            isNeeded |= rest != null && rest.removeIf(need -> need.isMetBy(change));
            changes[cell] = 0;
        }
        return isNeeded;
    }

    /** Looks at the cells that a witness touches, at those that they must fit, and at all that must stay equal. */
    private void check(
            List<Move> part, BitSet withheld, Map<Integer, List<Need>> byCell, Set<Need> met, Tellers tellers) {
        double[] changes = new double[table.cells()];
        for (Move witness : part) {
            if (isNowhereNegative(witness)) {
                int[] touched = spread(witness, changes);
                if (agrees(touched, changes, withheld)) {
                    tellers.take(witness, otherwise(touched, changes));
                    for (int cell : touched) {
                        double change = changes[cell];
                        byCell.getOrDefault(cell, List.of()).stream()
                                .filter(need -> change >= need.more() - NOTHING || -change >= need.less() - NOTHING)
                                .forEach(met::add);
                    }
                }
                Arrays.stream(touched).forEach(cell -> changes[cell] = 0);
            }
        }
    }

    /** Cells that differ by a person or more. */
    private static List<Integer> otherwise(int[] touched, double[] changes) {
        return Arrays.stream(touched)
                .filter(cell -> Math.abs(changes[cell]) >= 1 - NOTHING)
                .boxed()
                .toList();
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

    /**
     * Adds up the changes of the cells; returns those that have atoms of the witness. Not by {@link CellChanges}, which
     * those rely on who found it.
     */
    private int[] spread(Move witness, double[] changes) {
        int[] touched = new int[16];
        int size = 0;
        for (int i = 0; i < witness.atoms().length; i++) {
            for (int cell : table.cellsOf(witness.atoms()[i])) {
                if (changes[cell] == 0) {
                    touched = size == touched.length ? Arrays.copyOf(touched, size * 2) : touched;
                    touched[size++] = cell;
                }
                changes[cell] += witness.by()[i];
            }
        }
        return Arrays.copyOf(touched, size);
    }

    private boolean agrees(int[] touched, double[] changes, BitSet withheld) {
        for (int cell : touched) {
            if (!withheld.get(cell) && Math.abs(changes[cell]) > NOTHING) {
                return false;
            }
        }
        return table.equal().stream().allMatch(pair -> Math.abs(changes[pair[0]] - changes[pair[1]]) <= NOTHING)
                && table.partsAround(touched).stream().allMatch(parts -> fits(parts, changes));
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
