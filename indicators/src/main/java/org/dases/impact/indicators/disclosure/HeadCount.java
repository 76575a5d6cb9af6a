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
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.earlier.Told;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;

/**
 * A number that the rows of a series tell: of persons, its learners or, of a rate, those on a side of the line; or of
 * records, which matter for what they tell of earlier releases and of rows that gave way.
 */
final class HeadCount {
    private final SeriesRows rows;
    private final CountKind kind;
    private final BitSet shown;
    /** By cell of the population; they are asked for very often. */
    private final long[] numbers;

    private final boolean isWritten;
    private final BitSet secret = new BitSet();
    private final BitSet yielded = new BitSet();
    private final BitSet following = new BitSet();
    private final Set<CellSum> sums = new LinkedHashSet<>();
    private final List<Echo> echoes = new ArrayList<>();
    /** From what it was last looked for what follows, and what did: that takes long. */
    private List<Object> lastKnown = List.of();

    private BitSet lastFollowing = new BitSet();

    HeadCount(SeriesRows rows, CountKind kind, BitSet shown) {
        this.rows = rows;
        this.kind = kind;
        this.shown = shown;
        numbers = new long[rows.population().cells()];
        rows.cells().forEach(cell -> numbers[cell] = kind.of(rows.tally(cell)));
        isWritten = rows.cells().filter(cell -> rows.tally(cell) != null).allMatch(this::isWritten);
    }

    SeriesRows rows() {
        return rows;
    }

    /** Whether it is one side of a rate. */
    boolean isOfSide() {
        return kind.isOfSide();
    }

    /** Whether it is the persons below the line of a rate, which stand in no row but follow from it. */
    boolean isBelow() {
        return kind == CountKind.LEARNERS_BELOW;
    }

    /** Whether persons are counted rather than records. */
    boolean isOfPersons() {
        return kind.isOfPersons();
    }

    /** Whether both are of persons, or both of records. */
    boolean isComparable(HeadCount other) {
        return kind.isOfPersons() == other.kind.isOfPersons();
    }

    /** Its numbers as sums of what a reader does not know, as exactly as they add up. */
    Unknowns unknowns() {
        return kind.isOfPersons() ? Unknowns.counting(this) : Unknowns.adding(this);
    }

