// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.indicators.disclosure.NestedTables.count;
import static org.dases.impact.indicators.disclosure.NestedTables.print;
import static org.dases.impact.indicators.disclosure.NestedTables.rate;
import static org.dases.impact.indicators.disclosure.NestedTables.withheld;

import java.util.List;
import java.util.OptionalInt;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.junit.jupiter.api.Test;

/** Of two printed numbers of persons, the ones among the others, none may differ by a small group. */
class NestingTest {
    private static final List<Axis> AREA = List.of(new Axis("area", true));
    private static final Series ACTIVE = count("active", "event");
    private static final Series VIEWERS = count("viewers", "event");
    private static final Series READERS = count("readers", "event");

    private static NestedTables areas(Series... series) {
        return new NestedTables("t", AREA, series);
    }

    /** 56 learners were active and 54 of them viewed: b must go, and one more or it would follow from the total. */
    @Test
    void twoCountsOfOneCohortDoNotDifferByASmallGroup() {
        ClearedTable table = print(areas(ACTIVE, VIEWERS)
                        .row("T", "216", "164")
                        .row("a", "100", "70")
                        .row("b", "56", "54")
                        .row("c", "60", "40"))
                .get(0);
        assertThat(withheld(table, "active")).isEmpty();
        assertThat(withheld(table, "viewers")).containsExactly("b", "c");
    }

    @Test
    void equalCountsAndSufficientDifferencesArePrinted() {
        ClearedTable table = print(areas(ACTIVE, VIEWERS)
                        .row("T", "216", "166")
                        .row("a", "100", "60")
                        .row("b", "56", "46") // ten are enough
                        .row("c", "60", "60"))
                .get(0);
        assertThat(GateTest.withheld(table)).isEmpty();
    }

    /** Nobody could say that viewers are some of the active where there are more of them in another cohort. */
    @Test
    void countsThatAreNotNestedMayBeClose() {
        ClearedTable table = print(areas(ACTIVE, VIEWERS)
                        .row("T", "206", "224")
                        .row("a", "100", "120")
                        .row("b", "56", "54")
                        .row("c", "50", "50"))
                .get(0);
        assertThat(GateTest.withheld(table)).isEmpty();
    }

    /** The readers are close to the viewers in a and to both others in b; of a and b together 3 did not read: c. */
    @Test
    void theSmallestOfAChainGivesWayToBoth() {
        ClearedTable table = print(areas(ACTIVE, VIEWERS, READERS)
                        .row("T", "346", "316", "243")
                        .row("a", "100", "70", "68")
                        .row("b", "76", "76", "75")
                        .row("c", "80", "80", "40")
                        .row("d", "90", "90", "60"))
                .get(0);
        assertThat(withheld(table, "active")).isEmpty();
        assertThat(withheld(table, "viewers")).isEmpty();
        assertThat(withheld(table, "readers")).containsExactly("a", "b", "c");
    }

    /** Where the viewers are withheld a reader still sees the readers beside the active. */
    @Test
    void aCountThatIsWithheldItselfHidesNoDifference() {
        ClearedTable table = print(areas(ACTIVE, VIEWERS, READERS)
                        .row("T", "300", "250", "180")
                        .row("a", "100", "98", "96")
                        .row("b", "100", "82", "44")
                        .row("c", "100", "70", "40"))
                .get(0);
        assertThat(withheld(table, "viewers")).containsExactly("a", "c");
        assertThat(withheld(table, "readers")).containsExactly("a", "c");
    }

    @Test
    void countsOfDifferentGroupsAreCompared() {
        ClearedTable table = print(areas(ACTIVE, count("passed", "attempt"))
                        .row("T", "216", "164")
                        .row("a", "100", "70")
                        .row("b", "56", "54")
                        .row("c", "60", "40"))
                .get(0);
        assertThat(withheld(table, "active")).isEmpty();
        assertThat(withheld(table, "passed")).containsExactly("b", "c");
    }

