// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.indicators.disclosure.NestedTables.count;
import static org.dases.impact.indicators.disclosure.NestedTables.print;
import static org.dases.impact.indicators.disclosure.NestedTables.rate;
import static org.dases.impact.indicators.disclosure.NestedTables.withheld;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A rate is about some results, which another table counts. */
class CodeSumsTest {
    private static final Axis AREA = new Axis("area", true);
    private static final List<Axis> RESULTS = List.of(AREA, new Axis("result", true));
    private static final Series LEARNERS = count("learners", "enrolment");

    /**
     * Seven left in a: the rates must not tell them, nor those in c, the smallest area beside, who would follow from
     * the total. The results lose the same: those who stayed in b, the most, are printed, and so is who left there.
     */
    @Test
    void aRateDoesNotTellTheCountOfAResultThatIsWithheld() {
        NestedTables rates = new NestedTables("rates", List.of(AREA), rate("left", "enrolment"))
                .row("T", "97:350")
                .row("a", "7:100")
                .row("b", "40:150")
                .row("c", "50:100");
        NestedTables results = new NestedTables("results", RESULTS, LEARNERS)
                .row("T T", "350")
                .row("T left", "97")
                .row("T stayed", "253")
                .row("a T", "100")
                .row("a left", "7")
                .row("a stayed", "93")
                .row("b T", "150")
                .row("b left", "40")
                .row("b stayed", "110")
                .row("c T", "100")
                .row("c left", "50")
                .row("c stayed", "50");
        List<ClearedTable> tables = print(rates, results);
        assertThat(withheld(tables.get(0), "left")).containsExactly("a", "c");
        assertThat(withheld(tables.get(1), "learners")).containsExactly("a left", "a stayed", "c left", "c stayed");
    }

    /**
     * Of the 170 in a 66 passed and 100 left: 4 did neither, so those who passed are withheld in a and in the smallest
     * area beside. The results, which are good or best, must not tell them: in both one of the two goes.
     */
    @Test
    void resultsDoNotTellWhatARateHides() {
        NestedTables rates = new NestedTables(
                        "rates", List.of(AREA), rate("left", "enrolment"), rate("passed", "enrolment"))
                .row("T", "180:500", "196:500")
                .row("a", "100:170", "66:170")
                .row("b", "50:190", "72:190")
                .row("c", "30:140", "58:140");
        NestedTables results = new NestedTables("results", RESULTS, LEARNERS)
                .row("T T", "500")
                .row("T good", "116")
                .row("T best", "80")
                .row("T none", "304")
                .row("a T", "170")
                .row("a good", "40")
                .row("a best", "26")
                .row("a none", "104")
                .row("b T", "190")
                .row("b good", "46")
                .row("b best", "26")
                .row("b none", "118")
                .row("c T", "140")
                .row("c good", "30")
                .row("c best", "28")
                .row("c none", "82");
        List<ClearedTable> tables = print(rates, results);
        assertThat(withheld(tables.get(0), "left")).isEmpty();
        assertThat(withheld(tables.get(0), "passed")).containsExactly("a", "c");
        List<String> secret = withheld(tables.get(1), "learners");
        assertThat(secret).containsAnyOf("a good", "a best").containsAnyOf("c good", "c best");
        assertThat(secret).contains("a none", "c none"); // or the whole less none would be those who passed
        assertThat(secret).noneMatch(at -> at.startsWith("b"));
    }

    /** Neither passed nor left: two of a. */
    @Test
    void whatTwoRatesLeaveOverIsNoSmallGroup() {
        ClearedTable table = print(
                        new NestedTables("rates", List.of(AREA), rate("left", "enrolment"), rate("passed", "enrolment"))
                                .row("T", "70:250", "160:250")
                                .row("a", "38:100", "60:100")
                                .row("b", "32:150", "100:150"))
                .get(0);
        assertThat(withheld(table, "left")).isEmpty();
        assertThat(withheld(table, "passed")).containsExactly("a", "b");
    }

    /** Somebody did both in b, so that nothing follows about those who did neither in a; nor if nobody did neither. */
    @Test
    void ratesThatShareLearnersLeaveNothingOver() {
        ClearedTable table = print(
                        new NestedTables("rates", List.of(AREA), rate("left", "enrolment"), rate("passed", "enrolment"))
                                .row("T", "128:250", "160:250")
                                .row("a", "38:100", "60:100")
                                .row("b", "90:150", "100:150"))
                .get(0);
        assertThat(GateTest.withheld(table)).isEmpty();
        ClearedTable all = print(
                        new NestedTables("rates", List.of(AREA), rate("left", "enrolment"), rate("passed", "enrolment"))
                                .row("T", "90:250", "160:250")
                                .row("a", "40:100", "60:100")
                                .row("b", "50:150", "100:150"))
                .get(0);
        assertThat(GateTest.withheld(all)).isEmpty();
    }
}
