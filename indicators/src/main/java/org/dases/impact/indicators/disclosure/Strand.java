// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.elimination.BlockSuppression;
import org.dases.impact.indicators.disclosure.elimination.Knower;
import org.dases.impact.indicators.disclosure.elimination.LinearSum;
import org.dases.impact.indicators.disclosure.elimination.Outcome;
import org.dases.impact.indicators.disclosure.elimination.View;
import org.dases.impact.indicators.disclosure.elimination.Watched;
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
    private static final int FEW = 2;

    private final Population population;
    private final SharedMargins margins;
    private final BitSet cells;
    private final BitSet empty;
    private final int[] secretCells;
    private final List<LinearSum> secrets = new ArrayList<>();
    private final Insiders insiders;
    private final boolean areInsidersWatched;
    private final Set<LinearSum> kept = new LinkedHashSet<>();
    private final Set<Bodies.Body> apart = new LinkedHashSet<>();

    private Strand(
            Population population,
            SharedMargins margins,
            BitSet cells,
            BitSet empty,
            BitSet secret,
            Collection<LinearSum> groups,
            Insiders insiders,
            Rules rules) {
        this.population = population;
        this.margins = margins;
        this.cells = cells;
        this.empty = empty;
        secretCells = secret.stream().toArray();
        secret.stream().forEach(cell -> secrets.add(sum(cell)));
        secrets.addAll(groups);
        this.insiders = insiders;
        areInsidersWatched = rules.singletons();
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
        strands.add(of(population, SharedMargins.none(population), all, peopled, groups, rules));
        for (Series series : population.series()) {
            SharedMargins margins = SharedMargins.of(population, series);
            if (!margins.pairs().isEmpty()) {
                SmallGroups own = new SmallGroups(population, primary, rules, series::isSameIndicator);
                strands.add(
                        of(population, margins, population.cellsOf(series), population.peopledBy(series), own, rules));
            }
        }
        return strands;
    }

    private static Strand of(
            Population population,
            SharedMargins margins,
            BitSet cells,
            BitSet peopled,
            SmallGroups groups,
            Rules rules) {
        BitSet unsafe = (BitSet) population.unsafe().clone();
        unsafe.and(peopled);
        Insiders insiders = new Insiders(population, margins, peopled, series -> true);
        return new Strand(population, margins, cells, population.empty(), unsafe, groups.secrets(), insiders, rules);
    }

    /**
     * Those above the line of a rate.
     *
     * @param onesided cells where one side of it is too small
     * @param zeros cells of which everybody knows that the rate has no learners there
     */
    static Strand ofRate(Population population, Series rate, BitSet onesided, BitSet zeros, Rules rules) {
        SharedMargins margins = SharedMargins.of(population, rate);
        BitSet empty = population.emptyWith(zeros);
        BitSet cells = population.cellsOf(rate);
        BitSet peopled = (BitSet) cells.clone();
        peopled.andNot(zeros);
        Predicate<Series> counts = isTellingSchools(population, rate) ? rate::isSameIndicator : series -> true;
        Insiders insiders = new Insiders(population, margins, peopled, counts);
        return new Strand(population, margins, cells, empty, onesided, List.of(), insiders, rules);
    }

    /**
     * Of a rate over records it is not counted how many schools there are; other series of the same cells may say it.
     */
    private static boolean isTellingSchools(Population population, Series rate) {
        return population.members().stream()
                .filter(member -> member.has(rate))
                .anyMatch(member -> IntStream.range(0, member.cohorts())
                        .mapToObj(c -> member.tally(c, rate))
                        .anyMatch(tally -> tally != null && tally.contributors().schools() != null));
    }

    /** The number in a cell, as a sum of what a reader does not know. */
    private LinearSum sum(int cell) {
        return population.sum(cell).without(empty);
    }

    View view(List<Integer> candidates) {
        List<Watched> watched = insiders().stream()
                .map(insider -> new Watched(sum(insider.cell()), insider.own()))
                .toList();
        return new View(
                population.atoms(),
                margins.equalities(this::sum),
                secrets,
                List.copyOf(kept),
                sums(candidates),
                watched);
    }

    /** Those who know a cell, each with the numbers of the secret cells that are its own. */
    private List<Insiders.Insider> insiders() {
        return areInsidersWatched ? insiders.all(secretCells) : List.of();
    }

    /** Those who know one cell or several, each with all that are its own. */
    List<Bodies.Body> bodies() {
        return areInsidersWatched ? insiders.bodies() : List.of();
    }

    /** The cells that a body knows. */
    List<Integer> cellsOf(Bodies.Body body) {
        return insiders.cellsOf(body);
    }

    private List<LinearSum> sums(List<Integer> candidates) {
        return candidates.stream()
                .map(cell -> cells.get(cell) ? sum(cell) : LinearSum.of())
                .toList();
    }

    /**
     * The views of those who know several cells and are looked at apart: what they know is known there, and what is not
     * theirs is secret.
     */
    List<View> viewsApart(List<Integer> candidates) {
        return insiders.knowers(List.copyOf(apart), secretCells, this::sum).stream()
                .map(knower -> viewOf(knower, candidates))
                .toList();
    }

    private View viewOf(Knower knower, List<Integer> candidates) {
        List<LinearSum> known = new ArrayList<>(margins.equalities(this::sum));
        known.addAll(knower.sums());
        List<LinearSum> others = IntStream.range(0, secretCells.length)
                .filter(secret -> !knower.own().contains(secret))
                .mapToObj(secrets::get)
                .toList();
        return new View(population.atoms(), known, List.of(), others, sums(candidates), List.of());
    }

    /**
     * Makes secrets of what those come by who know several cells. None follows again from what is then printed, but one
     * who knows many cells comes by as many things, one after the other: those who do so after a few rounds are looked
     * at apart, so that this ends soon. What follows before anything is printed cannot be helped.
     *
     * @param view number of the view of this strand
     * @param round number of the round, from 1
     * @return false if there is nothing more to keep
     */
    boolean keep(Outcome outcome, int view, int round) {
        List<Bodies.Body> bodies = bodies().stream()
                .filter(body -> body.insiders().size() > 1 && !apart.contains(body))
                .toList();
        List<List<Integer>> watched = bodies.stream().map(Bodies.Body::insiders).toList();
        Map<Integer, List<LinearSum>> told =
                outcome.told(view, secretCells.length, insiders.knowers(bodies, secretCells, this::sum), watched);
        boolean isMore = false;
        for (Map.Entry<Integer, List<LinearSum>> each : told.entrySet()) {
            isMore |= round <= FEW ? kept.addAll(each.getValue()) : apart.add(bodies.get(each.getKey()));
        }
        return isMore;
    }

    /**
     * Those of the candidates that must not be printed, where there is one table.
     *
     * @param most candidates that are decided on as a whole; in blocks where there are more
     */
    BitSet withheldOfOneTable(List<Integer> candidates, int most, Workers workers) {
        View view = new View(
                population.atoms(),
                List.of(),
                secrets.subList(0, secretCells.length),
                secrets.subList(secretCells.length, secrets.size()),
                sums(candidates),
                List.of());
        BitSet printed = BlockSuppression.decide(
                view,
                insiders.knowers(bodies(), secretCells, this::sum),
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

    /** The cells whose numbers are secret in this strand. */
    int[] secretCells() {
        return secretCells;
    }
}
