// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dases.impact.indicators.disclosure.elimination.LinearSum;
import org.dases.impact.indicators.disclosure.elimination.Outcome;
import org.dases.impact.indicators.disclosure.elimination.Suppression;

/**
 * Which cells of a population are withheld, and which rates among the others are not exact. All series share the
 * withheld cells. A rate printed as a band has a secret numerator, and further rates may lose theirs so that it cannot
 * be computed from totals and siblings; those rates are withheld altogether.
 */
final class Pattern {
    private final Population population;
    private final PrimaryRules rules;
    private final SharedMargins margins;
    private final List<Integer> order;
    private final BitSet withheld = new BitSet();
    private final Map<String, RatePattern> rates = new LinkedHashMap<>();

    Pattern(Population population, PrimaryRules rules, Rules thresholds) {
        this.population = population;
        this.rules = rules;
        margins = new SharedMargins(population);
        order = CandidateOrder.of(population);
        decideCells(thresholds);
        for (Member member : population.members()) {
            for (Series series : member.series()) {
                if (series.form() == Form.RATE && !rates.containsKey(series.indicatorId())) {
                    decideRate(series);
                }
            }
        }
    }

    /** Cells that no series prints. */
    BitSet withheld() {
        return withheld;
    }

    /** What becomes of each rate in the other cells, by indicator id. */
    Map<String, RatePattern> rates() {
        return rates;
    }

    SharedMargins margins() {
        return margins;
    }

    private void decideCells(Rules thresholds) {
        withheld.or(population.unsafe());
        int[] secretCells = withheld.stream().toArray();
        List<LinearSum> secrets = new ArrayList<>(sums(withheld));
        secrets.addAll(new SmallGroups(population, rules, thresholds).secrets());
        List<Integer> candidates =
                order.stream().filter(cell -> !withheld.get(cell)).toList();
        List<LinearSum> wanted = candidates.stream().map(population::sum).toList();
        Insiders insiders = new Insiders(population, margins);
        List<LinearSum> watched = thresholds.singletons() ? insiders.watched() : List.of();
        List<LinearSum> leaks;
        Outcome outcome;
        do {
            outcome = new Suppression(population.atoms(), margins.equalities(), secrets).decide(wanted, watched);
            leaks = insiders.leaks(outcome, secretCells);
            secrets.addAll(leaks);
        } while (!leaks.isEmpty());
        withhold(withheld, candidates, outcome);
    }

    private void decideRate(Series rate) {
        RatePattern pattern = new RatePattern();
        for (Member member : population.members()) {
            if (member.series().stream().anyMatch(rate::isSameIndicator)) {
                sortOut(member, rate, pattern);
            }
        }
        List<Integer> candidates = order.stream().filter(pattern.exact()::get).toList();
        List<LinearSum> known = new ArrayList<>(margins.equalities());
        known.addAll(sums(pattern.zeros()));
        Outcome outcome = new Suppression(population.atoms(), known, sums(pattern.banded()))
                .decide(candidates.stream().map(population::sum).toList(), List.of());
        withhold(pattern.lost(), candidates, outcome);
        pattern.exact().andNot(pattern.lost());
        rates.put(rate.indicatorId(), pattern);
    }

    private void sortOut(Member member, Series rate, RatePattern pattern) {
        for (int c = 0; c < member.cohorts(); c++) {
            int cell = member.firstCell() + c;
            Tally tally = member.tally(c, rate);
            if (withheld.get(cell)) {
                continue;
            }
            if (tally == null || tally.isZero()) {
                pattern.zeros().set(cell);
            } else if (rules.band(rate, tally).isPresent()) {
                pattern.banded().set(cell);
            } else {
                pattern.exact().set(cell);
            }
        }
    }

    private List<LinearSum> sums(BitSet cells) {
        return cells.stream().mapToObj(population::sum).toList();
    }

    private static void withhold(BitSet set, List<Integer> candidates, Outcome outcome) {
        for (int i = 0; i < candidates.size(); i++) {
            if (!outcome.isPublished(i)) {
                set.set(candidates.get(i));
            }
        }
    }
}
