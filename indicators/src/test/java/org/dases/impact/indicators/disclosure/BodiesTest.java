// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.elimination.LinearSum;
import org.dases.impact.indicators.disclosure.elimination.Span;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.dases.impact.indicators.disclosure.printed.ConfStatus;
import org.dases.impact.indicators.disclosure.rules.Attacker;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.dases.impact.indicators.disclosure.rules.Zeros;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schools that are alone behind a whole place with all its cells, in one table and in two about the same people. */
class BodiesTest {
    private static final OptionalInt NONE = OptionalInt.empty();
    private static final int PLACES = 6;
    private static final int EACH = 6;

    private static Rules rules(boolean singletons) {
        return new Rules(10, 0, 0, NONE, NONE, NONE, Zeros.PUBLISH, singletons, Attacker.ADDS);
    }

    private static Node[] at(int atom) {
        return new Node[] {Node.of("p" + atom / EACH), Node.of("s" + atom / 2 % 3), Node.of(atom % 2 == 0 ? "F" : "M")};
    }

    /** The first places are of one school each, the others of three. */
    private static CellTable table(String id, long[] learners, int alone) {
        Aggregated counts = new Aggregated("place", "solution", "sex");
        for (int atom = 0; atom < learners.length; atom++) {
            counts.add(learners[atom], at(atom));
        }
        CellTable plain = counts.table(id, Aggregated.USERS);
        List<Cohort> cohorts = plain.cohorts().stream()
                .map(cohort -> {
                    Node place = cohort.at().get(0);
                    boolean isAlone = !place.isTotal()
                            && Integer.parseInt(place.path().get(0).substring(1)) < alone;
                    long count = counts.counts().getOrDefault(cohort.at(), 0L);
                    Contributors who = new Contributors(count, isAlone ? 1L : 3L, null, null, null);
                    return new Cohort(cohort.at(), Map.of("users", Tally.figure((double) count, who)));
                })
                .toList();
        return new CellTable(id, plain.axes(), plain.series(), cohorts);
    }

    private static long[] learners(long seed) {
        Random random = new Random(seed);
        long[] learners = new long[PLACES * EACH];
        for (int atom = 0; atom < learners.length; atom++) {
            learners[atom] = random.nextInt(3) == 0 ? 1 + random.nextInt(9) : 10 + random.nextInt(40);
        }
        return learners;
    }

    private static LinearSum sum(List<Node> at) {
        List<Integer> atoms = new ArrayList<>();
        for (int atom = 0; atom < PLACES * EACH; atom++) {
            Node[] own = at(atom);
            boolean isWithin = true;
            for (int axis = 0; axis < own.length; axis++) {
                isWithin &= at.get(axis).isTotal() || at.get(axis).equals(own[axis]);
            }
            if (isWithin) {
                atoms.add(atom);
            }
        }
        return LinearSum.of(atoms.stream().mapToInt(atom -> atom).toArray());
    }

    /** How many cells below k of others the schools that are alone can compute from all tables. */
    private static int found(List<ClearedTable> tables, CellTable truth, int alone) {
        int found = 0;
        for (int place = 0; place < alone; place++) {
            List<LinearSum> known = new ArrayList<>();
            tables.forEach(table -> table.rows().stream()
                    .filter(row -> row.status() == ConfStatus.F)
                    .forEach(row -> known.add(sum(row.at()))));
            for (int atom = place * EACH; atom < (place + 1) * EACH; atom++) {
                known.add(LinearSum.of(atom));
            }
            Span span = new Span(PLACES * EACH, known);
            Node own = Node.of("p" + place);
            found += (int) truth.cohorts().stream()
                    .filter(cohort -> !cohort.at().get(0).equals(own))
                    .filter(cohort -> cohort.tallies().values().stream()
                            .anyMatch(tally -> tally.contributors().learners() < 10))
                    .filter(cohort -> span.contains(sum(cohort.at())))
                    .count();
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "174, 1", "1, 2", "174, 2", "207, 2", "356, 2"})
    void noneComputesWhatIsOfOthers(long seed, int copies) {
        int alone = 4;
        CellTable first = table("t", learners(seed), alone);
        CellTable[] tables =
                copies == 1 ? new CellTable[] {first} : new CellTable[] {first, table("u", learners(seed), alone)};
        assertThat(found(GateTest.granted(rules(false), tables).tables(), first, alone))
                .as("the test can fail")
                .isPositive();
        assertThat(found(GateTest.granted(rules(true), tables).tables(), first, alone))
                .isZero();
    }

