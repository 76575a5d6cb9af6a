// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
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
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tables that are decided on in blocks. The gate's own attack, which knows nothing of blocks, must find nothing: it
 * refuses what leaks.
 */
class BlocksTest {
    private static final int WHOLE = 40;

    private static Rules rules(Attacker attacker, boolean singletons) {
        OptionalInt none = OptionalInt.empty();
        return new Rules(10, 0, 0, none, none, none, Zeros.PUBLISH, singletons, attacker);
    }

    /** Regions with towns, stages with classes, solutions; many cells are small, some empty, some left out. */
    private static Aggregated random(Random random) {
        Aggregated table = new Aggregated("place", "level", "solution");
        for (int place = 0; place < 9; place++) {
            for (int level = 0; level < 6; level++) {
                for (int solution = 0; solution < 3; solution++) {
                    if (random.nextInt(6) > 0) {
                        table.add(
                                random.nextInt(3) == 0 ? random.nextInt(10) : random.nextInt(60),
                                Node.of("R" + place / 3, "T" + place),
                                Node.of("S" + level / 3, "C" + level),
                                Node.of("X" + solution));
                    }
                }
            }
        }
        return table;
    }

    private static long withheld(Gate gate, Aggregated table, Rules rules) {
        List<List<Node>> order = new ArrayList<>(table.counts().keySet());
        return withheld(gate.review(new Submission(List.of(table.table("t", Aggregated.USERS, order)), rules)));
    }

    private static long withheld(Clearance clearance) {
        return clearance.<Long>match(
                granted -> granted.release().tables().get(0).rows().stream()
                        .filter(row -> row.status() == ConfStatus.C)
                        .count(),
                refused -> {
                    throw new AssertionError(refused.toString(), refused.cause().orElse(null));
                });
    }

    @ParameterizedTest
    @EnumSource
    void leakNothingAndCostLittle(Attacker attacker) {
        long inBlocks = 0;
        long asAWhole = 0;
        for (int seed = 0; seed < 25; seed++) {
            Aggregated table = random(new Random(seed));
            inBlocks += withheld(new Gate(new Recomputation(), WHOLE), table, rules(attacker, false));
            asAWhole += withheld(new Gate(), table, rules(attacker, false));
        }
        assertThat(inBlocks).isBetween(asAWhole, asAWhole * 5 / 4);
    }

    /** Blocks and windows may be worked on elsewhere, and come out the same. */
    @ParameterizedTest
    @EnumSource
    void areTheSameWhoeverWorksOnThem(Attacker attacker) {
        Travelling far = new Travelling();
        for (int seed = 0; seed < 5; seed++) {
            Submission submission = new Submission(
                    List.of(random(new Random(seed)).table("t", Aggregated.USERS)), rules(attacker, false));
            assertThat(rows(new Gate(new Recomputation(), WHOLE, far), submission))
                    .isEqualTo(rows(new Gate(new Recomputation(), WHOLE), submission));
        }
        assertThat(far.parts).isGreaterThan(10);
    }

    private static List<ClearedRow> rows(Gate gate, Submission submission) {
        return gate.review(submission)
                .match(granted -> granted.release().tables().get(0).rows(), refused -> {
                    throw new AssertionError(refused.toString(), refused.cause().orElse(null));
                });
    }

    @Test
    void theCaseOfAThousandCellsLosesLittle() {
        Path folder = PeerComparisonTest.cases();
        Aggregated table = Aggregated.read(folder.resolve("s1k.csv"), folder.resolve("s1k.hier.json"));
        // 233 secondary beside 168 primary by the peer that looks at the table as a whole
        assertThat(withheld(new Gate(new Recomputation(), 200), table, rules(Attacker.ADDS, false)))
                .isBetween(401L, 401L * 5 / 4);
    }

