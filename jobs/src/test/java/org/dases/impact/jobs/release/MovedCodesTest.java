// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dases.impact.indicators.definition.PeriodKind;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.junit.jupiter.api.Test;

/** A course is the same course, whichever faculty it is of. */
class MovedCodesTest {
    private static final LedgerPlace COURSES =
            LedgerPlaceTest.table(List.of(PeriodKind.ALL), LedgerPlaceTest.dimension("place", "faculty", "course"));
    private static final LedgerPlace ALONE =
            LedgerPlaceTest.table(List.of(PeriodKind.ALL), LedgerPlaceTest.dimension("lesson", "course"));

    private static List<Node> at(String... path) {
        return List.of(Node.TOTAL, path.length == 0 ? Node.TOTAL : Node.of(path));
    }

    private static Map<String, List<Node>> moved(LedgerPlace place, List<List<Node>> now, String... then) {
        List<Cohort> cohorts =
                now.stream().map(each -> new Cohort(each, Map.of())).toList();
        Map<String, Map<String, String>> codes = new TreeMap<>();
        List.of(then).forEach(each -> codes.put(each, LedgerPlace.codes(each)));
        return new MovedCodes(place, cohorts).of(codes);
    }

    private static String place(LedgerPlace in, String... path) {
        return in.of(at(path));
    }

    @Test
    void aCourseOfAnotherFacultyByNow() {
        String then = place(COURSES, "L", "L1");
        assertThat(moved(COURSES, List.of(at("M"), at("M", "L1")), place(COURSES, "L"), then))
                .isEqualTo(Map.of(place(COURSES, "L"), at("L"), then, at("M", "L1")));
    }

    @Test
    void aFacultyThatIsNotShownAnyMoreOrNew() {
        String below = place(COURSES, "L", "L1");
        String alone = place(ALONE, "L1");
        assertThat(moved(ALONE, List.of(at("L1")), below, place(COURSES, "L"))).isEqualTo(Map.of(below, at("L1")));
        assertThat(moved(COURSES, List.of(at("L", "L1")), alone)).isEqualTo(Map.of(alone, at("L", "L1")));
    }

    /** Courses of one name in two faculties, then or now; and those of whom nobody knows the course. */
    @Test
    void notWhereTheCodeIsBelowSeveralOrUnknown() {
        String l = place(COURSES, "L", "X");
        String m = place(COURSES, "M", "X");
        assertThat(moved(ALONE, List.of(at("X")), l, m)).isEmpty();
        assertThat(moved(COURSES, List.of(at("N", "X")), l, m)).isEqualTo(Map.of(l, at("L", "X"), m, at("M", "X")));
        assertThat(moved(COURSES, List.of(at("L", "X"), at("M", "X")), place(ALONE, "X")))
                .isEmpty();
        String unknown = place(COURSES, "L", "_U");
        assertThat(moved(COURSES, List.of(at("M", "_U")), unknown)).isEqualTo(Map.of(unknown, at("L", "_U")));
    }

    private static final LedgerPlace BOTH = LedgerPlaceTest.table(
            List.of(PeriodKind.ALL),
            LedgerPlaceTest.dimension("place", "faculty", "course"),
            LedgerPlaceTest.dimension("sex", "sex"));

    private static List<Node> both(String faculty, String course, String sex) {
        return List.of(Node.TOTAL, Node.of(faculty, course), sex.isEmpty() ? Node.TOTAL : Node.of(sex));
    }

    /** Women of X were in L alone and are in M alone: but X is of both, so that they are not the same. */
    @Test
    void aCodeBelowSeveralIsSoInEachCell() {
        String women = BOTH.of(both("L", "X", "F"));
        List<List<Node>> now = List.of(both("L", "X", ""), both("M", "X", ""), both("M", "X", "F"));
        assertThat(moved(BOTH, now, BOTH.of(both("L", "X", "")), BOTH.of(both("M", "X", "")), women))
                .containsEntry(women, both("L", "X", "F"));
        assertThat(moved(BOTH, List.of(both("M", "X", "")), BOTH.of(both("L", "X", "")), women))
                .as("a cell that is empty by now stands where its code does")
                .containsEntry(women, both("M", "X", "F"));
        String unknown = BOTH.of(both("L", "X", "_U"));
        assertThat(moved(BOTH, List.of(both("M", "X", "")), unknown))
                .as("the other axis has not moved")
                .containsEntry(unknown, both("M", "X", "_U"));
    }

    private static final LedgerPlace BRANCHES = LedgerPlaceTest.table(
            List.of(PeriodKind.ALL), LedgerPlaceTest.dimension("place", "faculty", "department", "course"));

    /** With D1 went those of whom nobody knows the course, and X, which has gone since; D2 is of two faculties. */
    @Test
    void whatIsBelowACodeThatMoved() {
        List<List<Node>> now =
                List.of(at("M"), at("M", "D1"), at("M", "D1", "_U"), at("M", "D2"), at("L", "D2"), at("M", "D2", "_U"));
        String unknown = place(BRANCHES, "L", "D1", "_U");
        String gone = place(BRANCHES, "L", "D1", "X");
        String other = place(BRANCHES, "L", "D2", "_U");
        assertThat(moved(BRANCHES, now, place(BRANCHES, "L", "D1"), unknown, gone, other))
                .containsEntry(unknown, at("M", "D1", "_U"))
                .containsEntry(gone, at("M", "D1", "X"))
                .containsEntry(other, at("L", "D2", "_U"));
    }

    /** The total of a dimension that is no more is the cell itself; a part of it is none. */
    @Test
    void notForADimensionThatIsNoMore() {
        String all = BOTH.of(both("L", "X", ""));
        String women = BOTH.of(both("L", "X", "F"));
        assertThat(moved(COURSES, List.of(at("M"), at("M", "X")), all, women)).isEqualTo(Map.of(all, at("M", "X")));
    }
}
