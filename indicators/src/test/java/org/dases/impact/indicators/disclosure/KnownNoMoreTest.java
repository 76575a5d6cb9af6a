// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.earlier.EarlierRelease;
import org.dases.impact.indicators.disclosure.earlier.Held;
import org.dases.impact.indicators.disclosure.earlier.Ledger;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.dases.impact.indicators.disclosure.rules.Attacker;
import org.dases.impact.indicators.disclosure.rules.Limits;
import org.dases.impact.indicators.disclosure.rules.PrimaryRulesTest;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.dases.impact.indicators.disclosure.rules.Zeros;
import org.junit.jupiter.api.Test;

/** What was told once, and is not to be known any more. */
class KnownNoMoreTest {
    /** 27 were told, and have gone: with a k of 30 nobody is to know by now, who sees 40 and 50 of 117 then. */
    @Test
    void aCellThatIsEmptyIsASecretWhereFewerThanKWereToldInIt() {
        CellTable before = RevisionTest.line(27, 40, 50).table("t", Aggregated.USERS);
        CellTable now = RevisionTest.line(0, 40, 50).table("t", Aggregated.USERS);
        CellTable unlisted = new CellTable(
                now.id(),
                now.axes(),
                now.series(),
                now.cohorts().stream()
                        .filter(cohort -> !cohort.at().equals(List.of(Node.of("a"))))
                        .toList());
        for (CellTable each : List.of(now, unlisted)) {
            ClearedTable table = RevisionTest.second(before, RevisionTest.rules(10), each, RevisionTest.rules(30));
            assertThat(RevisionTest.shown(table, "a")).isEqualTo("-");
            assertThat(RevisionTest.shown(table)).isEqualTo("117*");
        }
        assertThat(RevisionTest.shown(
                        RevisionTest.second(before, RevisionTest.rules(10), unlisted, RevisionTest.rules(20)), "a"))
                .isEqualTo("no row");
    }

    /**
     * 44 of b were told; then 6 were in a, and the 44 withheld for their sake. Another indicator in another table must
     * not tell them now: 110 less 60 less 44 are 6.
     */
    @Test
    void whatWasToldAndThenHiddenIsNotKnownAnyMore() {
        List<EarlierRelease> earlier = new ArrayList<>();
        for (long a : List.of(30L, 6L)) {
            Submission submission = new Submission(
                    List.of(RevisionTest.line(a, 44, 60).table("t", Aggregated.USERS)),
                    GateTest.PLAIN,
                    List.copyOf(earlier));
            Clearance.Granted granted = RevisionTest.granted(submission);
            assertThat(RevisionTest.shown(granted.release().tables().get(0), "b"))
                    .isEqualTo(a == 30 ? "44" : "44*");
            earlier.add(new EarlierRelease("r" + a, Releases.at(earlier.size()), granted.ledger()));
        }
        CellTable own = RevisionTest.line(42, 44, 60).table("t", Aggregated.USERS);
        CellTable other = RevisionTest.line(42, 44, 60).table("n", Aggregated.count("others", 0));
        List<ClearedTable> tables = RevisionTest.granted(new Submission(List.of(own, other), GateTest.PLAIN, earlier))
                .release()
                .tables();
        assertThat(RevisionTest.shown(tables.get(0), "b")).isEqualTo("44*");
        assertThat(RevisionTest.shown(tables.get(1), "b")).isEqualTo("-");
    }

    /** Three schools were told where three were enough. All have gone, and by now five are asked for. */
    @Test
    void aCellThatIsEmptyIsASecretWhereFewerSchoolsThanAreAskedForWereToldInIt() {
        CellTable then = schools(Map.of("a", 3L, "b", 6L, "c", 7L, "", 16L));
        CellTable now = schools(Map.of("b", 6L, "c", 7L, "", 13L));
        assertThat(RevisionTest.shown(RevisionTest.second(then, asking(3), now, asking(5)), "a"))
                .isEqualTo("-");
        assertThat(RevisionTest.shown(RevisionTest.second(then, asking(3), now, asking(3)), "a"))
                .isEqualTo("no row");
    }

    private static Rules asking(int schools) {
        OptionalInt none = OptionalInt.empty();
        return new Rules(10, 0, 0, OptionalInt.of(schools), none, none, Zeros.PUBLISH, false, Attacker.ADDS);
    }

    private static CellTable schools(Map<String, Long> counts) {
        Series series = PrimaryRulesTest.series(Form.COUNT, ContributorKind.SCHOOL, 0, false, false);
        List<Cohort> cohorts = new ArrayList<>();
        counts.forEach((code, count) -> cohorts.add(new Cohort(
                List.of(code.isEmpty() ? Node.TOTAL : Node.of(code)),
                Map.of("i", Tally.figure((double) count, new Contributors(0, count, null, null, null))))));
        return new CellTable("t", List.of(new Axis("axis", true)), List.of(series), cohorts);
    }

    /** 30 were asked for once: they go on to be, where 10 are by now; groups of 10 may be told from now on. */
    @Test
    void whatHoldsIsTheLargerK() {
        assertThat(held(30, 10)).containsExactly(new Held(Aggregated.USERS, 10, 30));
    }

    /** 10 were asked for once: groups of 10 were told then, whatever is asked for now. */
    @Test
    void whatWasToldIsByTheSmallerK() {
        assertThat(held(10, 30)).containsExactly(new Held(Aggregated.USERS, 10, 30));
        assertThat(held(30, 30)).containsExactly(new Held(Aggregated.USERS, 30, 30));
    }

    private static List<Held> held(int then, int now) {
        CellTable table = RevisionTest.line(35, 40, 50).table("t", Aggregated.USERS);
        Ledger ledger = RevisionTest.granted(new Submission(List.of(table), RevisionTest.rules(then)))
                .ledger();
        EarlierRelease first = new EarlierRelease("1", Releases.at(0), ledger);
        return new Submission(List.of(table), RevisionTest.rules(now), List.of(first))
                .held()
                .getOrDefault("t", List.of());
    }

    /** Of a ledger that does not say what was asked for, what is asked for now counts. */
    @Test
    void whatHoldsWhereItIsNotRemembered() {
        CellTable table = RevisionTest.line(35, 40, 50).table("t", Aggregated.USERS);
        List<Node> at = table.cohorts().get(0).at();
        Ledger.Figure figure = Ledger.Figure.ofCount(
                OptionalLong.of(125), true, at, Aggregated.USERS, Ledger.Terms.UNKNOWN, Limits.NONE);
        Ledger ledger = new Ledger(List.of(
                new Ledger.Table("t", List.of(new Ledger.Entry(at, false, Map.of("users", figure))))));
        EarlierRelease first = new EarlierRelease("1", Releases.at(0), ledger);
        assertThat(new Submission(List.of(table), RevisionTest.rules(30), List.of(first)).held())
                .containsEntry("t", List.of(new Held(Aggregated.USERS, 30, 30)));
    }
}
