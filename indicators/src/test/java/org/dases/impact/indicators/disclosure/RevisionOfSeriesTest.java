// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.indicators.disclosure.NestedTables.count;
import static org.dases.impact.indicators.disclosure.NestedTables.withheld;

import java.util.List;
import java.util.function.UnaryOperator;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.earlier.EarlierRelease;
import org.dases.impact.indicators.disclosure.earlier.Ledger;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.junit.jupiter.api.Test;

/** What must not be told anew is not told by the same learners under another name either, in a table that is new. */
class RevisionOfSeriesTest {
    private static final List<Axis> AXIS = List.of(new Axis("axis", true));
    private static final NestedTables THEN = new NestedTables("t", AXIS, count("alpha", "event"))
            .row("T", "65")
            .row("a", "3")
            .row("b", "12")
            .row("c", "50");
    private static final NestedTables NOW = new NestedTables("t", AXIS, count("alpha", "event"))
            .row("T", "102")
            .row("a", "20")
            .row("b", "12")
            .row("c", "70");

    /** b was withheld for a and has not moved. */
    @Test
    void inTheSameCell() {
        List<ClearedTable> tables = release(new NestedTables("new", AXIS, count("beta", "event"))
                .row("T", "102")
                .row("b", "12")
                .row("d", "90"));
        assertThat(withheld(tables.get(0), "alpha")).contains("b");
        assertThat(withheld(tables.get(1), "beta")).containsExactly("b", "d");
    }

    /** a is withheld beside b, and nothing is printed under both names: b would follow from a, c and the total. */
    @Test
    void whereNoCellIsPrintedUnderBothNames() {
        List<ClearedTable> tables = release(new NestedTables("new", AXIS, count("beta", "event"))
                .row("a", "20")
                .row("e", "0"));
        assertThat(withheld(tables.get(0), "alpha")).containsExactly("a", "b");
        assertThat(withheld(tables.get(1), "beta")).containsExactly("a");
    }

    /**
     * The rate of b is withheld for those above the line of a; how many learners b has is printed beside. That they
     * follow from the other rows of the rate is not what permits it: pages of before do not say so.
     */
    @Test
    void butForNumbersThatWereToldBefore() {
        List<ClearedTable> tables = release(
                List.of(counted("60", "20", "40"), rated("22:60", "2:20", "20:40")),
                List.of(counted("80", "40", "40"), rated("30:80", "10:40", "20:40")),
                Releases::untold);
        assertThat(withheld(tables.get(1), "beta")).contains("b");
        assertThat(tables.get(0).rows()).extracting(ClearedRow::value).containsExactly(80.0, 40.0, 40.0);
        assertThat(tables.get(0).rows()).extracting(ClearedRow::frozenSince).containsOnlyNulls();
    }

    /**
     * y2 is withheld for beta's y1, where alpha has nobody. Years share learners: 100 − 60 are not its 43. Told later,
     * they tell that 43 + 60 − 100 learners came in both years.
     */
    @Test
    void whatOnlySeemsToFollowFromAnotherTableIsNotTold() {
        NestedTables zero = years("v", count("alpha", "event")).row("a y1", "0");
        NestedTables then = years("u", count("alpha", "event"), count("beta", "event"))
                .row("a T", "100", "80")
                .row("a y1", "-", "4")
                .row("a y2", "43", "30")
                .row("a y3", "60", "46");
        NestedTables now = years("u", count("alpha", "event"), count("beta", "event"))
                .row("a T", "118", "100")
                .row("a y1", "-", "14")
                .row("a y2", "43", "40")
                .row("a y3", "75", "46");
        assertThat(withheld(NestedTables.print(then).get(0), "alpha")).containsExactly("a y1", "a y2");
        assertThat(withheld(NestedTables.print(now).get(0), "alpha")).isEmpty();
        List<ClearedTable> tables = release(List.of(then, zero), List.of(now, zero), ledger -> ledger);
        assertThat(withheld(tables.get(0), "alpha")).contains("a y2");
    }

    private static NestedTables years(String id, Series... series) {
        return new NestedTables(id, List.of(new Axis("place", true), new Axis("year", false)), series);
    }

    private static NestedTables counted(String all, String a, String b) {
        return new NestedTables("t", AXIS, count("alpha", "event"))
                .row("T", all)
                .row("a", a)
                .row("b", b);
    }

    private static NestedTables rated(String all, String a, String b) {
        return new NestedTables("u", AXIS, NestedTables.rate("beta", "achievement"))
                .row("T", all)
                .row("a", a)
                .row("b", b);
    }

    private static List<ClearedTable> release(NestedTables added) {
        return release(List.of(THEN), List.of(NOW, added), ledger -> ledger);
    }

    private static List<ClearedTable> release(
            List<NestedTables> then, List<NestedTables> now, UnaryOperator<Ledger> remembering) {
        Clearance.Granted first = review(tables(then), List.of());
        return review(tables(now), List.of(new EarlierRelease("r0", Releases.at(0), remembering.apply(first.ledger()))))
                .release()
                .tables();
    }

    private static List<CellTable> tables(List<NestedTables> tables) {
        return tables.stream().map(NestedTables::table).toList();
    }

    private static Clearance.Granted review(List<CellTable> tables, List<EarlierRelease> earlier) {
        return Releases.granted(NestedTables.RULES, tables, earlier);
    }
}
