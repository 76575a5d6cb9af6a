// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
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

class InsidersTest {
    private static final OptionalInt NONE = OptionalInt.empty();
    private static final Rules OFF = new Rules(10, 0, 0, NONE, NONE, NONE, Zeros.PUBLISH, false, Attacker.ADDS);
    private static final Rules INSIDERS = new Rules(10, 0, 0, NONE, NONE, NONE, Zeros.PUBLISH, true, Attacker.ADDS);
    private static final Rules SIBLINGS =
            new Rules(10, 0, 0, NONE, NONE, NONE, Zeros.PUBLISH, false, Attacker.BOUNDS_ABOVE_ZERO);

    /** Rows of one axis: code, learners, schools, providers; the total comes first. */
    static CellTable line(String... rows) {
        List<Cohort> cohorts = new ArrayList<>();
        for (String row : rows) {
            List<String> parts = List.of(row.split(" ", -1));
            Node at =
                    parts.get(0).equals("T") ? Node.TOTAL : Node.of(parts.get(0).split("/", -1));
            long learners = Long.parseLong(parts.get(1));
            Contributors who =
                    new Contributors(learners, Long.valueOf(parts.get(2)), Long.valueOf(parts.get(3)), null, null);
            cohorts.add(new Cohort(List.of(at), Map.of("users", Tally.figure((double) learners, who))));
        }
        return new CellTable("t", List.of(new Axis("axis", true)), List.of(Aggregated.USERS), cohorts);
    }

    private static List<String> withheld(Rules rules, CellTable table) {
        return List.copyOf(
                GateTest.withheld(GateTest.granted(rules, table).tables().get(0)));
    }

    @Test
    void aSchoolThatSubtractsItselfDoesNotSeeItsNeighbour() {
        CellTable table = line("T 96 9 3", "a 7 1 3", "b 9 4 3", "c 30 4 3", "d 50 5 3");
        assertThat(withheld(OFF, table)).containsExactly("a", "b");
        assertThat(withheld(INSIDERS, table)).containsExactly("a", "b", "c");
    }

    @Test
    void aProviderThatSubtractsItselfDoesNotSeeItsNeighbour() {
        CellTable table = line("T 89 9 3", "a 9 3 2", "b 30 4 1", "c 50 5 3");
        assertThat(withheld(OFF, table)).containsExactly("a", "b");
        assertThat(withheld(INSIDERS, table)).containsExactly("a", "c");
    }

    @Test
    void aSchoolLearnsNothingFromItsOwnCells() {
        CellTable table = line("T 80 9 3", "A 16 1 3", "A/a 7 1 3", "A/b 9 1 3", "B 64 8 3");
        assertThat(withheld(INSIDERS, table)).containsExactly("a", "b");
    }

    @Test
    void theOnlySchoolOfATableKnowsItAnyway() {
        CellTable table = line("T 46 1 1", "a 7 1 1", "b 9 1 1", "c 30 1 1", "z 0 0 0");
        assertThat(withheld(INSIDERS, table)).containsExactly("a", "b");
    }

    @Test
    void anInsiderIsFollowedIntoOtherTables() {
        CellTable one = line("T 96 9 3", "a 7 1 3", "b 9 4 3", "c 30 4 3", "d 50 5 3");
        CellTable two = new CellTable("u", one.axes(), one.series(), one.cohorts());
        List<ClearedTable> both = GateTest.granted(INSIDERS, one, two).tables();
        assertThat(GateTest.withheld(both.get(0))).containsExactly("a", "b", "c");
        assertThat(GateTest.withheld(both.get(1))).containsExactly("a", "b", "c");
    }

    /**
     * A is one school with four cells. B·2 = 70 − 21 − 21, B·F = 125 − 60 − 25 and so B·2·M = 8 for it, if all this is
     * printed; B·2·M is a multiple of none of its cells.
     */
    @Test
    void aSchoolSubtractsSeveralOfItsCells() {
        Aggregated counts = new Aggregated("geo", "solution", "sex");
        int[] learners = {5, 1, 20, 1, 20, 12, 20, 8, 40, 20, 20, 1};
        for (int cell = 0; cell < learners.length; cell++) {
            String geo = List.of("A", "B", "C").get(cell / 4);
            counts.add(
                    learners[cell],
                    Node.of(geo),
                    Node.of(cell / 2 % 2 == 0 ? "1" : "2"),
                    Node.of(cell % 2 == 0 ? "F" : "M"));
        }
        CellTable table = withSchools(counts);
        assertThat(toldToA(GateTest.granted(OFF, table).tables().get(0)))
                .as("the test can fail")
                .contains("B2M");
        assertThat(toldToA(GateTest.granted(INSIDERS, table).tables().get(0))).isEmpty();
    }

