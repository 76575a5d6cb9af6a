// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.rules.Attacker;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.dases.impact.indicators.disclosure.rules.Zeros;
import org.junit.jupiter.api.Test;

/** Were something printed after all that a pattern withholds, the attack finds what follows from it. */
class RecomputationTest {
    private static final OptionalInt NONE = OptionalInt.empty();
    private static final String WITHHELD = "a withheld cell can be computed from printed ones";
    private static final String UNSAFE = "an unsafe cell can be computed from printed ones of several tables";

    private static Population population(Rules rules, CellTable... tables) {
        return NestedTables.population(new PrimaryRules(rules), List.of(tables));
    }

    private static Pattern pattern(Population population, Rules rules) {
        return new Pattern(population, new PrimaryRules(rules), rules);
    }

    /** Cells in the order of their codes, the total first. */
    static CellTable line(String id, long... counts) {
        Aggregated table = new Aggregated("axis");
        for (int i = 0; i < counts.length; i++) {
            table.add(counts[i], Node.of(String.valueOf((char) ('a' + i))));
        }
        List<List<Node>> order = new ArrayList<>(table.counts().keySet());
        order.sort(Comparator.comparing(at -> at.get(0).toString()));
        return table.table(id, Aggregated.USERS, order);
    }

    /** Of 65, 12 and 50 follows the 3. */
    @Test
    void aCellThatFollowsFromItsSiblings() {
        Population population = population(GateTest.PLAIN, line("t", 3, 12, 50));
        Pattern pattern = pattern(population, GateTest.PLAIN);
        assertThat(population.memberOf(2).at(2)).containsExactly(Node.of("b"));
        assertThat(new Recomputation().attack(pattern, List.of())).isEmpty();
        pattern.withheld().clear(2);
        assertThat(new Recomputation().attack(pattern, List.of())).containsExactly(WITHHELD, UNSAFE);
    }

    /** The second table withholds b as the first one does; either of them gives the 3 away in both. */
    @Test
    void aCellThatFollowsFromAnotherTable() {
        Population population = population(GateTest.PLAIN, line("t", 3, 12, 50), line("u", 3, 12, 50));
        Pattern pattern = pattern(population, GateTest.PLAIN);
        pattern.withheld().clear(6);
        assertThat(population.memberOf(6).at(2)).containsExactly(Node.of("b"));
        assertThat(new Recomputation().attack(pattern, List.of())).containsExactly(WITHHELD, UNSAFE, UNSAFE);
    }

    /** What decided took 12 and 2 for enough, or for nearly: nothing proves that they may be 30. */
    @Test
    void aCountBelowKThatNobodyLookedAt() {
        Rules asked = new Rules(30, 0, 0, NONE, NONE, NONE, Zeros.PUBLISH, false, Attacker.BOUNDS);
        Rules taken = new Rules(10, 0, 0, NONE, NONE, NONE, Zeros.PUBLISH, false, Attacker.BOUNDS);
        for (long few : List.of(12L, 2L)) {
            CellTable table = line("t", few, 50, 60, 70);
            assertThat(new Recomputation().attack(pattern(population(taken, table), taken), List.of()))
                    .isEmpty();
            assertThat(new Recomputation().attack(pattern(population(asked, table), taken), List.of()))
                    .singleElement()
                    .asString()
                    .contains("there is no proof that it cannot");
        }
    }

    /** Three cells hold 9 together: none follows, and none can be 10. */
    @Test
    void aCellThatIsBoundedByItsSiblings() {
        Rules bounds = new Rules(10, 0, 0, NONE, NONE, NONE, Zeros.PUBLISH, false, Attacker.BOUNDS);
        Population population = population(bounds, line("t", 2, 3, 4, 50));
        Pattern pattern = pattern(population, bounds);
        assertThat(new Recomputation().attack(pattern, List.of())).isEmpty();
        pattern.withheld().clear(4);
        assertThat(new Recomputation().attack(pattern, List.of()))
                .containsExactly(
                        "an unsafe cell can be bounded below the threshold, or told by a school or provider alone behind another one, or there is no proof that it cannot");
    }

