// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.SetFingerprint;
import org.dases.impact.indicators.disclosure.cells.Sides;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.earlier.EarlierRelease;
import org.dases.impact.indicators.disclosure.earlier.Guard;
import org.dases.impact.indicators.disclosure.earlier.Ledger;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.dases.impact.indicators.disclosure.printed.ConfStatus;
import org.dases.impact.indicators.disclosure.rules.Attacker;
import org.dases.impact.indicators.disclosure.rules.PrimaryReason;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;
import org.dases.impact.indicators.disclosure.rules.PrimaryRulesTest;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.dases.impact.indicators.disclosure.rules.Zeros;
import org.junit.jupiter.api.Test;

/** What a second release may tell, on tables that can be followed by hand. */
class RevisionTest {
    static Aggregated line(long a, long b, long c) {
        return new Aggregated("axis").add(a, Node.of("a")).add(b, Node.of("b")).add(c, Node.of("c"));
    }

    /** Code to figure; with an asterisk where it is frozen, a dash where it is withheld. */
    private static Map<String, String> shown(Releases.Release release) {
        Map<String, String> shown = new TreeMap<>();
        release.rows().forEach((at, row) -> shown.put(NestedTables.place(at), shown(row)));
        return shown;
    }

    /** The learners of a row; with an asterisk where they are frozen, a dash where they are withheld. */
    static String shown(ClearedRow row) {
        String frozen = row.frozenSince() == null ? "" : "*";
        return row.status() == ConfStatus.C ? "-" : row.learners() + frozen;
    }

    static Rules rules(int k) {
        OptionalInt none = OptionalInt.empty();
        return new Rules(k, 0, 0, none, none, none, Zeros.PUBLISH, false, Attacker.ADDS);
    }

    /** a moved by 3: were 143 and 70 told, so would be that 3 came to a and b, and were 40 told as well, to a. */
    @Test
    void aSmallDifferenceIsFrozenAndCannotBeToldFromWhatProtectsIt() {
        Releases releases = new Releases(GateTest.PLAIN);
        assertThat(shown(releases.add(line(30, 40, 50))))
                .isEqualTo(Map.of("T", "120", "a", "30", "b", "40", "c", "50"));
        Releases.Release second = releases.add(line(33, 40, 70));
        assertThat(shown(second)).isEqualTo(Map.of("T", "143", "a", "30*", "b", "40", "c", "50*"));
        ClearedRow own = second.row(List.of(Node.of("a")));
        ClearedRow others = second.row(List.of(Node.of("c")));
        assertThat(own.frozenSince()).isEqualTo(Releases.at(0)).isEqualTo(others.frozenSince());
        assertThat(own.series()).isEqualTo(others.series());
    }

    /** Small moves add up: what counts is the figure that readers have, and every one that they had. */
    @Test
    void whatMovedEnoughSinceItWasToldIsToldAnew() {
        Releases releases = new Releases(GateTest.PLAIN);
        releases.add(line(30, 40, 50));
        assertThat(shown(releases.add(line(36, 40, 70)))).containsEntry("a", "30*");
        assertThat(shown(releases.add(line(42, 60, 90))))
                .isEqualTo(Map.of("T", "192", "a", "42", "b", "60", "c", "90"));
        assertThat(shown(releases.add(line(31, 60, 90)))).containsEntry("a", "42*");
    }

    /** b has not moved and stays secret. That c has not is no news, so that it is c that protects it, and a is told. */
    @Test
    void whatReadersMissIsToldBeforeWhatTheyHave() {
        Releases releases = new Releases(GateTest.PLAIN);
        assertThat(shown(releases.add(line(3, 12, 50)))).isEqualTo(Map.of("T", "65", "a", "-", "b", "-", "c", "50"));
        assertThat(shown(releases.add(line(20, 12, 50)))).isEqualTo(Map.of("T", "82", "a", "20", "b", "-", "c", "50*"));
    }

    /** b was withheld so that a could not be computed; it has not moved, and would still give 3 away. */
    @Test
    void whatWasSecretAndHasNotMovedStaysSo() {
        Releases releases = new Releases(GateTest.PLAIN);
        assertThat(shown(releases.add(line(3, 12, 50)))).isEqualTo(Map.of("T", "65", "a", "-", "b", "-", "c", "50"));
        assertThat(shown(releases.add(line(20, 12, 70))))
                .as("a protects b now, for all else is larger and has moved")
                .isEqualTo(Map.of("T", "102", "a", "-", "b", "-", "c", "70"));
        assertThat(shown(releases.add(line(40, 25, 50))))
                .isEqualTo(Map.of("T", "115", "a", "40", "b", "25", "c", "50"));
    }

