// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.indicators.disclosure.NestedTables.count;
import static org.dases.impact.indicators.disclosure.NestedTables.rate;
import static org.dases.impact.indicators.disclosure.NestedTables.withheld;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.earlier.EarlierRelease;
import org.dases.impact.indicators.disclosure.earlier.Ledger;
import org.dases.impact.indicators.disclosure.elimination.LinearSum;
import org.dases.impact.indicators.disclosure.elimination.Span;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.junit.jupiter.api.Test;

/**
 * A rate that is withheld for the sake of those above its line: how many learners it has may follow from the other rows
 * all the same.
 */
class WithheldRatesTest {
    private static final List<Axis> AXIS = List.of(new Axis("axis", true));

    /**
     * The rate of a is withheld, since 93 − 40 − 15 would tell the 38 above the line in b. Its learners are 150 − 40 −
     * 80 all the same, and three less than the active; where c is withheld, too, they do not follow. Nor may b be in
     * its place: 70 in a and b would be three less than 73.
     */
    @Test
    void itsLearnersAreNotTooCloseToAnotherSeries() {
        List<ClearedTable> tables = NestedTables.print(active("173", "33"));
        assertThat(withheld(tables.get(0), "active")).isEmpty();
        assertThat(withheld(tables.get(0), "passed")).containsExactly("a", "c");
    }

    /** As above, with seven more active in a. */
    @Test
    void itsLearnersMayBeFarFromOthers() {
        List<ClearedTable> tables = NestedTables.print(active("180", "40"));
        assertThat(withheld(tables.get(0), "active")).isEmpty();
        assertThat(withheld(tables.get(0), "passed")).containsExactly("a");
    }

    /** With a second table the rate has more learners in all and is decided on first: the active give way. */
    @Test
    void norIsAnotherSeriesTooCloseToThem() {
        List<ClearedTable> tables = NestedTables.print(
                active("173", "33"), new NestedTables("u", AXIS, rate("passed", "event")).row("c", "40:80"));
        assertThat(withheld(tables.get(0), "active")).containsExactly("a", "c");
        assertThat(withheld(tables.get(0), "passed")).containsExactly("a");
        assertThat(withheld(tables.get(1), "passed")).isEmpty();
    }

    private static NestedTables active(String all, String a) {
        return new NestedTables("t", AXIS, count("active", "event"), rate("passed", "event"))
                .row("T", all, "93:150")
                .row("a", a, "15:30")
                .row("b", "40", "38:40")
                .row("c", "100", "40:80");
    }

    /**
     * The rate has no learners in z, nor in y, and so none in z·F, which is withheld: the women in a are 150 − 40 − 80,
     * three less than the users.
     */
    @Test
    void norWhereAWholeHasNone() {
        NestedTables table = new NestedTables(
                "t",
                List.of(new Axis("place", true), new Axis("sex", true)),
                count("users", "event"),
                rate("passed", "event"));
        for (String row : List.of(
                "a F 33 15:30",
                "a M 50 20:40",
                "a T 83 35:70",
                "b F 40 38:40",
                "b M 60 30:60",
                "b T 100 68:100",
                "c F 100 40:80",
                "c M 100 45:90",
                "c T 200 85:170",
                "z F 4 -",
                "z M 12 -",
                "z T 16 -",
                "y F 11 -",
                "y M 13 -",
                "y T 24 -",
                "T F 188 93:150",
                "T M 235 95:190",
                "T T 423 188:340")) {
            String[] parts = row.split(" ", -1);
            table.row(parts[0] + " " + parts[1], parts[2], parts[3]);
        }
        ClearedTable cleared = NestedTables.print(table).get(0);
        List<LinearSum> known = new ArrayList<>();
        cleared.rows().stream()
                .filter(row -> row.series().indicatorId().equals("passed") && row.learners() != null)
                .forEach(row -> known.add(sum(row.at())));
        List.of(6, 7, 8, 9).forEach(atom -> known.add(LinearSum.of(atom)));
        assertThat(withheld(cleared, "users").contains("a F")
                        || !new Span(10, known).contains(sum(List.of(Node.of("a"), Node.of("F")))))
                .isTrue();
    }

    /**
     * The rates of b and x are withheld, since 15 pass where 17 have a star. By what is printed after that the rate may
     * be about some of the active; its learners in b are 190 − 40 − 40 − 80, three less than those.
     */
    @Test
    void norWhereItIsWithheldForAnotherSeries() {
        List<ClearedTable> tables = NestedTables.print(
                new NestedTables("t", AXIS, count("active", "event"), rate("passed", "event"), count("stars", "event"))
                        .row("T", "213", "59:190", "600")
                        .row("a", "40", "2:40", "200")
                        .row("d", "40", "2:40", "200")
                        .row("b", "33", "15:30", "17")
                        .row("c", "100", "40:80", "183"),
                new NestedTables("u", AXIS, count("active", "event"), rate("passed", "event"), count("stars", "event"))
                        .row("x", "50", "15:60", "17"));
        assertThat(withheld(tables.get(0), "passed")).contains("b").hasSizeGreaterThan(1);
        assertThat(withheld(tables.get(0), "active")).isEmpty();
        assertThat(withheld(tables.get(1), "passed")).containsExactly("x");
    }

    private static LinearSum sum(List<Node> at) {
        return LinearSum.of(IntStream.range(0, 10)
                .filter(atom ->
                        at.get(0).isTotal() || at.get(0).equals(Node.of("abcyz".substring(atom / 2, atom / 2 + 1))))
                .filter(atom ->
                        at.get(1).isTotal() || at.get(1).equals(Node.of("FM".substring(atom % 2, atom % 2 + 1))))
                .toArray());
    }

    /** The 30 of a followed in the first release: the 33 of the second would tell that three have come. */
    @Test
    void itsLearnersAreKnownToALaterRelease() {
        NestedTables then = rated("93:150", "15:30", "38:40", "40:80");
        ClearedTable now =
                release(then, rated("80:163", "16:33", "20:40", "44:90")).get(0);
        assertThat(withheld(now, "passed")).contains("a");
        ClearedRow told = release(then, rated("93:170", "25:40", "28:40", "40:90"))
                .get(0)
                .rows()
                .get(1);
        assertThat(told.at()).as("with ten more it is told").containsExactly(Node.of("a"));
        assertThat(told.numerator()).isEqualTo(25);
    }

    private static NestedTables rated(String all, String a, String b, String c) {
        return new NestedTables("t", AXIS, rate("passed", "event"))
                .row("T", all)
                .row("a", a)
                .row("b", b)
                .row("c", c);
    }

    private static List<ClearedTable> release(NestedTables then, NestedTables now) {
        Ledger ledger = Releases.granted(NestedTables.RULES, List.of(then.table()), List.of())
                .ledger();
        return Releases.granted(
                        NestedTables.RULES,
                        List.of(now.table()),
                        List.of(new EarlierRelease("r0", Releases.at(0), ledger)))
                .release()
                .tables();
    }
}
