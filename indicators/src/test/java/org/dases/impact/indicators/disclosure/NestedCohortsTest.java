// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.indicators.disclosure.NestedTables.count;
import static org.dases.impact.indicators.disclosure.NestedTables.print;
import static org.dases.impact.indicators.disclosure.NestedTables.withheld;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.junit.jupiter.api.Test;

/** A cohort and one that contains it, as a month and its year, do not differ by a small group. */
class NestedCohortsTest {
    private static final List<Axis> AREA = List.of(new Axis("area", true));
    private static final List<Axis> PERIOD = List.of(new Axis("period", false));
    private static final Series ACTIVE = count("active", "event");
    private static final Series VIEWERS = count("viewers", "event");

    /** 54 of the 56 learners of the year were active in May: the year stays. */
    @Test
    void aMonthIsNotCloseToItsYear() {
        ClearedTable table = print(new NestedTables("t", PERIOD, ACTIVE)
                        .row("y", "56")
                        .row("y/april", "40")
                        .row("y/may", "54")
                        .row("y/june", "46"))
                .get(0);
        assertThat(withheld(table, "active")).containsExactly("y/april", "y/may");
    }

    /** The week is close to the year and to its month, the month is not: the week alone goes, with another one. */
    @Test
    void everyLongerPeriodIsComparedWith() {
        ClearedTable table = print(new NestedTables("t", PERIOD, ACTIVE)
                        .row("T", "100")
                        .row("y", "56")
                        .row("y/may", "56")
                        .row("y/may/w1", "50")
                        .row("y/may/w2", "30")
                        .row("z", "70")
                        .row("z/june", "50")
                        .row("z/july", "40"))
                .get(0);
        assertThat(withheld(table, "active")).containsExactly("y/may/w1", "y/may/w2");
    }

    /** The yearly table has the others' months: the viewers of May are close to the active of the whole year. */
    @Test
    void aMonthIsComparedWithTheYearOfAnotherTable() {
        NestedTables years = new NestedTables("years", PERIOD, ACTIVE)
                .row("T", "150")
                .row("y", "56")
                .row("z", "110");
        NestedTables months = new NestedTables("months", PERIOD, VIEWERS)
                .row("y/april", "40")
                .row("y/may", "54")
                .row("z/may", "60");
        assertThat(withheld(print(years, months).get(1), "viewers")).containsExactly("y/may");
    }

    /**
     * 60 in the region, 57 in its half, 54 in the quarter: no cell gives away the 6 that are in the one but not the
     * other.
     */
    @Test
    void whatLiesBetweenACohortAndAnyThatContainsItIsNoSmallGroup() {
        ClearedTable table = print(new NestedTables("t", AREA, ACTIVE)
                        .row("T", "160")
                        .row("o", "100")
                        .row("r", "60")
                        .row("r/h", "57")
                        .row("r/h/q", "54")
                        .row("r/h/p", "3")
                        .row("r/g", "3"))
                .get(0);
        List<String> secret = withheld(table, "active");
        assertThat(secret).contains("r/g", "r/h/p", "r/h");
        assertThat(secret).containsAnyOf("r", "r/h/q");
    }

    /**
     * c differs by 2, d by none: of both together a reader would know that 2 did not view. Persons may be in several
     * courses, but the numbers say that nobody is.
     */
    @Test
    void siblingsWhoseNumbersAddUpDoNotDifferByASmallGroupEither() {
        List<Axis> course = List.of(new Axis("course", false));
        ClearedTable table = print(new NestedTables("t", course, ACTIVE, VIEWERS)
                        .row("T", "260", "178")
                        .row("a", "50", "30")
                        .row("c", "30", "28")
                        .row("d", "40", "40")
                        .row("e", "60", "30")
                        .row("g", "80", "50"))
                .get(0);
        Map<String, Integer> differences = Map.of("a", 20, "c", 2, "d", 0, "e", 30, "g", 30);
        assertThat(withheld(table, "active")).isEmpty();
        assertThat(withheld(table, "viewers")).contains("c").doesNotContain("T", "g");
        assertThat(withheld(table, "viewers").stream()
                        .mapToInt(at -> Objects.requireNonNull(differences.get(at)))
                        .sum())
                .as("of all that are withheld, which follow from the total")
                .isGreaterThanOrEqualTo(10);
        ClearedTable shared = print(new NestedTables("t", course, ACTIVE, VIEWERS)
                        .row("T", "220", "140")
                        .row("a", "100", "70")
                        .row("b", "56", "53")
                        .row("c", "90", "90"))
                .get(0);
        assertThat(withheld(shared, "viewers")).containsExactly("b", "c");
    }
}
