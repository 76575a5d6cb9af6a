// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.indicators.disclosure.NestedTables.count;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Random;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Sides;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.elimination.LinearSum;
import org.dases.impact.indicators.disclosure.elimination.Span;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.dases.impact.indicators.disclosure.rules.Attacker;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.dases.impact.indicators.disclosure.rules.Zeros;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schools that know by how much two numbers of their own learners differ. */
class InsidersOfNestedTest {
    private static final OptionalInt NONE = OptionalInt.empty();
    private static final Series USERS = count("users", "event");
    private static final Series ACTIVE = count("active", "event");
    /** So many places are of one school each. */
    private static final int ALONE = 4;

    private static Rules rules(boolean singletons) {
        return new Rules(10, 0, 5, NONE, NONE, NONE, Zeros.PUBLISH, singletons, Attacker.ADDS);
    }

    private static CellTable line(List<Series> series, String... rows) {
        List<Cohort> cohorts = new ArrayList<>();
        for (String row : rows) {
            String[] parts = row.split(" ", -1);
            Map<String, Tally> tallies = new LinkedHashMap<>();
            for (int s = 0; s < series.size(); s++) {
                tallies.put(series.get(s).indicatorId(), tally(parts[s + 2], Long.parseLong(parts[1])));
            }
            cohorts.add(new Cohort(List.of(NestedTables.node(parts[0])), tallies));
        }
        return new CellTable("t", List.of(new Axis("axis", true)), series, cohorts);
    }

    private static Tally tally(String numbers, long schools) {
        long[] both =
                Arrays.stream(numbers.split(":", -1)).mapToLong(Long::parseLong).toArray();
        long learners = both[both.length - 1];
        Contributors who = new Contributors(learners, schools, null, null, null);
        return both.length == 1
                ? Tally.figure((double) learners, who)
                : new Tally(
                        100.0 * both[0] / learners,
                        (double) both[0],
                        (double) learners,
                        null,
                        null,
                        who,
                        new Sides(both[0], learners - both[0]));
    }

    private static List<String> withheld(boolean singletons, String indicator, CellTable table) {
        return NestedTables.withheld(
                GateTest.granted(rules(singletons), table).tables().get(0), indicator);
    }

    /** Three of b's forty are not active. 147 − 90 − 20 of a tells the 37 to everybody, 147 − 90 to the school of a. */
    private static CellTable active() {
        return line(List.of(USERS, ACTIVE), "T 9 170 147", "a 1 30 20", "b 4 40 37", "c 4 100 90");
    }

    @Test
    void aSchoolThatSubtractsItsOwnDoesNotSeeWhatTwoNumbersOfANeighbourDifferBy() {
        assertThat(withheld(false, "active", active())).containsExactly("a", "b");
        assertThat(withheld(true, "active", active())).containsExactly("b", "c");
    }

    /** 17 passed in b, where 19 have a star. */
    @Test
    void norThoseAboveTheLineOfARate() {
        CellTable table = line(
                List.of(count("stars", "event"), NestedTables.rate("passed", "event")),
                "T 9 619 78:170",
                "a 1 200 15:30",
                "b 4 19 17:40",
                "c 4 400 46:100");
        assertThat(withheld(false, "passed", table)).containsExactly("a", "b");
        assertThat(withheld(true, "passed", table)).containsExactly("b", "c");
    }

    /** The provider of a is alone there, which only the other number says; how many schools there are both say. */
    @Test
    void norDoesAProvider() {
        List<Cohort> cohorts = active().cohorts().stream()
                .map(cohort -> {
                    Map<String, Tally> tallies = new HashMap<>(cohort.tallies());
                    boolean isOne = cohort.at().equals(List.of(Node.of("a")));
                    long users = learners(cohort, "users");
                    long active = learners(cohort, "active");
                    tallies.put(
                            "users",
                            Tally.figure((double) users, new Contributors(users, 4L, isOne ? 1L : 3L, null, null)));
                    tallies.put(
                            "active", Tally.figure((double) active, new Contributors(active, 4L, null, null, null)));
                    return new Cohort(cohort.at(), tallies);
                })
                .toList();
        CellTable table = new CellTable("t", active().axes(), active().series(), cohorts);
        assertThat(withheld(false, "active", table)).containsExactly("a", "b");
        assertThat(withheld(true, "active", table)).containsExactly("b", "c");
    }

