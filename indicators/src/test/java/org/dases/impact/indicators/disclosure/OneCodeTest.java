// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.indicators.disclosure.NestedTables.count;
import static org.dases.impact.indicators.disclosure.NestedTables.print;
import static org.dases.impact.indicators.disclosure.NestedTables.withheld;

import java.util.List;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.junit.jupiter.api.Test;

/** A count with a condition on a code, beside a table that shows the code. */
class OneCodeTest {
    private static final Axis SEX = new Axis("sex", true);
    private static final List<Axis> COURSES = List.of(new Axis("course", true), SEX);
    private static final Series ALL = count("all", "enrolment");
    private static final Series OF_ONE = count("one", "enrolment");

    /** Women, men and others of a course. */
    private static NestedTables course(NestedTables table, String code, long women, long men, long others) {
        return table.row(code + " T", String.valueOf(women + men + others))
                .row(code + " F", String.valueOf(women))
                .row(code + " M", String.valueOf(men))
                .row(code + " X", String.valueOf(others));
    }

    private static NestedTables ofOne(long women, long men, long others) {
        return new NestedTables("u", List.of(SEX), OF_ONE)
                .row("T", String.valueOf(women + men + others))
                .row("F", String.valueOf(women))
                .row("M", String.valueOf(men))
                .row("X", String.valueOf(others));
    }

    /** Both hide the 6 men of A. With 76 in all, one must not tell 40 women and the other 30 others. */
    private static void assertTheSameIsHidden(List<ClearedTable> tables, String code) {
        List<String> fine = withheld(tables.get(0), "all");
        List<String> coarse = withheld(tables.get(1), "one");
        assertThat(fine).contains(code + " M");
        assertThat(coarse).contains("M");
        boolean areWomenTold = !fine.contains(code + " F") || !coarse.contains("F");
        boolean areOthersTold = !fine.contains(code + " X") || !coarse.contains("X");
        boolean isAllTold = !fine.contains(code + " T") || !coarse.contains("T");
        assertThat(areWomenTold && areOthersTold && isAllTold).isFalse();
    }

    @Test
    void aCodeBelowAnother() {
        NestedTables fine = new NestedTables("t", COURSES, ALL);
        course(fine, "T", 240, 146, 150);
        course(fine, "L", 140, 66, 90);
        course(fine, "L/A", 40, 6, 30);
        course(fine, "L/B", 100, 60, 60);
        course(fine, "M", 100, 80, 60);
        course(fine, "M/C", 100, 80, 60);
        assertTheSameIsHidden(print(fine, ofOne(40, 6, 30)), "L/A");
    }

    @Test
    void aCodeOfMany() {
        NestedTables fine = new NestedTables("t", COURSES, ALL);
        course(fine, "T", 40 + 10 * 70, 6 + 10 * 60, 30 + 10 * 50);
        course(fine, "A", 40, 6, 30);
        for (int other = 0; other < 10; other++) {
            course(fine, "B" + other, 70, 60, 50);
        }
        assertTheSameIsHidden(print(fine, ofOne(40, 6, 30)), "A");
    }

    /** Of the 91 of A 88 viewed something, of its women 48 of 50: three and two did not. */
    @Test
    void aCountAmongThoseOfOneCode() {
        NestedTables fine = new NestedTables("t", COURSES, ALL);
        course(fine, "T", 110, 101, 0);
        course(fine, "A", 50, 41, 0);
        course(fine, "B", 60, 60, 0);
        List<ClearedTable> tables = print(fine, ofOne(48, 40, 0));
        for (String sex : List.of("T", "F", "M")) {
            boolean isInnerTold = !withheld(tables.get(1), "one").contains(sex);
            boolean isOuterTold = !withheld(tables.get(0), "all").contains("A " + sex);
            assertThat(isInnerTold && isOuterTold).as(sex).isFalse();
        }
    }

    /** Of the 91 of A 88 are shown by course, of its women 48 of 50: three and two are not. */
    @Test
    void aCodeAmongThoseOfACount() {
        NestedTables fine = new NestedTables("t", COURSES, ALL);
        course(fine, "T", 108, 100, 0);
        course(fine, "A", 48, 40, 0);
        course(fine, "B", 60, 60, 0);
        List<ClearedTable> tables = print(fine, ofOne(50, 41, 0));
        for (String sex : List.of("T", "F", "M")) {
            boolean isInnerTold = !withheld(tables.get(0), "all").contains("A " + sex);
            boolean isOuterTold = !withheld(tables.get(1), "one").contains(sex);
            assertThat(isInnerTold && isOuterTold).as(sex).isFalse();
        }
    }

    /** Of A's 24 both tables tell no women and men, and yet of whom they are: 21 of the 24 are shown by course. */
    @Test
    void aCodeAmongThoseOfACountThatIsToldOnce() {
        NestedTables fine = new NestedTables("t", COURSES, ALL);
        course(fine, "T", 115, 106, 0);
        course(fine, "A", 15, 6, 0);
        course(fine, "B", 100, 100, 0);
        List<ClearedTable> tables = print(fine, ofOne(17, 7, 0));
        boolean isInnerTold = !withheld(tables.get(0), "all").contains("A T");
        boolean isOuterTold = !withheld(tables.get(1), "one").contains("T");
        assertThat(isInnerTold && isOuterTold).isFalse();
    }

