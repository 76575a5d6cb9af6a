// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dases.impact.indicators.cohort.MeasuredTables;
import org.dases.impact.indicators.definition.PeriodKind;
import org.dases.impact.indicators.definition.PublishedTable;

/**
 * Finds tables about the same people or records that show periods apart which lie in one another, years here and their
 * months there. A course that was held in one month only has as many people in that year: the gate sees it only where a
 * table shows both. Weeks and months beside each other tell of the days between them.
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

        /** Both tables show a kind between the two: they have cells in common, of which each tells its own. */
        private boolean isJoined() {
            Set<PeriodKind> both = EnumSet.copyOf(withCoarse.periods());
            both.retainAll(withFine.periods());
            return isNested()
                    ? both.stream().anyMatch(kind -> coarse.compareTo(kind) <= 0 && kind.compareTo(fine) <= 0)
                    : both.contains(PeriodKind.DAY);
        }

        /** Whether the table that shows the finer one cannot have the coarser one, too. */
        boolean isAcross() {
            return withFine.periods().stream().anyMatch(kind -> ACROSS.equals(Set.of(kind, coarse)));
        }
    }

    /** Each pair of kinds and tables once. */
    static List<Split> find(List<PublishedTable> tables) {
        List<Split> splits = new ArrayList<>();
        for (PublishedTable one : tables) {
            for (PublishedTable other : tables) {
                if (!one.id().equals(other.id()) && areOfTheSame(one, other)) {
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

    /** Whether some of their indicators are about the same people, or the same records. */
    static boolean areOfTheSame(PublishedTable one, PublishedTable other) {
        List<String> populations =
                one.indicators().stream().map(MeasuredTables::population).toList();
        return other.indicators().stream().map(MeasuredTables::population).anyMatch(populations::contains);
    }
}
