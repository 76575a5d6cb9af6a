// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.earlier.EarlierRelease;
import org.dases.impact.indicators.disclosure.earlier.Guard;
import org.dases.impact.indicators.disclosure.earlier.Ledger;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;
import org.junit.jupiter.api.Test;

/** Groups of withheld siblings that would be seen to have moved by few, on tables that can be followed by hand. */
class MovedGroupsTest {
    static final List<Axis> AXIS = List.of(new Axis("axis", true));

    private static EarlierRelease first(CellTable table) {
        return new EarlierRelease(
                "1",
                Releases.at(0),
                Releases.granted(GateTest.PLAIN, List.of(table), List.of()).ledger());
    }

    /** Code to learners; with an asterisk where it is frozen, a dash where it is withheld. */
    static Map<String, String> second(CellTable one, CellTable two) {
        return Releases.shown(two, first(one));
    }

    /** 3 came to a and b, which are withheld together: 115 − 72 must not be told after 100 − 60. */
    @Test
    void siblingsThatAreWithheldTogether() {
        assertThat(second(RecomputationTest.line("t", 4, 36, 60), RecomputationTest.line("t", 6, 37, 72)))
                .isEqualTo(Map.of("T", "115", "a", "-", "b", "37", "c", "60*"));
    }

    /** 12 came to a and b, 2 to a alone: nobody knows that, and that 10 came to b is told. */
    @Test
    void siblingsThatMovedByMany() {
        assertThat(second(RecomputationTest.line("t", 4, 36, 60), RecomputationTest.line("t", 6, 46, 72)))
                .isEqualTo(Map.of("T", "124", "a", "-", "b", "-", "c", "72"));
    }

    /** That nobody is left in a and b everybody may know, and so that 7 have gone. */
    @Test
    void siblingsThatAreEmptyNow() {
        assertThat(second(RecomputationTest.line("t", 3, 4, 50), RecomputationTest.line("t", 0, 0, 70)))
                .isEqualTo(Map.of("T", "70", "a", "0", "b", "0", "c", "70"));
    }

    /** Fourteen siblings, of which the first has so many and the others 4, and one more. */
    private static CellTable fifteen(long first, long last) {
        return RecomputationTest.line("t", first, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, last);
    }

    /** More siblings than all groups are looked at of: to all of them together 3 came. */
    @Test
    void manySiblings() {
        assertThat(second(fifteen(4, 50), fifteen(7, 70)))
                .containsEntry("T", "129")
                .containsEntry("o", "50*");
    }

    /** How many they are together is not told now, as the total moved by 3 itself. */
    @Test
    void manySiblingsThatCannotBeComputedNow() {
        assertThat(second(fifteen(4, 50), fifteen(7, 50)))
                .containsEntry("T", "106*")
                .containsEntry("o", "50");
    }

    /** How many they were together was not told, as the last one was withheld, too. */
    @Test
    void manySiblingsThatCouldNotBeComputedThen() {
        assertThat(second(fifteen(4, 4), fifteen(7, 50)))
                .containsEntry("T", "109")
                .containsEntry("o", "50");
    }

    /** 30 came to c, of whom 15 are above the line; 2 of a and b have got there, too: 17 − 15. */
    @Test
    void siblingsOfWhomFewChangedSides() {
        CellTable one = rate("54:120", "3:8", "21:52", "30:60");
        CellTable two = rate("71:150", "4:8", "22:52", "45:90");
        assertThat(second(one, two)).containsEntry("T", "150").containsEntry("c", "60*");
    }

    static CellTable rate(String total, String a, String b, String c) {
        return four(NestedTables.rate("passed", "event"), total, a, b, c);
    }

    /** A total and three parts. */
    static CellTable four(Series series, String total, String a, String b, String c) {
        return new NestedTables("t", AXIS, series)
                .row("T", total)
                .row("a", a)
                .row("b", b)
                .row("c", c)
                .table();
    }

    /** Nobody was in a and b: that 3 of their 29 are above the line is for the rules on one release. */
    @Test
    void siblingsInWhichNobodyWas() {
        CellTable one = new NestedTables("t", AXIS, NestedTables.rate("passed", "event"))
                .row("T", "30:60")
                .row("c", "30:60")
                .table();
        CellTable two = rate("48:119", "1:4", "2:25", "45:90");
        assertThat(second(one, two)).containsEntry("T", "119").containsEntry("c", "90");
    }

    /** The parts of a are new; of a itself it is remembered that it was 30. */
    @Test
    void aSiblingThatIsDividedNow() {
        Aggregated two = new Aggregated("axis")
                .add(13, Node.of("a", "x"))
                .add(20, Node.of("a", "y"))
                .add(40, Node.of("b"))
                .add(70, Node.of("c"));
        assertThat(second(RecomputationTest.line("t", 30, 40, 50), two.table("t", Aggregated.USERS)))
                .containsEntry("T", "143")
                .containsEntry("c", "50*");
    }