    long at(int cell) {
        return numbers[cell];
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

    /** Whether the rows tell this number: on the sides of a rate over records are records. */
    boolean isWritten() {
        return isWritten;
    }

    /** Whether a row tells this number. */
    boolean isWritten(int cell) {
        Tally tally = Objects.requireNonNull(rows.tally(cell));
        return kind.isWritten(tally);
    }

    /** Whether the rows count records, of which a learner may have several. */
    boolean isOfRecords() {
        return !isWritten() || visible().stream().anyMatch(this::isSeparable);
    }

    /** Whether a row can keep its figures without telling this number: none of them is the number. */
    boolean isSeparable(int cell) {
        Tally tally = Objects.requireNonNull(rows.tally(cell));
        return !isOfSide()
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

    /**
     * Looks for cells whose number follows from those of rows that may be printed by now, and from what others tell.
     * True if there are any.
     */
    boolean follow() {
        BitSet told = shown();
        told.andNot(rows.secret());
        List<Object> known = List.of(told, toldAlike());
        if (!known.equals(lastKnown)) {
            lastFollowing = FollowingNumbers.of(this, HeadCount::unknowns, told);
            lastKnown = known;
        }
        following.clear();
        following.or(lastFollowing);
        following.andNot(secret);
        return !following.isEmpty();
    }

    /** Takes nothing to follow from what is told. */
    void forget() {
        following.clear();
    }

    /** Cells whose number follows though no row tells it; see {@link #follow}. */
    BitSet following() {
        return following;
    }

    /** Whether the number is not a secret in a cell: a row tells it, or it follows. */
    boolean isVisible(int cell) {
        return (shown.get(cell) && !rows.secret().get(cell)) || (following.get(cell) && !secret.get(cell));
    }

    /** Whether another series tells the number, which is a side of a rate. */
    boolean isTold() {
        return Objects.requireNonNull(rows.rate()).isTold();
    }

    /**
     * Cells in which the number is not a secret. Those that are lost for others' sake are among them, and those in
     * which it follows.
     */
    BitSet visible() {
        BitSet set = shown();
        set.or(following);
        BitSet visible = new BitSet();
        set.stream().filter(this::isVisible).forEach(visible::set);
        return visible;
    }

    /** Cells in which the number is printed. */
    BitSet printed() {
        BitSet set = shown();
        set.andNot(rows.secret());
        set.andNot(rows.yielded());
        set.andNot(rows.lost());
        if (kind == CountKind.LEARNERS) {
            set.andNot(rows.unnumbered());
        }
        return set;
    }

    /** People that nobody shall be able to count, beside the secret cells. */
    Set<CellSum> sums() {
        return sums;
    }

    /** What other counts tell of this one: those decided on before, or at last all. */
    List<Echo> echoes() {
        return echoes;
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

    /** Withholds the row of a cell, whose number tells of other series: nor must it follow from other rows. */
    void giveWay(int cell) {
        yielded.set(cell);
        rows.yielded().set(cell);
    }

    /** Cells whose number tells of other series what nobody shall know. */
    BitSet yielded() {
        return (BitSet) yielded.clone();
    }

    /**
     * Cells whose number nobody shall be able to compute; a small side of a rate is none where another series tells it.
     */
    BitSet secretCells() {
        BitSet set = (BitSet) secret.clone();
        set.or(yielded);
        if (isOfSide() && !isTold()) {
            set.or(Objects.requireNonNull(rows.rate()).onesided());
        }
        return set;
    }

    /** The same with siblings of which together a side is too small: kept from those alone behind other cells, too. */
    List<CellSum> kept() {
        List<CellSum> kept = new ArrayList<>(CellSum.each(secretCells()));
        if (isOfSide() && !isTold()) {
            kept.addAll(Objects.requireNonNull(rows.rate()).groups());
        }
        return kept;
    }

    /** What rows of other counts tell of this one: tried before the rows themselves. */
    List<Told> told() {
        return echoes.stream().flatMap(echo -> echo.told(this)).toList();
    }

    /** Those that by themselves tell as much as its own rows, or are taken to. */
    List<Told> toldAlike() {
        return echoes.stream()
                .filter(Echo::isOfSecrets)
                .flatMap(echo -> echo.told(this))
                .toList();
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

    /** Cells whose number is a secret for its own sake, without the small sides of a rate. */
    BitSet hidden() {
        return (BitSet) secret.clone();
    }

    /** Cells below the threshold, which are withheld for all series. */
    IntStream belowThreshold() {
        return rows.cells().filter(cell -> rows.population().isBelowThreshold(cell, rows.series()));
    }

    /** Cells of which a reader must not know this number anew. A rate may be held for those above its line alone. */
    IntStream held() {
        boolean areLearners = kind == CountKind.LEARNERS || (kind == CountKind.RECORDS && rows.rate() != null);
        return rows.cells().filter(cell -> rows.population().isHeld(cell, rows.series(), areLearners));
    }

    /** Whether an earlier release told this number, as it is now. */
    boolean wasTold(int cell) {
        long now = at(cell);
        return rows.population()
                .earlier(cell, rows.series())
                .flatMap(row -> Stream.ofNullable(kind.in(row)))
                .anyMatch(told -> told == now);
    }

    /** Whether an earlier release kept this number, as it is now, from a row that it printed, and none told it. */
    boolean wasLeftUnsaid(int cell) {
        return kind == CountKind.LEARNERS && rows.population().wasLeftUnsaid(cell, rows.series()) && !wasTold(cell);
    }

    /** Cells whose row shows this number, unless it is withheld. */
    BitSet shown() {
        return (BitSet) shown.clone();
    }

    /** Whether a row shows this number. */
    boolean isShown(int cell) {
        return shown.get(cell);
    }
}
