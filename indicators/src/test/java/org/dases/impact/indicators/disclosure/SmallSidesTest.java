// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.indicators.disclosure.NestedTables.count;
import static org.dases.impact.indicators.disclosure.NestedTables.rate;
import static org.dases.impact.indicators.disclosure.NestedTables.withheld;
import static org.dases.impact.indicators.disclosure.RatesTest.PASSED;
import static org.dases.impact.indicators.disclosure.RatesTest.USERS;
import static org.dases.impact.indicators.disclosure.RatesTest.cohort;
import static org.dases.impact.indicators.disclosure.RatesTest.print;
import static org.dases.impact.indicators.disclosure.RatesTest.values;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.dases.impact.indicators.disclosure.rules.PrimaryRulesTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Siblings of whom no rate is told exactly do not tell together that all of them passed, or all but a few. */
class SmallSidesTest {
    private static final List<Axis> AXIS = List.of(new Axis("axis", true));

    /**
     * All 70 of b and c passed: with a and d told they would be the 130 of all less 60. Of the 120 of a, b and c 20
     * failed.
     */
    @Test
    void bandsSideBySideDoNotTellThatAllPassed() {
        ClearedTable table = print(
                List.of(USERS, PASSED),
                cohort("T", 180, 130),
                cohort("a", 50, 30),
                cohort("b", 30, 30),
                cohort("c", 40, 40),
                cohort("d", 60, 30));
        assertThat(values(table, "i").subList(1, 5)).containsExactly("null", "83.0-100.0", "87.0-100.0", "50.0");
        assertThat(values(table, "users")).containsExactly("180.0", "50.0", "30.0", "40.0", "60.0");
    }

    /** Of records: that none of b and c was rejected may be told, that 7 were may not. */
    @Test
    void bandsOfRecordsTellThatNoneWasRejectedButNotThatAFewWere() {
        Series records = PrimaryRulesTest.series(Form.RATE, ContributorKind.RECORD, 0, false, true);
        Cohort a = alone("a", 50, 30);
        Cohort d = alone("d", 60, 30);
        ClearedTable none = print(List.of(records), alone("T", 180, 130), a, alone("b", 30, 30), alone("c", 40, 40), d);
        assertThat(values(none, "i").subList(1, 5)).containsExactly("60.0", "66.0-100.0", "75.0-100.0", "50.0");
        ClearedTable few = print(List.of(records), alone("T", 180, 123), a, alone("b", 30, 27), alone("c", 40, 36), d);
        assertThat(values(few, "i").subList(1, 5)).containsExactly("null", "66.0-100.0", "75.0-100.0", "50.0");
    }

    /** The rate of a cohort without its number of learners. */
    private static Cohort alone(String code, long learners, long passed) {
        Cohort both = cohort(code, learners, passed);
        return new Cohort(
                both.at(), Map.of("i", Objects.requireNonNull(both.tallies().get("i"))));
    }

    /** Three failed in b and three in c: six are no small side, and say of neither how many. */
    @Test
    void bandsThatAreEnoughTogetherAreToldBesideTheOthers() {
        ClearedTable table = print(
                List.of(USERS, PASSED),
                cohort("T", 180, 124),
                cohort("a", 50, 30),
                cohort("b", 30, 27),
                cohort("c", 40, 37),
                cohort("d", 60, 30));
        assertThat(values(table, "i").subList(1, 5)).containsExactly("60.0", "83.0-100.0", "87.0-100.0", "50.0");
    }

    /** The 7 of b are withheld, and the 20 of c for their sake: three of the 57 of a, b and c failed. */
    @Test
    void whatIsWithheldBesideABandCountsWithIt() {
        ClearedTable table = NestedTables.print(
                        new NestedTables("t", List.of(new Axis("axis", true)), NestedTables.rate("passed", "event"))
                                .row("T", "119:187")
                                .row("a", "30:30")
                                .row("b", "4:7")
                                .row("c", "20:20")
                                .row("d", "30:60")
                                .row("e", "35:70"))
                .get(0);
        assertThat(NestedTables.withheld(table, "passed")).containsExactly("b", "c", "d");
    }

