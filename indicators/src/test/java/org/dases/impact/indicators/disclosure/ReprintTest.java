// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.dases.impact.indicators.disclosure.cells.Sides;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.earlier.Ledger;
import org.dases.impact.indicators.disclosure.earlier.Reprint;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.dases.impact.indicators.disclosure.rules.Limits;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.dases.impact.indicators.disclosure.rules.Zeros;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was printed once is shown again only where what is asked by now allows it. */
class ReprintTest {
    private static final List<Node> AT = List.of(Node.TOTAL);
    /** Of 4 schools and 2 providers; 30 of 40 records of 40 learners are above the line. */
    private static final Tally FORTY =
            new Tally(75.0, 30.0, 40.0, null, null, new Contributors(40, 4L, 2L, 20L, 20L), new Sides(30, 10));

    private static Series series(Form form, boolean isSensitive, boolean isOfOneProvider) {
        return new Series(
                "i",
                "event",
                form,
                ContributorKind.LEARNER,
                0,
                isSensitive,
                isOfOneProvider,
                "count",
                "1",
                Optional.empty());
    }

    private static Rules rules(int k, int denominator, int side, int schools, int largest, int providers) {
        return new Rules(
                k,
                denominator,
                side,
                OptionalInt.of(schools),
                OptionalInt.of(largest),
                OptionalInt.of(providers),
                Zeros.PUBLISH);
    }

    private static boolean isAllowed(Series series, Tally tally, Limits then, Rules now) {
        Ledger.Figure figure = new Ledger.Figure(
                Optional.of(Ledger.Counts.of(tally)),
                Ledger.Reach.READERS,
                Optional.of(ClearedRow.exact(AT, series, tally)),
                Optional.empty(),
                OptionalLong.empty(),
                Ledger.Terms.UNKNOWN,
                then);
        return new Reprint(figure).isAllowed(new PrimaryRules(now), series);
    }

    /**
     * Then 20, 5, 3 schools, 85 % and 1 provider were asked. What the row shows by itself may be asked now, no more.
     */
    @ParameterizedTest
    @CsvSource({
        "40, 20, 5, 3, 85, 1, true",
        "41, 20, 5, 3, 85, 1, false",
        "10, 40, 5, 3, 85, 1, true",
        "10, 41, 5, 3, 85, 1, false",
        "10, 20, 6, 3, 85, 1, false",
        "10, 20, 5, 4, 85, 1, true",
        "10, 20, 5, 5, 85, 1, false",
        "10, 20, 5, 3, 84, 1, false",
        "10, 20, 5, 3, 85, 2, true",
        "10, 20, 5, 3, 85, 3, false",
        "10, 10, 3, 2, 90, 1, true"
    })
    void whatIsAskedByNowHolds(
            int k, int denominator, int side, int schools, int largest, int providers, boolean isAllowed) {
        Rules now = rules(k, denominator, side, schools, largest, providers);
        assertThat(isAllowed(series(Form.RATE, false, false), FORTY, new Limits(20, 5, 3, 85, 1), now))
                .isEqualTo(isAllowed);
    }

    /** A count has no sides and no denominator; of a figure about one provider nobody asks for a second. */
    @Test
    void whatDoesNotHoldForAnIndicatorIsNotAskedOfIt() {
        Limits then = new Limits(0, 0, 3, 85, 0);
        Rules now = rules(10, 100, 30, 3, 85, 9);
        Tally count = Tally.figure(40, FORTY.contributors());
        assertThat(isAllowed(series(Form.COUNT, false, true), count, then, now)).isTrue();
        assertThat(isAllowed(series(Form.COUNT, false, false), count, then, now))
                .isFalse();
        assertThat(isAllowed(series(Form.RATE, false, true), FORTY, then, now)).isFalse();
    }

