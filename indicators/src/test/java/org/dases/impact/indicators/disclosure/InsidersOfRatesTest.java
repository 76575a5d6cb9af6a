// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Sides;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.earlier.EarlierRelease;
import org.dases.impact.indicators.disclosure.elimination.LinearSum;
import org.dases.impact.indicators.disclosure.elimination.Span;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.dases.impact.indicators.disclosure.printed.ConfStatus;
import org.dases.impact.indicators.disclosure.rules.Attacker;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.dases.impact.indicators.disclosure.rules.Zeros;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schools that know how many of their own are above the line of a rate. */
class InsidersOfRatesTest {
    private static final OptionalInt NONE = OptionalInt.empty();
    private static final Series PASSED = NestedTables.rate("passed", "event");
    /** So many places are of one school each. */
    private static final int ALONE = 4;

    private static Rules rules(boolean singletons) {
        return new Rules(10, 0, 5, NONE, NONE, NONE, Zeros.PUBLISH, singletons, Attacker.ADDS);
    }

    private static Cohort cohort(List<Node> at, long above, long learners, long schools) {
        Tally rate = new Tally(
                learners == 0 ? null : 100.0 * above / learners,
                (double) above,
                (double) learners,
                null,
                null,
                new Contributors(learners, schools, null, null, null),
                new Sides(above, learners - above));
        return new Cohort(at, Map.of("passed", rate));
    }

    /** Rows of one axis: code, above the line, learners, schools. */
    private static CellTable line(String id, String... rows) {
        List<Cohort> cohorts = new ArrayList<>();
        for (String row : rows) {
            String[] parts = row.split(" ", -1);
            cohorts.add(cohort(
                    List.of(NestedTables.node(parts[0])),
                    Long.parseLong(parts[1]),
                    Long.parseLong(parts[2]),
                    Long.parseLong(parts[3])));
        }
        return new CellTable(id, List.of(new Axis("axis", true)), List.of(PASSED), cohorts);
    }

    private static List<String> withheld(boolean singletons, CellTable... tables) {
        List<ClearedTable> cleared = GateTest.granted(rules(singletons), tables).tables();
        return cleared.stream()
                .flatMap(table -> NestedTables.withheld(table, "passed").stream())
                .toList();
    }

    /** Two of b's forty failed, a band. 93 − 40 − 15 of a tells the 38 to everybody, 93 − 40 to the school of a. */
    @Test
    void aSchoolThatSubtractsItsOwnDoesNotSeeTheSmallSideOfANeighbour() {
        CellTable table = line("t", "T 93 150 9", "a 15 30 1", "b 38 40 4", "c 40 80 4");
        assertThat(withheld(false, table)).containsExactly("a");
        assertThat(withheld(true, table)).containsExactly("c");
    }

    /** All 70 of b and c passed: 125 − 40 − 15 of a. Each has a band, and the school of a knows its 15. */
    @Test
    void norThatAllOfTwoNeighboursPassed() {
        CellTable table = line("t", "T 125 180 9", "a 15 30 1", "b 30 30 3", "c 40 40 3", "d 40 80 4");
        assertThat(withheld(false, table)).containsExactly("a");
        assertThat(withheld(true, table)).containsExactly("d");
    }

    /** Nor by a count of those who passed, in another table: of all 125 and the 40 of d. */
    @Test
    void norByACountThatIsTold() {
        CellTable table = line("t", "T 125 180 9", "a 15 30 1", "b 30 30 3", "c 40 40 3", "d 40 80 4");
        NestedTables done = new NestedTables("u", List.of(new Axis("axis", true)), NestedTables.count("done", "other"))
                .row("T", "125")
                .row("a", "15")
                .row("b", "30")
                .row("c", "40")
                .row("d", "40");
        List<ClearedTable> tables =
                GateTest.granted(rules(true), table, done.table()).tables();
        assertThat(NestedTables.withheld(tables.get(0), "passed")).contains("d");
        assertThat(NestedTables.withheld(tables.get(1), "done")).contains("b", "c", "d");
    }

