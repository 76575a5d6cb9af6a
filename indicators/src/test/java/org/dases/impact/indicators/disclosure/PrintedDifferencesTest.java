// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Sides;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.dases.impact.indicators.disclosure.printed.PrintedDifferences;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;
import org.junit.jupiter.api.Test;

/** The second look, at the printed rows alone: tables are printed here as if no gate had been. */
class PrintedDifferencesTest {
    private static final Series ACTIVE = NestedTables.count("active", "event");
    private static final Series VIEWERS = NestedTables.count("viewers", "event");
    private static final Series PASSED = NestedTables.rate("passed", "attempt");
    private static final List<Axis> AREA = List.of(new Axis("area", true));
    private static final List<Axis> PERIOD = List.of(new Axis("period", false));

    private static List<String> find(NestedTables... tables) {
        return PrintedDifferences.find(
                List.of(tables).stream()
                        .map(NestedTables::table)
                        .map(PrintedDifferencesTest::printAll)
                        .toList(),
                NestedTables.RULES);
    }

    /** Prints all rows as they are. */
    static ClearedTable printAll(CellTable table) {
        List<ClearedRow> rows = table.cohorts().stream()
                .flatMap(cohort -> table.series().stream()
                        .flatMap(series -> Optional.ofNullable(cohort.tallies().get(series.indicatorId())).stream()
                                .map(tally -> ClearedRow.exact(cohort.at(), series, tally))))
                .toList();
        return new ClearedTable(table.id(), table.axes(), rows);
    }

    private static NestedTables table(List<Axis> axes, Series... series) {
        return new NestedTables("t", axes, series);
    }

    private static String leak(String one, String other) {
        return "two printed numbers of persons, the one among the other, differ by a small group: indicators " + one
                + " and " + other;
    }

    @Test
    void twoCountsOfOneCohortThatAreClose() {
        assertThat(find(table(AREA, ACTIVE, VIEWERS).row("T", "156", "104").row("b", "56", "54")))
                .containsExactly(leak("event/viewers", "event/active"));
        assertThat(find(table(AREA, ACTIVE, VIEWERS).row("T", "156", "104").row("b", "64", "54")))
                .isEmpty();
        assertThat(find(table(AREA, ACTIVE, VIEWERS).row("T", "156", "104").row("b", "54", "54")))
                .isEmpty();
        assertThat(find(table(AREA, ACTIVE, VIEWERS).row("T", "156", "174").row("b", "56", "54")))
                .isEmpty();
        assertThat(find(table(AREA, ACTIVE, VIEWERS).row("T", "156", "104").row("b", "9", "0")))
                .isEmpty();
    }

    @Test
    void theGreaterThresholdOfBothCounts() {
        Series careful = Aggregated.count("careful", 20);
        assertThat(find(table(AREA, ACTIVE, careful).row("T", "156", "104").row("b", "60", "41")))
                .hasSize(1);
        assertThat(find(table(AREA, ACTIVE, careful).row("T", "156", "104").row("b", "61", "41")))
                .isEmpty();
    }

    @Test
    void aPeriodThatIsCloseToALongerOne() {
        assertThat(find(table(PERIOD, ACTIVE).row("y", "56").row("y/may", "54")))
                .containsExactly(leak("event/active", "event/active"));
        assertThat(find(table(PERIOD, ACTIVE).row("T", "56").row("y/may", "54")))
                .hasSize(1);
        assertThat(find(table(PERIOD, ACTIVE).row("y", "56").row("z/may", "54")))
                .isEmpty();
    }

    @Test
    void whatSiblingsHoldIfItIsAskedFor() {
        NestedTables chain = table(AREA, ACTIVE).row("r", "60").row("r/h/q", "54");
        assertThat(find(chain)).hasSize(1);
        assertThat(PrintedDifferences.find(List.of(printAll(chain.table())), GateTest.PLAIN))
                .isEmpty();
        NestedTables elsewhere = new NestedTables("u", AREA, ACTIVE).row("r", "60");
        assertThat(find(table(AREA, ACTIVE).row("r/h/q", "54"), elsewhere)).isEmpty();
    }

