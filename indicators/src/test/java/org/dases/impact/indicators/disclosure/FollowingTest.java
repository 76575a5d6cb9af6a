// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.dases.impact.indicators.disclosure.audit.Attack;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;
import org.junit.jupiter.api.Test;

/** What is called withheld cannot be computed, whatever it was withheld for. */
class FollowingTest {
    /** Learners may be in several sectors: to bound them takes other cells than records, which add up, can hide. */
    @Test
    void whatIsWithheldAgainstBoundsDoesNotFollowFromRecords() {
        PrimaryRules rules = new PrimaryRules(NestedTables.RULES);
        int repaired = 0;
        for (int seed = 0; seed < 60; seed++) {
            CellTable table = sectors(new Random(seed));
            Lattice lattice = new Lattice(table);
            Population population = new Population(Aggregated.USERS.group(), List.of(table), List.of(lattice), rules);
            Pattern pattern = new Pattern(population, rules, NestedTables.RULES);
            BitSet repair = (BitSet) pattern.withheld().clone();
            repair.andNot(pattern.eliminated());
            repaired += repair.cardinality();
            int[][] atoms = new int[table.cohorts().size()][];
            long[] known = new long[atoms.length];
            for (int cell = 0; cell < atoms.length; cell++) {
                atoms[cell] = lattice.atomsOf(cell);
                known[cell] = pattern.withheld().get(cell)
                        ? -1
                        : population.members().get(0).learners(cell, Aggregated.USERS);
            }

            BitSet computed = new Attack(lattice.atoms(), atoms, known).computed(pattern.withheld());

            assertThat(computed.stream()
                            .mapToObj(cell -> table.cohorts().get(cell).at()))
                    .as("seed %d", seed)
                    .isEmpty();
        }
        assertThat(repaired).as("cells withheld against bounds").isGreaterThan(20);
    }

    private static CellTable sectors(Random random) {
        Aggregated table = new Aggregated("sector", "level", "sex");
        for (int sector = 0; sector < 3; sector++) {
            for (int level = 0; level < 3; level++) {
                for (int sex = 0; sex < 2; sex++) {
                    table.add(
                            1 + random.nextInt(12) * (1 + random.nextInt(3)),
                            Node.of("s" + sector),
                            Node.of("l" + level),
                            Node.of("x" + sex));
                }
            }
        }
        CellTable additive = table.table("t", Aggregated.USERS);
        List<Axis> axes = new ArrayList<>(additive.axes());
        axes.set(0, new Axis("sector", false));
        return new CellTable("t", axes, additive.series(), additive.cohorts());
    }
}