    /** The same when both tables tell of the same people, where equal cells are known to be equal. */
    @Test
    void norDoesItInTwoTables() {
        String[] rows = {"T 93 150 9", "a 15 30 1", "b 38 40 4", "c 40 80 4"};
        assertThat(withheld(false, line("t", rows), line("u", rows))).containsExactly("a", "a");
        assertThat(withheld(true, line("t", rows), line("u", rows))).containsExactly("c", "c");
    }

    /** Whoever is the only school behind another series of a cell need not be the only one behind its rate. */
    @Test
    void whoIsAloneIsToldByTheRateItself() {
        CellTable rate = line("t", "T 93 150 9", "a 15 30 4", "b 38 40 4", "c 40 80 4");
        assertThat(withheld(true, withUsers(rate, "T 150 9", "a 30 1", "b 40 4", "c 80 4")))
                .containsExactly("a");
    }

    /** The rate has no learners in z: with what a knows, 93 − 40 − 15 are all of z and b, and so b's. */
    @Test
    void cellsWithoutLearnersOfTheRateHideNothingFromASchool() {
        CellTable rate = line("t", "T 93 150 9", "a 15 30 1", "b 38 40 4", "c 40 80 4", "z 0 0 0");
        assertThat(withheld(true, withUsers(rate, "T 450 9", "a 30 1", "b 40 4", "c 80 4", "z 300 5")))
                .containsExactly("c");
    }

    /** The same with another series before: code, learners, schools. */
    private static CellTable withUsers(CellTable rate, String... rows) {
        List<Cohort> cohorts = new ArrayList<>();
        for (int c = 0; c < rows.length; c++) {
            String[] parts = rows[c].split(" ", -1);
            long learners = Long.parseLong(parts[1]);
            Contributors who = new Contributors(learners, Long.valueOf(parts[2]), null, null, null);
            Map<String, Tally> tallies =
                    new LinkedHashMap<>(rate.cohorts().get(c).tallies());
            tallies.put("users", Tally.figure((double) learners, who));
            cohorts.add(new Cohort(rate.cohorts().get(c).at(), tallies));
        }
        return new CellTable(rate.id(), rate.axes(), List.of(Aggregated.USERS, PASSED), cohorts);
    }

    /** A share of records does not say of how many schools they are; another series of the cell does. */
    @Test
    void whoIsAloneMayBeToldByAnotherSeries() {
        assertThat(withheld(true, withUsers(withoutSchools(), "T 150 9", "a 30 1", "b 40 4", "c 80 4")))
                .containsExactly("c");
    }

    private static CellTable withoutSchools() {
        return new NestedTables("t", List.of(new Axis("axis", true)), PASSED)
                .row("T", "93:150")
                .row("a", "15:30")
                .row("b", "38:40")
                .row("c", "40:80")
                .table();
    }

    @Test
    void theAttackFindsWhatASchoolCouldCompute() {
        List<CellTable> tables = List.of(line("t", "T 93 150 9", "a 15 30 1", "b 38 40 4", "c 40 80 4"));
        PrimaryRules rules = new PrimaryRules(rules(true));
        Population population = NestedTables.population(rules, tables);
        Pattern pattern = new Pattern(population, rules, rules(true));
        assertThat(new Recomputation().attack(pattern, List.of())).isEmpty();
        RatePattern rate = Objects.requireNonNull(pattern.rates().get("passed"));
        assertThat(rate.exact()).hasToString("{0, 1}");
        rate.exact().set(3);
        rate.exact().clear(1);
        assertThat(new Recomputation().attack(pattern, List.of()))
                .containsExactly("a school or provider alone behind a cell can compute the numerator of a one-sided"
                        + " rate of indicator passed");
    }

    /** Places by sex and year, the first ones of one school each. Now and then few pass, or few do not. */
    private static CellTable table(String id, long seed, int alone) {
        Random random = new Random(seed);
        Map<List<Node>, long[]> counts = SixPlaces.cube(atom -> {
            long learners = random.nextInt(8) == 0 ? 0 : 20 + random.nextInt(40);
            long few = random.nextInt(4) == 0 ? learners / 20 : learners / 3;
            return new long[] {random.nextBoolean() ? few : learners - few, learners};
        });
        List<Cohort> cohorts = new ArrayList<>();
        counts.forEach((at, sum) ->
                cohorts.add(cohort(at, sum[0], sum[1], sum[1] == 0 ? 0 : SixPlaces.isFirst(at.get(0), alone) ? 1 : 3)));
        return new CellTable(id, SixPlaces.AXES, List.of(PASSED), cohorts);
    }

