// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.indicators.disclosure.NestedTables.count;
import static org.dases.impact.indicators.disclosure.NestedTables.print;
import static org.dases.impact.indicators.disclosure.NestedTables.rate;
import static org.dases.impact.indicators.disclosure.NestedTables.unnumbered;
import static org.dases.impact.indicators.disclosure.NestedTables.withheld;

import java.util.List;
import java.util.Map;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Sides;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.junit.jupiter.api.Test;

/** Learners in several parts of a whole, and those with several records, are no small group. */
class OverlapsTest {
    private static final List<Axis> SECTOR = List.of(new Axis("sector", true));
    private static final Series ACTIVE = count("active", "event");
    private static final Series ENROLMENTS = count("enrolments", "enrolment");

    private static NestedTables sectors(Series... series) {
        return new NestedTables("t", SECTOR, series);
    }

    /** 198 + 261 − 458: one learner was in both sectors. Ten were, or none: nothing to hide. */
    @Test
    void aCountOfLearnersLosesItsSmallestPart() {
        ClearedTable one = print(sectors(ACTIVE)
                        .row("T", "458")
                        .row("a", "198")
                        .row("b", "261")
                        .row("c", "0"))
                .get(0);
        assertThat(withheld(one, "active")).containsExactly("a");
        ClearedTable ten = print(sectors(ACTIVE).row("T", "449").row("a", "198").row("b", "261"))
                .get(0);
        assertThat(withheld(ten, "active")).isEmpty();
        ClearedTable none = print(
                        sectors(ACTIVE).row("T", "459").row("a", "198").row("b", "261"))
                .get(0);
        assertThat(withheld(none, "active")).isEmpty();
    }

    /** One girl was in both sectors. With a's boys and girls, or with all girls and boys, it would be known. */
    @Test
    void theLearnerInBothDoesNotFollowFromGirlsAndBoys() {
        List<Axis> axes = List.of(new Axis("sector", false), new Axis("sex", true));
        ClearedTable table = print(new NestedTables("t", axes, ACTIVE)
                        .row("T T", "458")
                        .row("T F", "230")
                        .row("T M", "228")
                        .row("a T", "198")
                        .row("a F", "100")
                        .row("a M", "98")
                        .row("b T", "261")
                        .row("b F", "131")
                        .row("b M", "130"))
                .get(0);
        assertThat(withheld(table, "active")).containsExactly("a T", "a F");
    }

    /** Everybody is enrolled once in a part, and 3 are in two: the whole keeps its 700 enrolments and says no more. */
    @Test
    void aCountOfRecordsKeepsItsFigures() {
        ClearedTable table = print(sectors(ENROLMENTS)
                        .row("T", "700#697")
                        .row("a", "300#300")
                        .row("b", "400#400"))
                .get(0);
        assertThat(GateTest.withheld(table)).isEmpty();
        assertThat(unnumbered(table)).containsExactly("T");
        assertThat(table.rows()).extracting(ClearedRow::value).containsExactly(700.0, 300.0, 400.0);
    }

    /** 13 more enrolments than learners; those in both parts are 3, and within a part there are 10 more, or none. */
    @Test
    void theWholeGivesWayWhereItsPartsCannotBeAsked() {
        ClearedTable table = print(sectors(ENROLMENTS)
                        .row("T", "700#687")
                        .row("a", "300#290")
                        .row("b", "400#400"))
                .get(0);
        assertThat(unnumbered(table)).containsExactly("T");
    }

    /** 52 enrolments of 50 learners: at most two are enrolled twice. */
    @Test
    void recordsAndLearnersOfOneRowAreNotClose() {
        assertThat(unnumbered(print(sectors(ENROLMENTS).row("T", "52#50")).get(0)))
                .containsExactly("T");
        assertThat(unnumbered(print(sectors(ENROLMENTS).row("T", "60#50")).get(0)))
                .isEmpty();
        assertThat(unnumbered(print(sectors(ENROLMENTS).row("T", "50#50")).get(0)))
                .isEmpty();
    }

    /** The learners of the second series are those of the first, which must not keep what the second loses. */
    @Test
    void theSameLearnersUnderTwoNamesGiveWayTogether() {
        ClearedTable table = print(sectors(ENROLMENTS, count("starts", "enrolment"))
                        .row("T", "700#697", "800#697")
                        .row("a", "300#300", "350#300")
                        .row("b", "400#400", "450#400"))
                .get(0);
        assertThat(GateTest.withheld(table)).isEmpty();
        assertThat(unnumbered(table)).containsExactly("T", "T");
    }

