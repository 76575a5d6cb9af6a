// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.indicators.disclosure.NestedTables.RULES;
import static org.dases.impact.indicators.disclosure.NestedTables.count;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;
import org.junit.jupiter.api.Test;

/** Enrolments of courses add up, learners do not. Rows gave way to other series by the numbers of their learners. */
class FollowingRowsTest {
    private static final Series ENROLMENTS = count("enrolments", "event");

    private static Series hours(Form form) {
        return new Series("hours", "event", form, ContributorKind.LEARNER, 0, false, true, "h", "1", Optional.empty());
    }

    /** Rows of a total and two courses, of which some gave way; which then do not say how many learners they have. */
    private static List<Integer> unnumbered(Series series, List<Integer> yielded, String... figures) {
        NestedTables table = new NestedTables("t", List.of(new Axis("course", false)), series);
        List<String> places = List.of("T", "a", "b", "c");
        for (int place = 0; place < figures.length; place++) {
            table.row(places.get(place), figures[place]);
        }
        List<CellTable> tables = List.of(table.table());
        PrimaryRules rules = new PrimaryRules(RULES);
        Pattern pattern = new Pattern(NestedTables.population(rules, tables), rules, RULES);
        SeriesRows rows = pattern.listRows(new Places(tables), RULES).iterator().next();
        yielded.forEach(rows.yielded()::set);
        FollowingRows.tell(rows);
        List<Integer> told = Stream.of(0, 1, 2).filter(rows.unnumbered()::get).toList();
        assertThat(told).noneMatch(rows::isWithheld);
        assertThat(yielded).allMatch(cell -> told.contains(cell) || rows.isWithheld(cell));
        return told;
    }

    /** The courses tell that there are 300 enrolments. */
    @Test
    void aWholeIsToldThatCoursesTell() {
        assertThat(unnumbered(ENROLMENTS, List.of(0), "300#200", "160#120", "140#130"))
                .containsExactly(0);
        assertThat(unnumbered(ENROLMENTS, List.of(), "300#200", "160#120", "140#130"))
                .isEmpty();
    }

    /** The whole less the other course are the 160 of the first. */
    @Test
    void aCourseIsToldThatTheOtherTells() {
        assertThat(unnumbered(ENROLMENTS, List.of(1), "300#200", "160#120", "140#130"))
                .containsExactly(1);
    }

    @Test
    void whatDoesNotFollowStaysWithheld() {
        assertThat(unnumbered(ENROLMENTS, List.of(0, 1), "300#200", "160#120", "140#130"))
                .isEmpty();
    }

    /** 0.1 and 0.2 are 0.30000000000000004 in binary. */
    @Test
    void sumsAreToldLikeRecords() {
        assertThat(unnumbered(hours(Form.SUM), List.of(0), "0.3#200", "0.1#120", "0.2#130"))
                .containsExactly(0);
    }

    /** Of things that learners share, as sessions, a whole has fewer than its parts together; means are no sums. */
    @Test
    void whatDoesNotAddUpStaysWithheld() {
        assertThat(unnumbered(ENROLMENTS, List.of(0), "290#200", "160#120", "140#130"))
                .isEmpty();
        assertThat(unnumbered(hours(Form.MEAN), List.of(0), "300#200", "160#120", "140#130"))
                .isEmpty();
    }

    /** As many enrolments as learners: the one would tell the other. */
    @Test
    void aFigureThatIsTheNumberOfLearnersStaysWithheld() {
        assertThat(unnumbered(ENROLMENTS, List.of(0), "300#300", "160#120", "140#130"))
                .isEmpty();
    }

    /** A course of which nothing is listed has no enrolments. */
    @Test
    void aCourseThatIsNotListedHasNone() {
        assertThat(unnumbered(ENROLMENTS, List.of(0), "300#200", "160#120", "140#130", "-"))
                .containsExactly(0);
    }
}
