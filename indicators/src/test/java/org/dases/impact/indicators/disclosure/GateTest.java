// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.dases.impact.indicators.disclosure.printed.ConfStatus;
import org.dases.impact.indicators.disclosure.rules.Attacker;
import org.dases.impact.indicators.disclosure.rules.PrimaryReason;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.dases.impact.indicators.disclosure.rules.Zeros;
import org.junit.jupiter.api.Test;

class GateTest {
    static final Rules PLAIN = PeerComparisonTest.PLAIN;

    private static Rules threeSchools(int k) {
        OptionalInt none = OptionalInt.empty();
        return new Rules(k, 0, 0, OptionalInt.of(3), none, none, Zeros.PUBLISH, false, Attacker.ADDS);
    }

    static ClearedRelease granted(Rules rules, CellTable... tables) {
        return new Gate().review(new Submission(List.of(tables), rules)).match(Clearance.Granted::release, refused -> {
            throw new AssertionError(
                    refused.reasons().toString(), refused.cause().orElse(null));
        });
    }

    static Clearance.Refused refused(Rules rules, CellTable... tables) {
        return new Gate()
                .review(new Submission(List.of(tables), rules))
                .match(
                        granted -> {
                            throw new AssertionError("granted");
                        },
                        refused -> refused);
    }

    /** Places of withheld rows, as codes joined by a slash. */
    static Set<String> withheld(ClearedTable table) {
        Set<String> places = new TreeSet<>();
        table.rows().stream()
                .filter(row -> row.status() == ConfStatus.C)
                .forEach(row -> places.add(NestedTables.place(row.at())));
        return places;
    }

    /** 2 × 2 with one small cell: hiding it takes one more in its row, one more in its column, and the opposite one. */
    @Test
    void hidesThreeMoreCellsAroundASmallOne() {
        CellTable table = new Aggregated("sex", "sector")
                .add(3, Node.of("F"), Node.of("PU"))
                .add(40, Node.of("F"), Node.of("PR"))
                .add(50, Node.of("M"), Node.of("PU"))
                .add(60, Node.of("M"), Node.of("PR"))
                .table("t", Aggregated.USERS);
        ClearedRelease release = granted(PLAIN, table);
        assertThat(withheld(release.tables().get(0))).containsExactly("F/PR", "F/PU", "M/PR", "M/PU");
        assertThat(release.certificate().cells()).isEqualTo(9);
        assertThat(release.certificate().withheld()).isEqualTo(4);
        assertThat(release.certificate().published()).isEqualTo(5);
        assertThat(release.certificate().inputSha256()).hasSize(64);
    }

    @Test
    void withheldRowsHoldNoNumber() {
        CellTable table =
                new Aggregated("sex").add(3, Node.of("F")).add(4, Node.of("M")).table("t", Aggregated.USERS);
        Series series = Aggregated.USERS;
        assertThat(granted(PLAIN, table).tables().get(0).rows())
                .containsExactly(
                        ClearedRow.withheld(List.of(Node.of("F")), series),
                        ClearedRow.withheld(List.of(Node.TOTAL), series),
                        ClearedRow.withheld(List.of(Node.of("M")), series));
    }

    @Test
    void theSameSubmissionGetsTheSameAnswer() {
        Aggregated table = BruteForceTest.random(7, 3, 4);
        List<ClearedTable> first =
                granted(PLAIN, table.table("t", Aggregated.USERS)).tables();
        assertThat(granted(PLAIN, table.table("t", Aggregated.USERS)).tables()).isEqualTo(first);
    }

