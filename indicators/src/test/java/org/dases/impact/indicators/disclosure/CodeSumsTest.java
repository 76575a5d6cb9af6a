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

    /** Of many learners a sum over two codes is hardly chance: 5057 are x and z, so that z must not be told beside. */
    @Test
    void oneCohortOfManyLearnersIsEnough() {
        NestedTables results = new NestedTables("results", List.of(new Axis("result", true)), LEARNERS)
                .row("T", "9000")
                .row("x", "7")
                .row("y", "3943")
                .row("z", "5050");
        NestedTables rates = new NestedTables("rates", List.of(AREA), rate("left", "enrolment")).row("T", "5057:9000");
        List<ClearedTable> tables = print(rates, results);
        assertThat(withheld(tables.get(0), "left").isEmpty()
                        && !withheld(tables.get(1), "learners").contains("z"))
                .isFalse();
    }

    /** The 57 of a are x and z by chance, as in b, which has many learners, it is not so. */
    @Test
    void aCohortOfManyLearnersMayTellThatItIsChance() {
        NestedTables results = new NestedTables("results", RESULTS, LEARNERS)
                .row("T T", "9100")
                .row("T x", "1007")
                .row("T y", "3043")
                .row("T z", "5050")
                .row("a T", "100")
                .row("a x", "7")
                .row("a y", "43")
                .row("a z", "50")
                .row("b T", "9000")
                .row("b x", "1000")
                .row("b y", "3000")
                .row("b z", "5000");
        NestedTables rates = new NestedTables("rates", List.of(AREA), rate("left", "attempt"))
                .row("T", "2057:9100")
                .row("a", "57:100")
                .row("b", "2000:9000");
        assertThat(withheld(print(rates, results).get(0), "left")).isEmpty();
    }

    /** The results need 40 learners, so that those who left do not tell the 30 of a: nor do its women and men. */
    @Test
    void aRowThatGaveWayDoesNotFollowFromItsParts() {
        NestedTables left = new NestedTables("left", List.of(AREA, new Axis("sex", true)), count("left", "leaving"));
        NestedTables results = new NestedTables("results", RESULTS, LEARNERS.with(40, false));
        left.row("T T", "140").row("T F", "70").row("T M", "70");
        results.row("T T", "410").row("T left", "140").row("T stayed", "270");
        String[] areas = {"a", "b", "c"};
        int[] women = {15, 25, 30};
        int[] stayed = {70, 100, 100};
        for (int area = 0; area < areas.length; area++) {
            int both = 2 * women[area];
            left.row(areas[area] + " T", "" + both)
                    .row(areas[area] + " F", "" + women[area])
                    .row(areas[area] + " M", "" + women[area]);
            results.row(areas[area] + " T", "" + (both + stayed[area]))
                    .row(areas[area] + " left", "" + both)
                    .row(areas[area] + " stayed", "" + stayed[area]);
        }
        List<ClearedTable> tables = print(left, results);
        assertThat(withheld(tables.get(1), "learners")).contains("a left");
        List<String> secret = withheld(tables.get(0), "left");
        assertThat(secret).contains("a T").containsAnyOf("a F", "a M");
        assertThat(secret.contains("T T") || secret.contains("b T") || secret.contains("c T"))
                .isTrue();
    }

    /** 47 of a are p, q and s; whoever knows the 40 of p knows that 7 are q or s. */
    @Test
    void codesOfASumAreNoSmallGroupTogether() {
        NestedTables left = new NestedTables("left", List.of(AREA), count("left", "leaving"))
                .row("T", "207")
                .row("a", "47")
                .row("b", "160");
        NestedTables results = new NestedTables("results", RESULTS, LEARNERS)
                .row("T T", "312")
                .row("T p", "110")
                .row("T q", "43")
                .row("T r", "105")
                .row("T s", "54")
                .row("a T", "52")
                .row("a p", "40")
                .row("a q", "3")
                .row("a r", "5")
                .row("a s", "4")
                .row("b T", "260")
                .row("b p", "70")
                .row("b q", "40")
                .row("b r", "100")
                .row("b s", "50");
        List<ClearedTable> tables = print(left, results);
        assertThat(withheld(tables.get(0), "left").contains("a")
                        || withheld(tables.get(1), "learners").contains("a p"))
                .isTrue();
    }

    /** Nobody of a is z, so that those who left there are x, of whom results need 40. */
    @Test
    void aCodeThatNobodyHas() {
        NestedTables left = new NestedTables("left", List.of(AREA), count("left", "leaving"))
                .row("T", "190")
                .row("a", "30")
                .row("b", "160");
        NestedTables results = new NestedTables("results", RESULTS, LEARNERS.with(40, false))
                .row("T T", "400")
                .row("T x", "110")
                .row("T y", "210")
                .row("T z", "80")
                .row("a T", "140")
                .row("a x", "30")
                .row("a y", "110")
                .row("a z", "0")
                .row("b T", "260")
                .row("b x", "80")
                .row("b y", "100")
                .row("b z", "80");
        assertThat(withheld(print(left, results).get(0), "left")).contains("a");
    }
}