    /** A table by place first: A is one school, any other place three. */
    static CellTable withSchools(Aggregated counts) {
        CellTable plain = counts.table("t", Aggregated.USERS);
        return new CellTable(
                "t",
                plain.axes(),
                plain.series(),
                plain.cohorts().stream().map(InsidersTest::withSchools).toList());
    }

    private static Cohort withSchools(Cohort cohort) {
        String geo = String.join("", cohort.at().get(0).path());
        long schools = geo.isEmpty() ? 7 : geo.equals("A") ? 1 : 3;
        long learners = Optional.ofNullable(cohort.tallies().get("users"))
                .orElseThrow()
                .contributors()
                .learners();
        return new Cohort(
                cohort.at(),
                Map.of(
                        "users",
                        Tally.figure((double) learners, new Contributors(learners, schools, null, null, null))));
    }

    /** The unsafe cells of B and C that follow from what is printed and the cells of A. */
    private static List<String> toldToA(ClearedTable cleared) {
        List<LinearSum> known = new ArrayList<>();
        for (int atom = 0; atom < 4; atom++) {
            known.add(LinearSum.of(atom));
        }
        cleared.rows().stream().filter(row -> row.status() == ConfStatus.F).forEach(row -> known.add(sum(name(row))));
        Span span = new Span(12, known);
        return Stream.of("B2M", "C2M").filter(code -> span.contains(sum(code))).toList();
    }

    private static String name(ClearedRow row) {
        return row.at().stream()
                .map(node -> node.isTotal() ? "." : node.path().get(0))
                .collect(Collectors.joining());
    }

    private static LinearSum sum(String pattern) {
        return LinearSum.of(IntStream.range(0, 12)
                .filter(atom ->
                        ("" + "ABC".charAt(atom / 4) + (atom / 2 % 2 + 1) + "FM".charAt(atom % 2)).matches(pattern))
                .toArray());
    }

    /** The second table does not say that a is of one school; the first does, and a is the same in both. */
    @Test
    void anInsiderOfOneTableIsReckonedWithInAnother() {
        CellTable one = line("T 96 9 3", "a 7 1 3", "r 89 8 3");
        CellTable two = new CellTable(
                "u",
                one.axes(),
                one.series(),
                Stream.of("T 96", "a 7", "b 9", "c 30", "d 50")
                        .map(row -> row.split(" ", -1))
                        .map(row -> new Cohort(
                                List.of(row[0].equals("T") ? Node.TOTAL : Node.of(row[0])),
                                Map.of(
                                        "users",
                                        Tally.figure(
                                                Double.parseDouble(row[1]),
                                                Contributors.ofLearners(Long.parseLong(row[1]))))))
                        .toList());
        assertThat(GateTest.withheld(GateTest.granted(OFF, one, two).tables().get(1)))
                .containsExactly("a", "b");
        List<ClearedTable> both = GateTest.granted(INSIDERS, one, two).tables();
        assertThat(GateTest.withheld(both.get(0))).containsExactly("a", "r");
        assertThat(GateTest.withheld(both.get(1))).containsExactly("a", "b", "c");
    }

    /** Five cells that hold somebody each and five learners in all: every one holds one. */
    @Test
    void singleLearnersAreNotToldByTheirSum() {
        Aggregated counts = new Aggregated("axis");
        for (String code : List.of("a", "b", "c", "d", "e")) {
            counts.add(1, Node.of(code));
        }
        counts.add(7, Node.of("f")).add(20, Node.of("g"));
        Rules insiders = new Rules(5, 0, 0, NONE, NONE, NONE, Zeros.PUBLISH, true, Attacker.ADDS);
        Rules off = new Rules(5, 0, 0, NONE, NONE, NONE, Zeros.PUBLISH, false, Attacker.ADDS);
        CellTable table = counts.table("t", Aggregated.USERS);
        assertThat(withheld(off, table)).containsExactly("a", "b", "c", "d", "e");
        assertThat(withheld(insiders, table)).containsExactly("a", "b", "c", "d", "e", "f");
    }

    @Test
    void siblingsThatHoldFewTogetherAreNotToldByTheirParent() {
        CellTable few = line("T 87 9 3", "a 3 3 3", "b 4 4 3", "c 30 4 3", "d 50 5 3");
        assertThat(withheld(OFF, few)).containsExactly("a", "b");
        assertThat(withheld(SIBLINGS, few)).containsExactly("a", "b", "c");
    }