    /** The second table has no areas; what it says about girls stands beside what the first says about them. */
    @Test
    void countsOfDifferentTablesAreCompared() {
        List<Axis> both = List.of(new Axis("sex", true), new Axis("area", true));
        NestedTables one = new NestedTables("one", both, ACTIVE)
                .row("T T", "160")
                .row("T a", "80")
                .row("T b", "80")
                .row("F T", "56")
                .row("F a", "26")
                .row("F b", "30")
                .row("M T", "104")
                .row("M a", "54")
                .row("M b", "50");
        NestedTables two = new NestedTables("two", List.of(new Axis("sex", true)), VIEWERS)
                .row("T", "120")
                .row("F", "54")
                .row("M", "66");
        List<ClearedTable> tables = print(one, two);
        assertThat(withheld(tables.get(0), "active")).isEmpty();
        // the total or the boys: the boys are fewer
        assertThat(withheld(tables.get(1), "viewers")).containsExactly("F", "M");
    }

    /** A code names the same place in both hierarchies, but not where one of them has it below several parents. */
    @Test
    void codesAreComparedAcrossHierarchies() {
        NestedTables one = areas(ACTIVE)
                .row("T", "200")
                .row("n", "100")
                .row("n/a", "100")
                .row("s", "100")
                .row("s/b", "56")
                .row("s/c", "44");
        NestedTables two = new NestedTables("two", AREA, VIEWERS)
                .row("T", "150")
                .row("x", "80")
                .row("x/b", "54")
                .row("x/a", "26")
                .row("y", "70")
                .row("y/c", "30")
                .row("y/b2", "40");
        assertThat(withheld(print(one, two).get(1), "viewers")).containsExactly("x/b", "x/a");
        NestedTables three = new NestedTables("two", AREA, VIEWERS)
                .row("T", "150")
                .row("x", "80")
                .row("x/b", "54")
                .row("x/a", "26")
                .row("y", "70")
                .row("y/c", "30")
                .row("y/b", "40");
        assertThat(withheld(print(one, three).get(1), "viewers")).isEmpty();
    }

    /** b differs by 3, c by none: of both together a reader would know that 3 did not view. So a goes, not c. */
    @Test
    void siblingsThatAreWithheldTogetherDoNotDifferByASmallGroup() {
        ClearedTable table = print(areas(ACTIVE, VIEWERS)
                        .row("T", "196", "163")
                        .row("a", "100", "70")
                        .row("b", "56", "53")
                        .row("c", "40", "40"))
                .get(0);
        assertThat(withheld(table, "viewers")).containsExactly("a", "b");
    }

    /** Those above the line of a rate are persons, too: 54 of 80 passed, and 56 took part. */
    @Test
    void thoseAboveTheLineAreNotCloseToAnotherCount() {
        Series passed = rate("passed", "attempt");
        ClearedTable table = print(areas(ACTIVE, passed)
                        .row("T", "206", "150:250")
                        .row("a", "100", "60:110")
                        .row("b", "56", "54:80")
                        .row("c", "50", "36:60"))
                .get(0);
        // the rate has more learners, so it is not the one to give way
        assertThat(withheld(table, "passed")).isEmpty();
        assertThat(withheld(table, "active")).containsExactly("b", "c");
    }

    /** The line is where the rule about the sides of a rate draws it: five. */
    @Test
    void aSideOfARateIsEnoughBetweenThoseAboveTheLineAndOthers() {
        ClearedTable table = print(areas(ACTIVE, rate("passed", "attempt"))
                        .row("T", "206", "145:250")
                        .row("a", "100", "58:110")
                        .row("b", "56", "51:80")
                        .row("c", "50", "36:60"))
                .get(0);
        assertThat(GateTest.withheld(table)).isEmpty();
    }

    /**
     * The active are those above the line: their rate must not tell what is too close, 7 of 70, though a side of 5 may
     * be.
     */
    @Test
    void aRateDoesNotTellWhatAnotherSeriesHides() {
        ClearedTable table = print(areas(ACTIVE, rate("coverage", "event"))
                        .row("T", "163", "163:250")
                        .row("a", "60", "60:90")
                        .row("b", "63", "63:70")
                        .row("c", "40", "40:90"))
                .get(0);
        assertThat(withheld(table, "active")).isEmpty();
        assertThat(withheld(table, "coverage")).containsExactly("b", "c");
    }

