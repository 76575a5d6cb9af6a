// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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
        return new MovedCodes(place, cohorts).of(List.of(then));
    }

    private static String place(LedgerPlace in, String... path) {
        return in.of(at(path));
    }

    @Test
    void aCourseOfAnotherFacultyByNow() {
        String then = place(COURSES, "L", "L1");
        assertThat(moved(COURSES, List.of(at("M"), at("M", "L1")), place(COURSES, "L"), then))
                .isEqualTo(Map.of(then, at("M", "L1")));
    }

    @Test
    void aFacultyThatIsNotShownAnyMoreOrNew() {
        String below = place(COURSES, "L", "L1");
        String alone = place(ALONE, "L1");
        assertThat(moved(ALONE, List.of(at("L1")), below)).isEqualTo(Map.of(below, at("L1")));
        assertThat(moved(COURSES, List.of(at("L", "L1")), alone)).isEqualTo(Map.of(alone, at("L", "L1")));
    }

    /** Courses of one name in two faculties, then or now; and those of whom nobody knows the course. */
    @Test
    void notWhereTheCodeIsBelowSeveralOrUnknown() {
        String l = place(COURSES, "L", "X");
        String m = place(COURSES, "M", "X");
        assertThat(moved(ALONE, List.of(at("X")), l, m)).isEmpty();
        assertThat(moved(COURSES, List.of(at("L", "X"), at("M", "X")), place(ALONE, "X")))
                .isEmpty();
        String unknown = place(COURSES, "L", "_U");
        assertThat(moved(ALONE, List.of(at("_U")), unknown)).isEmpty();
    }

    /** The total of a dimension that is no more is the cell itself; a part of it is none. */
    @Test
    void notForADimensionThatIsNoMore() {
        LedgerPlace both = LedgerPlaceTest.table(
                List.of(PeriodKind.ALL),
                LedgerPlaceTest.dimension("lesson", "course"),
                LedgerPlaceTest.dimension("sex", "sex"));
        String all = both.of(List.of(Node.TOTAL, Node.of("L1"), Node.TOTAL));
        String women = both.of(List.of(Node.TOTAL, Node.of("L1"), Node.of("F")));
        assertThat(moved(ALONE, List.of(at("L1")), all, women)).isEmpty();
    }
}