    /**
     * Without the parts of a that are told, 3 came to y and b; with any of these they did, too: c is what must go. Then
     * a may be told, and of its parts one must go for y.
     */
    @Test
    void partsThatDidNotMoveAreTold() {
        assertThat(second(parts(4, 4, 160), parts(5, 6, 172)))
                .containsEntry("T", "285")
                .containsEntry("c", "160*")
                .containsEntry("a", "107")
                .containsEntry("w", "40")
                .containsEntry("x", "30")
                .containsEntry("u", "20")
                .containsEntry("v", "12*")
                .containsEntry("y", "-")
                .containsEntry("b", "-");
    }

    private static CellTable parts(long y, long b, long c) {
        return new Aggregated("axis")
                .add(40, Node.of("a", "w"))
                .add(30, Node.of("a", "x"))
                .add(20, Node.of("a", "u"))
                .add(12, Node.of("a", "v"))
                .add(y, Node.of("a", "y"))
                .add(b, Node.of("b"))
                .add(c, Node.of("c"))
                .table("t", Aggregated.USERS);
    }

    /** The same persons in each month: 3 came to a, and not 3 a month. */
    @Test
    void siblingsOfPersonsInSeveralMonths() {
        assertThat(second(months(30, 40, 50), months(33, 40, 70)))
                .containsEntry("T/T", "143")
                .containsEntry("T/c", "50*");
    }

    private static CellTable months(long a, long b, long c) {
        NestedTables table = new NestedTables(
                "t", List.of(new Axis("month", false), new Axis("axis", true)), NestedTables.count("users", "event"));
        for (String month : List.of("T", "m1", "m2", "m3", "m4")) {
            table.row(month + " T", String.valueOf(a + b + c))
                    .row(month + " a", String.valueOf(a))
                    .row(month + " b", String.valueOf(b))
                    .row(month + " c", String.valueOf(c));
        }
        return table.table();
    }

    /** The attack finds a group that is told all the same: T and b are, and c would tell of a and b. */
    @Test
    void aGroupThatFollows() {
        List<CellTable> tables = List.of(RecomputationTest.line("t", 33, 40, 70));
        PrimaryRules rules = new PrimaryRules(GateTest.PLAIN);
        Population population = NestedTables.population(
                rules, new Guard(List.of(first(RecomputationTest.line("t", 30, 40, 50))), rules), tables);
        Pattern pattern = new Pattern(population, rules, GateTest.PLAIN);
        assertThat(population.memberOf(2).at(2)).containsExactly(Node.of("b"));
        assertThat(pattern.withheld()).hasToString("{1, 3}");
        assertThat(new Recomputation().attack(pattern, List.of())).isEmpty();
        pattern.withheld().clear(3);
        pattern.withheld().set(2);
        assertThat(new Recomputation().attack(pattern, List.of()))
                .contains("a group of which few came or went since an earlier release can be computed");
    }

    /** 3 came to A1 and A2, of which 60 were told beside the 40 of X, who have all gone. */
    @Test
    void besideASiblingThatHasGone() {
        CellTable one = new Aggregated("axis")
                .add(30, Node.of("L", "A1"))
                .add(30, Node.of("L", "A2"))
                .add(40, Node.of("L", "X"))
                .add(50, Node.of("N"))
                .table("t", Aggregated.USERS);
        CellTable two = new Aggregated("axis")
                .add(33, Node.of("L", "A1"))
                .add(30, Node.of("L", "A2"))
                .add(70, Node.of("N"))
                .table("t", Aggregated.USERS);
        assertThat(second(one, two))
                .satisfies(shown -> assertThat("63".equals(shown.get("L")))
                        .as("63 after 60")
                        .isFalse());
    }

    /** X came from elsewhere, where it was as many: 108 less 40 are 3 more than the 65 that B and C were. */
    @Test
    void besideASiblingThatCameFromElsewhere() {
        CellTable one = new Aggregated("axis")
                .add(60, Node.of("L", "A"))
                .add(40, Node.of("L", "X"))
                .add(35, Node.of("M", "B"))
                .add(30, Node.of("M", "C"))
                .add(50, Node.of("N"))
                .table("t", Aggregated.USERS);
        CellTable two = new Aggregated("axis")
                .add(60, Node.of("L", "A"))
                .add(35, Node.of("M", "B"))
                .add(33, Node.of("M", "C"))
                .add(40, Node.of("M", "X"))
                .add(70, Node.of("N"))
                .table("t", Aggregated.USERS);
        List<Ledger.Entry> entries = new ArrayList<>();
        first(one).ledger().tables().get(0).cells().forEach(entry -> {
            boolean isMoved = entry.at().equals(List.of(Node.of("L", "X")));
            List<Node> at = isMoved ? List.of(Node.of("M", "X")) : entry.at();
            entries.add(new Ledger.Entry(at, entry.primary(), entry.figures()));
        });
        Map<String, String> shown = Releases.shown(
                two, new EarlierRelease("1", Releases.at(0), new Ledger(List.of(new Ledger.Table("t", entries)))));
        assertThat("108".equals(shown.get("M")) && "40".equals(shown.get("X")))
                .as("what B and C are: " + shown)
                .isFalse();
    }
}
