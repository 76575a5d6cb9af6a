// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;
import org.junit.jupiter.api.Test;

/** Groups of withheld siblings that would be seen to have moved by few, on tables that can be followed by hand. */
class MovedGroupsTest {
    private static final List<Axis> AXIS = List.of(new Axis("axis", true));

    private static EarlierRelease first(CellTable table) {
        return new EarlierRelease(
                "1",
                Releases.at(0),
                Releases.granted(GateTest.PLAIN, List.of(table), List.of()).ledger());
    }

    /** Code to learners; with an asterisk where it is frozen, a dash where it is withheld. */
    private static Map<String, String> second(CellTable one, CellTable two) {
        Map<String, String> shown = new TreeMap<>();
        Releases.granted(GateTest.PLAIN, List.of(two), List.of(first(one)))
                .release()
                .tables()
                .get(0)
                .rows()
                .forEach(row -> shown.put(GateTest.place(row.at()), shown(row)));
        return shown;
    }

    private static String shown(ClearedRow row) {
        String frozen = row.frozenSince() == null ? "" : "*";
        return row.status() == ConfStatus.C ? "-" : row.learners() + frozen;
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

    private static CellTable rate(String total, String a, String b, String c) {
        return new NestedTables("t", AXIS, NestedTables.rate("passed", "event"))
                .row("T", total)
                .row("a", a)
                .row("b", b)
                .row("c", c)
                .table();
    }

    /** The attack finds a group that is told all the same: T and b are, and c would tell of a and b. */
    @Test
    void aGroupThatFollows() {
        List<CellTable> tables = List.of(RecomputationTest.line("t", 33, 40, 70));
        PrimaryRules rules = new PrimaryRules(GateTest.PLAIN);
        Population population = new Population(
                "event",
                tables,
                tables.stream().map(Lattice::new).toList(),
                rules,
                new Guard(List.of(first(RecomputationTest.line("t", 30, 40, 50))), rules));
        Pattern pattern = new Pattern(population, rules, GateTest.PLAIN);
        assertThat(population.memberOf(2).at(2)).containsExactly(Node.of("b"));
        assertThat(pattern.withheld()).hasToString("{1, 3}");
        assertThat(new Recomputation().attack(population, pattern)).isEmpty();
        pattern.withheld().clear(3);
        pattern.withheld().set(2);
        assertThat(new Recomputation().attack(population, pattern))
                .contains("a group of which few came or went since an earlier release can be computed");
    }
}
