// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.dases.impact.indicators.disclosure.audit.Attack;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Lattice;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.rules.Attacker;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.dases.impact.indicators.disclosure.rules.Zeros;
import org.dases.impact.indicators.disclosure.workers.Workers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is called withheld cannot be computed within its table, whatever it was withheld for. */
class FollowingTest {
    /** Nothing is withheld against bounds. */
    private static final Rules ADDING = new Rules(
            10,
            0,
            5,
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Zeros.PUBLISH,
            true,
            Attacker.ADDS);

    /** Learners may be in several sectors: to bound them takes other cells than records, which add up, can hide. */
    @ParameterizedTest
    @ValueSource(ints = {Partitions.MANY, 10})
    void whatIsWithheldAgainstBoundsDoesNotFollowFromRecords(int whole) {
        PrimaryRules rules = new PrimaryRules(NestedTables.RULES);
        int following = 0;
        for (int seed = 0; seed < 120; seed++) {
            CellTable table = sectors(new Random(seed / 2));
            List<CellTable> tables = seed % 2 == 0 ? List.of(table, withoutSex(table)) : List.of(table);
            Population population = NestedTables.population(rules, tables);
            Pattern pattern = new Pattern(population, rules, NestedTables.RULES, whole, Workers.HERE);
            following += followingWithoutCare(population, rules);
            for (Member member : population.members()) {
                assertThat(computed(member, pattern.withheld()))
                        .as("seed %d, %s", seed, member.table().id())
                        .isEmpty();
            }
        }
        assertThat(following).as("cells that would follow").isPositive();
    }

    private static int followingWithoutCare(Population population, PrimaryRules rules) {
        BitSet withheld = new Pattern(population, rules, ADDING).withheld();
        new Exposures(population, rules, NestedTables.RULES, Workers.HERE).repair(withheld);
        return population.members().stream()
                .mapToInt(member -> computed(member, withheld).size())
                .sum();
    }

    /** What an attacker computes who adds and subtracts within a table. */
    private static List<List<Node>> computed(Member member, BitSet withheld) {
        Lattice lattice = member.lattice();
        int[][] atoms = new int[member.cohorts()][];
        long[] known = new long[atoms.length];
        BitSet hidden = withheld.get(member.firstCell(), member.firstCell() + member.cohorts());
        for (int cell = 0; cell < atoms.length; cell++) {
            atoms[cell] = lattice.atomsOf(cell);
            known[cell] = hidden.get(cell) ? -1 : member.learners(cell, Aggregated.USERS);
        }
        return new Attack(lattice.atoms(), atoms, known)
                .computed(hidden).stream().mapToObj(member::at).toList();
    }

    private static CellTable withoutSex(CellTable table) {
        return new CellTable(
                "u",
                table.axes().subList(0, 2),
                table.series(),
                table.cohorts().stream()
                        .filter(cohort -> cohort.at().get(2).equals(Node.TOTAL))
                        .map(cohort -> new Cohort(cohort.at().subList(0, 2), cohort.tallies()))
                        .toList());
    }

    private static CellTable sectors(Random random) {
        Aggregated table = new Aggregated("sector", "level", "sex");
        for (int sector = 0; sector < 3; sector++) {
            for (int level = 0; level < 3; level++) {
                for (int sex = 0; sex < 2; sex++) {
                    table.add(
                            1 + random.nextInt(12) * (1 + random.nextInt(3)),
                            Node.of("r" + sector % 2, "s" + sector),
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
