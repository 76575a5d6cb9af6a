// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.disclosure.audit.Need;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.earlier.Guard;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.dases.impact.indicators.disclosure.rules.Attacker;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;
import org.dases.impact.indicators.disclosure.rules.PrimaryRulesTest;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.dases.impact.indicators.disclosure.rules.Zeros;
import org.junit.jupiter.api.Test;

class ZerosTest {
    private static final Rules SECRET = new Rules(
            10,
            0,
            0,
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Zeros.WITHHOLD,
            false,
            Attacker.ADDS);

    @Test
    void printedZerosNeedNoProtection() {
        CellTable table = new Aggregated("sex", "sector")
                .add(0, Node.of("F"), Node.of("PU"))
                .add(40, Node.of("F"), Node.of("PR"))
                .add(50, Node.of("M"), Node.of("PU"))
                .table("t", Aggregated.USERS);
        assertThat(GateTest.granted(GateTest.PLAIN, table).certificate().withheld())
                .isZero();
    }

    private static CellTable listing(String id, String... codes) {
        NestedTables table = new NestedTables(id, List.of(new Axis("place", true)), Aggregated.USERS);
        List.of(codes).forEach(code -> table.row(code, "20"));
        return table.table();
    }

    private static List<List<String>> listed(CellTable... tables) {
        return Completion.of(List.of(tables)).stream()
                .map(table -> table.cohorts().stream()
                        .map(cohort -> String.join("/", cohort.at().get(0).path()))
                        .toList())
                .toList();
    }

    /** b is a code of both tables, r/a is none of a table that does not go into r, nor where a stands below another. */
    @Test
    void codesOfAnotherTableAreListedBesideTheirSiblings() {
        assertThat(listed(listing("t", "T", "r", "r/a", "r/b", "s"), listing("u", "T", "r", "r/a")))
                .containsExactly(List.of("", "r", "r/a", "r/b", "s"), List.of("", "r", "r/a", "r/b", "s"));
        assertThat(listed(listing("t", "T", "r", "r/a"), listing("u", "T", "r", "s")))
                .containsExactly(List.of("", "r", "r/a", "s"), List.of("", "r", "s"));
        assertThat(listed(listing("t", "T", "r", "r/a"), listing("u", "T", "q", "q/a", "s")))
                .containsExactly(List.of("", "r", "r/a"), List.of("", "q", "q/a", "s"));
    }

    /** F/PU is not listed; it must look like any other withheld cell, and so must what would give it away. */
    @Test
    void secretZerosAreListedAsWithheld() {
        CellTable table = new Aggregated("sex", "sector")
                .add(40, Node.of("F"), Node.of("PR"))
                .add(50, Node.of("M"), Node.of("PU"))
                .add(60, Node.of("M"), Node.of("PR"))
                .table("t", Aggregated.USERS);
        ClearedTable cleared = GateTest.granted(SECRET, table).tables().get(0);
        assertThat(GateTest.withheld(cleared)).containsExactly("F/PR", "F/PU", "M/PR", "M/PU");
    }

    @Test
    void tooManyCombinationsToListAreRefused() {
        List<Axis> axes = new ArrayList<>();
        List<Cohort> cohorts = new ArrayList<>();
        for (int axis = 0; axis < 4; axis++) {
            axes.add(new Axis("axis" + axis, true));
        }
        for (int code = 0; code < 200; code++) {
            Node node = Node.of("c" + code);
            cohorts.add(new Cohort(List.of(node, node, node, node), Map.of()));
        }
        CellTable table = new CellTable("t", axes, List.of(Aggregated.USERS), cohorts);
        Clearance.Refused refused = GateTest.refused(SECRET, table);
        assertThat(refused.reasons())
                .containsExactly("table t: zeros are withheld, but its codes have more than 4000000 combinations,"
                        + " too many to list all; publish zeros or drop a dimension");
        assertThat(refused.cause())
                .as("a table too large is no fault of the gate")
                .isEmpty();
    }

    @Test
    void noAxesAtAllMakeOneCell() {
        Cohort all = new Cohort(List.of(), Map.of("users", Tally.figure(30, Contributors.ofLearners(30))));
        CellTable table = new CellTable("t", List.of(), List.of(Aggregated.USERS), List.of(all));
        assertThat(GateTest.granted(SECRET, table).certificate().published()).isEqualTo(1);
    }

    /** F/PU is listed, and is nobody; of PU no total is. */
    @Test
    void aZeroOfWhichNotAllTotalsAreListedIsPrinted() {
        List<Cohort> cohorts = new ArrayList<>();
        for (String cell : List.of("T T 70", "F T 30", "M T 40", "T PR 70", "F PR 30", "M PR 40", "F PU 0")) {
            List<String> parts = List.of(cell.split(" ", -1));
            long learners = Long.parseLong(parts.get(2));
            cohorts.add(new Cohort(
                    List.of(NestedTables.node(parts.get(0)), NestedTables.node(parts.get(1))),
                    Map.of("users", Tally.figure((double) learners, Contributors.ofLearners(learners)))));
        }
        CellTable table = new CellTable(
                "t", List.of(new Axis("sex", true), new Axis("sector", true)), List.of(Aggregated.USERS), cohorts);
        ClearedRelease release = GateTest.granted(GateTest.PLAIN, table);
        assertThat(release.certificate().published()).isEqualTo(7);
    }

    /** 0 and 9 are 9 together, so that neither could be ten: a third cell goes. */
    @Test
    void aSecretZeroMayAsWellBeAtTheThreshold() {
        CellTable table = new Aggregated("axis")
                .add(0, Node.of("a"))
                .add(9, Node.of("b"))
                .add(50, Node.of("c"))
                .add(60, Node.of("d"))
                .table("t", Aggregated.USERS);
        OptionalInt none = OptionalInt.empty();
        Rules bounds = new Rules(10, 0, 0, none, none, none, Zeros.WITHHOLD, false, Attacker.BOUNDS);
        assertThat(GateTest.withheld(GateTest.granted(SECRET, table).tables().get(0)))
                .containsExactly("a", "b");
        assertThat(GateTest.withheld(GateTest.granted(bounds, table).tables().get(0)))
                .containsExactly("a", "b", "c");
    }

    /** Zeros are printed, but not those of a sensitive indicator: of 0 it must be possible that it is 10, as of 9. */
    @Test
    void aSensitiveZeroMayAsWellBeAtTheThreshold() {
        assertThat(needs(PrimaryRulesTest.series(Form.COUNT, ContributorKind.LEARNER, 0, true, false)))
                .containsExactly(new Need(0, 10, Need.NEVER), new Need(2, 1, Need.NEVER));
        assertThat(needs(PrimaryRulesTest.series(Form.COUNT, ContributorKind.LEARNER, 0, false, false)))
                .containsExactly(new Need(2, 1, Need.NEVER));
    }

    /** Of a line whose total is 109. */
    private static List<Need> needs(Series series) {
        PrimaryRules primary = new PrimaryRules(GateTest.PLAIN);
        CellTable line = new Aggregated("axis")
                .add(0, Node.of("a"))
                .add(9, Node.of("b"))
                .add(100, Node.of("c"))
                .table("t", series);
        Guard guard = new Guard(List.of(), primary);
        Population population = NestedTables.population(primary, guard, List.of(line));
        return HeadTable.of(population, primary).get(0).bounds(primary);
    }
}