    /** Above the line 61 + 53 − 110: four passed in both. A rate without its number of persons is no rate. */
    @Test
    void aRateLosesARowForThoseAboveTheLine() {
        ClearedTable table = print(new NestedTables("t", List.of(new Axis("sector", false)), rate("passed", "attempt"))
                        .row("T", "110:190")
                        .row("a", "61:110")
                        .row("b", "53:110"))
                .get(0);
        assertThat(withheld(table, "passed")).containsExactly("b");
    }

    /** Each number of one table tells the same of the other, which has the parts. */
    @Test
    void aNumberOfAnotherTableCountsToo() {
        NestedTables whole = new NestedTables("whole", List.of(new Axis("kind", true)), ENROLMENTS).row("T", "700#697");
        NestedTables parts =
                sectors(ENROLMENTS).row("T", "700#697").row("a", "300#300").row("b", "400#400");
        List<ClearedTable> tables = print(whole, parts);
        assertThat(tables.get(0).rows()).extracting(ClearedRow::learners).containsOnlyNulls();
        assertThat(unnumbered(tables.get(1))).containsExactly("T");
    }

    /** The second series has the whole only, and must not say what the first does not. */
    @Test
    void anotherSeriesThatHasTheWholeOnlyGivesWayToo() {
        NestedTables parts =
                sectors(ENROLMENTS).row("T", "700#697").row("a", "300#300").row("b", "400#400");
        NestedTables whole = new NestedTables("whole", List.of(new Axis("kind", true)), count("starts", "enrolment"))
                .row("T", "800#697");
        List<ClearedTable> tables = print(parts, whole);
        assertThat(unnumbered(tables.get(0))).containsExactly("T");
        assertThat(unnumbered(tables.get(1))).containsExactly("T");
        assertThat(GateTest.withheld(tables.get(0))).isEmpty();
    }

    /** The first series is all three numbers, but in tables of which none has whole and parts: it must lose one too. */
    @Test
    void anEarlierSeriesThatTellsEverythingGivesWay() {
        NestedTables whole = new NestedTables("whole", SECTOR, count("alpha", "event")).row("T", "458");
        NestedTables one = new NestedTables("one", SECTOR, count("alpha", "event")).row("a", "198");
        NestedTables other = new NestedTables("other", SECTOR, count("alpha", "event")).row("b", "261");
        NestedTables all = new NestedTables("all", SECTOR, count("beta", "event"))
                .row("T", "458")
                .row("a", "198")
                .row("b", "261");
        List<ClearedTable> tables = print(whole, one, other, all);
        assertThat(GateTest.withheld(tables.get(0))).isEmpty();
        assertThat(withheld(tables.get(1), "alpha")).containsExactly("a");
        assertThat(GateTest.withheld(tables.get(2))).isEmpty();
        assertThat(withheld(tables.get(3), "beta")).containsExactly("a");
    }

    /** One in both b and c, and 8 in a and b: with b in its parts the 9 follow although b does not say of how many. */
    @Test
    void partsOfPartsDoNotTellEither() {
        ClearedTable table = print(sectors(ENROLMENTS)
                        .row("T", "3200#3112")
                        .row("a", "2700#2643")
                        .row("b", "500#477")
                        .row("b/c", "290#275")
                        .row("b/d", "215#203"))
                .get(0);
        // 2643 + 477 − 3112 = 8, 275 + 203 − 477 = 1, 2643 + 275 + 203 − 3112 = 9
        assertThat(GateTest.withheld(table)).isEmpty();
        List<String> blank = unnumbered(table);
        assertThat(blank.contains("T") || blank.contains("a") || blank.contains("b"))
                .isTrue();
        assertThat(blank.contains("b") || blank.contains("b/c") || blank.contains("b/d"))
                .isTrue();
        assertThat(blank.contains("T") || blank.contains("a") || blank.contains("b/c") || blank.contains("b/d"))
                .isTrue();
    }