    /**
     * Place p0 is of one school; of how many its 5 boys are is not said, and the school has them as 35 less 30, which
     * are its own. That cannot be helped. Who knows one of the two numbers is not told the other, nor what tells it
     * with a total: p1 and its girls; nor the boys of p1, which tell the 5.
     */
    @Test
    void whatASchoolKnowsByItselfIsNoSecretToKeepFromIt() {
        Aggregated counts = new Aggregated("place", "sex");
        counts.add(30, Node.of("p0"), Node.of("F"));
        counts.add(5, Node.of("p0"), Node.of("M"));
        counts.add(40, Node.of("p1"), Node.of("F"));
        counts.add(50, Node.of("p1"), Node.of("M"));
        for (ClearedTable cleared : GateTest.granted(rules(true), single(counts, "t"), single(counts, "u"))
                .tables()) {
            assertThat(cleared.rows().stream()
                            .filter(row -> row.status() == ConfStatus.F)
                            .map(ClearedRow::at))
                    .containsExactlyInAnyOrder(
                            List.of(Node.TOTAL, Node.TOTAL),
                            List.of(Node.TOTAL, Node.of("F")),
                            List.of(Node.TOTAL, Node.of("M")));
        }
    }

    private static CellTable single(Aggregated counts, String id) {
        CellTable plain = counts.table(id, Aggregated.USERS);
        List<Cohort> cohorts = plain.cohorts().stream()
                .map(cohort -> {
                    long count = counts.counts().getOrDefault(cohort.at(), 0L);
                    Long schools = count == 5 ? null : cohort.at().get(0).equals(Node.of("p0")) ? 1L : Long.valueOf(3);
                    Contributors who = new Contributors(count, schools, null, null, null);
                    return new Cohort(cohort.at(), Map.of("users", Tally.figure((double) count, who)));
                })
                .toList();
        return new CellTable(id, plain.axes(), plain.series(), cohorts);
    }

    /**
     * r is of one school by the active, q of another one by the users: whoever is alone behind the active of r has p2
     * with it, not q. Were q its own, 5 in p would follow for the school of q: 40 − 20 − 15.
     */
    @Test
    void theOnlySchoolsOfTwoSeriesMayBeTwo() {
        ClearedTable cleared = release(
                "T 440 9 420 8",
                "r 40 2 20 1",
                "r/p 5 1 0 0",
                "r/p2 20 1 20 1",
                "r/q 15 1 0 0",
                "s 400 7 400 7",
                "s/u 300 4 300 4",
                "s/v 100 4 100 4");
        assertThat(NestedTables.withheld(cleared, "users")).contains("r/p", "r/q", "r/p2");
    }

    /** All active are of the school of b. It knows these, not all users: with 21 of them it has the 6 of a. */
    @Test
    void whoIsAloneByOneSeriesDoesNotKnowTheOther() {
        ClearedTable cleared = release("T 21 2 12 1", "a 6 1 0 0", "b 15 1 12 1");
        assertThat(NestedTables.withheld(cleared, "users")).contains("T", "a");
    }

    /** Users with their schools, active ones with theirs. */
    private static ClearedTable release(String... rows) {
        List<Cohort> cohorts = new ArrayList<>();
        for (String row : rows) {
            String[] parts = row.split(" ", -1);
            cohorts.add(new Cohort(
                    List.of(NestedTables.node(parts[0])),
                    Map.of("users", tally(parts[1], parts[2]), "active", tally(parts[3], parts[4]))));
        }
        CellTable table = new CellTable(
                "t",
                List.of(new Axis("axis", true)),
                List.of(Aggregated.USERS, NestedTables.count("active", Aggregated.USERS.group())),
                cohorts);
        return GateTest.granted(rules(true), table).tables().get(0);
    }

    private static Tally tally(String learners, String schools) {
        Contributors who = new Contributors(Long.parseLong(learners), Long.valueOf(schools), null, null, null);
        return Tally.figure(Double.parseDouble(learners), who);
    }
}
