// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.indicators.disclosure.NestedTables.count;
import static org.dases.impact.indicators.disclosure.NestedTables.rate;
import static org.dases.impact.indicators.disclosure.NestedTables.withheld;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.earlier.EarlierRelease;
import org.dases.impact.indicators.disclosure.earlier.Ledger;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.dases.impact.indicators.disclosure.rules.Zeros;
import org.junit.jupiter.api.Test;

/** Tables that are in order are not refused: what cannot be printed is withheld. */
class ValidTablesTest {
    private static final List<Axis> AXIS = List.of(new Axis("axis", true));
    private static final OptionalInt NONE = OptionalInt.empty();

    /** What earlier releases withheld of users in a is no secret of the active ones, of whom u tells there are none. */
    @Test
    void theSameTablesAreReleasedAgain() {
        List<CellTable> tables = twoTables();
        List<EarlierRelease> earlier = new ArrayList<>();
        List<List<ClearedTable>> releases = new ArrayList<>();
        for (int release = 0; release < 3; release++) {
            Clearance.Granted granted = Releases.granted(NestedTables.RULES, tables, earlier);
            earlier.add(new EarlierRelease("r" + release, Releases.at(release), granted.ledger()));
            releases.add(granted.release().tables());
        }
        assertThat(withheld(releases.get(0).get(0), "users")).isNotEmpty();
        assertThat(releases.get(2))
                .allSatisfy(table -> assertThat(withheld(table, "users"))
                        .isEqualTo(withheld(releases.get(0).get(releases.get(2).indexOf(table)), "users")));
    }

    /** Five were active in a, which a school could know; that nobody is now is told by u, which does not list a. */
    @Test
    void whatMovedByFewMayBeToldByTheTablesThemselves() {
        CellTable then = new NestedTables("t", AXIS, count("users", "event"), count("active", "event"))
                .row("T", "50", "35")
                .row("a", "10", "5")
                .row("b", "40", "30")
                .table();
        Clearance.Granted first = Releases.granted(NestedTables.RULES, List.of(then), List.of());
        Ledger ledger = Releases.with(first.ledger(), figure -> figure.knownTo(Ledger.Reach.INSIDERS));
        Clearance.Granted second = Releases.granted(
                NestedTables.RULES, twoTables(), List.of(new EarlierRelease("r0", Releases.at(0), ledger)));
        assertThat(withheld(second.release().tables().get(0), "active")).contains("a");
    }

    /** The 20 of A have left it, fewer than k is by now: that both of its parts are empty must not tell it. */
    @Test
    void aWholeMayBeASecretOfWhichNobodyIsLeft() {
        CellTable then = new NestedTables("t", AXIS, count("users", "event"))
                .row("T", "80")
                .row("A", "20")
                .row("A/1", "9")
                .row("A/2", "11")
                .row("B", "60")
                .row("C", "0")
                .table();
        CellTable now = new NestedTables("t", AXIS, count("users", "event"))
                .row("T", "60")
                .row("A", "0")
                .row("A/1", "0")
                .row("A/2", "0")
                .row("B", "60")
                .row("C", "0")
                .table();
        Clearance.Granted first = Releases.granted(NestedTables.RULES, List.of(then), List.of());
        assertThat(withheld(first.release().tables().get(0), "users")).containsExactly("A/1", "A/2");
        Clearance.Granted second = Releases.granted(
                new Rules(30, 0, 5, NONE, NONE, NONE, Zeros.PUBLISH),
                List.of(now),
                List.of(new EarlierRelease("r0", Releases.at(0), first.ledger())));
        assertThat(withheld(second.release().tables().get(0), "users")).containsExactly("A", "A/1", "A/2");
    }

    private static List<CellTable> twoTables() {
        return List.of(
                new NestedTables("t", AXIS, count("users", "event"), count("active", "event"))
                        .row("T", "45", "30")
                        .row("a", "10", "-")
                        .row("b", "35", "30")
                        .table(),
                new NestedTables("u", AXIS, count("active", "event"))
                        .row("T", "30")
                        .row("b", "30")
                        .table());
    }

