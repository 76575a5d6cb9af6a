// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Random;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.dases.impact.indicators.disclosure.printed.ConfStatus;
import org.dases.impact.indicators.disclosure.rules.Attacker;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.dases.impact.indicators.disclosure.rules.Zeros;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The ground truth on tiny tables for a school that is alone behind an inner cell: another table of whole numbers that
 * agrees with what is printed and with the school's own number, and in which somebody is where somebody is.
 */
class InsidersBruteForceTest {
    private static final int K = 5;

    private static Rules rules(Attacker attacker) {
        OptionalInt none = OptionalInt.empty();
        return new Rules(K, 0, 0, none, none, none, Zeros.PUBLISH, true, attacker);
    }

    /** The counts with so many schools in each inner cell, which are in no other. */
    private static CellTable withSchools(Aggregated table, Map<List<Node>, Long> schools) {
        List<Cohort> cohorts = new ArrayList<>();
        table.counts().forEach((at, count) -> {
            long all = schools.entrySet().stream()
                    .filter(each -> BruteForceTest.isBelow(each.getKey(), at))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            Contributors who = new Contributors(count, all, null, null, null);
            cohorts.add(new Cohort(at, Map.of("users", Tally.figure((double) count, who))));
        });
        return new CellTable(
                "t", List.of(new Axis("a", true), new Axis("b", true)), List.of(Aggregated.USERS), cohorts);
    }

    /** Half of the inner cells with somebody in them are of one school. */
    private static Map<List<Node>, Long> schools(Aggregated table, long seed) {
        Random random = new Random(seed);
        Map<List<Node>, Long> schools = new HashMap<>();
        BruteForceTest.inner(table, List.of(Node.TOTAL, Node.TOTAL)).forEach(at -> {
            long learners = BruteForceTest.count(table, at);
            schools.put(at, Math.min(learners, random.nextBoolean() ? 1 : 3));
        });
        return schools;
    }

    private static void attack(Aggregated table, Map<List<Node>, Long> schools, ClearedTable cleared, String seed) {
        Map<List<Node>, Long> printed = new HashMap<>();
        List<List<Node>> unsafe = new ArrayList<>();
        for (ClearedRow row : cleared.rows()) {
            long learners = BruteForceTest.count(table, row.at());
            if (row.status() != ConfStatus.C) {
                printed.put(row.at(), Objects.requireNonNull(row.learners()));
            } else if (learners < K) {
                unsafe.add(row.at());
            }
        }
        schools.forEach((own, number) -> {
            if (number == 1 && !printed.containsKey(own)) {
                Map<List<Node>, Long> known = new HashMap<>(printed);
                known.put(own, BruteForceTest.count(table, own));
                unsafe.stream()
                        .filter(secret -> schools.entrySet().stream()
                                .anyMatch(each -> each.getValue() > 0
                                        && !each.getKey().equals(own)
                                        && BruteForceTest.isBelow(each.getKey(), secret)))
                        .forEach(secret -> assertThat(BruteForceTest.hasOtherTable(
                                        table,
                                        secret,
                                        BruteForceTest.inner(table, secret),
                                        new ArrayList<>(),
                                        known,
                                        1))
                                .as("%s: the school of %s knows %s", seed, own, secret)
                                .isTrue());
            }
        });
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADDS")
    void noSchoolCanTellAnothersCount(Attacker attacker) {
        for (int seed = 0; seed < 200; seed++) {
            Aggregated table = BruteForceTest.random(seed, 2 + seed % 2, 2 + seed % 3);
            Map<List<Node>, Long> schools = schools(table, seed);
            ClearedTable cleared = GateTest.granted(rules(attacker), withSchools(table, schools))
                    .tables()
                    .get(0);
            attack(table, schools, cleared, "seed " + seed);
        }
    }

    /** Of 10 in a region a school has 8, and somebody is in both other places: they are 1 each. */
    @Test
    void aSchoolDoesNotSeeThatItsNeighboursAreOneEach() {
        CellTable table = InsidersTest.line(
                "T 60 9 3", "r 10 3 3", "r/a 8 1 3", "r/b 1 1 3", "r/c 1 1 3", "s 50 6 3", "s/d 20 3 3", "s/e 30 3 3");
        OptionalInt none = OptionalInt.empty();
        for (Attacker attacker : List.of(Attacker.BOUNDS, Attacker.BOUNDS_ABOVE_ZERO)) {
            ClearedTable cleared = GateTest.granted(
                            new Rules(10, 0, 0, none, none, none, Zeros.PUBLISH, true, attacker), table)
                    .tables()
                    .get(0);
            assertThat(GateTest.withheld(cleared)).as(attacker.name()).contains("r", "a", "b", "c");
            assertThat(GateTest.withheld(cleared).stream().anyMatch(List.of("T", "s")::contains))
                    .as("%s: else r would follow", attacker)
                    .isTrue();
        }
    }
}