    /**
     * Nobody is in c, which is a secret of a sensitive indicator; e is withheld for its sake. One of the 70 of b, c and
     * e passed: a goes, too.
     */
    @Test
    void anEmptyCellThatIsASecretHasNoSides() {
        Series sensitive = PrimaryRulesTest.series(Form.RATE, ContributorKind.LEARNER, 0, true, true);
        ClearedTable table = print(
                List.of(sensitive),
                alone("T", 250, 61),
                alone("a", 60, 30),
                alone("b", 50, 0),
                new Cohort(List.of(Node.of("c")), Map.of()),
                alone("d", 120, 30),
                alone("e", 20, 1));
        assertThat(NestedTables.withheld(table, "i")).containsExactly("a", "c", "e");
    }

    /**
     * 147 less 60 and 70 are 17, and 65 less 30 and 35 nobody: all of b and c failed. They are below k, so no bands.
     */
    @Test
    void siblingsBelowTheThresholdHaveSidesToo() {
        ClearedTable table = NestedTables.print(new NestedTables("t", AXIS, count("users", "e"), rate("passed", "e"))
                        .row("T", "147", "65:147")
                        .row("a", "60", "30:60")
                        .row("b", "9", "0:9")
                        .row("c", "8", "0:8")
                        .row("d", "70", "35:70"))
                .get(0);
        assertThat(withheld(table, "passed")).containsExactly("a", "b", "c");
        assertThat(withheld(table, "users")).containsExactly("b", "c");
    }

    /** 135 less 30 and 35 are all 70 of b and c, whether the rate says it or a count of those who passed. */
    @Test
    void aCountOfTheSamePersonsDoesNotTellItEither() {
        NestedTables rates = new NestedTables("t", AXIS, rate("passed", "enrolment"))
                .row("T", "135:180")
                .row("a", "30:50")
                .row("b", "30:30")
                .row("c", "40:40")
                .row("d", "35:60");
        NestedTables counts = new NestedTables("u", AXIS, count("done", "event"))
                .row("T", "135")
                .row("a", "30")
                .row("b", "30")
                .row("c", "40")
                .row("d", "35");
        List<ClearedTable> tables = NestedTables.print(rates, counts);
        assertThat(withheld(tables.get(0), "passed")).containsExactly("a");
        assertThat(withheld(tables.get(1), "done")).containsExactly("a", "b", "c");
    }

    /** By table, how many are asked for: of b and c 24 records are on the one side, fewer than the 30 of courses. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theThresholdIsThatOfTheTable(boolean isFineFirst) {
        NestedTables courses = new NestedTables("courses", AXIS, records(30))
                .row("T", "130:234")
                .row("a", "31:70")
                .row("b", "35:47")
                .row("c", "34:46")
                .row("d", "30:71");
        NestedTables sexes = new NestedTables("sexes", List.of(new Axis("sex", true)), records(10))
                .row("T", "130:234")
                .row("f", "60:110")
                .row("m", "70:124");
        List<ClearedTable> tables =
                isFineFirst ? NestedTables.print(courses, sexes) : NestedTables.print(sexes, courses);
        assertThat(withheld(tables.get(isFineFirst ? 0 : 1), "accepted")).containsExactly("a");
    }

    private static Series records(int least) {
        return new Series(
                "accepted",
                "quality",
                Form.RATE,
                ContributorKind.RECORD,
                least,
                false,
                true,
                "percent",
                "1",
                Optional.empty());
    }

    /** b and c share 14 of their 70. Of the 56 who are left, 52 passed, as a reader takes it. */
    @Test
    void whereSiblingsSharePersonsThoseThatAReaderTakesToBeLeft() {
        NestedTables shared = new NestedTables("t", List.of(new Axis("axis", false)), rate("passed", "event"))
                .row("T", "112:166")
                .row("a", "30:50")
                .row("b", "26:30")
                .row("c", "36:40")
                .row("d", "30:60");
        assertThat(withheld(NestedTables.print(shared).get(0), "passed")).containsExactly("a");
    }

    /** What a and d have beyond the whole says that persons are shared, not how few are left. */
    @ParameterizedTest
    @ValueSource(strings = {"75:120 36:60", "90:120 46:60"})
    void notWherePartsHaveMoreThanTheWhole(String rows) {
        String[] wholeAndD = rows.split(" ", -1);
        NestedTables shared = new NestedTables("t", List.of(new Axis("axis", false)), rate("passed", "event"))
                .row("T", wholeAndD[0])
                .row("a", "40:60")
                .row("b", "27:30")
                .row("c", "27:30")
                .row("d", wholeAndD[1]);
        assertThat(withheld(NestedTables.print(shared).get(0), "passed")).isEmpty();
    }
}