    /** Every witness leaves what is printed as it is, and every small count that is withheld reaches ten in one. */
    @ParameterizedTest
    @EnumSource
    void witnessesShowThatNothingIsBounded(Attacker attacker) {
        Aggregated table = random(new Random(11));
        Submission submission = new Submission(List.of(table.table("t", Aggregated.USERS)), rules(attacker, false));
        Clearance.Granted granted = new Gate().review(submission).match(own -> own, refused -> {
            throw new AssertionError(refused.toString());
        });
        Set<List<Node>> shown = new HashSet<>();
        granted.witnesses().forEach(witness -> {
            for (ClearedRow row : granted.release().tables().get(0).rows()) {
                double change = witness.differences().stream()
                        .filter(each -> isWithin(each.at(), row.at()))
                        .mapToDouble(Witness.Difference::by)
                        .sum();
                if (row.status() != ConfStatus.C) {
                    assertThat(change).isCloseTo(0, within(1e-4));
                } else if (table.counts().getOrDefault(row.at(), 0L) + change > 10 - 1e-4) {
                    shown.add(row.at());
                }
            }
        });
        List<List<Node>> small = granted.release().tables().get(0).rows().stream()
                .filter(row -> row.status() == ConfStatus.C)
                .map(ClearedRow::at)
                .filter(at -> table.counts().getOrDefault(at, 0L) < 10)
                .toList();
        assertThat(small).hasSizeGreaterThan(10);
        if (attacker == Attacker.ADDS) {
            assertThat(shown).isEmpty();
        } else {
            assertThat(shown).containsAll(small);
        }
    }

    private static boolean isWithin(List<Node> part, List<Node> whole) {
        for (int axis = 0; axis < whole.size(); axis++) {
            List<String> path = whole.get(axis).path();
            List<String> own = part.get(axis).path();
            if (own.size() < path.size() || !own.subList(0, path.size()).equals(path)) {
                return false;
            }
        }
        return true;
    }

    /** A single region is no way to split, though towns go on below it; levels are. */
    @Test
    void oneRegionIsNoBlock() {
        Aggregated table = new Aggregated("place", "level");
        for (int i = 0; i < 30; i++) {
            int level = i % 6;
            table.add(i % 7 == 0 ? 4 : 30, Node.of("R", "T" + i / 6), Node.of("S" + level / 3, "C" + level));
        }
        long whole = withheld(new Gate(), table, rules(Attacker.ADDS, false));
        assertThat(withheld(new Gate(new Recomputation(), 1), table, rules(Attacker.ADDS, false)))
                .isBetween(whole, whole * 5 / 4);
    }

    /**
     * Every third town has a single school, the others three: it knows all the cells of its town, and from them and
     * what is printed it computes no small cell of another.
     */
    @Test
    void schoolsAloneInTheirTownComputeNothing() {
        long inBlocks = 0;
        long asAWhole = 0;
        int toldWithoutLooking = 0;
        for (int seed = 0; seed < 15; seed++) {
            Aggregated table = random(new Random(seed));
            CellTable schooled = schooled(table);
            ClearedTable cleared = cleared(new Gate(new Recomputation(), WHOLE), schooled, true);
            assertThat(told(table, cleared)).as("seed " + seed).isEmpty();
            inBlocks += withheld(cleared);
            asAWhole += withheld(cleared(new Gate(), schooled, true));
            toldWithoutLooking +=
                    told(table, cleared(new Gate(), schooled, false)).size();
        }
        assertThat(toldWithoutLooking).isGreaterThan(10);
        // a third of the towns of each block, of which all margins are taken for known, tell what they know
        assertThat(inBlocks).isBetween(asAWhole, asAWhole * 8 / 5);
    }