    /** Cells of the test-suite of sdcTable: two hidden cells in every line, and yet w,b is 47 exactly. */
    @Test
    void hidesOneMoreThoughEveryLineHasTwoHiddenCells() {
        Aggregated table = new Aggregated("v1", "v2");
        int[][] counts = {{30, 47, 64, 89}, {90, 124, 5, 31}, {92, 100, 59, 85}, {800, 991, 651, 685}};
        Set<String> unsafe = Set.of("w/a", "w/b", "w/c", "x/a", "x/c", "y/b", "y/d", "z/b", "z/d");
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 4; column++) {
                table.add(
                        counts[row][column],
                        Node.of("wxyz".substring(row, row + 1)),
                        Node.of("abcd".substring(column, column + 1)));
            }
        }
        CellTable marked = mark(table.table("t", Aggregated.USERS), unsafe);
        Rules schools = threeSchools(5);
        Set<String> expected = new TreeSet<>(unsafe);
        expected.add("x/d"); // the smaller of the two that are left in its line
        assertThat(withheld(granted(schools, marked).tables().get(0))).isEqualTo(expected);
    }

    /** Unsafe cells are made to have one school, the others four. */
    static CellTable mark(CellTable table, Set<String> unsafe) {
        List<Cohort> cohorts = table.cohorts().stream()
                .map(cohort -> new Cohort(
                        cohort.at(),
                        Map.of(
                                "users",
                                withSchools(
                                        cohort.tallies().values().iterator().next(),
                                        unsafe.contains(NestedTables.place(cohort.at())) ? 1L : 4L))))
                .toList();
        return new CellTable(table.id(), table.axes(), table.series(), cohorts);
    }

    private static Tally withSchools(Tally tally, long schools) {
        long learners = tally.contributors().learners();
        return Tally.figure((double) learners, new Contributors(learners, schools, null, null, null));
    }

    /** Counts of the test-suite of sdcTable, doubled, for k = 4 is below the floor: k = 8. */
    @Test
    void protectsTablesWithDifferentHierarchiesOfOneAxisTogether() {
        String[] regions = {"A", "B", "I", "J", "K", "L", "M", "N"};
        String[] counties = {"c1", "c1", "c1", "c1", "c2", "c2", "c2", "c2"};
        String[] groups = {"small", "small", "small", "small", "small", "BIG", "BIG", "small"};
        int[] counts = {4, 4, 16, 16, 6, 6, 6, 14};
        Aggregated byCounty = new Aggregated("region");
        Aggregated byGroup = new Aggregated("region");
        for (int i = 0; i < counts.length; i++) {
            byCounty.add(counts[i], Node.of(counties[i], regions[i]));
            byGroup.add(counts[i], Node.of(groups[i], regions[i]));
        }
        Rules rules = new Rules(
                8,
                0,
                0,
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Zeros.PUBLISH,
                false,
                Attacker.ADDS);
        CellTable one = byCounty.table("one", Aggregated.USERS);
        CellTable two = byGroup.table("two", Aggregated.USERS);
        assertThat(withheld(granted(rules, one).tables().get(0))).containsExactly("A", "B", "K", "L", "M");
        assertThat(withheld(granted(rules, two).tables().get(0))).containsExactly("A", "B", "K", "L", "M");
        List<ClearedTable> both = granted(rules, one, two).tables();
        assertThat(withheld(both.get(0))).containsExactly("A", "B", "K", "L", "M", "N");
        assertThat(withheld(both.get(1))).containsExactly("A", "B", "K", "L", "M", "N");
    }

    @Test
    void anExceptionMeansThatNothingIsPublished() {
        Gate broken = new Gate((pattern, rows) -> {
            throw new IllegalStateException("3 learners");
        });
        CellTable table = new Aggregated("sex").add(30, Node.of("F")).table("t", Aggregated.USERS);
        Clearance.Refused refused = broken.review(new Submission(List.of(table), PLAIN))
                .match(granted -> new Clearance.Refused(List.of(), Optional.empty()), r -> r);
        assertThat(refused.reasons()).singleElement().asString().doesNotContainPattern("[0-9]");
        assertThat(refused.cause()).containsInstanceOf(IllegalStateException.class);
    }

    @Test
    void aLeakThatTheAttackFindsMeansThatNothingIsPublished() {
        Gate suspicious = new Gate((pattern, rows) -> List.of("a withheld cell can be computed"));
        CellTable table = new Aggregated("sex").add(30, Node.of("F")).table("t", Aggregated.USERS);
        assertThat(suspicious
                        .review(new Submission(List.of(table), PLAIN))
                        .match(granted -> List.of("granted"), Clearance.Refused::reasons))
                .containsExactly("group event: a withheld cell can be computed");
    }

    /** Were rows printed after all that differ by a small group, the last look at them stops the release. */
    @Test
    void aDifferenceThatOnlyThePrintedRowsShowMeansThatNothingIsPublished() {
        CellTable table = new NestedTables(
                        "t",
                        List.of(new Axis("area", true)),
                        NestedTables.count("active", "event"),
                        NestedTables.count("viewers", "event"))
                .row("T", "216", "164")
                .row("a", "100", "70")
                .row("b", "56", "54")
                .row("c", "60", "40")
                .table();
        Gate careless = new Gate((pattern, rows) -> {
            rows.forEach(each -> {
                each.secret().clear();
                each.lost().clear();
            });
            return List.of();
        });
        assertThat(careless.review(new Submission(List.of(table), NestedTables.RULES))
                        .match(granted -> List.of("granted"), Clearance.Refused::reasons))
                .containsExactly("two printed numbers of persons, the one among the other, differ by a small group:"
                        + " indicators event/viewers and event/active");
    }

    /** The two tables of users share what they withhold; the table of others has cells at no place of theirs. */
    @Test
    void aTableOfOtherSeriesIsNoPartOfWhatTwoTablesShare() {
        CellTable one = new Aggregated("axis")
                .add(3, Node.of("a"))
                .add(12, Node.of("b"))
                .add(50, Node.of("c"))
                .table("one", Aggregated.USERS);
        CellTable two = new CellTable("two", one.axes(), one.series(), one.cohorts());
        CellTable others = new Aggregated("sex")
                .add(60, Node.of("F"))
                .add(70, Node.of("M"))
                .table("others", Aggregated.count("others", 0));
        List<ClearedTable> all = granted(PLAIN, one, two, others).tables();
        assertThat(withheld(all.get(0))).containsExactly("a", "b");
        assertThat(withheld(all.get(1))).containsExactly("a", "b");
        assertThat(withheld(all.get(2))).isEmpty();
    }

    /** A table of schools: one school behind a row about that school is no reason to withhold it. */
    @Test
    void aCohortAboutOneSchoolNeedsNoOtherSchools() {
        Rules schools = threeSchools(10);
        CellTable table = mark(
                new Aggregated("territory")
                        .add(20, Node.of("s1"))
                        .add(30, Node.of("s2"))
                        .add(40, Node.of("s3"))
                        .table("t", Aggregated.USERS),
                Set.of("s1", "s2", "s3"));
        assertThat(withheld(granted(schools, table).tables().get(0))).containsExactly("s1", "s2", "s3");
        Axis oneSchool = new Axis("territory", true, OptionalInt.of(1));
        CellTable known = new CellTable("t", List.of(oneSchool), table.series(), table.cohorts());
        assertThat(withheld(granted(schools, known).tables().get(0))).isEmpty();
    }

    /** b has one school, and enough learners; c is safe. */
    @Test
    void whatMakesACellUnsafeIsKnownToTheGate() {
        Rules schools = threeSchools(10);
        CellTable table = mark(
                new Aggregated("axis")
                        .add(3, Node.of("a"))
                        .add(30, Node.of("b"))
                        .add(40, Node.of("c"))
                        .table("t", Aggregated.USERS),
                Set.of("b"));
        Population population = NestedTables.population(new PrimaryRules(schools), List.of(table));
        for (int cell = 0; cell < population.cells(); cell++) {
            List<PrimaryReason> reasons = population.reasons(cell);
            switch (NestedTables.place(table.cohorts().get(cell).at())) {
                case "a" -> assertThat(reasons).containsExactly(new PrimaryReason.BelowThreshold());
                case "b" -> assertThat(reasons).containsExactly(new PrimaryReason.OtherRule());
                default -> assertThat(reasons).isEmpty();
            }
        }
    }
}
