// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.dases.impact.indicators.disclosure.elimination.LinearSum;
import org.dases.impact.indicators.disclosure.elimination.View;

/** A number of persons that the rows of a series print: its learners or, of a rate, those above the line. */
final class HeadCount {
    private final SeriesRows rows;
    private final boolean isNumerator;
    private final BitSet shown;
    private final Set<List<Integer>> sums = new LinkedHashSet<>();
    private final List<HeadCount> twins = new ArrayList<>();

    HeadCount(SeriesRows rows, boolean isNumerator, BitSet shown) {
        this.rows = rows;
        this.isNumerator = isNumerator;
        this.shown = shown;
    }

    SeriesRows rows() {
        return rows;
    }

    boolean isNumerator() {
        return isNumerator;
    }

    long at(int cell) {
        if (!isNumerator) {
            return rows.learners(cell);
        }
        Tally tally = rows.tally(cell);
        Sides sides = tally == null ? null : tally.sides();
        return sides == null ? 0 : sides.numerator();
    }

    /** Whether the number is not a secret in a cell. */
    boolean isVisible(int cell) {
        return shown.get(cell) && !rows.secret().get(cell);
    }

    /** Whether another series tells the number, which is that above the line of a rate. */
    boolean isTold() {
        return Objects.requireNonNull(rows.rate()).isTold();
    }

    /** Cells in which the number is not a secret. Those that are lost for others' sake are among them. */
    BitSet visible() {
        BitSet set = (BitSet) shown.clone();
        set.andNot(rows.secret());
        return set;
    }

    /** Cells in which the number is printed. */
    BitSet printed() {
        BitSet set = visible();
        set.andNot(rows.lost());
        return set;
    }

    /** Sums of atoms that nobody shall be able to compute, beside the secret cells. */
    Set<List<Integer>> sums() {
        return sums;
    }

    /** Counts decided on before that are the same number under another name, as far as the figures show. */
    List<HeadCount> twins() {
        return twins;
    }

    /** Whether another count has the same number wherever both are printed, and both are somewhere. */
    boolean isTwin(HeadCount other) {
        BitSet its = other.printed();
        List<Boolean> equal = printed().stream()
                .boxed()
                .flatMap(cell -> other.rows.cellsAt(rows.placeOf(cell)).stream()
                        .filter(its::get)
                        .map(same -> at(cell) == other.at(same)))
                .toList();
        return !equal.isEmpty() && !equal.contains(false);
    }

    /** Makes a secret of the sum of some atoms. True if it was none. */
    boolean hide(BitSet atoms) {
        BitSet some = (BitSet) atoms.clone();
        some.andNot(rows.population().empty());
        return sums.add(some.stream().boxed().toList());
    }

    /** Cells whose number nobody shall be able to compute. */
    BitSet secretCells() {
        BitSet set = (BitSet) rows.secret().clone();
        if (isNumerator) {
            set.or(Objects.requireNonNull(rows.rate()).onesided());
        }
        return set;
    }

    /** What twins print, as sums of these rows: tried before the rows themselves. */
    List<LinearSum> told() {
        return twins.stream()
                .flatMap(twin -> sameAs(twin, twin.printed()))
                .distinct()
                .toList();
    }

    /**
     * What a reader knows and must not find out, and what one would like to print. Secrets of twins must not follow
     * from these rows either; but what a rate hides because another series tells it, that series may tell.
     *
     * @param candidates what is tried in this order, from {@link #told} or {@link #candidates}
     */
    View view(List<LinearSum> candidates) {
        Population population = rows.population();
        List<LinearSum> known = new ArrayList<>(rows.margins().equalities());
        rows.zeros().stream().forEach(cell -> known.add(population.sum(cell)));
        List<LinearSum> secrets = new ArrayList<>();
        secretCells().stream().forEach(cell -> secrets.add(population.sum(cell)));
        sums.forEach(atoms ->
                secrets.add(LinearSum.of(atoms.stream().mapToInt(atom -> atom).toArray())));
        List<LinearSum> derived = new ArrayList<>();
        for (HeadCount twin : twins) {
            sameAs(twin, twin.isNumerator == isNumerator ? twin.secretCells() : twin.rows.secret())
                    .forEach(derived::add);
        }
        return new View(population.atoms(), known, secrets, derived, candidates, List.of());
    }

    /** What rows tell of this number; nothing where they do not show it. */
    List<LinearSum> candidates(List<Integer> cells) {
        return cells.stream()
                .map(cell -> shown.get(cell) ? rows.population().sum(cell) : LinearSum.of())
                .toList();
    }

    /** Sums of this count's cells at the places of some cells of another one. */
    private Stream<LinearSum> sameAs(HeadCount other, BitSet cells) {
        return cells.stream()
                .boxed()
                .flatMap(cell -> rows.cellsAt(other.rows.placeOf(cell)).stream())
                .map(rows.population()::sum);
    }

    /** Atoms of a cell, as a set. */
    BitSet atoms(int cell) {
        Population population = rows.population();
        Member member = population.memberOf(cell);
        BitSet atoms = new BitSet();
        Arrays.stream(population.atomsOf(member, cell - member.firstCell())).forEach(atoms::set);
        return atoms;
    }
}
