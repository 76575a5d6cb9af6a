// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.earlier.EarlierRelease;
import org.dases.impact.indicators.disclosure.earlier.Ledger;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.junit.jupiter.api.Test;

/** What was told or hidden under one name is not told of nearly the same persons under another; k = 10. */
class OtherNamesTest {
    private static final Series USERS = Aggregated.count("users", 0);
    private static final Series ACTIVE = Aggregated.count("active", 0);

    private static CellTable table(String id, Series series, long a, long b, long c) {
        return RevisionTest.line(a, b, c).table(id, series);
    }

    /** Both series in one table. */
    private static CellTable both(CellTable one, CellTable other) {
        List<Cohort> cohorts = new ArrayList<>();
        for (int c = 0; c < one.cohorts().size(); c++) {
            Map<String, Tally> tallies = new TreeMap<>(one.cohorts().get(c).tallies());
            tallies.putAll(other.cohorts().get(c).tallies());
            cohorts.add(new Cohort(one.cohorts().get(c).at(), tallies));
        }
        List<Series> series = new ArrayList<>(one.series());
        series.addAll(other.series());
        return new CellTable(one.id(), one.axes(), series, cohorts);
    }

    private static EarlierRelease release(String id, CellTable table) {
        return new EarlierRelease(
                id,
                Releases.at(0),
                Releases.granted(GateTest.PLAIN, List.of(table), List.of()).ledger());
    }

    /** 53 after 50 would tell that 3 came to a, 153 after 150 to all. */
    @Test
    void aNumberThatWasToldUnderAnotherNameIsNotToldByADifference() {
        EarlierRelease first = release("1", table("t", USERS, 50, 40, 60));
        assertThat(Releases.shown(table("t", ACTIVE, 53, 40, 60), first))
                .isEqualTo(Map.of("T", "-", "a", "-", "b", "40", "c", "60"));
        assertThat(Releases.shown(table("t", ACTIVE, 60, 40, 60), first))
                .isEqualTo(Map.of("T", "160", "a", "60", "b", "40", "c", "60"));
    }

    /** 200 and 100 were told: were the 96 told now, so would be the 4 of then. */
    @Test
    void aSecretThatHasNotMovedIsNotToldUnderAnotherName() {
        assertThat(Releases.shown(table("t", USERS, 4, 96, 100)))
                .isEqualTo(Map.of("T", "200", "a", "-", "b", "-", "c", "100"));
        assertThat(Releases.shown(table("t", ACTIVE, 14, 96, 100), release("1", table("t", USERS, 4, 96, 100))))
                .isEqualTo(Map.of("T", "210", "a", "-", "b", "-", "c", "100"));
    }

    /** Of b, c and the total the numbers are no longer near, of a alone they are. */
    @Test
    void otherPersonsAreNotHeldAgainstIt() {
        assertThat(Releases.shown(table("t", ACTIVE, 53, 90, 20), release("1", table("t", USERS, 50, 30, 40))))
                .isEqualTo(Map.of("T", "163", "a", "53", "b", "90", "c", "20"));
    }

    /** 40 of 53 are three of four and more, 40 of 54 are not; half of the cells are enough. */
    @Test
    void nearIsWhatIsThreeOfFour() {
        EarlierRelease first = release("1", table("t", USERS, 40, 40, 40));
        assertThat(Releases.shown(table("t", ACTIVE, 53, 42, 12), first))
                .as("T, a and b")
                .containsEntry("b", "-");
        assertThat(Releases.shown(table("t", ACTIVE, 53, 12, 200), first))
                .as("a")
                .doesNotContainValue("-");
        assertThat(Releases.shown(table("t", ACTIVE, 53, 42, 200), first))
                .as("a and b")
                .containsEntry("b", "-");
        assertThat(Releases.shown(table("t", ACTIVE, 54, 42, 200), first))
                .as("b")
                .doesNotContainValue("-");
    }

