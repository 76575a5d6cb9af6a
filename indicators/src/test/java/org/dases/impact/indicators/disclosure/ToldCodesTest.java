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

/** Who sums up codes of another count tells of it, and it of them, also where one cohort is seen or a row gave way. */
class ToldCodesTest {
    private static final Axis AREA = new Axis("area", true);
    private static final List<Axis> RESULTS = List.of(AREA, new Axis("result", true));
    private static final Series LEARNERS = count("learners", "enrolment");

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
