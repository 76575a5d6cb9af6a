// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dases.impact.indicators.cohort.MeasuredTables;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.definition.PeriodKind;
import org.dases.impact.indicators.definition.PublishedTable;

/**
 * Finds tables about the same people that show periods apart which lie in one another, years here and their months
 * there. A course that was held in one month only has as many people in that year: the gate sees it only where a table
 * shows both. Weeks and months beside each other tell of the days between them.
 */
final class SplitPeriods {
    /** Neither lies in the other. */
    private static final Set<PeriodKind> ACROSS = Set.of(PeriodKind.MONTH, PeriodKind.WEEK);

    private SplitPeriods() {}

    /**
     * Two kinds of period that tables show apart.
     *
     * @param coarse the coarser one
     * @param withCoarse the table that shows it
     * @param fine the finer one
     * @param withFine the table that shows that one
     */
    record Split(PeriodKind coarse, PublishedTable withCoarse, PeriodKind fine, PublishedTable withFine) {
        /** Whether the finer one lies in the coarser one, so that a table can have both. */
        boolean isNested() {
            return !ACROSS.equals(Set.of(coarse, fine));
        }

        private boolean isJoined() {
            List<PeriodKind> here = withCoarse.periods();
            List<PeriodKind> there = withFine.periods();
            return isNested()
                    ? here.contains(fine) || there.contains(coarse)
                    : here.contains(PeriodKind.DAY) && there.contains(PeriodKind.DAY);
        }
    }

    /** Each pair of kinds and tables once. */
    static List<Split> find(List<PublishedTable> tables) {
        List<Split> splits = new ArrayList<>();
        for (PublishedTable one : tables) {
            for (PublishedTable other : tables) {
                if (!one.id().equals(other.id()) && areOfTheSamePeople(one, other)) {
                    splits.addAll(find(one, other));
                }
            }
        }
        return splits;
    }

    private static List<Split> find(PublishedTable one, PublishedTable other) {
        return one.periods().stream()
                .flatMap(coarse -> other.periods().stream()
                        .filter(fine -> coarse.compareTo(fine) < 0)
                        .map(fine -> new Split(coarse, one, fine, other)))
                .filter(split -> !split.isJoined())
                .toList();
    }

    private static boolean areOfTheSamePeople(PublishedTable one, PublishedTable other) {
        Set<String> people = people(one);
        return people(other).stream().anyMatch(people::contains);
    }

    /** The canonical tables whose people the indicators are about; records are nobody. */
    private static Set<String> people(PublishedTable table) {
        return table.indicators().stream()
                .filter(indicator -> indicator.contributor() != ContributorKind.RECORD)
                .map(indicator -> MeasuredTables.people(indicator.over()))
                .collect(Collectors.toSet());
    }
}