    static ClearedTable second(CellTable one, Rules before, CellTable two, Rules now) {
        Ledger ledger = granted(new Submission(List.of(one), before)).ledger();
        EarlierRelease earlier = new EarlierRelease("1", Releases.at(0), ledger);
        return granted(new Submission(List.of(two), now, List.of(earlier)))
                .release()
                .tables()
                .get(0);
    }

    static Clearance.Granted granted(Submission submission) {
        return new Gate().review(submission).match(own -> own, refused -> {
            throw new AssertionError(
                    refused.reasons().toString(), refused.cause().orElse(null));
        });
    }

    static String shown(ClearedTable table, String... path) {
        return table.rows().stream()
                .filter(row -> row.at().equals(List.of(Node.of(path))))
                .map(RevisionTest::shown)
                .findFirst()
                .orElse("no row");
    }

    /** 7 is below what holds now, so that it is not reprinted; the total of 37 is. */
    @Test
    void aThresholdThatWasRaisedHoldsForWhatIsReprinted() {
        ClearedTable table = second(
                line(7, 30, 0).table("t", Aggregated.USERS),
                rules(5),
                line(14, 30, 0).table("t", Aggregated.USERS),
                rules(10));
        assertThat(shown(table, "a")).isEqualTo("-");
        assertThat(shown(table)).isEqualTo("37*");
        assertThat(shown(table, "b")).isEqualTo("30");
    }

    /** Nobody is in a any more, but nobody may know: else the total would be b, and either give the other away. */
    @Test
    void aSecretZeroIsNotTakenForAPublicOne() {
        ClearedTable table = second(
                line(7, 30, 0).table("t", Aggregated.USERS),
                rules(5),
                line(0, 30, 0).table("t", Aggregated.USERS),
                rules(10));
        assertThat(shown(table, "a")).isEqualTo("-");
        assertThat(shown(table)).isEqualTo("37*");
        assertThat(shown(table, "b")).isEqualTo("30");
    }

    @Test
    void aSecretCohortThatIsNoLongerListedIsNoPublicZero() {
        Series sensitive = new Series(
                "users", "event", Form.COUNT, ContributorKind.LEARNER, 0, true, true, "count", "1", Optional.empty());
        CellTable before = line(0, 0, 50).table("t", sensitive);
        CellTable now = new Aggregated("axis").add(80, Node.of("c")).table("t", sensitive);
        ClearedTable table = second(before, rules(10), now, rules(10));
        assertThat(shown(table, "a")).isEqualTo("-");
        assertThat(shown(table, "b")).isEqualTo("-");
    }

    static CellTable one(Series series, Tally tally, Map<String, SetFingerprint> sets) {
        Cohort cohort = new Cohort(List.of(Node.TOTAL), Map.of(series.indicatorId(), tally), sets);
        return new CellTable("t", List.of(new Axis("axis", true)), List.of(series), List.of(cohort));
    }

    static CellTable users(long count, long fingerprint) {
        return one(
                Aggregated.USERS,
                Tally.figure((double) count, Contributors.ofLearners(count)),
                Map.of("users", new SetFingerprint(fingerprint, fingerprint)));
    }

    /** As many as before, but others: how many came and went is unknown until somebody counts them. */
    @Test
    void anExchangeOfContributorsIsSeenByTheFingerprint() {
        Rules rules = rules(10);
        assertThat(shown(second(users(30, 1), rules, users(30, 1), rules))).isEqualTo("30");
        assertThat(shown(second(users(30, 1), rules, users(30, 2), rules))).isEqualTo("30*");
        Ledger ledger = granted(new Submission(List.of(users(30, 1)), rules)).ledger();
        Ledger.Entry entry = ledger.tables().get(0).cells().get(0);
        Ledger.Figure figure = Objects.requireNonNull(entry.figures().get("users"));
        for (long distance : List.of(9L, 10L)) {
            Ledger.Figure counted = new Ledger.Figure(
                    figure.counts(),
                    figure.reach(),
                    figure.printed(),
                    figure.set(),
                    OptionalLong.of(distance),
                    figure.terms(),
                    figure.limits());
            Ledger known = new Ledger(List.of(
                    new Ledger.Table("t", List.of(new Ledger.Entry(entry.at(), false, Map.of("users", counted))))));
            Submission submission = new Submission(
                    List.of(users(30, 2)), rules, List.of(new EarlierRelease("1", Releases.at(0), known)));
            assertThat(shown(granted(submission).release().tables().get(0))).isEqualTo(distance < 10 ? "30*" : "30");
        }
    }

    /** Of 100 learners 40 passed, then 43; then 60 of 120. */
    @Test
    void whoIsAboveTheLineOfARateMayNotMoveByAFewEither() {
        assertThat(rates(new long[][] {{40, 100}, {43, 100}, {60, 120}})).containsExactly(40.0, 40.0, 50.0);
    }

