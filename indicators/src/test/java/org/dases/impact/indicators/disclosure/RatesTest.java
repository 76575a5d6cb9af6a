// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dases.impact.indicators.definition.ContributorKind;
import org.junit.jupiter.api.Test;

class RatesTest {
    private static final Series USERS = Aggregated.USERS;
    private static final Series PASSED = PrimaryRulesTest.series(Form.RATE, ContributorKind.LEARNER, 0, false, true);
    private static final Series GAP = new Series(
            "gap",
            "event",
            Form.GAP,
            ContributorKind.LEARNER,
            0,
            false,
            true,
            "points",
            "1",
            Optional.of(new GapOf("i", "axis", "a", "b")));
    private static final Series EFFECT = new Series(
            "effect",
            "event",
            Form.GAP,
            ContributorKind.LEARNER,
            0,
            false,
            true,
            "sd",
            "1",
            Optional.of(new GapOf("i", "axis", "a", "b", true)));
    private static final Series SHARE = new Series(
            "share",
            "quality",
            Form.WITHHELD_SHARE,
            ContributorKind.RECORD,
            0,
            false,
            true,
            "percent",
            "1",
            Optional.empty());

    /** Cohort of the axis with n learners of whom some passed. */
    private static Cohort cohort(String code, long learners, long passed) {
        Tally rate = PrimaryRulesTest.rate(100.0 * passed / learners, learners, passed, learners - passed);
        return new Cohort(
                List.of(code.equals("T") ? Node.TOTAL : Node.of(code)),
                Map.of("users", Tally.figure((double) learners, Contributors.ofLearners(learners)), "i", rate));
    }

    private static ClearedTable print(List<Series> series, Cohort... cohorts) {
        CellTable table = table("t", series, cohorts);
        return GateTest.granted(PrimaryRulesTest.RECOMMENDED, table).tables().get(0);
    }

    private static CellTable table(String id, List<Series> series, Cohort... cohorts) {
        return new CellTable(id, List.of(new Axis("axis", true)), series, List.of(cohorts));
    }

    /** Rows of one series in the order of cohorts: value, band, "null" for a withheld one. */
    private static List<String> values(ClearedTable table, String indicator) {
        return table.rows().stream()
                .filter(row -> row.series().indicatorId().equals(indicator))
                .map(row ->
                        row.valueLow() == null ? String.valueOf(row.value()) : row.valueLow() + "-" + row.valueHigh())
                .toList();
    }

    @Test
    void aSecondRateIsWithheldSoThatABandedOneCannotBeComputed() {
        ClearedTable table = print(
                List.of(USERS, PASSED),
                cohort("T", 120, 54),
                cohort("a", 20, 4),
                cohort("b", 40, 20),
                cohort("c", 60, 30));
        assertThat(values(table, "i")).containsExactly("45.0", "0.0-25.0", "null", "50.0");
        assertThat(values(table, "users")).containsExactly("120.0", "20.0", "40.0", "60.0");
        ClearedRow band = table.rows().get(3);
        assertThat(band.status()).isEqualTo(ConfStatus.F);
        assertThat(band.numerator()).isNull();
        assertThat(band.denominator()).isEqualTo(20.0);
        assertThat(band.learners()).isEqualTo(20);
        assertThat(table.rows().get(5).status()).isEqualTo(ConfStatus.C);
        assertThat(table.rows().get(5).learners()).isNull();
    }

    @Test
    void twoBandsProtectOneAnother() {
        ClearedTable table = print(
                List.of(USERS, PASSED),
                cohort("T", 120, 38),
                cohort("a", 20, 4),
                cohort("b", 40, 4),
                cohort("c", 60, 30));
        assertThat(values(table, "i")).containsExactly("31.666666666666668", "0.0-25.0", "0.0-13.0", "50.0");
    }