    @Test
    void thoseAboveTheLineOfARateThatCountsPersons() {
        NestedTables close =
                table(AREA, ACTIVE, PASSED).row("T", "156", "60:180").row("b", "56", "54:80");
        assertThat(find(close)).containsExactly(leak("attempt/passed", "event/active"));
        NestedTables apart =
                table(AREA, ACTIVE, PASSED).row("T", "156", "60:180").row("b", "59", "54:80");
        assertThat(find(apart)).isEmpty();
    }

    /** 54 of 80 attempts, of 40 learners: 54 is no number of persons. */
    @Test
    void attemptsAreNoPersons() {
        Tally attempts = new Tally(67.5, 54.0, 80.0, null, null, Contributors.ofLearners(40), new Sides(30, 10));
        CellTable table = new CellTable(
                "t",
                AREA,
                List.of(ACTIVE, PASSED),
                List.of(new Cohort(
                        List.of(Node.TOTAL),
                        Map.of("active", Tally.figure(56, Contributors.ofLearners(56)), "passed", attempts))));
        assertThat(PrintedDifferences.find(List.of(printAll(table)), NestedTables.RULES))
                .isEmpty();
    }

    @Test
    void tablesAreComparedByCodeUnlessItStandsInSeveralPlaces() {
        NestedTables one = table(AREA, ACTIVE).row("n/b", "56").row("s/_U", "80");
        NestedTables same =
                new NestedTables("u", AREA, VIEWERS).row("x/b", "54").row("x/_U", "79");
        assertThat(find(one, same)).containsExactly(leak("event/viewers", "event/active"));
        NestedTables several =
                new NestedTables("u", AREA, VIEWERS).row("x/b", "54").row("y/b", "53");
        assertThat(find(one, several)).isEmpty();
    }

    /** The first table has the area first, the other one the sex. */
    @Test
    void tablesAreComparedWhateverTheOrderOfTheirAxes() {
        List<Axis> areaFirst = List.of(new Axis("area", true), new Axis("sex", true));
        List<Axis> sexFirst = List.of(new Axis("sex", true), new Axis("area", true));
        NestedTables one = table(areaFirst, ACTIVE).row("a/b F", "56").row("T T", "180");
        NestedTables close = new NestedTables("u", sexFirst, VIEWERS).row("F a/b", "54");
        NestedTables apart = new NestedTables("u", sexFirst, VIEWERS).row("F a/b", "46");
        NestedTables swapped = new NestedTables("u", sexFirst, VIEWERS).row("a/b F", "54");
        assertThat(find(one, close)).containsExactly(leak("event/viewers", "event/active"));
        assertThat(find(one, apart)).isEmpty();
        assertThat(find(one, swapped)).isEmpty();
    }

    /**
     * In area b 179 girls are active and 178 view; 180 are active in all. Neither the area nor the girls are listed.
     */
    @Test
    void whatContainsACohortIsFoundAcrossCodesThatAreNotListed() {
        List<Axis> axes = List.of(new Axis("area", true), new Axis("sex", true));
        NestedTables tables =
                table(axes, ACTIVE, VIEWERS).row("a/b F", "179", "178").row("T T", "180", "-");
        assertThat(find(tables))
                .containsExactlyInAnyOrder(leak("event/viewers", "event/active"), leak("event/active", "event/active"));
        assertThat(find(table(axes, ACTIVE).row("a/b F", "179").row("T M", "180")))
                .isEmpty();
    }

    /** Were a lost row printed after all, the attack by recomputation would find the secret one. */
    @Test
    void theAttackFindsASecretThatFollowsFromTheOtherRows() {
        CellTable table = table(AREA, ACTIVE, VIEWERS)
                .row("T", "216", "164")
                .row("a", "100", "70")
                .row("b", "56", "54")
                .row("c", "60", "40")
                .table();
        PrimaryRules rules = new PrimaryRules(NestedTables.RULES);
        Population population = NestedTables.population(rules, List.of(table));
        Pattern pattern = new Pattern(population, rules, NestedTables.RULES);
        PatternRows rows = Nesting.protect(List.of(pattern), List.of(table), rules, NestedTables.RULES)
                .get(0);
        assertThat(new Recomputation().attack(pattern, rows.all())).isEmpty();
        rows.all().forEach(each -> each.lost().clear());
        assertThat(new Recomputation().attack(pattern, rows.all()))
                .containsExactly("a small difference to a larger population of indicator viewers can be computed");
    }
}
