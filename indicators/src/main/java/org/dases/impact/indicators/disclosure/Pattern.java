// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.audit.Proof;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.earlier.MovedGroups;
import org.dases.impact.indicators.disclosure.elimination.BlockSuppression;
import org.dases.impact.indicators.disclosure.elimination.LinearSum;
import org.dases.impact.indicators.disclosure.elimination.Outcome;
import org.dases.impact.indicators.disclosure.elimination.Suppression;
import org.dases.impact.indicators.disclosure.elimination.View;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.dases.impact.indicators.disclosure.workers.Workers;

/**
 * Which cells of a population are withheld, and which rates among the others are not exact. All series share the
 * withheld cells. A rate printed as a band has a secret numerator, and further rates may lose theirs so that it cannot
 * be computed from totals and siblings; those rates are withheld altogether.
 */
final class Pattern {
    /**
     * A table is large, too, with more cells than so many times the candidates of a whole: it has as many secrets to
     * look after.
     */
    private static final int CELLS = 2;

    /** Of a large table, at most one in so many of the candidates is decided on together. */
    private static final int PARTS = 4;

    /** And at most one in so many of the candidates of a whole. */
    private static final int PARTS_OF_WHOLE = 6;

    /** So often all is decided again before more is withheld. */
    private static final int AGAIN = 2;

    private final Population population;
    private final PrimaryRules rules;
    private final List<Strand> strands;
    private final List<Integer> order;
    private final BitSet withheld = new BitSet();
    private final BitSet eliminated = new BitSet();
    private final Set<LinearSum> groups = new LinkedHashSet<>();
    private final Exposures exposures;
    private final Map<String, RatePattern> rates = new LinkedHashMap<>();
    private final RetoldRates retold;

    Pattern(Population population, PrimaryRules rules, Rules thresholds) {
        this(population, rules, thresholds, Partitions.MANY, Workers.THREADS);
    }

    /** A pattern that is decided on in blocks where there are more candidates than that, or twice as many cells. */
    Pattern(Population population, PrimaryRules rules, Rules thresholds, int whole, Workers workers) {
        this.population = population;
        this.rules = rules;
        strands = Strand.of(population, rules, thresholds);
        order = CandidateOrder.of(population);
        decideCells(whole, workers);
        decideAgain(
                new MovedGroups(population.members(), population.empty(), rules, population.guard()), whole, workers);
        exposures = new Exposures(population, rules, thresholds, workers);
        exposures.repair(withheld);
        hideFollowing(whole, workers);
        population.series().stream()
                .filter(series -> series.form() == Form.RATE)
                .forEach(rate -> decideRate(rate, thresholds, whole, workers));
        retold = new RetoldRates(population);
    }

    Population population() {
        return population;
    }

    /** Cells that no series prints. */
    BitSet withheld() {
        return withheld;
    }

    /** Those of them that were withheld so that nothing can be computed. The others are withheld against bounds. */
    BitSet eliminated() {
        return eliminated;
    }

    /** Groups that are no cell and must not follow, as few came or went since an earlier release; by their atoms. */
    Set<LinearSum> groups() {
        return groups;
    }

    /** What proves that no unsafe cell can be bounded. */
    List<Proof> proofs() {
        return exposures.proofs();
    }

    /** Whether one of them is about whether a series may count so many more in a cell, where bounds are looked at. */
    boolean isAsked(int cell, Series series, long more) {
        return exposures.isAsked(cell, series, more);
    }

    /** Those of the tables behind the proofs that prove something by themselves. */
    void forEachWitness(Consumer<Witness> consumer) {
        exposures.forEachWitness(consumer);
    }

    /** What becomes of each rate in the other cells, by indicator id. */
    Map<String, RatePattern> rates() {
        return rates;
    }

    /** The ways the cells were looked at. */
    List<Strand> strands() {
        return strands;
    }

    /** All cells, the most useful first. */
    List<Integer> order() {
        return order;
    }

    /** Whether a series is withheld in a cell since it would tell what a rate does not by the pattern, or did not. */
    boolean isSilent(int cell, Series series) {
        return retold.isKept(cell, series)
                || toldBy(cell, series).stream()
                        .anyMatch(rate -> !Objects.requireNonNull(rates.get(rate.indicatorId()))
                                .told()
                                .get(cell));
    }

    /** The rates that a series tells in a cell; none of a series of another form. */
    Set<Series> toldBy(int cell, Series series) {
        return retold.of(population.memberOf(cell), series);
    }