    /** The rate loses its total; then 14 pass in b of 16 who passed in all, and no place prints both. */
    @Test
    void rowsThatAreLostLastMayMakeTwoNumbersLookNested() {
        List<ClearedTable> tables = NestedTables.print(
                new NestedTables("t", AXIS, count("active", "event"), rate("own", "event"), count("passed", "event"))
                        .row("T", "50", "24:56", "16")
                        .row("a", "20", "10:24", "16")
                        .row("b", "30", "14:30", "-")
                        .row("c", "-", "0:2", "-"));
        assertThat(tables.get(0).published()).isPositive();
    }

    /** Eight learners in both periods, one of the active ones: rows lose their number of learners, and look nested. */
    @Test
    void orNumbersOfLearnersThatAreLeftOut() {
        List<ClearedTable> tables = NestedTables.print(
                new NestedTables("t", List.of(new Axis("period", false)), sum("minutes"), count("active", "event"))
                        .row("T", "542#77", "55")
                        .row("p1", "325#46", "40")
                        .row("p2", "276#39", "26"));
        assertThat(tables.get(0).published()).isPositive();
    }

    /**
     * In c0, the only place that prints both rates, two of twenty-two are above neither line; elsewhere they differ.
     */
    @Test
    void twoRatesMayLookLikeThoseOfTheSamePeopleOnceRowsAreLost() {
        List<ClearedTable> tables = NestedTables.print(
                new NestedTables("t", List.of(new Axis("place", true), new Axis("sex", true)), sum("users"))
                        .row("T b0", "336#48")
                        .row("T T", "693#99")
                        .row("a2 b0", "35#5")
                        .row("a2 T", "105#15")
                        .row("a3 b0", "98#14")
                        .row("a3 T", "252#36")
                        .row("a4 b0", "203#29")
                        .row("a4 T", "336#48")
                        .row("T b1", "357#51")
                        .row("a2 b1", "70#10")
                        .row("a3 b1", "154#22")
                        .row("a4 b1", "133#19"),
                new NestedTables(
                                "u",
                                List.of(new Axis("place", true), new Axis("level", true)),
                                rate("active", "event"),
                                rate("own", "event"))
                        .row("T c0", "12:22", "8:22")
                        .row("T T", "29:77", "20:59")
                        .row("a2 T", "0:10", "-")
                        .row("a3 c0", "0:10", "0:2")
                        .row("a3 T", "10:30", "10:22")
                        .row("a4 c0", "12:12", "8:20")
                        .row("a4 T", "19:37", "10:37")
                        .row("T c1", "17:55", "12:37")
                        .row("a2 c1", "0:10", "-")
                        .row("a3 c1", "10:20", "10:20")
                        .row("a4 c1", "7:25", "2:17"));
        assertThat(tables.get(1).published()).isPositive();
    }

    private static Series sum(String id) {
        return new Series(
                id, "event", Form.SUM, ContributorKind.LEARNER, 0, false, true, "minutes", "1", Optional.empty());
    }

    /** That nobody is active in a is a secret of both tables, though only one lists a. */
    @Test
    void zerosMayBeWithheldThoughOneTableDoesNotListThem() {
        Rules rules = new Rules(10, 0, 5, NONE, NONE, NONE, Zeros.WITHHOLD);
        CellTable[] tables = {
            new NestedTables("t", AXIS, count("users", "event"), count("active", "event"))
                    .row("T", "40", "20")
                    .row("a", "20", "-")
                    .row("b", "20", "20")
                    .table(),
            new NestedTables("u", AXIS, count("active", "event"))
                    .row("T", "20")
                    .row("b", "20")
                    .table()
        };
        List<ClearedTable> cleared = GateTest.granted(rules, tables).tables();
        assertThat(Arrays.asList(withheld(cleared.get(0), "active"), withheld(cleared.get(1), "active")))
                .allSatisfy(places -> assertThat(places).contains("a", "b"));
    }
}
