// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who may be able to tell what a cell counts: each insider to whom it is a secret, until a table is shown in which the
 * cell is another number and everything that the insider knows is as it is.
 */
final class Tellers {
    private final OpenTable table;
    private final List<Insider> insiders;
    private final int[] all;
    private final Map<Integer, List<Integer>> insidersOfAtom = new HashMap<>();
    private final Map<Integer, List<Integer>> ownersOfCell = new HashMap<>();
    /**
     * By cell that is asked of, numbers of insiders, ascending; all of them until a first table is shown. Where there
     * are very many of both, few are left by it.
     */
    private final int[] @Nullable [] tellersOf;

    /**
     * At first all may.
     *
     * @param table the true table
     * @param cells numbers of the cells that it is asked of
     * @param insiders those who know more than is printed
     */
    Tellers(OpenTable table, Collection<Integer> cells, List<Insider> insiders) {
        this.table = table;
        this.insiders = List.copyOf(insiders);
        all = IntStream.range(0, insiders.size()).toArray();
        tellersOf = new int[table.cells()][];
        cells.forEach(cell -> tellersOf[cell] = all);
        for (int i : all) {
            for (int atom : insiders.get(i).atoms()) {
                insidersOfAtom.computeIfAbsent(atom, key -> new ArrayList<>()).add(i);
            }
            for (int cell : insiders.get(i).own()) {
                ownersOfCell.computeIfAbsent(cell, key -> new ArrayList<>()).add(i);
            }
        }
    }

    /**
     * Takes note of a table.
     *
     * @param move how it differs from the true one
     * @param others cells that are other numbers in it
     * @return whether it shows something new to anybody
     */
    synchronized boolean take(Move move, Collection<Integer> others) {
        boolean[] knowing = new boolean[all.length];
        for (int atom : move.atoms()) {
            insidersOfAtom.getOrDefault(atom, List.of()).forEach(i -> knowing[i] = true);
        }
        boolean isNew = false;
        for (int cell : others) {
            int[] before = tellersOf[cell];
            if (before != null && before.length > 0) {
                int[] after = left(cell, before, knowing);
                tellersOf[cell] = after;
                isNew |= after.length < before.length;
            }
        }
        return isNew;
    }

    /** Those of them that know something; the same where these are all. */
    private int[] left(int cell, int[] tellers, boolean[] knowing) {
        if (tellers == all) {
            return tellers(cell).filter(i -> knowing[i]).toArray();
        }
        int size = 0;
        for (int i : tellers) { // no stream: for each table and cell
            size += knowing[i] ? 1 : 0;
        }
        if (size == tellers.length) {
            return tellers;
        }
        int[] left = new int[size];
        int next = 0;
        for (int i : tellers) {
            if (knowing[i]) {
                left[next++] = i;
            }
        }
        return left;
    }

    /** Those to whom it is no secret: who are said to know it, or know all of its atoms. */
    private BitSet exempt(int cell) {
        BitSet exempt = new BitSet();
        ownersOfCell.getOrDefault(cell, List.of()).forEach(exempt::set);
        OptionalInt open = IntStream.of(table.atomsOf(cell))
                .filter(atom -> !table.isFixed(atom))
                .findFirst();
        if (open.isEmpty()) {
            exempt.set(0, all.length);
        } else {
            insidersOfAtom.getOrDefault(open.getAsInt(), List.of()).stream()
                    .filter(i -> insiders.get(i).knowsAllOf(table, cell))
                    .forEach(exempt::set);
        }
        return exempt;
    }

    private IntStream tellers(int cell) {
        int[] tellers = Objects.requireNonNull(tellersOf[cell]);
        if (tellers != all) {
            return IntStream.of(tellers);
        }
        BitSet exempt = exempt(cell);
        return IntStream.of(all).filter(i -> !exempt.get(i));
    }

    /** Numbers of the cells that some insider may be able to tell, ascending. */
    Stream<Integer> told() {
        return cells().filter(this::isTold).boxed();
    }

    /** Those that are asked of. */
    private IntStream cells() {
        return IntStream.range(0, tellersOf.length).filter(cell -> tellersOf[cell] != null);
    }

    boolean isTold(int cell) {
        return tellers(cell).findAny().isPresent();
    }

    /** Numbers of the cells that one of some insiders may be able to tell, ascending. */
    List<Integer> toldBy(BitSet some) {
        return cells().filter(cell -> isToldBy(cell, some)).boxed().toList();
    }

    private boolean isToldBy(int cell, BitSet some) {
        int[] tellers = Objects.requireNonNull(tellersOf[cell]);
        if (tellers == all) {
            return tellers(cell).anyMatch(some::get);
        }
        for (int i : tellers) {
            if (some.get(i)) {
                return true;
            }
        }
        return false;
    }

    /** Those who may be able to tell one of some cells, by their numbers. */
    BitSet ofAny(Collection<Integer> cells) {
        BitSet any = new BitSet();
        cells.forEach(cell -> tellers(cell).forEach(any::set));
        return any;
    }

    /** Those who may be able to tell a cell. */
    Stream<Insider> of(int cell) {
        return tellers(cell).mapToObj(insiders::get);
    }

    /** What takes an insider with what it knows of a window. */
    interface Within {
        void take(Insider insider, Set<Integer> known);
    }

    /**
     * Calls for those who may be able to tell one of some cells and know atoms of a window.
     *
     * @param cells numbers of the cells
     * @param window numbers of the atoms
     * @param within takes each with the places in the window of the atoms that it knows
     */
    void forEachWithin(List<Integer> cells, int[] window, Within within) {
        BitSet telling = ofAny(cells);
        Map<Integer, Set<Integer>> known = new TreeMap<>();
        for (int place = 0; place < window.length; place++) {
            for (int i : insidersOfAtom.getOrDefault(window[place], List.of())) {
                if (telling.get(i)) {
                    known.computeIfAbsent(i, key -> new HashSet<>()).add(place);
                }
            }
        }
        known.forEach((i, places) -> within.take(insiders.get(i), places));
    }
}
