// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.elimination.LinearSum;
import org.dases.impact.indicators.disclosure.elimination.Span;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.dases.impact.indicators.disclosure.printed.ConfStatus;
import org.dases.impact.indicators.disclosure.rules.Attacker;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.dases.impact.indicators.disclosure.rules.Zeros;
import org.junit.jupiter.api.Test;

/** A provider that is alone behind every cell of its solution, a third of the table. */
class LargeInsidersTest {
    private static final int TOWNS = 18;
    private static final int CLASSES = 6;
    private static final int SOLUTIONS = 3;
    /** With so many, their regions and two tables each provider knows more cells than are looked at together. */
    private static final int MANY_TOWNS = 54;

    private static final int WHOLE = 60;
    /** More than a party is decided on together with others. */
    private static final int PLACES = 1_001;

    private static final Node MINE = Node.of("X0");

    private static Node[] at(int atom) {
        int town = atom / (CLASSES * SOLUTIONS);
        int level = atom / SOLUTIONS % CLASSES;
        return new Node[] {
            Node.of("R" + town / 6, "T" + town), Node.of("S" + level / 3, "C" + level), Node.of("X" + atom % SOLUTIONS)
        };
    }

    private static CellTable table(String id, long seed, int towns) {
        Random random = new Random(seed);
        Aggregated counts = new Aggregated("place", "level", "solution");
        for (int atom = 0; atom < towns * CLASSES * SOLUTIONS; atom++) {
            counts.add(random.nextInt(8) == 0 ? 1 + random.nextInt(9) : 10 + random.nextInt(60), at(atom));
        }
        CellTable plain = counts.table(id, Aggregated.USERS);
        List<Cohort> cohorts = plain.cohorts().stream()
                .map(cohort -> {
                    long learners = counts.counts().getOrDefault(cohort.at(), 0L);
                    long providers = cohort.at().get(2).isTotal() ? SOLUTIONS : 1;
                    Contributors who = new Contributors(learners, null, providers, null, null);
                    return new Cohort(cohort.at(), Map.of("users", Tally.figure((double) learners, who)));
                })
                .toList();
        return new CellTable(id, plain.axes(), plain.series(), cohorts);
    }

    private static List<ClearedRow> rows(Gate gate, boolean singletons, CellTable... tables) {
        OptionalInt none = OptionalInt.empty();
        Rules rules = new Rules(10, 0, 0, none, none, none, Zeros.PUBLISH, singletons, Attacker.ADDS);
        return gate.review(new Submission(List.of(tables), rules))
                .match(granted -> granted.release().tables().get(0).rows(), refused -> {
                    throw new AssertionError(refused.toString(), refused.cause().orElse(null));
                });
    }

    private static long withheld(List<ClearedRow> rows) {
        return rows.stream().filter(row -> row.status() == ConfStatus.C).count();
    }

    private static LinearSum sum(List<Node> at, int atoms) {
        return LinearSum.of(IntStream.range(0, atoms)
                .filter(atom -> {
                    Node[] own = at(atom);
                    return IntStream.range(0, own.length)
                            .allMatch(axis -> own[axis]
                                    .path()
                                    .subList(0, at.get(axis).path().size())
                                    .equals(at.get(axis).path()));
                })
                .toArray());
    }

    /** How many small cells of other solutions the provider can compute. */
    private static long told(CellTable table, List<ClearedRow> rows, int towns) {
        int atoms = towns * CLASSES * SOLUTIONS;
        List<LinearSum> known = new ArrayList<>();
        rows.stream()
                .filter(row -> row.status() == ConfStatus.F || row.at().get(2).equals(MINE))
                .forEach(row -> known.add(sum(row.at(), atoms)));
        Span span = new Span(atoms, known);
        return table.cohorts().stream()
                .filter(cohort -> !cohort.at().get(2).equals(MINE))
                .filter(cohort -> cohort.tallies().values().stream()
                        .anyMatch(tally -> tally.contributors().learners() < 10))
                .filter(cohort -> span.contains(sum(cohort.at(), atoms)))
                .count();
    }

