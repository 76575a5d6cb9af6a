// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dases.impact.indicators.disclosure.RetoldRatesTest.Figure;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.junit.jupiter.api.Test;

/** What is told in later releases of means that told rates; k = 10, sides of 5. */
class RetoldRatesLaterTest {
    /** With the 40 of the first release, the difference of the second would tell the 2 of the first. */
    @Test
    void whatWasWithheldForRatesStaysSoWhereTheyAreNoLongerInTheTable() {
        Figure difference = (p, d, n) -> 100.0 * (p - d);
        CellTable first = RetoldRatesTest.table(
                RetoldRatesTest.series("N", Form.MEAN),
                difference,
                RetoldRatesTest.PROMOTERS,
                RetoldRatesTest.DETRACTORS);
        for (Series[] rates : List.of(new Series[] {RetoldRatesTest.PROMOTERS}, new Series[0])) {
            CellTable later = RetoldRatesTest.table(RetoldRatesTest.series("N", Form.MEAN), difference, rates);
            assertThat(NestedTables.withheld(
                            RevisionTest.second(first, NestedTables.RULES, later, NestedTables.RULES), "N"))
                    .containsExactlyInAnyOrder("a", "b");
        }
    }

    /**
     * Nobody of b and e detracts, where the difference is the share of promoters: in half of the cells it tells what is
     * exact. In a it is 38 of 84 beside 40 promoters, so that 2 detract, which the band did not tell.
     */
    @Test
    void whatWasWithheldForRatesStaysSoWhereItTellsAnotherRateByNow() {
        Figure difference = (p, d, n) -> 100.0 * (p - d);
        Map<String, long[]> counts = new TreeMap<>(Map.of(
                "a", new long[] {40, 2, 84},
                "b", new long[] {30, 0, 60},
                "e", new long[] {20, 0, 50},
                "", new long[] {90, 2, 194}));
        CellTable first = RetoldRatesTest.table(
                counts,
                RetoldRatesTest.series("N", Form.MEAN),
                difference,
                RetoldRatesTest.PROMOTERS,
                RetoldRatesTest.DETRACTORS);
        CellTable later = RetoldRatesTest.table(
                counts, RetoldRatesTest.series("N", Form.MEAN), difference, RetoldRatesTest.PROMOTERS);
        assertThat(NestedTables.withheld(
                        RevisionTest.second(first, NestedTables.RULES, later, NestedTables.RULES), "N"))
                .contains("a");
    }

    /** That of b is the rest of the total and a, so that a is not told either as long as b has not moved. */
    @Test
    void whatWasWithheldForRatesIsToldWhenAllOfItHasMoved() {
        Figure difference = (p, d, n) -> 100.0 * (p - d);
        CellTable first = RetoldRatesTest.table(
                RetoldRatesTest.series("N", Form.MEAN),
                difference,
                RetoldRatesTest.PROMOTERS,
                RetoldRatesTest.DETRACTORS);
        Map<String, long[]> moved = new TreeMap<>(RetoldRatesTest.COUNTS);
        moved.put("a", new long[] {52, 8, 84});
        moved.put("", new long[] {82, 18, 144});
        CellTable second = RetoldRatesTest.table(
                moved, RetoldRatesTest.series("N", Form.MEAN), difference, RetoldRatesTest.PROMOTERS);
        assertThat(NestedTables.withheld(
                        RevisionTest.second(first, NestedTables.RULES, second, NestedTables.RULES), "N"))
                .containsExactlyInAnyOrder("a", "b");
        moved.put("b", new long[] {42, 18, 84});
        moved.put("", new long[] {94, 26, 168});
        CellTable third = RetoldRatesTest.table(
                moved, RetoldRatesTest.series("N", Form.MEAN), difference, RetoldRatesTest.PROMOTERS);
        assertThat(NestedTables.withheld(
                        RevisionTest.second(first, NestedTables.RULES, third, NestedTables.RULES), "N"))
                .isEmpty();
    }

    /** Of 7 nothing is told; of the 40 that they are by now the figure is, as it was not withheld for rates. */
    @Test
    void whatWasWithheldForAnotherReasonIsNotKept() {
        Map<String, long[]> few = new TreeMap<>(RetoldRatesTest.COUNTS);
        few.put("e", new long[] {5, 1, 7});
        few.put("", new long[] {75, 13, 127});
        Map<String, long[]> many = new TreeMap<>(RetoldRatesTest.COUNTS);
        many.put("e", new long[] {30, 5, 40});
        many.put("", new long[] {100, 17, 160});
        Figure minutes = (p, d, n) -> 7.0 * n + d;
        assertThat(NestedTables.withheld(
                        RevisionTest.second(
                                RetoldRatesTest.table(few, RetoldRatesTest.series("N", Form.MEAN), minutes),
                                NestedTables.RULES,
                                RetoldRatesTest.table(many, RetoldRatesTest.series("N", Form.MEAN), minutes),
                                NestedTables.RULES),
                        "N"))
                .doesNotContain("e");
    }

    /** The difference was told when there were no rates; now that there are, it is not shown again beside a band. */
    @Test
    void whatRatesKeepSecretByNowIsNotShownAgain() {
        Figure difference = (p, d, n) -> 100.0 * (p - d);
        ClearedTable second = RevisionTest.second(
                RetoldRatesTest.table(RetoldRatesTest.series("N", Form.MEAN), difference),
                NestedTables.RULES,
                RetoldRatesTest.table(
                        RetoldRatesTest.series("N", Form.MEAN),
                        difference,
                        RetoldRatesTest.PROMOTERS,
                        RetoldRatesTest.DETRACTORS),
                NestedTables.RULES);
        assertThat(NestedTables.withheld(second, "N")).containsExactlyInAnyOrder("a", "b");
    }
}