    /** The school of a would know that b is 96 − 30 − 50 − 7; a total of the same cell it knows before. */
    @Test
    void aCellThatFollowsForASchoolAlone() {
        Rules insiders = new Rules(10, 0, 0, NONE, NONE, NONE, Zeros.PUBLISH, true, Attacker.ADDS);
        Population population = population(
                insiders, InsidersTest.line("T 96 9 3", "A 7 2 3", "A/a 7 1 3", "b 9 4 3", "c 30 4 3", "d 50 5 3"));
        Pattern pattern = pattern(population, insiders);
        assertThat(population.memberOf(4).at(4)).containsExactly(Node.of("c"));
        assertThat(pattern.withheld()).hasToString("{1, 2, 3, 4}");
        assertThat(new Recomputation().attack(pattern, List.of())).isEmpty();
        pattern.withheld().clear(4);
        assertThat(new Recomputation().attack(pattern, List.of()))
                .containsExactly(
                        WITHHELD, "a school or provider alone behind a withheld cell can compute an unsafe one");
    }

    /** A has more cells than are looked at together: with 12 of c0 it takes its 5 from it, and B has 7. */
    @Test
    void aCellThatFollowsForASchoolWithVeryManyCells() {
        Aggregated counts = new Aggregated("place", "code");
        for (int code = 0; code < 70; code++) {
            counts.add(5, Node.of("A"), Node.of("c" + code));
            counts.add(code == 0 ? 7 : 50, Node.of("B"), Node.of("c" + code));
        }
        CellTable table = InsidersTest.withSchools(counts);
        Rules insiders = new Rules(10, 0, 0, NONE, NONE, NONE, Zeros.PUBLISH, true, Attacker.ADDS);
        Population population = population(insiders, table);
        Pattern pattern = pattern(population, insiders);
        int both = IntStream.range(0, table.cohorts().size())
                .filter(c -> table.cohorts().get(c).at().equals(List.of(Node.TOTAL, Node.of("c0"))))
                .findFirst()
                .orElseThrow();
        assertThat(pattern.withheld().get(both)).isTrue();
        assertThat(new Recomputation().attack(pattern, List.of())).isEmpty();
        pattern.withheld().clear(both);
        assertThat(new Recomputation().attack(pattern, List.of()))
                .contains("a school or provider alone behind a withheld cell can compute an unsafe one");
    }

    /** The school of a and b knows both, and what they are together. */
    @Test
    void whatIsItsOwnASchoolMayKnow() {
        Rules insiders = new Rules(10, 0, 0, NONE, NONE, NONE, Zeros.PUBLISH, true, Attacker.ADDS);
        Population population =
                population(insiders, InsidersTest.line("T 80 9 3", "A 16 1 3", "A/a 7 1 3", "A/b 9 1 3", "B 64 8 3"));
        Pattern pattern = pattern(population, insiders);
        assertThat(pattern.withheld()).hasToString("{2, 3}");
        assertThat(new Recomputation().attack(pattern, List.of())).isEmpty();
    }

    /** 4 of 20 are a band; with 54, 20 and 30 above the line they follow. */
    @Test
    void aNumeratorThatFollowsFromItsSiblings() {
        CellTable table = new NestedTables("t", List.of(new Axis("axis", true)), NestedTables.rate("passed", "event"))
                .row("T", "54:120")
                .row("a", "4:20")
                .row("b", "20:40")
                .row("c", "30:60")
                .table();
        Rules sides = new Rules(10, 0, 5, NONE, NONE, NONE, Zeros.PUBLISH, false, Attacker.ADDS);
        Population population = population(sides, table);
        Pattern pattern = pattern(population, sides);
        assertThat(new Recomputation().attack(pattern, List.of())).isEmpty();
        Objects.requireNonNull(pattern.rates().get("passed")).exact().set(2);
        assertThat(new Recomputation().attack(pattern, List.of()))
                .containsExactly("the numerator of a one-sided rate of indicator passed can be computed");
    }
}