    /** Behind each cell of a single solution is one provider; the three know all that is withheld but for totals. */
    @Test
    void computesNothingAndCostsAsMuchInBlocksAndInSeveralTables() {
        long told = 0;
        for (int seed = 0; seed < 4; seed++) {
            CellTable table = table("t", seed, TOWNS);
            List<ClearedRow> careless = rows(new Gate(), false, table);
            told += told(table, careless, TOWNS);
            List<ClearedRow> one = rows(new Gate(), true, table);
            List<ClearedRow> blocks = rows(new Gate(new Recomputation(), WHOLE), true, table);
            List<ClearedRow> two = rows(new Gate(), true, table, table("u", seed, TOWNS));
            assertThat(told(table, one, TOWNS)).as("seed %s", seed).isZero();
            assertThat(told(table, blocks, TOWNS))
                    .as("seed %s, in blocks", seed)
                    .isZero();
            assertThat(told(table, two, TOWNS)).as("seed %s, two tables", seed).isZero();
            long whole = withheld(one);
            assertThat(whole).as("seed %s", seed).isBetween(withheld(careless), withheld(careless) * 3 / 2);
            assertThat(withheld(two)).as("seed %s, two tables", seed).isEqualTo(whole);
            assertThat(withheld(blocks)).as("seed %s, in blocks", seed).isBetween(whole, whole * 5 / 4);
        }
        assertThat(told).as("the test can fail").isPositive();
    }

    /** Each of the providers knows 576 cells of each table, and so has a view of its own from the beginning. */
    @Test
    void whoKnowsAThousandCellsOfTwoTablesComputesNothing() {
        CellTable table = table("t", 7, MANY_TOWNS);
        CellTable other = table("u", 7, MANY_TOWNS);
        List<ClearedRow> careless = rows(new Gate(), false, table, other);
        assertThat(told(table, careless, MANY_TOWNS)).as("the test can fail").isPositive();

        List<ClearedRow> careful = rows(new Gate(), true, table, other);

        assertThat(told(table, careful, MANY_TOWNS)).isZero();
        assertThat(withheld(careful)).isBetween(withheld(careless), withheld(careless) * 3 / 2);
    }

    private static Tally figure(long learners, long providers) {
        return Tally.figure((double) learners, new Contributors(learners, null, providers, null, null));
    }

    /**
     * All readers are with one provider, which is taken to know the cells in which it has them: their total less all
     * other places is the last place, whatever is printed. The attack looks at so many cells one by one, and must not
     * take for told what they tell together beforehand.
     */
    @Test
    void whatManyCellsTellBeforehandIsNotHeldAgainstARelease() {
        Series readers = Aggregated.count("readers", 0);
        List<Cohort> cohorts = new ArrayList<>();
        cohorts.add(new Cohort(
                List.of(Node.TOTAL), Map.of("users", figure(PLACES * 20 + 5, 2), "readers", figure(PLACES * 10, 1))));
        for (int place = 0; place < PLACES; place++) {
            cohorts.add(new Cohort(
                    List.of(Node.of("p" + place)), Map.of("users", figure(20, 2), "readers", figure(10, 1))));
        }
        cohorts.add(new Cohort(List.of(Node.of("q")), Map.of("users", figure(5, 1))));
        CellTable table =
                new CellTable("t", List.of(new Axis("place", true)), List.of(Aggregated.USERS, readers), cohorts);

        List<ClearedRow> rows = rows(new Gate(), true, table);

        assertThat(rows.stream()
                        .filter(row -> row.status() == ConfStatus.C)
                        .map(ClearedRow::at)
                        .distinct())
                .as("the last place and one more")
                .hasSize(2)
                .contains(List.of(Node.of("q")));
    }
}
