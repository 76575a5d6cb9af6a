// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.elimination.BlockSuppression;
import org.dases.impact.indicators.disclosure.elimination.LinearSum;
import org.dases.impact.indicators.disclosure.elimination.View;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.dases.impact.indicators.disclosure.workers.Workers;

/**
 * One way to look at the cells of a population. Within each table all series behave alike, as far as adding and
 * subtracting goes: one strand for all. Between tables only the numbers of a series that both print are known to be
 * equal: a strand for each such series, in which cells where the series counts nobody are no secret. Those above the
 * line of a rate are a strand of their own, in which the small sides of the rate are secret.
 */
final class Strand {
    private final Population population;
    private final SharedMargins margins;
    private final BitSet cells;
    private final BitSet empty;
    private final List<CellSum> kept;
    private final List<LinearSum> secrets;
    private final Insiders insiders;
    private final List<LinearSum> further;

    private Strand(
            Population population,
            SharedMargins margins,
            BitSet cells,
            BitSet empty,
            List<CellSum> kept,
            Collection<LinearSum> groups,
            Insiders insiders) {
        this.population = population;
        this.margins = margins;
        this.cells = cells;
        this.empty = empty;
        this.kept = kept;
        secrets = new ArrayList<>();
        kept.forEach(secret -> secrets.add(secret.in(this::sum)));
        secrets.addAll(groups);
        this.insiders = insiders;
        further = List.of();
    }

    private Strand(Strand same, List<LinearSum> further) {
        population = same.population;
        margins = same.margins;
        cells = same.cells;
        empty = same.empty;
        kept = same.kept;
        secrets = same.secrets;
        insiders = same.insiders;
        this.further = further;
    }

    /** Each table by itself, all series alike; and each series that several tables print. */
    static List<Strand> of(Population population, PrimaryRules primary, Rules rules) {
        List<Strand> strands = new ArrayList<>();
        BitSet all = new BitSet();
        all.set(0, population.cells());
        BitSet peopled = (BitSet) all.clone();
        for (int cell = 0; cell < population.cells(); cell++) {
            peopled.set(cell, !population.isPublicZero(cell));
        }
        SmallGroups groups = new SmallGroups(population, primary, rules, series -> true);
        SharedMargins none = SharedMargins.none(population);
        Insiders common = Insiders.of(population, none, peopled, rules);
        strands.add(of(population, none, all, population.empty(), peopled, groups, common));
        for (Series series : population.series()) {
            SharedMargins margins = SharedMargins.of(population, series);
            if (!margins.pairs().isEmpty()) {
                SmallGroups own = new SmallGroups(population, primary, rules, series::isSameIndicator);
                BitSet zeros = KnownZeros.of(population, series, margins, new BitSet());
                BitSet counted = population.peopledBy(series);
                counted.andNot(zeros);
                Insiders insiders = Insiders.ofSeries(population, margins, counted, series, rules);
                BitSet empty = population.emptyWith(zeros);
                strands.add(of(population, margins, population.cellsOf(series), empty, counted, own, insiders));
            }
        }
        return strands;
    }

    private static Strand of(
            Population population,
            SharedMargins margins,
            BitSet cells,
            BitSet empty,
            BitSet peopled,
            SmallGroups groups,
            Insiders insiders) {
        BitSet unsafe = (BitSet) population.unsafe().clone();
        unsafe.and(peopled);
        return new Strand(population, margins, cells, empty, CellSum.each(unsafe), groups.secrets(), insiders);
    }

    /**
     * Those above the line of a rate.
     *
     * @param onesided cells, and siblings together, where one side of it is too small
     * @param zeros cells of which everybody knows that the rate has no learners there
     */
    static Strand ofRate(Population population, Series rate, List<CellSum> onesided, BitSet zeros, Rules rules) {
        SharedMargins margins = SharedMargins.of(population, rate);
        BitSet empty = population.emptyWith(zeros);
        BitSet cells = population.cellsOf(rate);
        BitSet peopled = (BitSet) cells.clone();
        peopled.andNot(zeros);
        Insiders insiders = Insiders.ofSeries(population, margins, peopled, rate, rules);
        return new Strand(population, margins, cells, empty, onesided, List.of(), insiders);
    }

    /** The number in a cell, as a sum of what a reader does not know. */
    private LinearSum sum(int cell) {
        return population.sum(cell).without(empty);
    }

    WatchedView view(List<Integer> candidates) {
        View view = new View(
                population.atoms(), margins.equalities(this::sum), secrets, further, sums(candidates), List.of());
        return new WatchedView(view, kept, insiders, this::sum);
    }

    /** The same with further secrets, sums of atoms; they are not kept from insiders. */
    Strand with(Collection<LinearSum> sums) {
        return new Strand(this, sums.stream().map(sum -> sum.without(empty)).toList());
    }

    /** What nobody shall be able to compute of the further secrets alone, by what is printed alone. */
    View hiding(List<Integer> candidates) {
        return new View(
                population.atoms(), margins.equalities(this::sum), List.of(), further, sums(candidates), List.of());
    }

    /** Those who know more of these cells than is printed. */
    Insiders insiders() {
        return insiders;
    }

    private List<LinearSum> sums(List<Integer> candidates) {
        return candidates.stream()
                .map(cell -> cells.get(cell) ? sum(cell) : LinearSum.of())
                .toList();
    }

    /**
     * Those of the candidates that must not be printed, where there is one table.
     *
     * @param most candidates that are decided on as a whole; in blocks where there are more
     */
    BitSet withheldOfOneTable(List<Integer> candidates, int most, Workers workers) {
        List<LinearSum> derived = new ArrayList<>(secrets.subList(kept.size(), secrets.size()));
        derived.addAll(further);
        View view = new View(
                population.atoms(), List.of(), secrets.subList(0, kept.size()), derived, sums(candidates), List.of());
        BitSet printed = BlockSuppression.decide(
                view,
                insiders.knowers(insiders.bodies(), kept, this::sum),
                Partitions.of(population.members().get(0)),
                most,
                workers);
        BitSet withheld = new BitSet();
        for (int i = 0; i < candidates.size(); i++) {
            withheld.set(candidates.get(i), !printed.get(i));
        }
        return withheld;
    }

    SharedMargins margins() {
        return margins;
    }

    /** The cells that this strand is about. */
    BitSet cells() {
        return cells;
    }

    /** Atoms in which everybody may know that nobody is. */
    BitSet empty() {
        return empty;
    }

    /** The numbers that are secret in this strand, from those who are alone behind other cells, too. */
    List<CellSum> kept() {
        return kept;
    }
}
