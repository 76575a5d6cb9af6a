// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dases.impact.indicators.disclosure.elimination.LinearSum;
import org.dases.impact.indicators.disclosure.elimination.View;

/** A number of persons that the rows of a series print: its learners or, of a rate, those above the line. */
final class HeadCount {
    private final SeriesRows rows;
    private final boolean isNumerator;
    private final BitSet shown;
    private final BitSet secret = new BitSet();
    private final Set<CellSum> sums = new LinkedHashSet<>();
    private final List<Echo> echoes = new ArrayList<>();

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

    /** The greatest threshold that a table sets for the series. */
    int threshold(PrimaryRules rules) {
        return rows.population().members().stream()
                .flatMap(member -> member.series().stream())
                .filter(rows.series()::isSameIndicator)
                .mapToInt(rules::threshold)
                .max()
                .orElseThrow();
    }

    /** Whether the rows print this number: above the line of a rate over records stand records. */
    boolean isOfPersons() {
        return rows.cells().filter(cell -> rows.tally(cell) != null).allMatch(this::isOfPersons);
    }

    /** Whether a row prints this number. */
    boolean isOfPersons(int cell) {
        Tally tally = Objects.requireNonNull(rows.tally(cell));
        return !isNumerator || Objects.equals(tally.numerator(), (double) at(cell));
    }

    /** Whether the rows count records, of which a learner may have several. */
    boolean isOfRecords() {
        return !isOfPersons() || visible().stream().anyMatch(this::isSeparable);
    }

    /** Whether a row can keep its figures without telling this number: none of them is the number. */
    boolean isSeparable(int cell) {
        Tally tally = Objects.requireNonNull(rows.tally(cell));
        return !isNumerator
                && Stream.of(tally.value(), tally.numerator(), tally.denominator())
                        .noneMatch(figure -> figure != null && figure == at(cell));
    }

    /** Takes the number away from a row, or the row where it would tell the number all the same. */
    void lose(int cell) {
        if (isSeparable(cell)) {
            rows.unnumbered().set(cell);
        } else {
            rows.lost().set(cell);
        }
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
        if (!isNumerator) {
            set.andNot(rows.unnumbered());
        }
        return set;
    }

    /** People that nobody shall be able to count, beside the secret cells. */
    Set<CellSum> sums() {
        return sums;
    }

    /** What counts decided on before tell of this one. */
    List<Echo> echoes() {
        return echoes;
    }

    /**
     * Whether another count has the same number wherever both are printed; where none is printed by both, wherever both
     * count, since who knows what they count need not see it.
     */
    boolean isTwin(HeadCount other) {
        List<Boolean> printed = equal(printed(), other, other.printed());
        List<Boolean> equal = printed.isEmpty() ? equal(peopled(), other, other.peopled()) : printed;
        return !equal.isEmpty() && !equal.contains(false);
    }

    private BitSet peopled() {
        BitSet set = new BitSet();
        rows.cells().filter(cell -> at(cell) > 0).forEach(set::set);
        return set;
    }

    private List<Boolean> equal(BitSet cells, HeadCount other, BitSet others) {
        return cells.stream()
                .boxed()
                .flatMap(cell -> other.rows.cellsAt(rows.placeOf(cell)).stream()
                        .filter(others::get)
                        .map(same -> at(cell) == other.at(same)))
                .toList();
    }

    /** Makes a secret of how many some people are. True if it was none. */
    boolean hide(CellSum people) {
        return sums.add(people);
    }

    /** Makes a secret of the number in a cell, whose row is withheld for it. */
    void hide(int cell) {
        secret.set(cell);
        rows.secret().set(cell);
    }

    /**
     * Cells whose number nobody shall be able to compute; a small side of a rate is none where another series tells it.
     */
    BitSet secretCells() {
        BitSet set = (BitSet) secret.clone();
        if (isNumerator && !isTold()) {
            set.or(Objects.requireNonNull(rows.rate()).onesided());
        }
        return set;
    }

    /** What rows of other counts tell of this one: tried before the rows themselves. */
    List<Told> told() {
        List<Told> told = new ArrayList<>();
        for (Echo echo : echoes) {
            HeadCount other = echo.other();
            other.printed().stream()
                    .forEach(cell -> echo.at(cell).forEach(people -> told.add(new Told(this, other, cell, people))));
        }
        return told;
    }

    /**
     * A row of another count.
     *
     * @param of the count that it tells of
     * @param other the other count
     * @param cell its cell
     * @param people what it tells of the former
     */
    record Told(HeadCount of, HeadCount other, int cell, CellSum people) {}

    /**
     * What a reader knows and must not find out, and what one would like to print. Secrets of echoes must not follow
     * from these rows either; but what a rate hides because another series tells it, that series may tell. Where other
     * rows tell of this count, they must not give away its cells below the threshold, nor what a reader must not know
     * anew.
     *
     * @param candidates what is tried in this order, from {@link #told} or {@link #candidates}
     */
    View view(List<LinearSum> candidates) {
        Population population = rows.population();
        List<LinearSum> known = new ArrayList<>(rows.margins().equalities());
        rows.zeros().stream().forEach(cell -> known.add(population.sum(cell)));
        List<LinearSum> secrets = new ArrayList<>();
        secretCells().stream().forEach(cell -> secrets.add(population.sum(cell)));
        sums.forEach(people -> secrets.add(sum(people)));
        List<LinearSum> derived = new ArrayList<>();
        for (Echo echo : echoes) {
            HeadCount other = echo.other();
            BitSet its = other.isNumerator == isNumerator ? other.secretCells() : other.secret;
            other.unknowable().forEach(cell -> echo.at(cell).forEach(people -> derived.add(sum(people))));
            its.stream().forEach(cell -> echo.at(cell).forEach(people -> derived.add(sum(people))));
            other.sums.forEach(people -> echo.translate(people).ifPresent(mine -> derived.add(sum(mine))));
        }
        if (!echoes.isEmpty()) {
            unknowable().forEach(cell -> derived.add(population.sum(cell)));
        }
        return new View(population.atoms(), known, secrets, derived, candidates, List.of());
    }

    /** Cells that are withheld for all series, and that what another count prints must not tell. */
    private IntStream unknowable() {
        return rows.cells().filter(cell -> rows.population().isSecret(cell, rows.series()));
    }

    /** What rows tell of this number; nothing where they do not show it. */
    List<LinearSum> candidates(List<Integer> cells) {
        return cells.stream()
                .map(cell -> shown.get(cell) ? rows.population().sum(cell) : LinearSum.of())
                .toList();
    }

    private LinearSum sum(CellSum people) {
        return people.in(rows.population()::sum);
    }
}
