// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.dases.impact.indicators.disclosure.audit.Insider;
import org.dases.impact.indicators.disclosure.audit.OpenTable;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.rules.Attacker;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.dases.impact.indicators.disclosure.rules.Zeros;
import org.junit.jupiter.api.Test;

/** What one knows who is alone behind cells. */
class KnowledgeTest {
    private static final OptionalInt NONE = OptionalInt.empty();

    /** Two places in a year and two months of them; cells 6 to 8 are both places together. */
    private static final int[][] CELLS = {{0}, {1}, {2}, {3}, {4}, {5}, {0, 1}, {2, 3}, {4, 5}};

    private static final List<OpenTable.Parts> MONTHS = List.of(
            new OpenTable.Parts(0, List.of(2, 4)),
            new OpenTable.Parts(1, List.of(3, 5)),
            new OpenTable.Parts(6, List.of(7, 8)));

    private static Insider insider(BitSet fixed, Integer... some) {
        return new Knowledge(CELLS, fixed, MONTHS).of(List.of(some), Set.of(some));
    }

    private static BitSet set(int... members) {
        BitSet set = new BitSet();
        for (int member : members) {
            set.set(member);
        }
        return set;
    }

    @Test
    void whoKnowsAYearKnowsItsMonths() {
        assertThat(insider(set(), 0)).isEqualTo(new Insider(Set.of(0, 2, 4), Set.of(0, 2, 4)));
        assertThat(insider(set(), 6))
                .isEqualTo(new Insider(Set.of(0, 1, 2, 3, 4, 5), Set.of(0, 1, 2, 3, 4, 5, 6, 7, 8)));
        assertThat(insider(set(2), 0))
                .as("everybody knows the first month")
                .isEqualTo(new Insider(Set.of(0, 4), Set.of(0, 2, 4)));
    }

    @Test
    void whoKnowsAllMonthsKnowsTheYear() {
        assertThat(insider(set(), 2)).isEqualTo(new Insider(Set.of(2), Set.of(2)));
        assertThat(insider(set(), 2, 4)).isEqualTo(new Insider(Set.of(0, 2, 4), Set.of(0, 2, 4)));
        assertThat(insider(set(4), 2))
                .as("everybody knows that the other is empty")
                .isEqualTo(new Insider(Set.of(0, 2), Set.of(0, 2, 4)));
    }

    private static CellTable months(String... rows) {
        List<Cohort> cohorts = new ArrayList<>();
        for (String row : rows) {
            List<String> parts = List.of(row.split(" ", -1));
            long learners = Long.parseLong(parts.get(2));
            Contributors who = new Contributors(learners, Long.valueOf(parts.get(3)), null, null, null);
            cohorts.add(new Cohort(
                    List.of(node(parts.get(0)), node(parts.get(1))),
                    Map.of("users", Tally.figure((double) learners, who))));
        }
        return new CellTable(
                "t", List.of(new Axis("place", true), new Axis("month", false)), List.of(Aggregated.USERS), cohorts);
    }

    private static Node node(String code) {
        return code.equals("T") ? Node.TOTAL : Node.of(code.split("/", -1));
    }

    /**
     * Zeros are secret. The school that is alone in r knows that b was empty all year, and so in each month: no table
     * could show it another number, and none is asked for. A review found that this was refused.
     */
    @Test
    void whatFollowsFromOwnNumbersBeforeAnythingIsPrintedRefusesNothing() {
        CellTable table = months(
                "T T 63 9",
                "r T 3 1",
                "r/a T 3 1",
                "r/b T 0 0",
                "s T 60 8",
                "s/c T 25 4",
                "s/d T 35 4",
                "T m0 40 8",
                "r m0 0 0",
                "r/a m0 0 0",
                "r/b m0 0 0",
                "s m0 40 8",
                "s/c m0 15 4",
                "s/d m0 25 4",
                "T m1 33 9",
                "r m1 3 1",
                "r/a m1 3 1",
                "r/b m1 0 0",
                "s m1 30 8",
                "s/c m1 14 4",
                "s/d m1 16 4");
        Rules rules = new Rules(5, 0, 0, NONE, NONE, NONE, Zeros.WITHHOLD, true, Attacker.BOUNDS);
        assertThat(GateTest.withheld(GateTest.granted(rules, table).tables().get(0)))
                .as("unsafe by themselves: 3 learners, or nobody where that is a secret")
                .contains("r/T", "a/T", "b/T", "b/m0", "b/m1");
    }

    private static Series users(String id) {
        Series base = Aggregated.USERS;
        return new Series(
                id,
                base.group(),
                base.form(),
                base.contributor(),
                base.minimumContributors(),
                base.sensitive(),
                base.singleProviderRelease(),
                base.unit(),
                base.methodVersion(),
                Optional.empty());
    }

    /**
     * Two series count the same learners, and of a only the second says that they are of one school. Whichever comes
     * first, r must not be told, or the school with 8 of 10 knows that b and c are 1 each.
     */
    @Test
    void whoIsAloneByOneOfTwoSeriesThatCountAlikeIsReckonedWith() {
        for (List<String> order : List.of(List.of("one", "two"), List.of("two", "one"))) {
            List<Cohort> cohorts = new ArrayList<>();
            for (String row : List.of("T 60", "r 10", "r/a 8", "r/b 1", "r/c 1", "s 50", "s/d 20", "s/e 30")) {
                List<String> parts = List.of(row.split(" ", -1));
                long learners = Long.parseLong(parts.get(1));
                long schools = Math.min(learners, 2);
                boolean isSingle = parts.get(0).equals("r/a");
                cohorts.add(new Cohort(
                        List.of(node(parts.get(0))),
                        Map.of("one", tally(learners, schools), "two", tally(learners, isSingle ? 1 : schools))));
            }
            CellTable table = new CellTable(
                    "t",
                    List.of(new Axis("place", true)),
                    order.stream().map(KnowledgeTest::users).toList(),
                    cohorts);
            Rules rules = new Rules(10, 0, 0, NONE, NONE, NONE, Zeros.PUBLISH, true, Attacker.BOUNDS);
            assertThat(GateTest.withheld(GateTest.granted(rules, table).tables().get(0)))
                    .as(order.toString())
                    .contains("r");
        }
    }

    private static Tally tally(long learners, long schools) {
        return Tally.figure((double) learners, new Contributors(learners, schools, null, null, null));
    }
}
