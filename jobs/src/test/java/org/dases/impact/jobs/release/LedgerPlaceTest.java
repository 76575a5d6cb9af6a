// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.definition.Dimension;
import org.dases.impact.indicators.definition.Indicator;
import org.dases.impact.indicators.definition.Level;
import org.dases.impact.indicators.definition.Measure;
import org.dases.impact.indicators.definition.PeriodKind;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.indicators.definition.Text;
import org.dases.impact.indicators.definition.Unit;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.junit.jupiter.api.Test;

/** A cell is the same cell whatever the tables that print it are called and how they are built. */
class LedgerPlaceTest {
    private static final Text TEXT = new Text("t", "t");
    private static final Dimension COURSE = dimension("place", "faculty", "course");
    private static final Dimension RESULT = dimension("result", "result");
    private static final Dimension FACULTY = dimension("where", "faculty");
    private static final Node YEAR = Node.of("2023-2024");
    private static final Node MONTH = Node.of("2023-2024", "month:2024-01-01");

    @Test
    void isTheSameInTablesWithOtherDimensionsInAnotherOrder() {
        LedgerPlace one = table(List.of(PeriodKind.ALL, PeriodKind.YEAR), COURSE, RESULT);
        LedgerPlace other = table(List.of(PeriodKind.YEAR), RESULT, FACULTY);

        String place = one.of(List.of(YEAR, Node.of("L"), Node.of("PASS")));

        assertThat(place).isEqualTo("{\"@period\":\"2023-2024\",\"faculty\":\"L\",\"result\":\"PASS\"}");
        assertThat(other.of(List.of(YEAR, Node.of("PASS"), Node.of("L")))).isEqualTo(place);
        assertThat(other.cohort(place)).isEqualTo(Optional.of(List.of(YEAR, Node.of("PASS"), Node.of("L"))));
    }

    @Test
    void isFoundAgainWithCodesOfAnyLetters() {
        LedgerPlace table = table(List.of(PeriodKind.ALL, PeriodKind.YEAR, PeriodKind.MONTH), COURSE);
        List<Node> at = List.of(MONTH, Node.of("L=\"/1", "a:b, é"));

        assertThat(table.cohort(table.of(at))).isEqualTo(Optional.of(at));
        List<Node> total = List.of(Node.TOTAL, Node.TOTAL);
        assertThat(table.cohort(table.of(total))).isEqualTo(Optional.of(total));
    }

    /** Faculties were not shown, or are not any more: the course stood where the levels of now that it had say. */
    @Test
    void stoodWhereTheLevelsThatAreShownSay() {
        LedgerPlace courses = table(List.of(PeriodKind.YEAR), dimension("place", "faculty", "course"));
        LedgerPlace alone = table(List.of(PeriodKind.YEAR), dimension("lesson", "course"));
        String course = alone.of(List.of(YEAR, Node.of("L1")));
        String both = courses.of(List.of(YEAR, Node.of("L", "L1")));

        assertThat(courses.stood(course)).isEqualTo(Optional.of(List.of(YEAR, Node.of("L1"))));
        assertThat(alone.stood(both)).isEqualTo(Optional.of(List.of(YEAR, Node.of("L1"))));
        assertThat(courses.cohort(course)).isEmpty();
        assertThat(alone.cohort(both)).isEmpty();
        LedgerPlace always = table(List.of(PeriodKind.ALL), dimension("lesson", "course"));
        assertThat(always.stood(course)).as("years are not shown").isEmpty();
    }

    @Test
    void isNowhereInATableWithoutItsColumnsOrPeriods() {
        LedgerPlace fine = table(List.of(PeriodKind.ALL, PeriodKind.YEAR, PeriodKind.MONTH), COURSE);
        LedgerPlace coarse = table(List.of(PeriodKind.YEAR), FACULTY);
        LedgerPlace other = table(List.of(PeriodKind.YEAR), RESULT);

        assertThat(coarse.cohort(fine.of(List.of(YEAR, Node.of("L", "L1"))))).isEmpty();
        assertThat(coarse.cohort(fine.of(List.of(MONTH, Node.of("L"))))).isEmpty();
        assertThat(coarse.cohort(fine.of(List.of(Node.TOTAL, Node.of("L"))))).isEmpty();
        assertThat(other.cohort(fine.of(List.of(YEAR, Node.of("L"))))).isEmpty();
        assertThat(other.cohort(fine.of(List.of(YEAR, Node.TOTAL)))).isEqualTo(Optional.of(List.of(YEAR, Node.TOTAL)));
    }

    /** A table of one indicator, N, that counts enrolments. */
    static LedgerPlace table(List<PeriodKind> periods, Dimension... dimensions) {
        Indicator count = new Indicator(
                "N",
                TEXT,
                TEXT,
                Unit.COUNT,
                "enrolment",
                ContributorKind.LEARNER,
                Optional.empty(),
                new Measure.Rows(),
                false,
                0,
                "1.0.0",
                "test");
        PublishedTable table =
                new PublishedTable("t", TEXT, List.of(count), List.of(dimensions), periods, OptionalInt.empty(), TEXT);
        return new LedgerPlace(table, new Periods(periods, MonthDay.of(9, 1)));
    }

    static Dimension dimension(String id, String... columns) {
        return new Dimension(
                id,
                TEXT,
                List.of(columns).stream()
                        .map(column -> new Level(column, "row." + column))
                        .toList());
    }
}