    private static long learners(Cohort cohort, String indicator) {
        return Objects.requireNonNull(cohort.tallies().get(indicator))
                .contributors()
                .learners();
    }

    @Test
    void theAttackFindsWhatASchoolCouldCompute() {
        List<CellTable> tables = List.of(active());
        PrimaryRules rules = new PrimaryRules(rules(true));
        Population population = NestedTables.population(rules, tables);
        Pattern pattern = new Pattern(population, rules, rules(true));
        PatternRows rows =
                Nesting.protect(List.of(pattern), tables, rules, rules(true)).get(0);
        assertThat(new Recomputation().attack(pattern, rows.all())).isEmpty();
        SeriesRows active = rows.of(ACTIVE);
        assertThat(active.lost()).hasToString("{3}");
        active.lost().clear(3);
        active.lost().set(1);
        assertThat(new Recomputation().attack(pattern, rows.all()))
                .containsExactly("a school or provider alone behind a cell can compute a small difference to a larger"
                        + " population of indicator active");
    }

    /** Places by sex and year, the first ones of one school each. Here and there few of the users are not active. */
    private static CellTable table(long seed) {
        Random random = new Random(seed);
        Map<List<Node>, long[]> counts = SixPlaces.cube(atom -> {
            long users = 40L + random.nextInt(40);
            return new long[] {users, users - (random.nextInt(4) == 0 ? 1 + random.nextInt(4) : 12)};
        });
        List<Cohort> cohorts = new ArrayList<>();
        counts.forEach((at, sum) -> {
            long schools = SixPlaces.isFirst(at.get(0), ALONE) ? 1 : 3;
            cohorts.add(new Cohort(
                    at,
                    Map.of(
                            "users",
                            tally(Long.toString(sum[0]), schools),
                            "active",
                            tally(Long.toString(sum[1]), schools))));
        });
        return new CellTable("t", SixPlaces.AXES, List.of(USERS, ACTIVE), cohorts);
    }

    /** How many small differences of others the schools that are alone can compute. */
    private static int found(ClearedTable table, CellTable truth) {
        Map<List<Node>, Cohort> cohorts = new HashMap<>();
        truth.cohorts().forEach(cohort -> cohorts.put(cohort.at(), cohort));
        int found = 0;
        for (int place = 0; place < ALONE; place++) {
            Map<String, Span> spans = new HashMap<>();
            for (String indicator : List.of("users", "active")) {
                List<LinearSum> known = new ArrayList<>(SixPlaces.own(place));
                table.rows().stream()
                        .filter(row -> row.series().indicatorId().equals(indicator) && row.learners() != null)
                        .forEach(row -> known.add(SixPlaces.sum(row.at())));
                spans.put(indicator, new Span(SixPlaces.ATOMS, known));
            }
            Node own = SixPlaces.place(place);
            found += (int) cohorts.values().stream()
                    .filter(cohort -> !cohort.at().get(0).equals(own) && isClose(cohort))
                    .filter(cohort ->
                            spans.values().stream().allMatch(span -> span.contains(SixPlaces.sum(cohort.at()))))
                    .count();
        }
        return found;
    }

    private static boolean isClose(Cohort cohort) {
        long[] learners = cohort.tallies().values().stream()
                .mapToLong(tally -> tally.contributors().learners())
                .toArray();
        return Math.abs(learners[0] - learners[1]) < 10;
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "6"})
    void noneComputesASmallDifferenceOfOthers(long seed) {
        CellTable table = table(seed);
        assertThat(found(GateTest.granted(rules(false), table).tables().get(0), table))
                .as("the test can fail")
                .isPositive();
        assertThat(found(GateTest.granted(rules(true), table).tables().get(0), table))
                .isZero();
    }
}
