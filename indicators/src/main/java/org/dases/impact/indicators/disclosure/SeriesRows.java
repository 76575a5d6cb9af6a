// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.jspecify.annotations.Nullable;

/** The rows of one series that its population's pattern leaves, and those among them that nested populations cost. */
final class SeriesRows {
    private final Population population;
    private final Series series;
    private final @Nullable RatePattern rate;
    private final SharedMargins margins;
    private final Insiders insiders;
    private final BitSet withheld;
    private final BitSet rows = new BitSet();
    private final BitSet zeros = new BitSet();
    private final BitSet secret = new BitSet();
    private final BitSet lost = new BitSet();
    private final BitSet yielded = new BitSet();
    private final BitSet unnumbered = new BitSet();
    private final BitSet silent = new BitSet();
    private final List<HeadCount> counts = new ArrayList<>();
    private final List<HeadCount> recordCounts = new ArrayList<>();
    private final Map<Integer, List<Integer>> cellsAt = new HashMap<>();
    private final BitSet empty;
    private final int[] placeOf;
    private final List<Integer> order;
    private long size;

    SeriesRows(Pattern pattern, Series series, Places places, Rules thresholds) {
        population = pattern.population();
        order = pattern.order();
        withheld = pattern.withheld();
        this.series = series;
        rate = pattern.rates().get(series.indicatorId());
        margins = rate == null
                ? SharedMargins.of(population, series)
                : rate.strand().margins();
        placeOf = new int[population.cells()];
        population.cellsOf(series).stream().forEach(cell -> {
            Member member = population.memberOf(cell);
            placeOf[cell] = places.of(member.table(), cell - member.firstCell());
            cellsAt.computeIfAbsent(placeOf[cell], place -> new ArrayList<>()).add(cell);
            size += learners(cell);
            if (!withheld.get(cell)) {
                silent.set(cell, pattern.isSilent(cell, series));
                zeros.set(cell, learners(cell) == 0);
                rows.set(cell, learners(cell) > 0 && !silent.get(cell) && (rate == null || !rate.isWithheld(cell)));
            }
        });
        zeros.or(KnownZeros.of(population, series, margins, zeros));
        empty = population.emptyWith(zeros);
        insiders = rate == null
                ? Insiders.ofSeries(population, margins, peopled(), series, thresholds)
                : rate.strand().insiders();
        add(CountKind.LEARNERS, rows, CountKind.RECORDS, rows, series.form() == Form.COUNT || rate != null);
        if (rate != null) {
            BitSet exact = (BitSet) rate.exact().clone();
            exact.and(rows);
            List<CellSum> groups = rate.isTold() ? List.of() : rate.groups();
            add(CountKind.LEARNERS_ABOVE, exact, CountKind.RECORDS_ABOVE, exact, true)
                    .ifPresent(above -> groups.forEach(above::hide));
            add(CountKind.LEARNERS_BELOW, writtenBelow(exact), CountKind.RECORDS_BELOW, exact, true)
                    .ifPresent(below -> groups.forEach(below::hide));
        }
    }

    /** Rows that tell how many persons are below the line of a rate, and not only how many records. */
    private BitSet writtenBelow(BitSet exact) {
        BitSet written = new BitSet();
        exact.stream()
                .filter(cell -> CountKind.LEARNERS_BELOW.isWritten(Objects.requireNonNull(tally(cell))))
                .forEach(written::set);
        return written;
    }

    /** Persons where a row may tell them; records only where they are other numbers than the persons. */
    private Optional<HeadCount> add(
            CountKind persons, BitSet shown, CountKind records, BitSet shownBeside, boolean areCounted) {
        HeadCount own = new HeadCount(this, persons, shown);
        HeadCount beside = new HeadCount(this, records, shownBeside);
        boolean isTold = persons != CountKind.LEARNERS_BELOW || !shown.isEmpty();
        if (isTold) {
            counts.add(own);
        }
        if (areCounted && cells().anyMatch(cell -> own.at(cell) != beside.at(cell))) {
            recordCounts.add(beside);
        }
        return isTold ? Optional.of(own) : Optional.empty();
    }

    Population population() {
        return population;
    }

    Series series() {
        return series;
    }

    @Nullable RatePattern rate() {
        return rate;
    }

    SharedMargins margins() {
        return margins;
    }

    /** Those who know more of the cells than is printed. */
    Insiders insiders() {
        return insiders;
    }

    /** Rows with somebody in them. */
    BitSet rows() {
        return rows;
    }

