// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.dases.impact.indicators.disclosure.audit.Need;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.earlier.EarlierRelease;
import org.dases.impact.indicators.disclosure.earlier.Guard;
import org.dases.impact.indicators.disclosure.earlier.Ledger;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.dases.impact.indicators.disclosure.rules.Attacker;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.dases.impact.indicators.disclosure.rules.Zeros;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an attacker can bound, by hand and by trying all tables. */
class BoundsTest {
    private static Rules rules(int k, Zeros zeros, Attacker attacker) {
        return new Rules(
                k, 0, 0, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), zeros, false, attacker);
    }

    private static Set<String> withheld(Attacker attacker, Zeros zeros, CellTable table) {
        return GateTest.withheld(
                GateTest.granted(rules(10, zeros, attacker), table).tables().get(0));
    }

    private static CellTable line(long... counts) {
        Aggregated table = new Aggregated("axis");
        for (int i = 0; i < counts.length; i++) {
            table.add(counts[i], Node.of(String.valueOf((char) ('a' + i))));
        }
        return table.table("t", Aggregated.USERS);
    }

    /** 59 − 50 = 9 for three cells together: none can be ten. With a fourth withheld any of them can. */
    @Test
    void cellsThatAreBoundedByTheirSumGetAnotherOne() {
        CellTable table = line(2, 3, 4, 50);
        assertThat(withheld(Attacker.ADDS, Zeros.PUBLISH, table)).containsExactly("a", "b", "c");
        assertThat(withheld(Attacker.BOUNDS, Zeros.PUBLISH, table)).containsExactly("a", "b", "c", "d");
    }

    /** 11 together leaves room for ten, but not where each of the others is known to hold somebody: 11 − 2 = 9. */
    @Test
    void printedZerosTellThatWithheldCellsAreNotEmpty() {
        CellTable table = line(2, 3, 6, 50);
        assertThat(withheld(Attacker.BOUNDS, Zeros.PUBLISH, table)).containsExactly("a", "b", "c");
        assertThat(withheld(Attacker.BOUNDS_ABOVE_ZERO, Zeros.PUBLISH, table)).containsExactly("a", "b", "c", "d");
        assertThat(withheld(Attacker.BOUNDS_ABOVE_ZERO, Zeros.WITHHOLD, table)).containsExactly("a", "b", "c");
    }

    /** Three single learners and a sum of three: each is one, although no sum of printed numbers is one. */
    @Test
    void aSumMayTellEachOfItsParts() {
        CellTable table = line(1, 1, 1, 50);
        assertThat(withheld(Attacker.BOUNDS, Zeros.PUBLISH, table)).containsExactly("a", "b", "c", "d");
    }

    /** A learner may be active in both months: the months do not add up to the year, and bound it all the same. */
    @Test
    void partsThatOverlapBoundTheWhole() {
        List<Axis> axes = List.of(new Axis("period", false), new Axis("school", true));
        Series users = NestedTables.count("users", "event");
        CellTable table = new NestedTables("t", axes, users)
                .row("T T", "60")
                .row("T a", "30")
                .row("T b", "30")
                .row("m1 T", "24")
                .row("m1 a", "4")
                .row("m1 b", "20")
                .row("m2 T", "50")
                .row("m2 a", "30")
                .row("m2 b", "20")
                .table();
        assertThat(GateTest.withheld(
                        GateTest.granted(NestedTables.RULES, table).tables().get(0)))
                .containsExactly("m1/a", "m1/b", "m2/a", "m2/b");
    }

    /** Sectors that share pupils: 12 + 12 > 20. Seen from the counts, although the axis is said to be additive. */
    @Test
    void countsThatDoNotAddUpAreNotTakenToAddUp() {
        CellTable table = new NestedTables("t", List.of(new Axis("sector", true)), NestedTables.count("users", "event"))
                .row("T", "30")
                .row("a", "20")
                .row("b", "15")
                .row("c", "4")
                .table();
        Rules bounds = rules(10, Zeros.PUBLISH, Attacker.BOUNDS);
        assertThat(GateTest.withheld(GateTest.granted(bounds, table).tables().get(0)))
                .contains("c");
    }

    /** k = 10. c was 50 and is 57: it must be possible that it is 60 (3 more) or 40 (17 less). T was 65 and is 73. */
    @Test
    void whatMovedByLessThanTheThresholdMayHaveMovedByTheThreshold() {
        PrimaryRules primary = new PrimaryRules(GateTest.PLAIN);
        Ledger ledger = new Gate()
                .review(new Submission(List.of(line(3, 12, 50)), GateTest.PLAIN))
                .match(Clearance.Granted::ledger, refused -> {
                    throw new AssertionError(refused.reasons());
                });
        Guard guard = new Guard(List.of(new EarlierRelease("1", Instant.EPOCH, ledger)), primary);
        CellTable now = line(4, 12, 57);
        Population population = NestedTables.population(primary, guard, List.of(now));
        Map<String, Need> needs = new TreeMap<>();
        HeadTable.of(population, primary)
                .get(0)
                .bounds(primary)
                .forEach(need -> needs.put(
                        NestedTables.place(now.cohorts().get(need.cell()).at()),
                        new Need(1, need.more(), need.less())));
        assertThat(needs)
                .containsExactly(
                        Map.entry("T", new Need(1, 2, 18)),
                        Map.entry("a", new Need(1, 6, Need.NEVER)),
                        Map.entry("c", new Need(1, 3, 17)));
    }

    @Test
    void largeTablesAreTakenInWindows() {
        List<List<String>> places = new ArrayList<>();
        for (String code : List.of("a", "a", "b", "b", "b", "b", "b")) {
            places.add(List.of("t", code));
        }
        places.add(List.of("t"));
        List<List<int[]>> plans = new Windows(places, 3).plans();
        assertThat(plans).hasSize(1);
        assertThat(plans.get(0))
                .as("the last one fits in with the first two")
                .containsExactlyInAnyOrder(new int[] {0, 1, 7}, new int[] {2, 3, 4}, new int[] {5, 6});
        assertThat(new Windows(places, 8).plans()).hasSize(1);
        assertThat(Windows.of(places).plans()).hasSize(1);
        assertThat(Windows.of(Collections.nCopies(100_001, List.of("A"))).plans())
                .singleElement()
                .satisfies(windows -> assertThat(windows).hasSize(201).allMatch(window -> window.length <= 500));
        assertThat(new Windows(List.of(), 8).plans()).hasSize(1);
        assertThat(new Windows(List.of(List.of(), List.of()), 1).plans()).isEmpty();
    }

    /** Ground truth: among all tables with the printed numbers there is one in which the cell reaches k. */
    @ParameterizedTest
    @EnumSource(names = {"BOUNDS", "BOUNDS_ABOVE_ZERO"})
    void everyUnsafeCountMayBeAtTheThreshold(Attacker attacker) {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            int[] shape = seed % 3 == 0 ? new int[] {2, 2, 2} : new int[] {2 + seed % 2, 3, 1};
            Aggregated table = new Aggregated("a", "b", "c");
            for (int i = 0; i < shape[0] * shape[1] * shape[2]; i++) {
                long[] at = {i % shape[0], i / shape[0] % shape[1], i / shape[0] / shape[1], random.nextInt(7)};
                table.add(at[3], Node.of("a" + at[0]), Node.of("b" + at[1]), Node.of("c" + at[2]));
            }
            ClearedTable cleared = GateTest.granted(
                            rules(5, Zeros.PUBLISH, attacker), table.table("t", Aggregated.USERS))
                    .tables()
                    .get(0);
            attack(seed, table, cleared, attacker == Attacker.BOUNDS ? 0 : 1);
        }
    }

    private static void attack(int seed, Aggregated table, ClearedTable cleared, long least) {
        Map<List<Node>, Long> printed = new LinkedHashMap<>();
        cleared.rows().stream()
                .filter(row -> row.learners() != null)
                .forEach(row -> printed.put(row.at(), row.learners()));
        List<List<Node>> atoms = table.counts().keySet().stream()
                .filter(at -> at.stream().noneMatch(Node::isTotal))
                .toList();
        table.counts().forEach((at, count) -> {
            if (count > 0 && count < 5) {
                assertThat(printed).doesNotContainKey(at);
                assertThat(reaches(at, atoms, printed, new TreeMap<>(), least))
                        .as("seed %s: %s can be five", seed, NestedTables.place(at))
                        .isTrue();
            }
        });
    }

    /** Tries all counts of the atoms in turn; cuts off where a printed sum is passed or cannot be reached any more. */
    private static boolean reaches(
            List<Node> secret,
            List<List<Node>> atoms,
            Map<List<Node>, Long> printed,
            Map<Integer, Long> counts,
            long least) {
        if (counts.size() == atoms.size()) {
            return sum(secret, atoms, counts) >= 5;
        }
        Long known = printed.get(atoms.get(counts.size()));
        long from = known == null ? least : known;
        long to = known == null ? 20 : known;
        for (long count = from; count <= to; count++) {
            counts.put(counts.size(), count);
            boolean found = isOpen(atoms, printed, counts) && reaches(secret, atoms, printed, counts, least);
            counts.remove(counts.size() - 1);
            if (found) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOpen(List<List<Node>> atoms, Map<List<Node>, Long> printed, Map<Integer, Long> counts) {
        return printed.entrySet().stream().allMatch(entry -> {
            long sum = sum(entry.getKey(), atoms, counts);
            boolean isComplete = atoms.subList(counts.size(), atoms.size()).stream()
                    .noneMatch(atom -> isBelow(atom, entry.getKey()));
            return isComplete ? sum == entry.getValue() : sum <= entry.getValue();
        });
    }

    private static long sum(List<Node> at, List<List<Node>> atoms, Map<Integer, Long> counts) {
        return counts.entrySet().stream()
                .filter(entry -> isBelow(atoms.get(entry.getKey()), at))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static boolean isBelow(List<Node> atom, List<Node> at) {
        for (int axis = 0; axis < at.size(); axis++) {
            if (!at.get(axis).isTotal() && !at.get(axis).equals(atom.get(axis))) {
                return false;
            }
        }
        return true;
    }
}