    private void decideCells(int whole, Workers workers) {
        withheld.or(population.unsafe());
        eliminated.or(withheld);
        List<Integer> candidates =
                order.stream().filter(cell -> !withheld.get(cell)).toList();
        withheld.or(
                withheldOf(strands.stream().map(strand -> strand.with(groups)).toList(), candidates, whole, workers));
        eliminated.or(withheld);
        printFollowing();
    }

    /** Candidates that must not be printed, for what they would tell in one of some strands. */
    private BitSet withheldOf(List<Strand> some, List<Integer> candidates, int whole, Workers workers) {
        if (population.members().size() == 1) {
            return some.get(0).withheldOfOneTable(candidates, most(candidates, whole), workers);
        }
        Outcome outcome = WatchedView.decide(
                some.stream().map(strand -> strand.view(candidates)).toList(), List.of());
        BitSet set = new BitSet();
        for (int i = 0; i < candidates.size(); i++) {
            set.set(candidates.get(i), !outcome.isPrinted(i));
        }
        return set;
    }

    /**
     * What is withheld so that learners cannot be bounded may follow where learners overlap: records add up there, and
     * would tell the number of those of a cell that is called withheld.
     */
    private void hideFollowing(int whole, Workers workers) {
        if (!exposures.isOverlapping()) {
            return;
        }
        BitSet following = Following.of(population, withheld);
        if (following.isEmpty()) {
            return;
        }
        List<LinearSum> secrets = following.stream().mapToObj(population::sum).toList();
        hide(secrets, List.of(strands.get(0)), whole, workers);
    }

    /**
     * Readers must not be able to compute a group of which few came or went since an earlier release. Which groups
     * these are depends on what is withheld: all is decided again with those that were found, a few times; then more is
     * withheld. Of what is withheld after that none is told, so that no group follows that did not.
     */
    private void decideAgain(MovedGroups moved, int whole, Workers workers) {
        for (int times = 0; groups.addAll(moved.of(printed())); times++) {
            if (times < AGAIN) {
                withheld.clear();
                eliminated.clear();
                decideCells(whole, workers);
            } else {
                hide(groups, strands, whole, workers);
                printFollowing();
            }
        }
    }

    /** What follows is printed, as it is no secret; in blocks there may be some. */
    private void printFollowing() {
        if (population.members().size() == 1) {
            BitSet following = Following.of(population, withheld);
            withheld.andNot(following);
            eliminated.andNot(following);
        }
    }

    private BitSet printed() {
        BitSet printed = new BitSet();
        printed.set(0, population.cells());
        printed.andNot(withheld);
        return printed;
    }

    /** Withholds further cells, so that some sums follow in no strand. */
    private void hide(Collection<LinearSum> secrets, List<Strand> some, int whole, Workers workers) {
        List<Integer> candidates =
                order.stream().filter(cell -> !withheld.get(cell)).toList();
        List<View> views = some.stream()
                .map(strand -> strand.with(secrets).hiding(candidates))
                .toList();
        BitSet shown = new BitSet();
        if (population.members().size() == 1) {
            shown.or(BlockSuppression.decide(
                    views.get(0),
                    List.of(),
                    Partitions.of(population.members().get(0)),
                    most(candidates, whole),
                    workers));
        } else {
            Outcome outcome = Suppression.decide(views);
            IntStream.range(0, candidates.size()).forEach(i -> shown.set(i, outcome.isPrinted(i)));
        }
        for (int i = 0; i < candidates.size(); i++) {
            withheld.set(candidates.get(i), !shown.get(i));
            eliminated.set(candidates.get(i), !shown.get(i));
        }
    }

    /** Candidates that are decided on as a whole: all of them but in a large table. */
    private int most(List<Integer> candidates, int whole) {
        boolean isLarge = candidates.size() > whole || population.cells() > CELLS * whole;
        return isLarge ? Math.min(whole / PARTS_OF_WHOLE, candidates.size() / PARTS) : candidates.size();
    }

    private void decideRate(Series rate, Rules thresholds, int whole, Workers workers) {
        RatePattern pattern = RatePattern.of(population, rate, withheld, rules, thresholds);
        if (!pattern.strand().kept().isEmpty()) {
            List<Integer> candidates =
                    order.stream().filter(pattern.exact()::get).toList();
            pattern.lose(withheldOf(List.of(pattern.strand()), candidates, whole, workers));
            if (population.members().size() == 1) {
                Strand strand = pattern.strand();
                pattern.regain(
                        Following.of(population, strand.empty(), strand.margins(), pattern.told(), pattern.lost()));
            }
        }
        rates.put(rate.indicatorId(), pattern);
    }
}