    /**
     * Where a rate gives way its row has neither number; the band in c and what was lost for it in d stay as they were.
     */
    @Test
    void aRateGivesWayWholly() {
        ClearedTable table = print(areas(ACTIVE, rate("passed", "attempt"))
                        .row("T", "266", "112:214")
                        .row("a", "100", "50:80")
                        .row("b", "56", "30:54")
                        .row("c", "50", "2:40")
                        .row("d", "60", "30:40"))
                .get(0);
        assertThat(withheld(table, "active")).isEmpty();
        assertThat(withheld(table, "passed")).containsExactly("b", "d");
        assertThat(table.rows().stream().filter(row -> row.valueLow() != null)).hasSize(1);
    }

    /** The active are known in total only: nothing about a and b together follows. */
    @Test
    void groupsOfWhichTheOtherCountIsNotPrintedAreLeft() {
        NestedTables total = new NestedTables("total", AREA, ACTIVE).row("T", "1500");
        NestedTables parts =
                areas(VIEWERS).row("T", "120").row("a", "100").row("b", "11").row("c", "9");
        assertThat(withheld(print(total, parts).get(1), "viewers")).containsExactly("b", "c");
    }

    /**
     * The students and the learners of the rate are the same. The rate has a band in e and has lost c for it, so b is
     * safe there; the students would lose d, the smallest, for b: but with c of the ones and d of the others b follows.
     */
    @Test
    void theSameLearnersUnderTwoNamesLoseTheSameRows() {
        ClearedTable table = print(areas(ACTIVE, count("students", "event"), rate("passed", "attempt"))
                        .row("T", "413", "254", "114:254")
                        .row("a", "100", "70", "35:70")
                        .row("b", "56", "54", "27:54")
                        .row("c", "95", "40", "20:40")
                        .row("d", "72", "60", "30:60")
                        .row("e", "90", "30", "2:30"))
                .get(0);
        assertThat(withheld(table, "passed")).containsExactly("b", "c");
        assertThat(withheld(table, "students")).containsExactly("b", "c");
    }

    /** The viewers are those above the line: were they alone to give way to the 56 active, the rate would tell them. */
    @Test
    void thoseAboveTheLineThatAnotherSeriesTellsNeedAWholeK() {
        ClearedTable table = print(areas(ACTIVE, VIEWERS, rate("coverage", "event"))
                        .row("T", "260", "200", "200:440")
                        .row("a", "100", "80", "80:150")
                        .row("b", "56", "50", "50:100")
                        .row("c", "44", "30", "30:90")
                        .row("d", "60", "40", "40:100"))
                .get(0);
        assertThat(withheld(table, "coverage")).isEmpty();
        assertThat(withheld(table, "active")).containsExactly("b", "c");
        assertThat(withheld(table, "viewers")).isEmpty();
    }

    /** 44 of the 45 of a département, which another table calls otherwise and puts below its académie. */
    @Test
    void theSameCodesUnderAnotherNameOfTheirDimension() {
        Axis alone = new Axis("dep", "departement", true, OptionalInt.empty());
        Axis below = new Axis("territory", "departement", true, OptionalInt.empty());
        NestedTables one = new NestedTables("one", List.of(alone), count("alpha", "a"))
                .row("T", "145")
                .row("01", "45")
                .row("02", "100");
        NestedTables other = new NestedTables("other", List.of(below), count("beta", "b"))
                .row("T", "124")
                .row("A1", "124")
                .row("A1/01", "44")
                .row("A1/02", "80");
        List<ClearedTable> tables = NestedTables.print(one, other);
        assertThat(NestedTables.withheld(tables.get(0), "alpha")).contains("01");
        assertThat(NestedTables.withheld(tables.get(1), "beta")).isEmpty();
    }
}