    /** 5 + 5 = 10, but each holds somebody, so that none holds more than 9. */
    @Test
    void siblingsAreNotBoundedBelowTheThresholdByTheirSum() {
        CellTable bounded = line("T 90 9 3", "a 5 3 3", "b 5 4 3", "c 30 4 3", "d 50 5 3");
        CellTable open = line("T 91 9 3", "a 5 3 3", "b 6 4 3", "c 30 4 3", "d 50 5 3");
        assertThat(withheld(SIBLINGS, bounded)).containsExactly("a", "b", "c");
        assertThat(withheld(SIBLINGS, open)).containsExactly("a", "b");
    }

    @Test
    void siblingsThatMayBeEmptyAreBoundedByTheirSumAlone() {
        Rules secretZeros = new Rules(10, 0, 0, NONE, NONE, NONE, Zeros.WITHHOLD, false, Attacker.BOUNDS_ABOVE_ZERO);
        CellTable open = line("T 90 9 3", "a 5 3 3", "b 5 4 3", "c 30 4 3", "d 50 5 3");
        CellTable bounded = line("T 89 9 3", "a 4 3 3", "b 5 4 3", "c 30 4 3", "d 50 5 3");
        assertThat(withheld(secretZeros, open)).containsExactly("a", "b");
        assertThat(withheld(secretZeros, bounded)).containsExactly("a", "b", "c");
    }

    @Test
    void seriesWithoutLearnersBoundNobody() {
        Series schools = new Series(
                "schools", "event", Form.COUNT, ContributorKind.SCHOOL, 0, false, true, "count", "1", Optional.empty());
        List<Cohort> cohorts = new ArrayList<>();
        Map<String, Long> counts = Map.of("a", 1L, "b", 2L, "c", 9L, "T", 12L);
        counts.forEach((code, count) -> cohorts.add(new Cohort(
                List.of(code.equals("T") ? Node.TOTAL : Node.of(code)),
                Map.of("schools", Tally.figure((double) count, new Contributors(0, count, null, null, null))))));
        CellTable table = new CellTable("t", List.of(new Axis("axis", true)), List.of(schools), cohorts);
        Rules rules =
                new Rules(10, 0, 0, OptionalInt.of(3), NONE, NONE, Zeros.PUBLISH, false, Attacker.BOUNDS_ABOVE_ZERO);
        assertThat(withheld(rules, table)).containsExactly("a", "b");
    }

    /**
     * The ten of a and b bound each below ten, so that c goes too. Its only school knows c and with it the ten; but
     * neither a nor b, and sums that only bound are kept from outsiders.
     */
    @Test
    void anInsiderMayLearnASumThatBoundsOthers() {
        Rules both = new Rules(10, 0, 0, NONE, NONE, NONE, Zeros.PUBLISH, true, Attacker.BOUNDS_ABOVE_ZERO);
        CellTable table = line("T 90 9 3", "a 5 3 3", "b 5 4 3", "c 30 1 3", "d 50 5 3");
        assertThat(withheld(both, table)).containsExactly("a", "b", "c");
    }

    /**
     * Without a grand total nobody but the school of s/y is behind s/y, and r/x is none of its own: what r/x has more
     * than s/y must not follow from the totals of r and y, nor r from all the other totals.
     */
    @Test
    void anInsiderIsFollowedAcrossRowsAndColumnsThatNoTotalJoins() {
        List<Axis> axes = List.of(new Axis("row", true), new Axis("column", true));
        List<Cohort> cohorts = new ArrayList<>();
        for (String cell : List.of(
                "r x 3 2", "r y 40 4", "s x 50 4", "s y 30 1", "r T 43 4", "s T 80 4", "T x 53 4", "T y 70 4")) {
            List<String> parts = List.of(cell.split(" ", -1));
            long learners = Long.parseLong(parts.get(2));
            Contributors who = new Contributors(learners, Long.valueOf(parts.get(3)), 3L, null, null);
            cohorts.add(new Cohort(
                    List.of(NestedTables.node(parts.get(0)), NestedTables.node(parts.get(1))),
                    Map.of("users", Tally.figure((double) learners, who))));
        }
        CellTable table = new CellTable("t", axes, List.of(Aggregated.USERS), cohorts);
        assertThat(withheld(OFF, table)).containsExactly("r/x", "r/y", "s/x", "s/y");
        assertThat(withheld(INSIDERS, table)).containsExactly("T/x", "r/T", "r/x");
    }
}
