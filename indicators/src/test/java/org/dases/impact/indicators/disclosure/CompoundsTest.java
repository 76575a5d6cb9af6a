// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.indicators.disclosure.NestedTables.count;
import static org.dases.impact.indicators.disclosure.NestedTables.print;
import static org.dases.impact.indicators.disclosure.NestedTables.rate;
import static org.dases.impact.indicators.disclosure.NestedTables.withheld;

import java.util.ArrayList;
import java.util.List;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.junit.jupiter.api.Test;

/** What two numbers tell of a third that makes a whole up with the other; k is 10, a side 5. */
class CompoundsTest {
    private static final List<Axis> AREA = List.of(new Axis("area", true));

    /** Three boys in a: 48 less the 30 of b and the 15 that are the girls of c less than the learners. */
    @Test
    void girlsTellOfBoysWhereLearnersAreKnown() {
        ClearedTable table = print(
                        new NestedTables("t", AREA, count("learners", "x"), count("girls", "y"), count("boys", "z"))
                                .row("T", "137", "89", "48")
                                .row("a", "43", "40", "3")
                                .row("b", "44", "14", "30")
                                .row("c", "50", "35", "15"))
                .get(0);
        assertThat(withheld(table, "learners")).isEmpty();
        List<String> unknown = new ArrayList<>(withheld(table, "boys"));
        unknown.retainAll(withheld(table, "girls"));
        assertThat(unknown).contains("a").hasSizeGreaterThan(1);
    }

    /** There are no girls in b, and no boys in c: the learners of b are boys, and 33 less 30 are the three of a. */
    @Test
    void whereThereAreNoGirlsLearnersAreBoys() {
        ClearedTable table = print(
                        new NestedTables("t", AREA, count("learners", "x"), count("girls", "y"), count("boys", "z"))
                                .row("T", "123", "90", "33")
                                .row("a", "43", "40", "3")
                                .row("b", "30", "-", "30")
                                .row("c", "50", "50", "-"))
                .get(0);
        assertThat(withheld(table, "boys")).contains("a");
        boolean isTotalTold = !withheld(table, "boys").contains("T");
        assertThat(isTotalTold && !withheld(table, "learners").contains("b")).isFalse();
    }

    /** Girls by level, too: altogether these are more than the learners. */
    @Test
    void aPartMayBeInMoreTablesThanTheWhole() {
        NestedTables areas = new NestedTables(
                        "t", AREA, count("learners", "x"), count("girls", "y"), count("boys", "z"))
                .row("T", "137", "89", "48")
                .row("a", "43", "40", "3")
                .row("b", "44", "14", "30")
                .row("c", "50", "35", "15");
        NestedTables levels = new NestedTables("u", List.of(new Axis("level", true)), count("girls", "y"))
                .row("T", "89")
                .row("l1", "44")
                .row("l2", "45");
        ClearedTable table = print(areas, levels).get(0);
        List<String> unknown = new ArrayList<>(withheld(table, "boys"));
        unknown.retainAll(withheld(table, "girls"));
        assertThat(unknown).contains("a").hasSizeGreaterThan(1);
    }

    /** In one cohort of three the reads and posts are as many as the clicks, by chance. */
    @Test
    void numbersThatHardlyAddUpTellNothing() {
        ClearedTable table = print(
                        new NestedTables("t", AREA, count("clicks", "x"), count("reads", "y"), count("posts", "z"))
                                .row("T", "300", "150", "90")
                                .row("a", "60", "40", "20")
                                .row("b", "100", "50", "37")
                                .row("c", "140", "60", "33"))
                .get(0);
        assertThat(GateTest.withheld(table)).isEmpty();
    }

    /** Seven failed in a, which are too few: the rate of those who passed must not tell them. */
    @Test
    void aRateDoesNotTellTheCountOfThoseBelowItsLine() {
        NestedTables rates = new NestedTables("rates", AREA, rate("passed", "attempt"))
                .row("T", "253:350")
                .row("a", "93:100")
                .row("b", "110:150")
                .row("c", "50:100");
        NestedTables failures = new NestedTables("failures", AREA, count("failed", "failure"))
                .row("T", "97")
                .row("a", "7")
                .row("b", "40")
                .row("c", "50");
        List<ClearedTable> tables = print(rates, failures);
        assertThat(withheld(tables.get(1), "failed")).contains("a");
        List<String> unknown = new ArrayList<>(withheld(tables.get(0), "passed"));
        assertThat(unknown).contains("a");
        unknown.retainAll(withheld(tables.get(1), "failed"));
        assertThat(unknown).hasSizeGreaterThan(1);
    }

    /** In the same table bands are of no use, either: those who failed in a are told. */
    @Test
    void aBandHidesNothingWhereThoseBelowTheLineAreCounted() {
        ClearedTable table = print(new NestedTables("t", AREA, rate("passed", "attempt"), count("failed", "attempt"))
                        .row("T", "196:350", "154")
                        .row("a", "3:100", "97")
                        .row("b", "113:150", "37")
                        .row("c", "80:100", "20"))
                .get(0);
        assertThat(withheld(table, "passed")).contains("a");
    }

    /** Of all 34 who failed 30 are of c: four of the 110 of n and d. */
    @Test
    void thoseBelowTheLineElsewhereAreNoSmallGroup() {
        ClearedTable table = print(new NestedTables("t", AREA, rate("passed", "attempt"))
                        .row("T", "136:170")
                        .row("n", "77:80")
                        .row("n/a", "38:40")
                        .row("n/b", "39:40")
                        .row("s", "59:90")
                        .row("s/c", "30:60")
                        .row("s/d", "29:30"))
                .get(0);
        List<String> exact = table.rows().stream()
                .filter(row -> row.numerator() != null)
                .map(ClearedRow::at)
                .map(NestedTables::place)
                .toList();
        assertThat(exact.contains("T") && exact.contains("c")).isFalse();
        assertThat(exact).isNotEmpty();
    }
}
