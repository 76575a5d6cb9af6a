// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Lattice;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.earlier.EarlierRelease;
import org.dases.impact.indicators.disclosure.earlier.Guard;
import org.dases.impact.indicators.disclosure.earlier.Ledger;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.dases.impact.indicators.disclosure.printed.ConfStatus;
import org.dases.impact.indicators.disclosure.rules.Limits;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;
import org.junit.jupiter.api.Test;

/** Which numbers of learners must not be known anew; k is 10. */
class GuardTest {
    private static final List<Node> AT = List.of(Node.of("a"));
    private static final List<Axis> AXIS = List.of(new Axis("axis", true));
    private static final Series USERS = series(ContributorKind.LEARNER, false);
    private static final Series SENSITIVE = series(ContributorKind.LEARNER, true);
    private static final Series RECORDS = series(ContributorKind.RECORD, false);

    private static Series series(ContributorKind kind, boolean sensitive) {
        return new Series("i", "event", Form.COUNT, kind, 0, sensitive, true, "count", "1", Optional.empty());
    }

    @Test
    void learnersThatWereToldAndMovedByFew() {
        assertThat(isHolding(USERS, OptionalLong.of(30), true, 39)).isTrue();
        assertThat(isHolding(USERS, OptionalLong.of(30), true, 40)).isFalse();
        assertThat(isHolding(USERS, OptionalLong.of(30), true, 30)).isFalse();
    }

    @Test
    void learnersThatWereSecretAndDidNotMove() {
        assertThat(isHolding(USERS, OptionalLong.of(30), false, 30)).isTrue();
        assertThat(isHolding(USERS, OptionalLong.of(30), false, 31)).isFalse();
    }

    @Test
    void learnersOfWhomNobodyKnowsHowManyTheyWere() {
        assertThat(isHolding(USERS, OptionalLong.empty(), false, 30)).isTrue();
    }

    @Test
    void nobodyIsHeldWhereZerosAreSecretOnly() {
        assertThat(isHolding(USERS, OptionalLong.of(0), false, 0)).isFalse();
        assertThat(isHolding(SENSITIVE, OptionalLong.of(0), false, 0)).isTrue();
    }

    @Test
    void recordsOfNobodyAreNotHeld() {
        assertThat(isHolding(RECORDS, OptionalLong.of(0), false, 0)).isFalse();
    }

    /** What was told once and may not be printed again, as that of a contract that has ended, is known all the same. */
    @Test
    void whatMayNotBeReprintedIsWithheldAndKnown() {
        ClearedTable cleared = new ClearedTable("t", AXIS, List.of(ClearedRow.withheld(AT, USERS)));
        for (boolean isReprintable : List.of(true, false)) {
            Guard guard = guard(USERS, OptionalLong.of(30), true, isReprintable);
            ShownAgain shown =
                    new ShownAgain(guard, new PatternPlaces(List.of()), new PrimaryRules(NestedTables.RULES));
            ClearedRow row = shown.in(List.of(cleared)).get(0).rows().get(0);
            assertThat(row.status()).isEqualTo(isReprintable ? ConfStatus.F : ConfStatus.C);
            assertThat(guard.isHoldingLearners(member(USERS, 31), 0, USERS)).isTrue();
        }
    }

    /** What a row of other codes told, as before a course changed its faculty, is known, and no row of this place. */
    @Test
    void whatStoodElsewhereIsWithheldAndKnown() {
        List<Node> elsewhere = List.of(Node.of("elsewhere"));
        Guard guard = guard(
                Ledger.Figure.ofCount(OptionalLong.of(30), true, elsewhere, USERS, Ledger.Terms.UNKNOWN, Limits.NONE),
                true);
        ClearedTable cleared = new ClearedTable("t", AXIS, List.of(ClearedRow.withheld(AT, USERS)));
        ShownAgain shown = new ShownAgain(guard, new PatternPlaces(List.of()), new PrimaryRules(NestedTables.RULES));
        assertThat(shown.in(List.of(cleared)).get(0).rows().get(0).status()).isEqualTo(ConfStatus.C);
        assertThat(guard.isHoldingLearners(member(USERS, 31), 0, USERS)).isTrue();
    }