    /** Learners of few records below the line; records that nobody counted. */
    @Test
    void aDenominatorMayBeSmallerThanTheLearners() {
        Limits then = new Limits(20, 5, 3, 85, 1);
        Tally few = new Tally(75.0, 30.0, 35.0, null, null, FORTY.contributors(), FORTY.sides());
        Tally mean = Tally.figure(12.5, FORTY.contributors());
        Rules now = rules(10, 40, 5, 3, 85, 1);
        assertThat(isAllowed(series(Form.RATE, false, false), few, then, now)).isFalse();
        assertThat(isAllowed(series(Form.MEAN, false, false), mean, then, now)).isTrue();
    }

    /** A file says of no cell how many schools were behind it. */
    @Test
    void whatIsNotKnownIsNotEnough() {
        Tally count = Tally.figure(40, Contributors.ofLearners(40));
        Series users = series(Form.COUNT, false, false);
        Limits then = new Limits(0, 0, 3, 100, 2);
        assertThat(isAllowed(users, count, then, rules(10, 0, 0, 3, 100, 2))).isTrue();
        assertThat(isAllowed(users, count, then, rules(10, 0, 0, 4, 100, 2))).isFalse();
        assertThat(isAllowed(users, count, then, rules(10, 0, 0, 3, 100, 3))).isFalse();
    }

    /** Records of nobody in particular: it is their number that is asked for. */
    @Test
    void aRateOfRecordsIsOfManyRecords() {
        Tally records = new Tally(75.0, 675.0, 900.0, null, null, Contributors.ofLearners(0), new Sides(675, 225));
        Rules now = rules(10, 30, 5, 3, 85, 1);
        Limits then = new Limits(20, 10, 3, 85, 1);
        assertThat(isAllowed(series(Form.RATE, false, false), records, then, now))
                .isTrue();
        assertThat(isAllowed(series(Form.RATE, false, false), records, then, rules(10, 901, 5, 3, 85, 1)))
                .isFalse();
    }

    /** A median had 10 on each side and more, which was enough; a mean may tell a side of 5. */
    @Test
    void sidesOfQuantilesAndMeansCountToo() {
        Limits then = new Limits(20, 10, 3, 85, 1);
        assertThat(isAllowed(series(Form.QUANTILE, false, false), FORTY, then, rules(10, 20, 5, 3, 85, 1)))
                .isTrue();
        assertThat(isAllowed(series(Form.QUANTILE, false, false), FORTY, then, rules(11, 20, 5, 3, 85, 1)))
                .isFalse();
        for (Form form : List.of(Form.MEAN, Form.SUM, Form.RATIO)) {
            assertThat(isAllowed(series(form, false, false), FORTY, then, rules(10, 20, 10, 3, 85, 1)))
                    .isTrue();
            assertThat(isAllowed(series(form, false, false), FORTY, then, rules(10, 20, 11, 3, 85, 1)))
                    .isFalse();
        }
    }

    @Test
    void aZeroThatBecameASecretIsNotShownAgain() {
        Tally nobody = Tally.figure(0, Contributors.ofLearners(0));
        Rules now = rules(10, 20, 5, 3, 85, 1);
        assertThat(isAllowed(series(Form.COUNT, false, false), nobody, Limits.NONE, now))
                .as("nobody is there whom another rule protects")
                .isTrue();
        Rules alone = NestedTables.RULES;
        assertThat(isAllowed(series(Form.COUNT, false, false), nobody, Limits.NONE, alone))
                .isTrue();
        assertThat(isAllowed(series(Form.COUNT, true, false), nobody, Limits.NONE, alone))
                .isFalse();
    }

    /** 40 persons of one provider, whose contract allowed it; the next one does not. */
    @Test
    void whatAContractAllowedIsNotShownAgainUnderOneThatDoesNot() {
        Rules rules = new Rules(10, 20, 5, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(2), Zeros.PUBLISH);
        assertThat(RevisionTest.shown(
                        RevisionTest.second(ofOneProvider(true, 40), rules, ofOneProvider(false, 43), rules)))
                .isEqualTo("-");
        assertThat(RevisionTest.shown(
                        RevisionTest.second(ofOneProvider(true, 40), rules, ofOneProvider(true, 43), rules)))
                .isEqualTo("40*");
    }

