// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.indicators.disclosure.NestedTables.count;
import static org.dases.impact.indicators.disclosure.NestedTables.withheld;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.earlier.EarlierRelease;
import org.dases.impact.indicators.disclosure.earlier.Ledger;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.junit.jupiter.api.Test;

/**
 * The denominators of a rate tell how many records another indicator counts, though its learners are others; k is 10.
 */
class RecordsToldTest {
    private static final List<Axis> AXIS = List.of(new Axis("axis", true));

    /** 120 − 50 − 60 are the 10 records of the 5 learners of a. */
    @Test
    void recordsOfTooFewLearnersDoNotFollow() {
        List<ClearedTable> tables = release(
                List.of(),
                List.of(
                        records("120#60", "10#5", "50#25", "60#30"),
                        rate("achievement").row("b", "10:26/20:50").row("c", "12:31/30:60")));
        List<String> unknown = new ArrayList<>(withheld(tables.get(0), "alpha"));
        List<String> rate = withheld(tables.get(1), "beta");
        unknown.removeIf(place -> place.length() > 0 && !place.equals("T") && !rate.contains(place));
        assertThat(unknown).as("T, b and c are known: %s, %s", tables, rate).isNotEmpty();
    }

    /** b was withheld for a and has not moved. */
    @Test
    void recordsThatWereSecretAreNotToldByDenominators() {
        List<ClearedTable> tables = release(
                List.of(records("130#65", "6#3", "24#12", "100#50")),
                List.of(
                        records("164#82", "40#20", "24#12", "100#50"),
                        rate("achievement").row("b", "6:13/11:24").row("d", "20:50/40:100")));
        assertThat(withheld(tables.get(0), "alpha")).contains("b");
        assertThat(withheld(tables.get(1), "beta")).contains("b");
    }

    /**
     * The rate of b is withheld for those above the line of a; how many records b has is printed beside. Pages of
     * before do not say that its learners follow.
     */
    @Test
    void recordsThatWereToldBeforeMayBeToldAgain() {
        List<ClearedTable> tables = release(
                List.of(
                        records("120#60", "40#20", "80#40", "0#0"),
                        rate("achievement")
                                .row("T", "22:81/44:120")
                                .row("a", "2:20/4:40")
                                .row("b", "20:61/40:80")),
                List.of(
                        records("160#80", "80#40", "80#40", "0#0"),
                        rate("achievement")
                                .row("T", "40:101/80:160")
                                .row("a", "20:40/40:80")
                                .row("b", "20:61/40:80")),
                Releases::untold);
        assertThat(withheld(tables.get(1), "beta")).contains("b");
        assertThat(tables.get(0).rows()).extracting(ClearedRow::value).containsExactly(160.0, 80.0, 80.0);
        assertThat(tables.get(0).rows()).extracting(ClearedRow::frozenSince).containsOnlyNulls();
    }

    /**
     * The 30 of a in the second year were withheld for the 3 of b. Who learns of a that there are 100 in the first year
     * and 100 in both learns nothing of the second: the same people come again.
     */
    @Test
    void personsOfSeveralPartsDoNotAddUp() {
        List<Axis> axes = List.of(new Axis("year", false), new Axis("place", true));
        NestedTables then = new NestedTables("t", axes, count("alpha", "event"))
                .row("T T", "84")
                .row("T a", "71")
                .row("T b", "13")
                .row("y1 T", "54")
                .row("y1 a", "44")
                .row("y1 b", "10")
                .row("y2 T", "33")
                .row("y2 a", "30")
                .row("y2 b", "3");
        NestedTables now = new NestedTables("t", axes, count("alpha", "event"))
                .row("T T", "140")
                .row("T a", "100")
                .row("T b", "40")
                .row("y1 T", "111")
                .row("y1 a", "100")
                .row("y1 b", "11")
                .row("y2 T", "63")
                .row("y2 a", "30")
                .row("y2 b", "33");
        List<ClearedTable> tables = release(
                List.of(then),
                List.of(
                        now,
                        new NestedTables("u", axes, NestedTables.rate("beta", "achievement")).row("y1 a", "50:100")));
        assertThat(withheld(tables.get(0), "alpha")).contains("y2 a");
        assertThat(withheld(tables.get(1), "beta")).isEmpty();
        assertThat(tables.get(0).rows())
                .filteredOn(row -> row.at().equals(List.of(Node.TOTAL, Node.of("a"))))
                .extracting(ClearedRow::value)
                .containsExactly(100.0);
    }