    @Test
    void aRateOfNobodyIsAPublicZero() {
        Cohort none = new Cohort(
                List.of(Node.of("z")),
                Map.of(
                        "users",
                        Tally.figure(30, Contributors.ofLearners(30)),
                        "i",
                        new Tally(null, 0.0, 0.0, null, null, Contributors.ofLearners(0), new Sides(0, 0))));
        Cohort absent =
                new Cohort(List.of(Node.of("y")), Map.of("users", Tally.figure(30, Contributors.ofLearners(30))));
        Cohort total = new Cohort(
                List.of(Node.TOTAL),
                Map.of(
                        "users",
                        Tally.figure(120, Contributors.ofLearners(120)),
                        "i",
                        PrimaryRulesTest.rate(40, 60, 24, 36)));
        ClearedTable table =
                print(List.of(USERS, PASSED), total, cohort("a", 20, 4), cohort("b", 40, 20), none, absent);
        // b is the only one left that can hide what a is
        assertThat(values(table, "i")).containsExactly("40.0", "0.0-25.0", "null", "null");
        assertThat(table.rows().get(7).learners()).isZero();
    }

    @Test
    void aGapIsPrintedOnlyIfBothItsCellsAre() {
        Tally difference = Tally.figure(10, Contributors.ofLearners(40));
        Cohort total = cohort("T", 100, 54);
        Cohort withGap = new Cohort(
                total.at(),
                Map.of(
                        "users",
                        Optional.ofNullable(total.tallies().get("users")).orElseThrow(),
                        "i",
                        Optional.ofNullable(total.tallies().get("i")).orElseThrow(),
                        "gap",
                        difference));
        List<Series> all = List.of(USERS, PASSED, GAP);
        assertThat(values(print(all, withGap, cohort("a", 40, 24), cohort("b", 60, 30)), "gap"))
                .containsExactly("10.0");
        assertThat(values(print(all, withGap, cohort("a", 20, 4), cohort("b", 80, 50)), "gap"))
                .containsExactly("null");
        assertThat(values(print(all, withGap, cohort("b", 20, 4), cohort("a", 80, 50)), "gap"))
                .containsExactly("null");
        assertThat(values(print(all, withGap, cohort("a", 40, 24), cohort("c", 60, 30)), "gap"))
                .containsExactly("null");
    }

    /**
     * As a gap, and with 30 learners and 2 schools on each side. The last one is of 100 learners with 102 attempts: the
     * rate does not say how many learners, and the effect must not say that they are 30 or more.
     */
    @Test
    void anEffectIsPrintedWhereBothItsRatesAreAndSayHowManyTheyAre() {
        List<Series> all = List.of(PASSED, EFFECT);
        Tally hundred = PrimaryRulesTest.rate(54, 100, 54, 46);
        Cohort a = rateOnly("a", 40, 24);
        Cohort b = rateOnly("b", 60, 30);
        assertThat(values(print(all, withEffect(hundred, 30, 2), a, b), "effect"))
                .containsExactly("0.3");
        assertThat(values(print(all, withEffect(hundred, 29, 2), a, b), "effect"))
                .containsExactly("null");
        assertThat(values(print(all, withEffect(hundred, 30, 1), a, b), "effect"))
                .containsExactly("null");
        assertThat(values(
                        print(all, withEffect(hundred, 30, 2), rateOnly("a", 20, 4), rateOnly("b", 80, 50)), "effect"))
                .containsExactly("null");
        Tally attempts = new Tally(40.0, 40.8, 102.0, 30.0, 51.0, Contributors.ofLearners(100), new Sides(40, 60));
        Tally both = new Tally(43.7, 70.8, 162.0, null, null, Contributors.ofLearners(160), new Sides(70, 90));
        ClearedTable table =
                print(all, withEffect(both, 30, 2), new Cohort(List.of(Node.of("a")), Map.of("i", attempts)), b);
        assertThat(values(table, "i")).contains("40.0");
        assertThat(table.rows())
                .as("an interval tells how many learners have several attempts")
                .filteredOn(row -> row.learners() == null)
                .allMatch(row -> row.ciLow() == null && row.ciHigh() == null);
        assertThat(values(table, "effect")).containsExactly("null");
        Cohort withGap = new Cohort(
                List.of(Node.TOTAL),
                Map.of("i", both, "gap", new Tally(10.0, null, null, 2.0, 18.0, Contributors.ofLearners(60), null)));
        Cohort first = new Cohort(List.of(Node.of("a")), Map.of("i", attempts));
        assertThat(print(List.of(PASSED, GAP), withGap, first, b).rows())
                .as("nor does a gap have an interval that is made of such")
                .filteredOn(row -> row.series().equals(GAP))
                .allMatch(row -> Double.valueOf(10).equals(row.value()) && row.ciLow() == null);
    }

