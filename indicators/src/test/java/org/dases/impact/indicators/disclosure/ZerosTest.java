// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
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
}