    /** 30 came to b, 3 to a: in a, c and in all they are near. Of b and c the larger one is told beside all of them. */
    @Test
    void wherePersonsCameTheyAreStillTheSame() {
        assertThat(Releases.shown(table("t", ACTIVE, 53, 70, 60), release("1", table("t", USERS, 50, 40, 60))))
                .isEqualTo(Map.of("T", "183", "a", "-", "b", "70", "c", "-"));
    }

    /** What both were is remembered: the 60 are held against the 50 of their own name, not against 62 others. */
    @Test
    void whatItWasItselfIsRememberedByItsOwnName() {
        CellTable users = table("t", USERS, 62, 100, 50);
        CellTable active = table("t", ACTIVE, 50, 100, 50);
        CellTable now = table("t", ACTIVE, 60, 100, 50);
        assertThat(Releases.shown(now, release("1", both(users, active))))
                .isEqualTo(Map.of("T", "210", "a", "60", "b", "100", "c", "50"));
        assertThat(Releases.shown(now, release("1", users), release("1", active)))
                .as("in two tables of one release")
                .isEqualTo(Map.of("T", "210", "a", "60", "b", "100", "c", "50"));
        assertThat(Releases.shown(now, release("1", users)))
                .as("not remembered by its own name")
                .isEqualTo(Map.of("T", "-", "a", "-", "b", "100", "c", "50"));
    }

    /** Two tables share the total only: that the one had it there by its own name is nothing for a. */
    @Test
    void whatItWasItselfIsRememberedForThatCellAlone() {
        CellTable active = table("t", ACTIVE, 50, 40, 60);
        CellTable total = new CellTable(
                "t",
                active.axes(),
                active.series(),
                active.cohorts().stream()
                        .filter(cohort -> cohort.at().equals(List.of(Node.TOTAL)))
                        .toList());
        assertThat(Releases.shown(
                        table("t", ACTIVE, 53, 40, 67),
                        release("1", table("t", USERS, 50, 40, 60)),
                        release("1", total)))
                .isEqualTo(Map.of("T", "160", "a", "-", "b", "40", "c", "-"));
    }

    /**
     * 53 others were withheld beside 50 users. 55 others now would tell that they are 5 more than the users of then.
     */
    @Test
    void whatItHidItselfDoesNotUndoWhatAnotherNameTold() {
        Series others = NestedTables.count("others", "enrolment");
        CellTable then = both(table("t", USERS, 50, 48, 4), table("t", others, 53, 60, 4));
        ClearedTable first = RevisionTest.granted(new Submission(List.of(then), GateTest.PLAIN))
                .release()
                .tables()
                .get(0);
        assertThat(shownOfA(first)).containsExactlyInAnyOrder("users 50", "others -");
        ClearedTable second = RevisionTest.granted(new Submission(
                        List.of(table("t", others, 55, 60, 14)), GateTest.PLAIN, List.of(release("1", then))))
                .release()
                .tables()
                .get(0);
        assertThat(shownOfA(second)).containsExactly("others -");
    }

    private static List<String> shownOfA(ClearedTable table) {
        return table.rows().stream()
                .filter(row -> row.at().equals(List.of(Node.of("a"))))
                .map(row -> row.series().indicatorId() + " " + RevisionTest.shown(row))
                .toList();
    }

    /** 280 of a and 18 in twelve cells of one or two each, which have one more or one less by now: 283 of the same. */
    @Test
    void cellsOfFewSayLittleOfWhoIsTheSame() {
        assertThat(Releases.shown(
                        scattered(283, 1).table("t", ACTIVE),
                        release("1", scattered(280, 0).table("t", USERS))))
                .containsEntry("a", "-")
                .containsEntry("T", "-");
    }

    private static Aggregated scattered(long a, int first) {
        Aggregated table = new Aggregated("axis").add(a, Node.of("a"));
        for (int i = 0; i < 12; i++) {
            table.add(1 + (i + first) % 2, Node.of("m" + i));
        }
        return table;
    }

