// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.indicators.disclosure.NestedTables.count;
import static org.dases.impact.indicators.disclosure.NestedTables.print;
import static org.dases.impact.indicators.disclosure.NestedTables.rate;
import static org.dases.impact.indicators.disclosure.NestedTables.withheld;

import java.util.List;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
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
     * Of the 170 in a 66 passed and 100 left; of the 4 others nobody must know, not from both rates, nor from one rate
     * and the results, which are good or best for those who passed.
     */
    @Test
    void ratesAndResultsTogetherDoNotTellWhatEachHides() {
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
                .row("T left", "180")
                .row("T none", "124")
                .row("a T", "170")
                .row("a good", "40")
                .row("a best", "26")
                .row("a left", "100")
                .row("a none", "4")
                .row("b T", "190")
                .row("b good", "46")
                .row("b best", "26")
                .row("b left", "50")
                .row("b none", "68")
                .row("c T", "140")
                .row("c good", "30")
                .row("c best", "28")
                .row("c left", "30")
                .row("c none", "52");
        List<ClearedTable> tables = print(rates, results);
        List<String> secret = withheld(tables.get(1), "learners");
        boolean isPassedTold = !withheld(tables.get(0), "passed").contains("a")
                || !(secret.contains("a good") || secret.contains("a best"));
        boolean isLeftTold = !withheld(tables.get(0), "left").contains("a") || !secret.contains("a left");
        assertThat(secret).contains("a none");
        assertThat(isPassedTold && isLeftTold).isFalse();
        assertThat(secret).noneMatch(at -> at.startsWith("T"));
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

    /** 100 in the one rate and 102 in the other: nothing follows from both. */
    @Test
    void ratesOfDifferentPeopleLeaveNothingOver() {
        ClearedTable table = print(
                        new NestedTables("rates", List.of(AREA), rate("left", "enrolment"), rate("passed", "attempt"))
                                .row("T", "70:250", "160:265")
                                .row("a", "38:100", "60:115")
                                .row("b", "32:150", "100:150"))
                .get(0);
        assertThat(GateTest.withheld(table)).isEmpty();
    }

    /** Nobody left in b, everybody in c, and not every area has every result: still a says whose number it is. */
    @Test
    void areasWithoutSomeResultsTellNothingElse() {
        NestedTables rates = new NestedTables("rates", List.of(AREA), rate("left", "enrolment"))
                .row("T", "127:400")
                .row("a", "7:100")
                .row("b", "0:100")
                .row("c", "60:60")
                .row("d", "60:140");
        NestedTables results = new NestedTables("results", RESULTS, LEARNERS)
                .row("T T", "400")
                .row("T left", "127")
                .row("T stayed", "273")
                .row("a T", "100")
                .row("a left", "7")
                .row("a stayed", "93")
                .row("b T", "100")
                .row("b stayed", "100")
                .row("c T", "60")
                .row("c left", "60")
                .row("d T", "140")
                .row("d left", "60")
                .row("d stayed", "80");
        List<ClearedTable> tables = print(rates, results);
        assertThat(rowsWithNumerator(tables.get(0))).doesNotContain("a");
    }

    /** Places where the rate says who is above its line. */
    private static List<String> rowsWithNumerator(ClearedTable table) {
        return table.rows().stream()
                .filter(row -> row.numerator() != null)
                .map(row ->
                        row.at().get(0).isTotal() ? "T" : row.at().get(0).path().get(0))
                .toList();
    }

    /** Who left did so early or late: of nine codes sums are not looked at, of eight they are. */
    @Test
    void anAxisWithManyCodesIsNoListOfResults() {
        for (int codes : new int[] {8, 9}) {
            int others = codes - 3;
            NestedTables rates = new NestedTables("rates", List.of(AREA), rate("left", "enrolment"))
                    .row("T", "47:" + (200 + 20 * others))
                    .row("a", "7:" + (100 + 10 * others))
                    .row("b", "40:" + (100 + 10 * others));
            NestedTables results = new NestedTables("results", RESULTS, LEARNERS)
                    .row("T T", String.valueOf(200 + 20 * others))
                    .row("a T", String.valueOf(100 + 10 * others))
                    .row("b T", String.valueOf(100 + 10 * others))
                    .row("T early", "27")
                    .row("a early", "7")
                    .row("b early", "20")
                    .row("T late", "20")
                    .row("b late", "20")
                    .row("T stayed", "153")
                    .row("a stayed", "93")
                    .row("b stayed", "60");
            for (int code = 0; code < others; code++) {
                results.row("T c" + code, "20").row("a c" + code, "10").row("b c" + code, "10");
            }
            List<String> hidden = withheld(print(rates, results).get(0), "left");
            assertThat(hidden.isEmpty()).as("%d codes", codes).isEqualTo(codes == 9);
        }
    }

    /** 60 passed of 100 in a: by chance those with the first two letters, but in b and c it is not so. */
    @Test
    void aSumThatIsRightInFewPlacesIsChance() {
        NestedTables rates = new NestedTables("rates", List.of(AREA), rate("left", "attempt"))
                .row("T", "90:330")
                .row("a", "7:100")
                .row("b", "43:130")
                .row("c", "40:100");
        NestedTables results = new NestedTables("letters", RESULTS, LEARNERS)
                .row("T T", "330")
                .row("T x", "140")
                .row("T y", "190")
                .row("a T", "100")
                .row("a x", "7")
                .row("a y", "93")
                .row("b T", "130")
                .row("b x", "80")
                .row("b y", "50")
                .row("c T", "100")
                .row("c x", "53")
                .row("c y", "47");
        assertThat(withheld(print(rates, results).get(0), "left")).isEmpty();
    }

    /** Learners who left one area may have stayed in another, so that in total fewer left for good: a's are a's. */
    @Test
    void aSumNeedNotBeRightInTheTotal() {
        NestedTables rates = new NestedTables("rates", List.of(new Axis("area", false)), rate("left", "enrolment"))
                .row("T", "70:330")
                .row("a", "7:100")
                .row("b", "40:150")
                .row("c", "50:100");
        NestedTables results = new NestedTables(
                        "results", List.of(new Axis("area", false), new Axis("result", false)), LEARNERS)
                .row("T T", "330")
                .row("T left", "97")
                .row("T stayed", "250")
                .row("a T", "100")
                .row("a left", "7")
                .row("a stayed", "93")
                .row("b T", "150")
                .row("b left", "40")
                .row("b stayed", "110")
                .row("c T", "100")
                .row("c left", "50")
                .row("c stayed", "50");
        assertThat(withheld(print(rates, results).get(0), "left")).contains("a");
    }

    /** In one place alone a sum over two codes may be chance; a single code that has the same number is none. */
    @Test
    void oneCodeIsEnoughInOnePlaceButNotTwo() {
        NestedTables results = new NestedTables("results", List.of(new Axis("result", true)), LEARNERS)
                .row("T", "100")
                .row("x", "7")
                .row("y", "43")
                .row("z", "50");
        NestedTables one = new NestedTables("rates", List.of(AREA), rate("left", "enrolment")).row("T", "7:100");
        assertThat(withheld(print(one, results).get(0), "left")).containsExactly("T");
        NestedTables two = new NestedTables("rates", List.of(AREA), rate("left", "enrolment")).row("T", "57:100");
        assertThat(withheld(print(two, results).get(0), "left")).isEmpty();
    }
}