    private static Cohort rateOnly(String code, long learners, long passed) {
        return new Cohort(
                List.of(Node.of(code)),
                Map.of("i", PrimaryRulesTest.rate(100.0 * passed / learners, learners, passed, learners - passed)));
    }

    private static Cohort withEffect(Tally rate, long learners, long schools) {
        Contributors who = new Contributors(learners, schools, null, null, null);
        Tally effect = new Tally(0.3, null, null, 0.1, 0.5, who, null, new Arms(learners, schools, 58));
        return new Cohort(List.of(Node.TOTAL), Map.of("i", rate, "effect", effect));
    }

    @Test
    void theShareOfWithheldRowsIsPrintedForTheWhole() {
        ClearedTable table =
                print(List.of(USERS, PASSED, SHARE), cohort("T", 70, 35), cohort("a", 20, 4), cohort("b", 50, 31));
        assertThat(values(table, "share")).containsExactly(String.valueOf(100.0 / 6));
        ClearedRow share = table.rows().get(table.rows().size() - 1);
        assertThat(share.at()).containsExactly(Node.TOTAL);
        assertThat(share.numerator()).isEqualTo(1.0);
    }

    @Test
    void ratesOfLinkedTablesAreProtectedTogether() {
        CellTable one =
                table("one", List.of(USERS, PASSED), cohort("T", 120, 54), cohort("a", 20, 4), cohort("b", 100, 50));
        CellTable two =
                table("two", List.of(USERS, PASSED), cohort("T", 120, 54), cohort("a", 20, 4), cohort("b", 100, 50));
        List<ClearedTable> both =
                GateTest.granted(PrimaryRulesTest.RECOMMENDED, one, two).tables();
        assertThat(values(both.get(0), "i")).containsExactly("45.0", "0.0-25.0", "null");
        assertThat(values(both.get(1), "i")).containsExactly("45.0", "0.0-25.0", "null");
    }

    @Test
    void cellsWithOtherSidesAreNotTakenForTheSame() {
        CellTable one = table("one", List.of(USERS, PASSED), cohort("T", 120, 54), cohort("b", 120, 54));
        CellTable two = table("two", List.of(USERS, PASSED), cohort("T", 120, 60), cohort("c", 120, 60));
        Population population = new Population(
                "event",
                List.of(one, two),
                List.of(new Lattice(one), new Lattice(two)),
                new PrimaryRules(PrimaryRulesTest.RECOMMENDED));
        assertThat(SharedMargins.of(population, PASSED).pairs()).isEmpty();
        assertThat(SharedMargins.of(population, USERS).pairs()).containsExactly(new int[] {2, 0});
    }

    /** A cohort may be empty in one table and small in another one that counts more: no contradiction. */
    @Test
    void tablesWithOtherSeriesOfOneGroupAreNotTakenForTheSame() {
        Series others = Aggregated.count("others", 0);
        Cohort small = new Cohort(List.of(Node.of("a")), Map.of("others", Tally.figure(3, Contributors.ofLearners(3))));
        Cohort large =
                new Cohort(List.of(Node.of("b")), Map.of("others", Tally.figure(40, Contributors.ofLearners(40))));
        Cohort total = new Cohort(List.of(Node.TOTAL), Map.of("others", Tally.figure(43, Contributors.ofLearners(43))));
        CellTable one = table("one", List.of(USERS), users(60), users(60, "b"));
        CellTable two = table("two", List.of(USERS, others), users(total, 60), small, users(large, 60));
        List<ClearedTable> both =
                GateTest.granted(PrimaryRulesTest.RECOMMENDED, one, two).tables();
        assertThat(GateTest.withheld(both.get(0))).isEmpty();
        assertThat(GateTest.withheld(both.get(1))).containsExactly("a", "b");
    }

    private static Cohort users(long learners, String... path) {
        return new Cohort(
                List.of(Node.of(path)),
                Map.of("users", Tally.figure((double) learners, Contributors.ofLearners(learners))));
    }

    private static Cohort users(Cohort cohort, long learners) {
        Map<String, Tally> tallies = new HashMap<>(cohort.tallies());
        tallies.put("users", Tally.figure((double) learners, Contributors.ofLearners(learners)));
        return new Cohort(cohort.at(), tallies);
    }

