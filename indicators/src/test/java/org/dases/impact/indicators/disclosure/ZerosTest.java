// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.dases.impact.indicators.definition.ContributorKind;
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
        for (int axis = 0; axis < 3; axis++) {
            axes.add(new Axis("axis" + axis, true));
        }
        for (int code = 0; code < 200; code++) {
            Node node = Node.of("c" + code);
            cohorts.add(new Cohort(List.of(node, node, node), Map.of()));
        }
        CellTable table = new CellTable("t", axes, List.of(Aggregated.USERS), cohorts);
        Clearance.Refused refused = GateTest.refused(SECRET, table);
        assertThat(refused.cause())
                .hasValueSatisfying(
                        fault -> assertThat(fault).hasMessageContaining("publish zeros or drop a dimension"));
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

    private static Series sensitive() {
        return new Series(
                "users", "event", Form.COUNT, ContributorKind.LEARNER, 0, true, false, "count", "1", Optional.empty());
    }

    /** As where all zeros are secret: 0 and 9 are 9 together. */
    @Test
    void aSensitiveZeroMayAsWellBeAtTheThreshold() {
        Aggregated line = new Aggregated("axis")
                .add(0, Node.of("a"))
                .add(9, Node.of("b"))
                .add(50, Node.of("c"))
                .add(60, Node.of("d"));
        OptionalInt none = OptionalInt.empty();
        Rules bounds = new Rules(10, 0, 0, none, none, none, Zeros.PUBLISH, false, Attacker.BOUNDS);
        ClearedTable cleared =
                GateTest.granted(bounds, line.table("t", sensitive())).tables().get(0);
        assertThat(GateTest.withheld(cleared)).containsExactly("a", "b", "c");
    }
}
