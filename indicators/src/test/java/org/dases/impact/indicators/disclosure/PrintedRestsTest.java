// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.dases.impact.indicators.disclosure.printed.PrintedDifferences;
import org.junit.jupiter.api.Test;

/** The second look at groups that follow from three numbers; tables are printed here as if no gate had been. */
class PrintedRestsTest {
    private static final List<Axis> SECTOR = List.of(new Axis("sector", true));
    private static final Series ACTIVE = NestedTables.count("active", "event");
    private static final Series LEFT = NestedTables.rate("left", "attempt");
    private static final Series PASSED = NestedTables.rate("passed", "attempt");
    private static final String SHARED =
            "parts of a whole share a small group, as their printed numbers tell: indicator event/active";

    private static NestedTables sectors(Series... series) {
        return new NestedTables("t", SECTOR, series);
    }

    /** Prints all rows but those at a place. */
    private static List<String> find(NestedTables tables, String... secret) {
        CellTable table = tables.table();
        List<Node> hidden = new ArrayList<>();
        List.of(secret).forEach(place -> hidden.add(NestedTables.node(place)));
        List<ClearedRow> rows = table.cohorts().stream()
                .flatMap(cohort -> table.series().stream()
                        .flatMap(series -> Optional.ofNullable(cohort.tallies().get(series.indicatorId())).stream()
                                .map(tally -> hidden.contains(cohort.at().get(0))
                                        ? ClearedRow.withheld(cohort.at(), series)
                                        : ClearedRow.exact(cohort.at(), series, tally))))
                .toList();
        return PrintedDifferences.find(List.of(new ClearedTable(table.id(), table.axes(), rows)), NestedTables.RULES);
    }

    @Test
    void partsThatShareASmallGroup() {
        NestedTables one = sectors(ACTIVE).row("T", "458").row("a", "198").row("b", "261");
        assertThat(find(one)).containsExactly(SHARED);
        assertThat(find(one, "b")).isEmpty();
        assertThat(find(one, "T")).isEmpty();
        assertThat(find(sectors(ACTIVE).row("T", "449").row("a", "198").row("b", "261")))
                .isEmpty();
        assertThat(find(sectors(ACTIVE).row("T", "459").row("a", "198").row("b", "261")))
                .isEmpty();
    }

    /** The whole of n/a and n/b is the total: n is not listed. In another table of the same codes only one part is. */
    @Test
    void theWholeIsTheNearestThatIsListedInTheTable() {
        NestedTables one = sectors(ACTIVE).row("T", "458").row("n/a", "198").row("n/b", "261");
        assertThat(find(one)).containsExactly(SHARED);
        NestedTables two = sectors(ACTIVE)
                .row("T", "500")
                .row("n", "458")
                .row("n/a", "198")
                .row("n/b", "261");
        assertThat(find(two)).containsExactly(SHARED);
        assertThat(find(two, "n")).isEmpty();
        NestedTables part = new NestedTables("u", SECTOR, ACTIVE).row("n/b", "261");
        NestedTables whole = sectors(ACTIVE).row("T", "458").row("n/a", "198");
        assertThat(PrintedDifferences.find(
                        List.of(
                                PrintedDifferencesTest.printAll(whole.table()),
                                PrintedDifferencesTest.printAll(part.table())),
                        NestedTables.RULES))
                .isEmpty();
    }

    /**
     * The code n has n/a and n/b below it and stands below p, too: where the first n is not listed, T is their whole.
     */
    @Test
    void aCodeThatStandsBelowSeveralIsNoWholeOfOthers() {
        NestedTables leak = sectors(ACTIVE)
                .row("T", "550")
                .row("n/a", "198")
                .row("n/b", "261")
                .row("p/n", "100");
        assertThat(find(leak)).containsExactly(SHARED);
        NestedTables none = sectors(ACTIVE)
                .row("T", "600")
                .row("n/a", "198")
                .row("n/b", "261")
                .row("p/n", "455");
        assertThat(find(none)).isEmpty();
    }

    private static String together(String whole) {
        return "three printed numbers of persons tell a small group together: indicators attempt/" + whole
                + ", attempt/left and attempt/passed";
    }

    /** Of 100 in a, 38 left and 60 passed. Not where some did both in all, nobody is left over, or ten. */
    @Test
    void thoseAboveNeitherLine() {
        NestedTables two = sectors(LEFT, PASSED).row("T", "70:250", "160:250").row("a", "38:100", "60:100");
        assertThat(find(two)).containsExactly(together("left"), together("passed"));
        assertThat(find(two, "a")).isEmpty();
        assertThat(find(sectors(LEFT, PASSED).row("T", "70:250", "190:250").row("a", "38:100", "60:100")))
                .isEmpty();
        assertThat(find(sectors(LEFT, PASSED).row("T", "70:250", "160:250").row("a", "40:100", "60:100")))
                .isEmpty();
        assertThat(find(sectors(LEFT, PASSED).row("T", "70:250", "160:250").row("a", "30:100", "60:100")))
                .isEmpty();
    }

    /** 38 of 110 left, who need not be among the 100 of whom 60 passed. */
    @Test
    void ratesOfOtherPeople() {
        NestedTables two = sectors(LEFT, PASSED).row("T", "70:250", "160:250").row("a", "38:110", "60:100");
        assertThat(find(two)).isEmpty();
    }

    /** 50 and 40 of 86: four are in both. A part that is the whole tells nothing new. */
    @Test
    void thoseInBoth() {
        Series other = NestedTables.count("other", "event");
        Series whole = NestedTables.count("whole", "event");
        assertThat(find(sectors(ACTIVE, other, whole)
                        .row("T", "206", "120", "110")
                        .row("a", "86", "50", "40")))
                .containsExactly("three printed numbers of persons tell a small group together: indicators"
                        + " event/active, event/other and event/whole");
        assertThat(find(sectors(ACTIVE, other, LEFT)
                        .row("T", "206", "206", "110:206")
                        .row("a", "86", "86", "7:86")))
                .isEmpty();
    }
}