    /** Of 100 learners 60 did not pass, then 62 of 112; then 70 of 125. */
    @Test
    void whoIsBelowTheLineOfARateMayNotMoveByAFewEither() {
        assertThat(rates(new long[][] {{40, 100}, {50, 112}, {55, 125}})).containsExactly(40.0, 40.0, 44.0);
    }

    /** What each release tells of a rate, given who is above the line and how many there are in all. */
    private static List<Double> rates(long[][] releases) {
        Series rate = PrimaryRulesTest.series(Form.RATE, ContributorKind.LEARNER, 0, false, true);
        List<EarlierRelease> earlier = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (long[] counts : releases) {
            long passed = counts[0];
            long all = counts[1];
            Tally tally = new Tally(
                    100.0 * passed / all,
                    (double) passed,
                    (double) all,
                    null,
                    null,
                    Contributors.ofLearners(all),
                    new Sides(passed, all - passed));
            Clearance.Granted granted =
                    granted(new Submission(List.of(one(rate, tally, Map.of())), rules(10), earlier));
            values.add(granted.release().tables().get(0).rows().get(0).value());
            earlier.add(new EarlierRelease("r", Releases.at(earlier.size()), granted.ledger()));
        }
        return values;
    }

    /** 97 of 100 were told as a band; 97 of 110 would tell that it was 97. */
    @Test
    void aNumeratorBehindABandIsNotToldLater() {
        Series rate = PrimaryRulesTest.series(Form.RATE, ContributorKind.LEARNER, 0, false, true);
        OptionalInt none = OptionalInt.empty();
        Rules sides = new Rules(10, 0, 5, none, none, none, Zeros.PUBLISH, false, Attacker.ADDS);
        Tally then = new Tally(97.0, 97.0, 100.0, null, null, Contributors.ofLearners(100), new Sides(97, 3));
        Tally now = new Tally(97 / 1.1, 97.0, 110.0, null, null, Contributors.ofLearners(110), new Sides(97, 13));
        ClearedRow row = second(one(rate, then, Map.of()), sides, one(rate, now, Map.of()), sides)
                .rows()
                .get(0);
        assertThat(row.numerator()).isNull();
        assertThat(row.valueLow()).isEqualTo(95.0);
        assertThat(row.frozenSince()).isEqualTo(Releases.at(0));
    }

    /** The same thirty learners, one of whom has ten minutes more. */
    @Test
    void aFigureOfTheSameContributorsIsNotCorrectedByOneOfThem() {
        Series minutes = new Series(
                "i", "event", Form.SUM, ContributorKind.LEARNER, 0, false, true, "min", "1", Optional.empty());
        Series method = new Series(
                "i", "event", Form.SUM, ContributorKind.LEARNER, 0, false, true, "min", "2", Optional.empty());
        CellTable before = one(minutes, Tally.figure(1000, Contributors.ofLearners(30)), Map.of());
        Tally more = Tally.figure(1010, Contributors.ofLearners(30));
        assertThat(second(before, rules(10), one(minutes, more, Map.of()), rules(10))
                        .rows()
                        .get(0)
                        .value())
                .isEqualTo(1000.0);
        assertThat(second(before, rules(10), one(method, more, Map.of()), rules(10))
                        .rows()
                        .get(0)
                        .value())
                .isEqualTo(1010.0);
    }

    @Test
    void whyACellIsUnsafeIsKnownToTheGate() {
        CellTable then = line(3, 12, 50).table("t", Aggregated.USERS);
        CellTable now = line(4, 12, 57).table("t", Aggregated.USERS);
        PrimaryRules primary = new PrimaryRules(GateTest.PLAIN);
        Ledger ledger = granted(new Submission(List.of(then), GateTest.PLAIN)).ledger();
        Guard guard = new Guard(List.of(new EarlierRelease("r1", Releases.at(0), ledger)), primary);
        Population population = NestedTables.population(primary, guard, List.of(now));
        Map<String, List<PrimaryReason>> reasons = new HashMap<>();
        for (int cell = 0; cell < population.cells(); cell++) {
            reasons.put(NestedTables.place(now.cohorts().get(cell).at()), population.reasons(cell));
        }
        assertThat(reasons)
                .containsEntry("a", List.of(new PrimaryReason.BelowThreshold()))
                .containsEntry("b", List.of(new PrimaryReason.SecretUnmoved("r1", "users")))
                .containsEntry("c", List.of(new PrimaryReason.Moved("r1", "users", 50)))
                .containsEntry("T", List.of(new PrimaryReason.Moved("r1", "users", 65)));
    }
}