    /**
     * Looks for numbers that follow from those of rows that may be printed by now, though no row tells them: in cells
     * that are withheld for all series or for another number's sake. True if there are any.
     */
    boolean follow() {
        boolean isFollowing = false;
        for (HeadCount count : counts) {
            isFollowing |= count.follow();
        }
        return isFollowing;
    }

    /**
     * Makes secrets of numbers that follow and are small by themselves. True if there are any. Of what is withheld for
     * this series alone, small sides are secret already, or another series tells them.
     */
    boolean hideSmall(PrimaryRules rules) {
        boolean isNew = false;
        for (HeadCount count : counts) {
            int[] small = count.following().stream()
                    .filter(withheld::get)
                    .filter(cell -> isSmall(count, cell, rules))
                    .toArray();
            Arrays.stream(small).forEach(count::hide);
            isNew |= small.length > 0;
        }
        return isNew;
    }

    private boolean isSmall(HeadCount count, int cell, PrimaryRules rules) {
        return count.isOfSide()
                ? rules.band(population.memberOf(cell).own(series), Objects.requireNonNull(tally(cell)))
                        .isPresent()
                : population.isBelowThreshold(cell, series);
    }

    /**
     * Whether all that is not told is withheld for all series, and of the series no more is known than of others: then
     * nothing follows.
     *
     * @param told cells in which it is told
     */
    boolean isLikeOthers(BitSet told) {
        BitSet own = peopled();
        own.andNot(told);
        own.andNot(withheld);
        return own.isEmpty() && population.members().size() == 1 && empty.equals(population.empty());
    }

    /** Cells with somebody in them, withheld ones too. */
    BitSet peopled() {
        BitSet peopled = new BitSet();
        cells().filter(cell -> learners(cell) > 0).forEach(peopled::set);
        return peopled;
    }

    /** Cells of which everybody knows that the series counts nobody there. */
    BitSet zeros() {
        return zeros;
    }

    /** Atoms of which everybody knows that the series counts nobody there. */
    BitSet empty() {
        return empty;
    }

    /** Cells that are withheld because of a nested population; filled by {@link Nesting}. */
    BitSet secret() {
        return secret;
    }

    /** Cells that are withheld so that the secret ones cannot be computed; filled by {@link Nesting}. */
    BitSet lost() {
        return lost;
    }

    /** Cells that are withheld for what they tell of other series, however often it is decided anew. */
    BitSet yielded() {
        return yielded;
    }

    /** Cells whose row does not say how many learners there are; filled by {@link Overlaps}. */
    BitSet unnumbered() {
        return unnumbered;
    }

    boolean isWithheld(int cell) {
        return secret.get(cell) || yielded.get(cell) || lost.get(cell);
    }

    /** Cells that are withheld as they would tell what a rate does not; whatever becomes of it after. */
    BitSet silent() {
        return silent;
    }

    /** Withholds the row of a cell that would tell what a rate does not. */
    void silence(int cell) {
        silent.set(cell);
        rows.clear(cell);
    }

    /** All cells of the population, the most useful first. */
    List<Integer> order() {
        return order;
    }

    /** The numbers of persons that the rows tell. */
    List<HeadCount> counts() {
        return counts;
    }

    /** Of a rate, the persons on each side of the line; nothing else. */
    List<HeadCount> sides() {
        return counts.stream().filter(HeadCount::isOfSide).toList();
    }

    /** The numbers of persons and, where these are others, of records. */
    Stream<HeadCount> allCounts() {
        return Stream.concat(counts.stream(), recordCounts.stream());
    }

    /** Sum of learners over all cells: how much there is to lose. */
    long size() {
        return size;
    }

    /** Cells at a place, one for each table that has it. */
    List<Integer> cellsAt(int place) {
        return cellsAt.getOrDefault(place, List.of());
    }

    /** Cells of the tables that print the series. */
    IntStream cells() {
        return population.cellsOf(series).stream();
    }

    int placeOf(int cell) {
        return placeOf[cell];
    }

    int[] placesAbove(int cell, Places places) {
        Member member = population.memberOf(cell);
        return places.above(member.table(), cell - member.firstCell());
    }

    /** Whether the records of a rate's row are its learners. */
    boolean isOfPersons(int cell) {
        return Objects.equals(Objects.requireNonNull(tally(cell)).denominator(), (double) learners(cell));
    }

    long learners(int cell) {
        Tally tally = tally(cell);
        return tally == null ? 0 : tally.contributors().learners();
    }

    @Nullable Tally tally(int cell) {
        Member member = population.memberOf(cell);
        return member.tally(cell - member.firstCell(), series);
    }
}
