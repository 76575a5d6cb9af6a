// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Node;

/**
 * Finds dimensions whose codes are persons' own, a learner number that was mapped to the course. Codes are printed,
 * those of withheld rows too.
 */
final class CodesOfPersons {
    /** With fewer codes it may be chance. */
    private static final int CODES = 20;

    private static final int PERCENT = 90;

    private CodesOfPersons() {}

    /** What to do about it; empty where codes are what several persons have in common. */
    static List<String> in(List<CellTable> tables) {
        List<String> found = new ArrayList<>();
        for (CellTable table : tables) {
            for (int axis = 1; axis < table.axes().size(); axis++) {
                if (isOfPersons(table, axis)) {
                    found.add("Table " + table.id() + ": nearly each code of '"
                            + table.axes().get(axis).name() + "' is of one person alone, so that the codes, which are"
                            + " printed, may name persons. Leave the dimension out, or map its column to something that"
                            + " many persons have in common.");
                }
            }
        }
        return found;
    }

    private static boolean isOfPersons(CellTable table, int axis) {
        Map<Node, Long> persons = new HashMap<>();
        for (Cohort cohort : table.cohorts()) {
            Node node = cohort.at().get(axis);
            if (!node.isTotal() && isTotalBut(cohort.at(), axis)) {
                persons.merge(node, persons(table, cohort), Math::max);
            }
        }
        long alone = persons.values().stream().filter(count -> count == 1).count();
        return persons.size() >= CODES && 100 * alone >= PERCENT * (long) persons.size();
    }

    /** In any period, which is the first axis and may have no total. */
    private static boolean isTotalBut(List<Node> at, int axis) {
        for (int other = 1; other < at.size(); other++) {
            if (other != axis && !at.get(other).isTotal()) {
                return false;
            }
        }
        return true;
    }

    private static long persons(CellTable table, Cohort cohort) {
        return table.series().stream()
                .filter(series -> series.contributor() == ContributorKind.LEARNER)
                .flatMap(series -> Stream.ofNullable(cohort.tallies().get(series.indicatorId())))
                .mapToLong(tally -> tally.contributors().learners())
                .max()
                .orElse(0);
    }
}
