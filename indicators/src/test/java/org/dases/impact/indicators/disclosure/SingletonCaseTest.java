// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.rules.Attacker;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.dases.impact.indicators.disclosure.rules.Zeros;
import org.junit.jupiter.api.Test;

/**
 * Counts of the test-suite of sdcTable with k = 3: seven cells hold one or two, and more must be withheld since whoever
 * is alone in a cell knows it. Here each count is one of schools of ten learners, and a cell of one or two schools is
 * unsafe by the share of its largest: k itself cannot be below the floor.
 *
 * <p>Two more do only where a zero may be withheld (2,B and the total of M). Where zeros are printed it takes three. Of
 * M the total must go, or whoever is alone in 1,M knows 2,M. Of row 2 something must go, or whoever is alone in 2,A
 * knows 2,M: either 2,W, and the total of W that is equal to it, or the total of the row and one more total.
 */
class SingletonCaseTest {
    private static final String[] COLUMNS = {"A", "B", "H", "M", "W"};
    private static final int[][] COUNTS = {{1, 1, 7, 1, 0}, {1, 0, 0, 2, 8}};

    private static CellTable table() {
        Aggregated table = new Aggregated("var1", "var2");
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 5; column++) {
                table.add(COUNTS[row][column], Node.of(String.valueOf(row + 1)), Node.of(COLUMNS[column]));
            }
        }
        List<Cohort> cohorts = new ArrayList<>();
        table.counts().forEach((at, count) -> {
            long learners = 10 * count;
            Contributors who = new Contributors(learners, count, null, count < 3 ? learners : 0, null);
            cohorts.add(new Cohort(at, Map.of("users", Tally.figure((double) learners, who))));
        });
        return new CellTable(
                "t", List.of(new Axis("var1", true), new Axis("var2", true)), List.of(Aggregated.USERS), cohorts);
    }

    private static Set<String> withheld(boolean singletons) {
        Rules rules = new Rules(
                5,
                0,
                0,
                OptionalInt.empty(),
                OptionalInt.of(99),
                OptionalInt.empty(),
                Zeros.PUBLISH,
                singletons,
                Attacker.ADDS);
        return GateTest.withheld(GateTest.granted(rules, table()).tables().get(0));
    }

    @Test
    void whoIsAloneInACellTakesThreeMore() {
        Set<String> unsafe = Set.of("1/A", "1/B", "1/M", "2/A", "2/M", "T/A", "T/B");
        assertThat(withheld(false)).isEqualTo(unsafe);
        Set<String> expected = new TreeSet<>(unsafe);
        expected.addAll(Set.of("T/M", "2/W", "T/W"));
        assertThat(withheld(true)).isEqualTo(expected);
    }
}