    /** Everybody of Amiens is in its public schools: that row must not say what Amiens as a whole does not. */
    @Test
    void aWholeWithOnePartIsThatPart() {
        List<Axis> axes = List.of(new Axis("area", false), new Axis("sector", false));
        ClearedTable table = print(new NestedTables("t", axes, ACTIVE)
                        .row("T T", "672")
                        .row("lille T", "458")
                        .row("amiens T", "216")
                        .row("T public", "474")
                        .row("T private", "209")
                        .row("lille public", "260")
                        .row("lille private", "209")
                        .row("amiens public", "216"))
                .get(0);
        // 458 + 216 − 672 = 2 and, in public schools, 260 + 216 − 474 = 2
        List<String> secret = withheld(table, "active");
        assertThat(secret.contains("T T")
                        || secret.contains("lille T")
                        || (secret.contains("amiens T") && secret.contains("amiens public")))
                .isTrue();
    }

    /** 61 + 53 − 110 attempts above the line are no persons, of whom 40 + 30 − 60 were in both. */
    @Test
    void attemptsAboveTheLineAreNoPersons() {
        Series passed = rate("passed", "attempt");
        CellTable table = new CellTable(
                "t",
                List.of(new Axis("sector", false)),
                List.of(passed),
                List.of(
                        new Cohort(List.of(Node.TOTAL), Map.of("passed", attempts(110, 190, 60, 100))),
                        new Cohort(List.of(Node.of("a")), Map.of("passed", attempts(61, 110, 40, 60))),
                        new Cohort(List.of(Node.of("b")), Map.of("passed", attempts(53, 110, 22, 58)))));
        ClearedTable printed =
                GateTest.granted(NestedTables.RULES, table).tables().get(0);
        assertThat(GateTest.withheld(printed)).isEmpty();
        assertThat(unnumbered(printed)).isEmpty();
    }

    /** Three passed in both: the rate's records above the line tell those of each part, so the whole does not. */
    @Test
    void recordsOfAnotherTableTellWhatPartsAre() {
        Series passed = rate("passed", "attempt");
        List<Axis> sector = List.of(new Axis("sector", false));
        CellTable rates = new CellTable(
                "rates",
                sector,
                List.of(passed),
                List.of(
                        new Cohort(List.of(Node.TOTAL), Map.of("passed", attempts(110, 200, 107, 185))),
                        new Cohort(List.of(Node.of("a")), Map.of("passed", attempts(60, 100, 60, 100))),
                        new Cohort(List.of(Node.of("b")), Map.of("passed", attempts(50, 100, 50, 100)))));
        CellTable results = new NestedTables(
                        "results",
                        List.of(new Axis("sector", false), new Axis("result", false)),
                        count("learners", "attempt"))
                .row("T T", "185")
                .row("T pass", "107")
                .row("T fail", "80")
                .row("a T", "100")
                .row("a pass", "60")
                .row("a fail", "40")
                .row("b T", "100")
                .row("b pass", "50")
                .row("b fail", "50")
                .table();
        List<ClearedTable> tables =
                GateTest.granted(NestedTables.RULES, rates, results).tables();
        assertThat(GateTest.withheld(tables.get(0))).isEmpty();
        assertThat(withheld(tables.get(1), "learners")).containsExactly("T pass");
    }

    private static Tally attempts(long above, long attempts, long passed, long learners) {
        return new Tally(
                100.0 * above / attempts,
                (double) above,
                (double) attempts,
                null,
                null,
                Contributors.ofLearners(learners),
                new Sides(passed, learners - passed));
    }

    /**
     * All sixty are in A's first part, and so in A, which is withheld for B's sake, as A's other part is for its own.
     */
    @Test
    void aNumberBetweenTwoEqualOnesIsNotToldByThem() {
        List<Axis> course = List.of(new Axis("course", false));
        ClearedTable table = print(new NestedTables("t", course, ACTIVE)
                        .row("T", "60")
                        .row("A", "60")
                        .row("A/1", "60")
                        .row("A/2", "20")
                        .row("B", "8"))
                .get(0);
        assertThat(withheld(table, "active")).containsExactly("T", "A", "A/2", "B");
        ClearedTable records = print(new NestedTables("t", course, ENROLMENTS, count("starts", "enrolment"))
                        .row("T", "98#60", "108#60")
                        .row("A", "90#60", "100#60")
                        .row("A/1", "70#60", "80#60")
                        .row("A/2", "20#20", "20#20")
                        .row("B", "8#8", "8#8"))
                .get(0);
        assertThat(withheld(records, "enrolments")).containsExactly("A", "A/2", "B");
        assertThat(unnumbered(records)).containsExactly("T", "T");
    }
}