    /** A row of its own codes is not shown again where a later release told other ones: it is the older figure. */
    @Test
    void whatWasToldElsewhereSinceIsNotShownAsItWasBefore() {
        List<Node> elsewhere = List.of(Node.of("elsewhere"));
        assertThat(shownAfter(told("1", AT, 30), told("2", elsewhere, 60))).isEqualTo(ConfStatus.C);
        assertThat(shownAfter(told("1", elsewhere, 60), told("2", AT, 30))).isEqualTo(ConfStatus.F);
        assertThat(shownAfter(told("1", AT, 30), told("1", elsewhere, 30))).isEqualTo(ConfStatus.F);
    }

    private static EarlierRelease told(String id, List<Node> at, long learners) {
        Ledger.Figure figure =
                Ledger.Figure.ofCount(OptionalLong.of(learners), true, at, USERS, Ledger.Terms.UNKNOWN, Limits.NONE);
        return new EarlierRelease(
                id,
                Releases.at(0),
                new Ledger(List.of(new Ledger.Table("t", List.of(new Ledger.Entry(AT, false, Map.of("i", figure)))))));
    }

    private static ConfStatus shownAfter(EarlierRelease... releases) {
        PrimaryRules rules = new PrimaryRules(NestedTables.RULES);
        ClearedTable cleared = new ClearedTable("t", AXIS, List.of(ClearedRow.withheld(AT, USERS)));
        return new ShownAgain(new Guard(List.of(releases), rules), new PatternPlaces(List.of()), rules)
                .in(List.of(cleared))
                .get(0)
                .rows()
                .get(0)
                .status();
    }

    /** What insiders alone could compute is secret where it did not move, and where it moved by few. */
    @Test
    void whatInsidersKnewIsHeldUnlessItMovedByMany() {
        for (long now : List.of(30L, 31L, 21L, 39L)) {
            assertThat(isHolding(USERS, 30, Ledger.Reach.INSIDERS, now)).isTrue();
        }
        assertThat(isHolding(USERS, 30, Ledger.Reach.INSIDERS, 40)).isFalse();
        assertThat(isHolding(USERS, 30, Ledger.Reach.NOBODY, 31)).isFalse();
    }

    private static boolean isHolding(Series series, long then, Ledger.Reach reach, long now) {
        Ledger.Figure figure = Ledger.Figure.ofCount(
                        OptionalLong.of(then), false, AT, series, Ledger.Terms.UNKNOWN, Limits.NONE)
                .knownTo(reach);
        Guard guard = guard(figure, true);
        boolean learners = guard.isHoldingLearners(member(series, now), 0, series);
        assertThat(guard.isHolding(member(series, now), 0, series)).isEqualTo(learners);
        return learners;
    }

    /** Learners and figure alike: a count of learners is both. */
    private static boolean isHolding(Series series, OptionalLong then, boolean told, long now) {
        Guard guard = guard(series, then, told, true);
        Member member = member(series, now);
        boolean learners = guard.isHoldingLearners(member, 0, series);
        assertThat(guard.isHolding(member, 0, series)).isEqualTo(learners);
        return learners;
    }

    private static Guard guard(Series series, OptionalLong then, boolean told, boolean isReprintable) {
        return guard(Ledger.Figure.ofCount(then, told, AT, series, Ledger.Terms.UNKNOWN, Limits.NONE), isReprintable);
    }

    private static Guard guard(Ledger.Figure figure, boolean isReprintable) {
        Ledger ledger =
                new Ledger(List.of(new Ledger.Table("t", List.of(new Ledger.Entry(AT, false, Map.of("i", figure))))));
        return new Guard(
                List.of(new EarlierRelease("1", Releases.at(0), ledger, isReprintable)),
                new PrimaryRules(NestedTables.RULES));
    }

    private static Member member(Series series, long now) {
        Map<String, Tally> tallies =
                now == 0 ? Map.of() : Map.of("i", Tally.figure((double) now, Contributors.ofLearners(now)));
        CellTable table = new CellTable("t", AXIS, List.of(series), List.of(new Cohort(AT, tallies)));
        return new Member(table, new Lattice(table), List.of(series), 0, 0);
    }
}