    private static CellTable schooled(Aggregated table) {
        List<Cohort> cohorts = new ArrayList<>();
        table.counts().forEach((at, count) -> {
            long schools = IntStream.range(0, 9)
                    .filter(place -> table.counts().entrySet().stream()
                            .anyMatch(each -> each.getValue() > 0
                                    && isWithin(each.getKey(), town(place))
                                    && isWithin(each.getKey(), at)))
                    .mapToLong(place -> place % 3 == 0 ? 1 : 3)
                    .sum();
            Contributors who = new Contributors(count, schools, null, null, null);
            cohorts.add(new Cohort(at, Map.of("users", Tally.figure((double) count, who))));
        });
        CellTable plain = table.table("t", Aggregated.USERS);
        return new CellTable("t", plain.axes(), List.of(Aggregated.USERS), cohorts);
    }

    private static List<Node> town(int place) {
        return List.of(Node.of("R" + place / 3, "T" + place));
    }

    private static ClearedTable cleared(Gate gate, CellTable table, boolean singletons) {
        Submission submission = new Submission(List.of(table), rules(Attacker.ADDS, singletons));
        return gate.review(submission)
                .match(granted -> granted.release().tables().get(0), refused -> {
                    throw new AssertionError(refused.toString(), refused.cause().orElse(null));
                });
    }

    private static long withheld(ClearedTable table) {
        return table.rows().stream().filter(row -> row.status() == ConfStatus.C).count();
    }

    /** What the only school of a town computes of small cells elsewhere that it did not know. */
    private static List<List<Node>> told(Aggregated table, ClearedTable cleared) {
        List<List<Node>> atoms = table.counts().keySet().stream()
                .filter(at -> at.get(0).path().size() == 2
                        && at.get(1).path().size() == 2
                        && !at.get(2).isTotal())
                .toList();
        List<List<Node>> small = new ArrayList<>();
        List<LinearSum> printed = new ArrayList<>();
        for (ClearedRow row : cleared.rows()) {
            if (row.status() != ConfStatus.C) {
                printed.add(sum(atoms, row.at()));
            } else if (table.counts().getOrDefault(row.at(), 0L) < 10) {
                small.add(row.at());
            }
        }
        List<List<Node>> told = new ArrayList<>();
        for (int place = 0; place < 9; place += 3) {
            List<Node> town = town(place);
            List<LinearSum> known = new ArrayList<>();
            atoms.stream()
                    .filter(at ->
                            isWithin(at, town) || Objects.equals(table.counts().get(at), 0L))
                    .forEach(at -> known.add(sum(atoms, at)));
            Span before = new Span(atoms.size(), known);
            known.addAll(printed);
            Span after = new Span(atoms.size(), known);
            small.stream()
                    .filter(at -> !before.contains(sum(atoms, at)) && after.contains(sum(atoms, at)))
                    .forEach(told::add);
        }
        return told;
    }

    private static LinearSum sum(List<List<Node>> atoms, List<Node> at) {
        return LinearSum.of(IntStream.range(0, atoms.size())
                .filter(atom -> isWithin(atoms.get(atom), at))
                .toArray());
    }

    @Test
    void twoTablesOfTheSamePeopleAreAWhole() {
        CellTable one = random(new Random(5)).table("one", Aggregated.USERS);
        CellTable two = random(new Random(5)).table("two", Aggregated.USERS);
        Submission submission = new Submission(List.of(one, two), rules(Attacker.ADDS, false));
        assertThat(withheld(new Gate(new Recomputation(), WHOLE).review(submission)))
                .isEqualTo(withheld(new Gate().review(submission)));
    }

    /** Without codes below the coarsest there are no blocks, and the table is decided on as a whole all the same. */
    @Test
    void aFlatTableIsAWhole() {
        Aggregated table = new Aggregated("one", "other");
        for (int i = 0; i < 16; i++) {
            table.add(i == 5 ? 3 : 40, Node.of("A" + i / 4), Node.of("B" + i % 4));
        }
        // the small cell and three that make a rectangle with it
        assertThat(withheld(new Gate(new Recomputation(), 1), table, rules(Attacker.ADDS, false)))
                .isEqualTo(4);
    }
}