    /** The numerator is an indicator of its own: a band would hide nothing, and no more would the denominator. */
    @Test
    void aOnesidedRateWhoseNumeratorIsPrintedIsWithheld() {
        Cohort[] cohorts = {active("T", 150, 100), active("a", 30, 28), active("b", 40, 22), active("c", 80, 50)};
        ClearedTable table = print(List.of(USERS, PASSED), cohorts);
        assertThat(values(table, "users")).containsExactly("100.0", "28.0", "22.0", "50.0");
        assertThat(values(table, "i")).containsExactly("66.66666666666667", "null", "null", "62.5");
        assertThat(table.rows().get(3).learners()).isNull();
    }

    private static Cohort active(String code, long enrolled, long active) {
        return new Cohort(
                List.of(code.equals("T") ? Node.TOTAL : Node.of(code)),
                Map.of(
                        "users",
                        Tally.figure((double) active, Contributors.ofLearners(active)),
                        "i",
                        PrimaryRulesTest.rate(100.0 * active / enrolled, enrolled, active, enrolled - active)));
    }

    private static List<int[]> shared(CellTable... tables) {
        List<CellTable> all = List.of(tables);
        Population population = new Population(
                "event", all, all.stream().map(Lattice::new).toList(), new PrimaryRules(PrimaryRulesTest.RECOMMENDED));
        return SharedMargins.of(population, USERS).pairs();
    }

    /** b and c hold as many as the other one in the other table; of z neither table has a number, of y one. */
    @Test
    void codesThatCountOthersAreNotTakenForTheSame() {
        Cohort zero = new Cohort(List.of(Node.of("z")), Map.of());
        CellTable one = table("one", List.of(USERS), users(50), users(20, "b"), users(30, "c"), zero, users(0, "y"));
        CellTable two = table(
                "two",
                List.of(USERS),
                users(50),
                users(30, "b"),
                users(20, "c"),
                zero,
                new Cohort(List.of(Node.of("y")), Map.of()));
        assertThat(shared(one, two)).containsExactly(new int[] {5, 0}, new int[] {8, 3}, new int[] {9, 4});
        assertThat(shared(two, one)).containsExactly(new int[] {5, 0}, new int[] {8, 3}, new int[] {9, 4});
    }

    /** a is a in both hierarchies; the unknown of n is not that of x, though there are as many. */
    @Test
    void unknownsOfOtherParentsAreNotTakenForTheSame() {
        CellTable one =
                table("one", List.of(USERS), users(50), users(50, "n"), users(30, "n", "_U"), users(20, "n", "a"));
        CellTable two =
                table("two", List.of(USERS), users(50), users(50, "x"), users(30, "x", "_U"), users(20, "x", "a"));
        assertThat(shared(one, two)).containsExactly(new int[] {4, 0}, new int[] {7, 3});
    }

    /** The girls of a and of b are compared, whose rates are both exact. */
    @Test
    void aGapStandsAtTheOtherCodesOfItsCohort() {
        Tally gap = Tally.figure(10, Contributors.ofLearners(100));
        List<Cohort> cohorts = new ArrayList<>();
        for (String cell : List.of(
                "T T 200 108",
                "F T 100 54",
                "M T 100 54",
                "T a 80 48",
                "T b 120 60",
                "F a 40 24",
                "F b 60 30",
                "M a 40 24",
                "M b 60 30")) {
            List<String> parts = List.of(cell.split(" ", -1));
            Cohort rate = cohort("T", Long.parseLong(parts.get(2)), Long.parseLong(parts.get(3)));
            Map<String, Tally> tallies = new HashMap<>(rate.tallies());
            List<Node> at = List.of(NestedTables.node(parts.get(0)), NestedTables.node(parts.get(1)));
            if (at.get(1).isTotal()) {
                tallies.put("gap", gap);
            }
            cohorts.add(new Cohort(at, tallies));
        }
        List<Axis> axes = List.of(new Axis("sex", true), new Axis("axis", true));
        CellTable table = new CellTable("t", axes, List.of(USERS, PASSED, GAP), cohorts);
        ClearedTable cleared =
                GateTest.granted(PrimaryRulesTest.RECOMMENDED, table).tables().get(0);
        assertThat(values(cleared, "gap")).containsExactly("10.0", "10.0", "10.0");
    }
}