    /** 11 of 100 are counted by themselves, too: below a k of 12 neither that count is shown again nor the rate. */
    @Test
    void aSideThatAnotherSeriesTellsIsNotShownAgainBelowK() {
        assertThat(shownAgain(12, false)).containsExactly("-", "-");
        assertThat(shownAgain(12, true)).containsExactly("-", "100*");
        assertThat(shownAgain(11, false)).containsExactly("11", "100");
    }

    /** 3 more came, 43 of 103 are counted by themselves: both are shown as they were. */
    @Test
    void aSideOfKThatAnotherSeriesTellsIsShownAgain() {
        ClearedTable second = RevisionTest.second(
                ratesOf(Map.of("", new long[] {40, 100, 40})),
                RevisionTest.rules(10),
                ratesOf(Map.of("", new long[] {43, 103, 43})),
                RevisionTest.rules(10));
        assertThat(second.rows().stream().map(RevisionTest::shown)).containsExactly("40*", "100*");
    }

    /** A table of a rate by code: above the line, learners, and where it is counted by itself how many are. */
    private static CellTable ratesOf(Map<String, long[]> numbers) {
        List<Cohort> cohorts = new ArrayList<>();
        new TreeMap<>(numbers).forEach((code, of) -> {
            Contributors who = Contributors.ofLearners(of[1]);
            Sides sides = new Sides(of[0], of[1] - of[0]);
            Map<String, Tally> tallies = new LinkedHashMap<>();
            tallies.put("i", new Tally(100.0 * of[0] / of[1], (double) of[0], (double) of[1], null, null, who, sides));
            if (of.length > 2) {
                tallies.put("active", Tally.figure((double) of[2], Contributors.ofLearners(of[2])));
            }
            cohorts.add(new Cohort(List.of(code.isEmpty() ? Node.TOTAL : Node.of(code)), tallies));
        });
        boolean isCounted = numbers.values().stream().allMatch(of -> of.length > 2);
        Series rate = series(Form.RATE, false, false);
        return new CellTable(
                "t",
                List.of(new Axis("axis", true)),
                isCounted ? List.of(NestedTables.count("active", "event"), rate) : List.of(rate),
                cohorts);
    }

    /** Only 2 of a are above the line by now: were 12 of 140 and 10 of 60 told, so would they be. */
    @Test
    void aRateThatIsLostForABandIsShownAsItWas() {
        ClearedTable second = RevisionTest.second(
                ratesOf(Map.of("a", new long[] {20, 60}, "b", new long[] {10, 60}, "", new long[] {30, 120})),
                NestedTables.RULES,
                ratesOf(Map.of("a", new long[] {2, 80}, "b", new long[] {10, 60}, "", new long[] {12, 140})),
                NestedTables.RULES);
        assertThat(second.rows()).filteredOn(row -> row.valueLow() != null).hasSize(1);
        assertThat(second.rows())
                .filteredOn(row -> row.frozenSince() != null)
                .singleElement()
                .extracting(RevisionTest::shown)
                .isIn("120*", "60*");
    }

    /** What is shown of the count and of the rate, which are both told with k = 10 and have not moved. */
    private static List<String> shownAgain(int k, boolean isOfOthers) {
        long counted = isOfOthers ? 80 : 40;
        CellTable table = ratesOf(Map.of(
                "a", new long[] {11, 100, 11}, "b", new long[] {40, 100, counted}, "c", new long[] {40, 100, counted}));
        ClearedTable second = RevisionTest.second(table, RevisionTest.rules(10), table, RevisionTest.rules(k));
        return second.rows().stream()
                .filter(row -> row.at().equals(List.of(Node.of("a"))))
                .map(RevisionTest::shown)
                .toList();
    }

    private static CellTable ofOneProvider(boolean isAllowed, long learners) {
        Series users = series(Form.COUNT, false, isAllowed);
        Tally tally = Tally.figure((double) learners, new Contributors(learners, null, 1L, null, learners));
        return new CellTable(
                "t", List.of(new Axis("axis", true)), List.of(users), List.of(new Cohort(AT, Map.of("i", tally))));
    }
}
