// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;
import org.dases.impact.indicators.disclosure.rules.PrimaryRulesTest;
import org.junit.jupiter.api.Test;

/** Which cells of two tables are the same ones. */
class SharedMarginsTest {
    @Test
    void cellsWithOtherSidesAreNotTakenForTheSame() {
        CellTable one = RatesTest.table(
                "one",
                List.of(RatesTest.USERS, RatesTest.PASSED),
                RatesTest.cohort("T", 120, 54),
                RatesTest.cohort("b", 120, 54));
        CellTable two = RatesTest.table(
                "two",
                List.of(RatesTest.USERS, RatesTest.PASSED),
                RatesTest.cohort("T", 120, 60),
                RatesTest.cohort("c", 120, 60));
        Population population =
                NestedTables.population(new PrimaryRules(PrimaryRulesTest.RECOMMENDED), List.of(one, two));
        assertThat(SharedMargins.of(population, RatesTest.PASSED).pairs()).isEmpty();
        assertThat(SharedMargins.of(population, RatesTest.USERS).pairs()).containsExactly(new int[] {2, 0});
    }

    /** A cohort may be empty in one table and small in another one that counts more: no contradiction. */
    @Test
    void tablesWithOtherSeriesOfOneGroupAreNotTakenForTheSame() {
        Series others = Aggregated.count("others", 0);
        Cohort small = new Cohort(List.of(Node.of("a")), Map.of("others", Tally.figure(3, Contributors.ofLearners(3))));
        Cohort large =
                new Cohort(List.of(Node.of("b")), Map.of("others", Tally.figure(40, Contributors.ofLearners(40))));
        Cohort total = new Cohort(List.of(Node.TOTAL), Map.of("others", Tally.figure(43, Contributors.ofLearners(43))));
        CellTable one = RatesTest.table("one", List.of(RatesTest.USERS), users(60), users(60, "b"));
        CellTable two =
                RatesTest.table("two", List.of(RatesTest.USERS, others), users(total, 60), small, users(large, 60));
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

    private static List<int[]> shared(CellTable... tables) {
        Population population =
                NestedTables.population(new PrimaryRules(PrimaryRulesTest.RECOMMENDED), List.of(tables));
        return SharedMargins.of(population, RatesTest.USERS).pairs();
    }

    /** b and c hold as many as the other one in the other table; of z neither table has a number, of y one. */
    @Test
    void codesThatCountOthersAreNotTakenForTheSame() {
        Cohort zero = new Cohort(List.of(Node.of("z")), Map.of());
        CellTable one = RatesTest.table(
                "one", List.of(RatesTest.USERS), users(50), users(20, "b"), users(30, "c"), zero, users(0, "y"));
        CellTable two = RatesTest.table(
                "two",
                List.of(RatesTest.USERS),
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
        CellTable one = RatesTest.table(
                "one", List.of(RatesTest.USERS), users(50), users(50, "n"), users(30, "n", "_U"), users(20, "n", "a"));
        CellTable two = RatesTest.table(
                "two", List.of(RatesTest.USERS), users(50), users(50, "x"), users(30, "x", "_U"), users(20, "x", "a"));
        assertThat(shared(one, two)).containsExactly(new int[] {4, 0}, new int[] {7, 3});
    }
}