    /** What follows for the school of a place from what is printed and from its own cells. */
    private static Span span(List<ClearedTable> tables, int place) {
        List<LinearSum> known = new ArrayList<>(SixPlaces.own(place));
        tables.forEach(table -> table.rows().stream()
                .filter(row -> row.numerator() != null || Objects.equals(row.learners(), 0L))
                .forEach(row -> known.add(SixPlaces.sum(row.at()))));
        return new Span(SixPlaces.ATOMS, known);
    }

    /** How many numerators of bands of others the schools that are alone can compute. */
    private static int found(List<ClearedTable> tables, int alone) {
        int found = 0;
        for (int place = 0; place < alone; place++) {
            Span span = span(tables, place);
            Node own = SixPlaces.place(place);
            found += (int) tables.stream()
                    .flatMap(table -> table.rows().stream())
                    .filter(row -> row.valueLow() != null)
                    .map(ClearedRow::at)
                    .filter(at -> !at.get(0).equals(own) && span.contains(SixPlaces.sum(at)))
                    .count();
        }
        return found;
    }

    private static CellTable[] tables(long seed, int copies) {
        return IntStream.range(0, copies)
                .mapToObj(copy -> table("t" + copy, seed, ALONE))
                .toArray(CellTable[]::new);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 1", "1, 2", "2, 2", "3, 2"})
    void noneComputesTheNumeratorOfABandOfOthers(long seed, int copies) {
        assertThat(found(GateTest.granted(rules(false), tables(seed, copies)).tables(), ALONE))
                .as("the test can fail")
                .isPositive();
        assertThat(found(GateTest.granted(rules(true), tables(seed, copies)).tables(), ALONE))
                .isZero();
    }

    /**
     * Ten more in every cell but c, which has three more. c is withheld for the small side of b; its school, and who is
     * alone behind others, may know it, so that it is remembered as if all did, and the three are not told.
     */
    @Test
    void whatIsWithheldForASmallSideIsRemembered() {
        CellTable then = line("t", "T 93 150 9", "a 15 30 1", "b 38 40 4", "c 40 80 4");
        CellTable now = line("t", "T 103 173 9", "a 25 40 4", "b 33 50 4", "c 45 83 4");
        assertThat(fresh(List.of(), now)).containsExactly("T", "a", "b", "c");
        assertThat(fresh(List.of(then), now)).isNotEmpty().doesNotContain("c");
    }

    /**
     * Years share learners. As if they did not, 147 − 30 − 40 were all of c in the first release, which has 80. In the
     * second one all four would tell that three learners come in two years.
     */
    @Test
    void whatOnlySeemsToFollowIsNoReasonToTellIt() {
        List<Axis> years = List.of(new Axis("year", false));
        CellTable then = over(years, line("t", "T 93 147 9", "a 15 30 1", "b 38 40 4", "c 40 80 4"));
        CellTable now = over(years, line("t", "T 93 147 9", "a 15 30 1", "b 20 40 4", "c 58 80 4"));
        assertThat(withheld(true, then)).containsExactly("c");
        assertThat(fresh(List.of(then), now)).doesNotContain("c");
    }

    private static CellTable over(List<Axis> axes, CellTable table) {
        return new CellTable(table.id(), axes, table.series(), table.cohorts());
    }

    /** Codes that the last of some releases tells anew. */
    private static List<String> fresh(List<CellTable> before, CellTable now) {
        List<EarlierRelease> earlier = new ArrayList<>();
        before.forEach(table -> earlier.add(new EarlierRelease(
                "r" + earlier.size(),
                Releases.at(earlier.size()),
                Releases.granted(rules(true), List.of(table), earlier).ledger())));
        return Releases.granted(rules(true), List.of(now), earlier).release().tables().get(0).rows().stream()
                .filter(row -> row.status() == ConfStatus.F && row.frozenSince() == null)
                .map(row -> row.at().get(0))
                .map(node -> node.isTotal() ? "T" : node.path().get(0))
                .toList();
    }
}
