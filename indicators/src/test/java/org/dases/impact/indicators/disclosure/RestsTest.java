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
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.dases.impact.indicators.disclosure.rules.Zeros;
import org.junit.jupiter.api.Test;

/** Three numbers of persons tell together who is in neither of two groups, or in both. */
class RestsTest {
    private static final List<Axis> COURSE = List.of(new Axis("course", true));
    private static final Series ALL = count("all", "enrolment");
    private static final Series PASSED = count("passed", "enrolment");
    private static final Series FAILED = count("failed", "enrolment");

    private static NestedTables courses(Series... series) {
        return new NestedTables("t", COURSE, series);
    }

    /** 100 − 60 − 36 are 4; in b they are 20. What failed in a is not told, nor in b, as 76 − 40 would tell it. */
    @Test
    void thoseInNeither() {
        ClearedTable table = print(courses(ALL, PASSED, FAILED)
                        .row("T", "250", "150", "76")
                        .row("a", "100", "60", "36")
                        .row("b", "150", "90", "40"))
                .get(0);
        assertThat(withheld(table, "failed")).containsExactly("a", "b");
        assertThat(withheld(table, "passed")).isEmpty();
        assertThat(withheld(table, "all")).isEmpty();
    }

    /** The row of a keeps its 100 learners as they have 103 records, so that those who failed may be told. */
    @Test
    void aNumberThatItsRowKeepsTellsNobody() {
        ClearedTable table = print(courses(ALL, PASSED, FAILED)
                        .row("T", "253#250", "150", "76")
                        .row("a", "103#100", "60", "36")
                        .row("b", "150", "90", "40"))
                .get(0);
        assertThat(withheld(table, "failed")).isEmpty();
        assertThat(withheld(table, "passed")).isEmpty();
        assertThat(table.rows())
                .filteredOn(row -> row.series().isSameIndicator(ALL) && row.learners() != null)
                .extracting(row -> NestedTables.place(row.at()))
                .containsExactly("b");
    }

    /** 50 + 40 − 86 are 4; in b they are 20. The fewest in all give way. */
    @Test
    void thoseInBoth() {
        ClearedTable table = print(courses(count("either", "event"), count("one", "event"), count("other", "event"))
                        .row("T", "206", "110", "120")
                        .row("a", "86", "50", "40")
                        .row("b", "120", "60", "80"))
                .get(0);
        assertThat(withheld(table, "one")).containsExactly("a", "b");
        assertThat(withheld(table, "other")).isEmpty();
        assertThat(withheld(table, "either")).isEmpty();
    }

    /** Ten are many, and so is nobody. */
    @Test
    void manyOrNobody() {
        ClearedTable table = print(courses(ALL, PASSED, FAILED)
                        .row("T", "250", "150", "90")
                        .row("a", "100", "60", "30")
                        .row("b", "150", "90", "60"))
                .get(0);
        assertThat(GateTest.withheld(table)).isEmpty();
    }

    /** In b some who completed were active, in a fewer than k are left over: neither is a rule, so nothing follows. */
    @Test
    void whereSomeAreInNeitherAndSomeInBothNothingFollows() {
        ClearedTable table = print(courses(ALL, count("active", "event"), count("completed", "attempt"))
                        .row("T", "200", "150", "56")
                        .row("a", "100", "60", "36")
                        .row("b", "100", "90", "20"))
                .get(0);
        assertThat(GateTest.withheld(table)).isEmpty();
    }

    /** All are active, so that those who passed are told by themselves, the seven of a rate too. */
    @Test
    void aPartThatIsAllTellsNothingNew() {
        ClearedTable table = print(courses(ALL, count("active", "event"), rate("passed", "attempt"))
                        .row("T", "180", "180", "47:180")
                        .row("a", "100", "100", "7:100")
                        .row("b", "80", "80", "40:80"))
                .get(0);
        assertThat(GateTest.withheld(table)).isEmpty();
    }

    /** Those who passed are a rate's, those who left a count's; each stands in a table of its own. */
    @Test
    void numbersOfSeveralTables() {
        NestedTables rates = courses(rate("rate", "attempt"))
                .row("T", "150:250")
                .row("a", "60:100")
                .row("b", "90:150");
        NestedTables counts = new NestedTables("u", COURSE, count("left", "enrolment"))
                .row("T", "76")
                .row("a", "36")
                .row("b", "40");
        List<ClearedTable> tables = print(rates, counts);
        assertThat(withheld(tables.get(0), "rate")).isEmpty();
        assertThat(withheld(tables.get(1), "left")).containsExactly("a", "b");
    }

    /** It is told that nobody of b passed: of the 50 of a 30 and 16 leave 4. */
    @Test
    void whereNobodyIsElsewhere() {
        NestedTables table = courses(count("passed", "attempt"), count("well", "attempt"), count("barely", "attempt"))
                .row("a", "50", "30", "16")
                .row("b", "0", "12", "15");
        assertThat(withheld(NestedTables.print(table).get(0), "barely")).contains("a");
    }

    /** Without a rule for sides nobody of b passed, as is printed: of the 50 of a 30 and 16 leave 4. */
    @Test
    void whereNobodyIsAboveTheLineElsewhere() {
        OptionalInt none = OptionalInt.empty();
        Rules noSides = new Rules(10, 0, 0, none, none, none, Zeros.PUBLISH);
        NestedTables table = courses(rate("passed", "attempt"), count("well", "attempt"), count("barely", "attempt"))
                .row("a", "50:100", "30", "16")
                .row("b", "0:60", "12", "15");
        ClearedTable cleared = GateTest.granted(noSides, table.table()).tables().get(0);
        assertThat(withheld(cleared, "barely")).contains("a");
    }

    /** 50 and 40 of 86: four are in both of a. Of b nobody passed, which says nothing of the others there. */
    @Test
    void whereAPartIsNobodyElsewhere() {
        NestedTables table = courses(count("passed", "attempt"), count("all", "event"), count("active", "event"))
                .row("a", "50", "86", "40")
                .row("b", "0", "60", "12");
        assertThat(withheld(NestedTables.print(table).get(0), "passed")).contains("a");
    }

    /** The denominators must be 20, but what they leave over is a group like any other: of 10, if a count says so. */
    @Test
    void whatIsLeftOverIsNoDenominator() {
        Series passed = rate("passed", "attempt").with(20, false);
        Series failed = rate("failed", "attempt").with(20, false);
        NestedTables rates = courses(passed, failed, count("users", "attempt"))
                .row("a", "60:100", "28:100", "100")
                .row("b", "50:100", "20:100", "100");
        assertThat(GateTest.withheld(NestedTables.print(rates).get(0))).isEmpty();
        NestedTables fewer = courses(passed, failed, count("users", "attempt"))
                .row("a", "60:100", "33:100", "100")
                .row("b", "50:100", "20:100", "100");
        assertThat(withheld(NestedTables.print(fewer).get(0), "passed")).contains("a");
    }
}
