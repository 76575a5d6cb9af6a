// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.dases.impact.indicators.disclosure.cells.Family;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.elimination.LinearSum;
import org.dases.impact.indicators.disclosure.rules.Attacker;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.dases.impact.indicators.disclosure.rules.Zeros;

/**
 * Unsafe siblings whose sum, the parent less the printed siblings, would tell too much although each alone is out of
 * reach. Such sums are secrets too.
 *
 * <p>Where zeros are printed, a withheld cell is known to hold somebody: of n cells with a sum of s none holds more
 * than s − n + 1. If that is below k the sum bounds every one of them below k. If every one holds a single learner the
 * sum even tells them all.
 */
final class SmallGroups {
    private final Population population;
    private final PrimaryRules rules;
    private final Rules thresholds;
    private final Predicate<Series> counts;

    SmallGroups(Population population, PrimaryRules rules, Rules thresholds, Predicate<Series> counts) {
        this.population = population;
        this.rules = rules;
        this.thresholds = thresholds;
        this.counts = counts;
    }

    /** The sums. */
    Set<LinearSum> secrets() {
        Set<LinearSum> secrets = new LinkedHashSet<>();
        for (Member member : population.members()) {
            for (Family family : member.lattice().families()) {
                int[] few = Arrays.stream(family.children())
                        .filter(c -> population.unsafe().get(member.firstCell() + c) && !member.isZero(c))
                        .toArray();
                boolean isTelling =
                        member.series().stream().filter(counts).anyMatch(series -> isTelling(member, few, series));
                if (few.length > 1 && isTelling) {
                    secrets.add(sum(member, few));
                }
            }
        }
        return secrets;
    }

    private boolean isTelling(Member member, int[] cohorts, Series series) {
        long[] learners = Arrays.stream(cohorts)
                .mapToLong(c -> member.learners(c, series))
                .filter(count -> count > 0)
                .toArray();
        long sum = Arrays.stream(learners).sum();
        long others = thresholds.zeros() == Zeros.PUBLISH ? learners.length - 1 : 0;
        boolean isBounding =
                thresholds.attacker() == Attacker.BOUNDS_ABOVE_ZERO && sum - others < rules.threshold(series);
        boolean isExact = thresholds.singletons() && sum - others == 1;
        return sum > 0 && (isBounding || isExact);
    }

    private LinearSum sum(Member member, int[] cohorts) {
        List<LinearSum> parts = new ArrayList<>();
        Arrays.stream(cohorts).forEach(c -> parts.add(population.sum(member.firstCell() + c)));
        return parts.stream().reduce(LinearSum.of(), (sum, part) -> sum.plus(1, part));
    }
}
