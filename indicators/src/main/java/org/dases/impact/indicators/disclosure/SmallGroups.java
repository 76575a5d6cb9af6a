// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dases.impact.indicators.disclosure.elimination.LinearSum;

/**
 * Siblings that are unsafe and hold fewer than k contributors even together. Each alone may be out of reach while the
 * sum of all, the parent less the printed siblings, is as good as a cell: such sums are secrets too.
 */
final class SmallGroups {
    private SmallGroups() {}

    static Set<LinearSum> of(Population population, PrimaryRules rules) {
        Set<LinearSum> secrets = new LinkedHashSet<>();
        for (Member member : population.members()) {
            for (Family family : member.lattice().families()) {
                int[] few = Arrays.stream(family.children())
                        .filter(c -> population.unsafe().get(member.firstCell() + c) && !member.isZero(c))
                        .toArray();
                if (few.length > 1 && member.series().stream().anyMatch(s -> isSmall(member, few, s, rules))) {
                    secrets.add(sum(population, member, few));
                }
            }
        }
        return secrets;
    }

    private static boolean isSmall(Member member, int[] cohorts, Series series, PrimaryRules rules) {
        long learners = Arrays.stream(cohorts)
                .mapToLong(c -> member.learners(c, series))
                .sum();
        return learners > 0 && learners < rules.threshold(series);
    }

    private static LinearSum sum(Population population, Member member, int[] cohorts) {
        List<LinearSum> parts = new ArrayList<>();
        Arrays.stream(cohorts).forEach(c -> parts.add(population.sum(member.firstCell() + c)));
        return parts.stream().reduce(LinearSum.of(), (sum, part) -> sum.plus(1, part));
    }
}