    /** 12 fewer are many; and what is above a code's number anywhere is not among its people. */
    @Test
    void aCountFarFromThoseOfOneCodeOrAboveThem() {
        NestedTables fine = new NestedTables("t", COURSES, ALL);
        course(fine, "T", 150, 151, 0);
        course(fine, "A", 60, 61, 0);
        course(fine, "B", 90, 90, 0);
        for (NestedTables one : List.of(ofOne(48, 49, 0), ofOne(55, 65, 0))) {
            List<ClearedTable> tables = print(fine, one);
            assertThat(GateTest.withheld(tables.get(0))).isEmpty();
            assertThat(GateTest.withheld(tables.get(1))).isEmpty();
        }
    }

    /**
     * Two sexes of A are as many, but there are more of the others than it has: it is a count of other people, and A
     * loses no more than the four cells that hide the 4 where no such count is told.
     */
    @Test
    void aCountThatIsEqualInFewCohortsOnly() {
        NestedTables fine = new NestedTables("t", COURSES, ALL);
        NestedTables other = new NestedTables("u", List.of(SEX), OF_ONE);
        long[] ofA = {40, 30, 50, 50, 4};
        long[] ofOne = {40, 30, 65, 65, 65};
        long[] ofB = {500, 510, 520, 530, 540};
        for (int sex = 0; sex < ofA.length; sex++) {
            fine.row("T " + sex, String.valueOf(ofA[sex] + ofB[sex]))
                    .row("A " + sex, String.valueOf(ofA[sex]))
                    .row("B " + sex, String.valueOf(ofB[sex]));
            other.row(String.valueOf(sex), String.valueOf(ofOne[sex]));
        }
        fine.row("T T", "2774").row("A T", "174").row("B T", "2600");
        List<ClearedTable> tables = print(fine, other.row("T", "265"));
        assertThat(withheld(tables.get(0), "all")).containsExactlyInAnyOrder("A 0", "B 0", "A 4", "B 4");
        assertThat(withheld(tables.get(1), "one")).isEmpty();
    }

    /** The count with the condition is of more cells, and decided on first: it stays, and the code's numbers go. */
    @Test
    void theCodeGivesWayWhereTheOtherTableIsLarger() {
        NestedTables fine = new NestedTables("t", COURSES, ALL);
        course(fine, "T", 60, 51, 0);
        course(fine, "A", 50, 41, 0);
        course(fine, "B", 10, 10, 0);
        NestedTables large =
                new NestedTables("u", List.of(SEX, new Axis("area", true), new Axis("level", true)), OF_ONE);
        for (String place : List.of("T T", "T l", "n T", "n l")) {
            large.row("T " + place, "88").row("F " + place, "48").row("M " + place, "40");
        }
        List<ClearedTable> tables = print(fine, large);
        assertThat(withheld(tables.get(0), "all")).contains("A T", "A F", "A M");
        assertThat(withheld(tables.get(1), "one")).isEmpty();
    }

    /** 20 of 29 and 25 of 34: it may be a count of anybody, and says nothing of the nine others. */
    @Test
    void aCountOfFarFewer() {
        NestedTables fine = new NestedTables("t", COURSES, ALL);
        course(fine, "T", 229, 234, 0);
        course(fine, "A", 29, 34, 0);
        course(fine, "B", 200, 200, 0);
        List<ClearedTable> tables = print(fine, ofOne(20, 25, 0));
        assertThat(GateTest.withheld(tables.get(0))).isEmpty();
        assertThat(GateTest.withheld(tables.get(1))).isEmpty();
    }

    /** The 76 of A are hidden for B's 4. That a count of 76 is told of all may be chance: one cohort says nothing. */
    @Test
    void oneCohortIsChance() {
        NestedTables fine = new NestedTables("t", List.of(new Axis("course", true)), ALL)
                .row("T", "480")
                .row("L", "80")
                .row("L/A", "76")
                .row("L/B", "4")
                .row("M", "400")
                .row("M/C", "400");
        NestedTables other = new NestedTables("u", List.of(SEX), OF_ONE).row("T", "76");
        List<ClearedTable> tables = print(fine, other);
        assertThat(withheld(tables.get(0), "all")).containsExactlyInAnyOrder("L/A", "L/B");
        assertThat(withheld(tables.get(1), "one")).isEmpty();
    }

    /** It shows the code itself, and has 20 women and 16 men of A fewer: its 48 and 40 are not two and one fewer. */
    @Test
    void aCountThatShowsTheCodeToo() {
        NestedTables fine = new NestedTables("t", COURSES, ALL);
        course(fine, "T", 110, 101, 0);
        course(fine, "A", 50, 41, 0);
        course(fine, "B", 60, 60, 0);
        NestedTables other = new NestedTables("u", COURSES, OF_ONE);
        course(other, "T", 48, 40, 0);
        course(other, "A", 30, 25, 0);
        course(other, "B", 18, 15, 0);
        List<ClearedTable> tables = print(fine, other);
        assertThat(GateTest.withheld(tables.get(0))).isEmpty();
        assertThat(GateTest.withheld(tables.get(1))).isEmpty();
    }
}
