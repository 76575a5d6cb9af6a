// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Who may be able to tell what a cell counts: each insider to whom it is a secret, until a table is shown in which the
 * cell is another number and everything that the insider knows is as it is.
 */
final class Tellers {
    private final List<Insider> insiders;
    private final Map<Integer, List<Integer>> insidersOfAtom = new HashMap<>();
    private final Map<Integer, BitSet> tellersOf = new TreeMap<>();

    /**
     * At first all may.
     *
     * @param table the true table
     * @param cells numbers of the cells that it is asked of
     * @param insiders those who know more than is printed
     */
    Tellers(OpenTable table, Collection<Integer> cells, List<Insider> insiders) {
        this.insiders = List.copyOf(insiders);
        BitSet all = new BitSet();
        all.set(0, insiders.size());
        cells.forEach(cell -> tellersOf.put(cell, (BitSet) all.clone()));
        for (int i = 0; i < insiders.size(); i++) {
            Insider insider = insiders.get(i);
            for (int atom : insider.atoms()) {
                insidersOfAtom.computeIfAbsent(atom, key -> new ArrayList<>()).add(i);
            }
        }
        excuse(table);
    }

    /** It is no secret to those who are said to know it, or know all of its atoms. */
    private void excuse(OpenTable table) {
        for (int i = 0; i < insiders.size(); i++) {
            for (int cell : insiders.get(i).own()) {
                tellersOf.getOrDefault(cell, new BitSet()).clear(i);
            }
        }
        tellersOf.forEach((cell, tellers) -> Arrays.stream(table.atomsOf(cell))
                .filter(atom -> !table.isFixed(atom))
                .limit(1)
                .boxed()
                .flatMap(this::insidersOfAtom)
                .filter(i -> insiders.get(i).knowsAllOf(table, cell))
                .forEach(tellers::clear));
    }

    private Stream<Integer> insidersOfAtom(int atom) {
        return insidersOfAtom.getOrDefault(atom, List.of()).stream();
    }

    /**
     * Takes note of a table.
     *
     * @param move how it differs from the true one
     * @param others cells that are other numbers in it
     * @return whether it shows something new to anybody
     */
    synchronized boolean take(Move move, Collection<Integer> others) {
        BitSet knowing = new BitSet();
        Arrays.stream(move.atoms()).boxed().flatMap(this::insidersOfAtom).forEach(knowing::set);
        boolean isNew = false;
        for (int cell : others) {
            BitSet tellers = tellersOf.getOrDefault(cell, new BitSet());
            int before = tellers.cardinality();
            tellers.and(knowing);
            isNew |= tellers.cardinality() < before;
        }
        return isNew;
    }

    /** Numbers of the cells that some insider may be able to tell, ascending. */
    Stream<Integer> told() {
        return tellersOf.keySet().stream().filter(this::isTold);
    }

    boolean isTold(int cell) {
        return !Objects.requireNonNull(tellersOf.get(cell)).isEmpty();
    }

    /** Numbers of the cells that one of some insiders may be able to tell, ascending. */
    List<Integer> toldBy(BitSet some) {
        return tellersOf.keySet().stream()
                .filter(cell -> Objects.requireNonNull(tellersOf.get(cell)).intersects(some))
                .toList();
    }

    /** Those who may be able to tell some cell, by their numbers. */
    BitSet all() {
        return of(tellersOf.keySet());
    }

    private BitSet of(Collection<Integer> cells) {
        BitSet all = new BitSet();
        cells.forEach(cell -> all.or(Objects.requireNonNull(tellersOf.get(cell))));
        return all;
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
        BitSet telling = of(cells);
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

    /** Those who may be able to tell a cell. */
    Stream<Insider> of(int cell) {
        return Objects.requireNonNull(tellersOf.get(cell)).stream().mapToObj(insiders::get);
    }
}