    /** 53 of another population, which the users are: listed beside them or not. */
    @Test
    void whatIsNewBesideItIsHeldToo() {
        Series others = NestedTables.count("others", "enrolment");
        CellTable now = both(table("t", USERS, 53, 40, 60), table("t", others, 53, 42, 60));
        ClearedTable rows = RevisionTest.granted(new Submission(
                        List.of(now), GateTest.PLAIN, List.of(release("1", table("t", USERS, 50, 40, 60)))))
                .release()
                .tables()
                .get(0);
        assertThat(shownOfA(rows)).containsExactlyInAnyOrder("users 50*", "others -");
    }

    /** Cells of nobody and what is not known say nothing of who is the same. */
    @Test
    void whatIsNotKnownIsNotCompared() {
        CellTable then = table("t", USERS, 50, 40, 60);
        List<Ledger.Entry> entries = release("1", then).ledger().tables().get(0).cells().stream()
                .map(entry -> new Ledger.Entry(entry.at(), false, Map.of("users", unknown(entry))))
                .toList();
        EarlierRelease first =
                new EarlierRelease("1", Releases.at(0), new Ledger(List.of(new Ledger.Table("t", entries))));
        assertThat(Releases.shown(table("t", ACTIVE, 53, 40, 60), first))
                .isEqualTo(Map.of("T", "153", "a", "53", "b", "40", "c", "60"));
    }

    private static Ledger.Figure unknown(Ledger.Entry entry) {
        Ledger.Figure known = entry.figures().values().iterator().next();
        return new Ledger.Figure(
                Optional.empty(),
                known.reach(),
                Optional.empty(),
                known.set(),
                known.distance(),
                known.terms(),
                known.limits());
    }

    /** What is held under one name is not told by another table's, neither of persons nor of their two records each. */
    @Test
    void whatIsHeldForAnotherNameIsNotToldByAnotherTable() {
        EarlierRelease first = release("1", table("t", USERS, 50, 40, 60));
        CellTable own = twoEach(table("t", ACTIVE, 53, 40, 60));
        CellTable other = twoEach(table("n", Aggregated.count("others", 0), 53, 40, 60));
        List<ClearedTable> tables = RevisionTest.granted(
                        new Submission(List.of(own, other), GateTest.PLAIN, List.of(first)))
                .release()
                .tables();
        for (ClearedTable each : tables) {
            assertThat(RevisionTest.shown(each)).isEqualTo("-");
            assertThat(RevisionTest.shown(each, "a")).isEqualTo("-");
            assertThat(RevisionTest.shown(each, "c")).isEqualTo("60");
        }
    }

    private static CellTable twoEach(CellTable table) {
        return new CellTable(
                table.id(),
                table.axes(),
                table.series(),
                table.cohorts().stream()
                        .map(cohort -> {
                            Map<String, Tally> tallies = new TreeMap<>();
                            cohort.tallies().forEach((id, tally) -> tallies.put(id, records(tally)));
                            return new Cohort(cohort.at(), tallies);
                        })
                        .toList());
    }

    private static Tally records(Tally tally) {
        long learners = tally.contributors().learners();
        return Tally.figure(2.0 * learners, Contributors.ofLearners(learners));
    }

    /** 7 were told with a k of 5. The 70 records of nobody in particular do not say that they have gone. */
    @Test
    void recordsOfNobodyAreNotHeld() {
        Series quality = new Series(
                "quality", "event", Form.COUNT, ContributorKind.RECORD, 0, false, true, "count", "1", Optional.empty());
        List<Cohort> cohorts = new ArrayList<>();
        Map.of("a", 500L, "b", 0L, "c", 600L)
                .forEach((code, learners) -> cohorts.add(new Cohort(
                        List.of(Node.of(code)),
                        Map.of("quality", Tally.figure(learners + 70.0, Contributors.ofLearners(learners))))));
        CellTable then = table("t", USERS, 500, 7, 600);
        ClearedTable second = RevisionTest.second(
                then,
                RevisionTest.rules(5),
                new CellTable("t", then.axes(), List.of(quality), cohorts),
                RevisionTest.rules(10));
        assertThat(RevisionTest.shown(second, "b")).isEqualTo("0");
    }
}
