// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.definition.Indicator;
import org.dases.impact.indicators.definition.Measure;
import org.dases.impact.indicators.definition.PeriodKind;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.indicators.definition.Text;
import org.dases.impact.indicators.definition.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which tables show apart what lies in one another. */
class SplitPeriodsTest {
    private static final Text TEXT = new Text("x", "x");

    private static PublishedTable table(String id, String periods, String over, ContributorKind who) {
        Indicator count = new Indicator(
                "N", TEXT, TEXT, Unit.COUNT, over, who, Optional.empty(), new Measure.Rows(), false, 0, "1", "test");
        List<PeriodKind> kinds = Arrays.stream(periods.split(" ", -1))
                .map(word -> PeriodKind.valueOf(word.toUpperCase(Locale.ROOT)))
                .toList();
        return new PublishedTable(id, TEXT, List.of(count), List.of(), kinds, OptionalInt.empty(), TEXT);
    }

    private static List<String> found(PublishedTable... tables) {
        return SplitPeriods.find(List.of(tables)).stream()
                .map(split -> split.withCoarse().id() + " " + split.coarse() + ", "
                        + split.withFine().id() + " " + split.fine())
                .toList();
    }

    /** What neither has both of is apart, whichever comes first; where one has both, it is not. */
    @ParameterizedTest
    @CsvSource({
        "all, year, 'a ALL, b YEAR'",
        "year, all, 'b ALL, a YEAR'",
        "month, week, 'a MONTH, b WEEK'",
        "week, month, 'b MONTH, a WEEK'",
        "month day, week, 'a MONTH, b WEEK; b WEEK, a DAY'",
        "all year, month, 'a ALL, b MONTH; a YEAR, b MONTH'",
        "all month, all year, 'b YEAR, a MONTH'",
        "year, year, ''",
        "all, all year, ''",
        "all year, year, ''",
        "month day, week day, ''",
        "all year, year month, ''",
        "all year month, month day, ''",
        "all month, year month, 'a ALL, b YEAR'",
    })
    void whatNeitherHasBothOf(String one, String other, String expected) {
        assertThat(String.join(
                        "; ",
                        found(
                                table("a", one, "enrolment", ContributorKind.LEARNER),
                                table("b", other, "enrolment", ContributorKind.LEARNER))))
                .isEqualTo(expected);
    }

    /** Sessions are made of events, so of the same people; attempts are others, and records of pulls nobody. */
    @Test
    void onlyOfTheSamePeople() {
        PublishedTable events = table("events", "all", "event", ContributorKind.LEARNER);
        PublishedTable sessions = table("sessions", "year", "session", ContributorKind.LEARNER);
        PublishedTable enrolments = table("enrolments", "year", "enrolment", ContributorKind.LEARNER);
        PublishedTable records = table("records", "month", "landing", ContributorKind.RECORD);
        assertThat(found(events, sessions, enrolments, records)).containsExactly("events ALL, sessions YEAR");
    }

    /** A few records are withheld as a few persons are. */
    @Test
    void recordsAreAskedForAsPersonsAre() {
        PublishedTable all = table("all", "all", "landing", ContributorKind.RECORD);
        PublishedTable years = table("years", "year", "landing", ContributorKind.RECORD);
        assertThat(found(all, years)).containsExactly("all ALL, years YEAR");
    }
}