    /** How many of b are above the line was withheld for the 2 of a, and has not changed. */
    @Test
    void whoIsAboveTheLineIsNotToldByAnotherRate() {
        List<ClearedTable> tables = release(
                List.of(rate("achievement")
                        .row("T", "22:60/44:120")
                        .row("a", "2:20/4:40")
                        .row("b", "20:40/40:80")),
                List.of(
                        rate("achievement")
                                .row("T", "40:80/80:160")
                                .row("a", "20:40/40:80")
                                .row("b", "20:40/40:80"),
                        new NestedTables("v", AXIS, NestedTables.rate("gamma", "outcome"))
                                .row("T", "40:80/80:160")
                                .row("a", "20:40/40:80")
                                .row("b", "20:40/40:80")));
        assertThat(withheld(tables.get(0), "beta")).contains("b");
        assertThat(withheld(tables.get(1), "gamma")).contains("b");
    }

    /** 28 and 27 less 50: five were in both parts, so that the first release did not say that there are 50. */
    @Test
    void learnersThatARowDidNotSayAreNotToldByALaterOne() {
        NestedTables then = records("120#50", "60#28", "60#27", "0#0");
        assertThat(NestedTables.unnumbered(release(List.of(), List.of(then)).get(0)))
                .containsExactly("T");
        NestedTables now = records("120#50", "60#38", "60#37", "0#0");
        assertThat(NestedTables.unnumbered(release(List.of(), List.of(now)).get(0)))
                .isEmpty();
        NestedTables more = records("150#70", "90#58", "60#37", "0#0");
        assertThat(NestedTables.unnumbered(release(List.of(then), List.of(more)).get(0)))
                .isEmpty();
        List<ClearedTable> tables =
                release(List.of(then), List.of(now, rate("achievement").row("T", "24:50/61:120")));
        assertThat(NestedTables.unnumbered(tables.get(0))).containsExactly("T");
        assertThat(tables.get(1).rows()).extracting(ClearedRow::learners).containsOnlyNulls();
    }

    /** Who has seen the fifty knows them. */
    @Test
    void butWhatOneReleaseSaidMayBeSaidAgain() {
        NestedTables told = records("120#50", "60#38", "60#37", "0#0");
        NestedTables unsaid = records("120#50", "60#28", "60#27", "0#0");
        List<EarlierRelease> earlier = new ArrayList<>();
        List<List<String>> unnumbered = new ArrayList<>();
        for (NestedTables each : List.of(told, unsaid, told)) {
            Clearance.Granted granted = review(List.of(each), earlier);
            unnumbered.add(NestedTables.unnumbered(granted.release().tables().get(0)));
            earlier.add(new EarlierRelease("r" + earlier.size(), Releases.at(earlier.size()), granted.ledger()));
        }
        assertThat(unnumbered).containsExactly(List.of(), List.of("T"), List.of());
    }

    private static NestedTables records(String all, String a, String b, String c) {
        NestedTables table = new NestedTables("t", AXIS, count("alpha", "event"))
                .row("T", all)
                .row("a", a)
                .row("b", b);
        return c.equals("0#0") ? table : table.row("c", c);
    }

    private static NestedTables rate(String group) {
        return new NestedTables("u", AXIS, NestedTables.rate("beta", group));
    }

    private static List<ClearedTable> release(List<NestedTables> then, List<NestedTables> now) {
        return release(then, now, ledger -> ledger);
    }

    private static List<ClearedTable> release(
            List<NestedTables> then, List<NestedTables> now, UnaryOperator<Ledger> remembering) {
        List<EarlierRelease> earlier = then.isEmpty()
                ? List.of()
                : List.of(new EarlierRelease(
                        "r0",
                        Releases.at(0),
                        remembering.apply(review(then, List.of()).ledger())));
        return review(now, earlier).release().tables();
    }

    private static Clearance.Granted review(List<NestedTables> tables, List<EarlierRelease> earlier) {
        List<CellTable> submitted = tables.stream().map(NestedTables::table).toList();
        return Releases.granted(NestedTables.RULES, submitted, earlier);
    }
}
