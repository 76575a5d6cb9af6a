// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.indicators.disclosure.NestedTables.count;
import static org.dases.impact.indicators.disclosure.NestedTables.rate;
import static org.dases.impact.indicators.disclosure.NestedTables.withheld;

import java.util.List;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.Node;
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
        List<ClearedTable> tables =
                NestedTables.print(new NestedTables("t", AXIS, count("active", "event"), rate("passed", "event"))
                        .row("T", "173", "93:150")
                        .row("a", "33", "15:30")
                        .row("b", "40", "38:40")
                        .row("c", "100", "40:80"));
        assertThat(withheld(tables.get(0), "active")).isEmpty();
        assertThat(withheld(tables.get(0), "passed")).containsExactly("a", "c");
    }

    /** As above, with seven more active in a. */
    @Test
    void itsLearnersMayBeFarFromOthers() {
        List<ClearedTable> tables =
                NestedTables.print(new NestedTables("t", AXIS, count("active", "event"), rate("passed", "event"))
                        .row("T", "180", "93:150")
                        .row("a", "40", "15:30")
                        .row("b", "40", "38:40")
                        .row("c", "100", "40:80"));
        assertThat(withheld(tables.get(0), "active")).isEmpty();
        assertThat(withheld(tables.get(0), "passed")).containsExactly("a");
    }

    /** With a second table the rate has more learners in all and is decided on first: the active give way. */
    @Test
    void norIsAnotherSeriesTooCloseToThem() {
        List<ClearedTable> tables = NestedTables.print(
                new NestedTables("t", AXIS, count("active", "event"), rate("passed", "event"))
                        .row("T", "173", "93:150")
                        .row("a", "33", "15:30")
                        .row("b", "40", "38:40")
                        .row("c", "100", "40:80"),
                new NestedTables("u", AXIS, rate("passed", "event")).row("c", "40:80"));
        assertThat(withheld(tables.get(0), "active")).containsExactly("a", "c");
        assertThat(withheld(tables.get(0), "passed")).containsExactly("a");
        assertThat(withheld(tables.get(1), "passed")).isEmpty();
    }

    /** The 30 of a followed in the first release: the 33 of the second would tell that three have come. */
    @Test
    void itsLearnersAreKnownToALaterRelease() {
        List<ClearedTable> tables = release(rated("93:150", "15:30", "38:40", "40:80"), rated("80:163", "16:33"));
        assertThat(withheld(tables.get(0), "passed")).contains("a");
        ClearedRow told = release(rated("93:150", "15:30", "38:40", "40:80"), rated("80:170", "16:40"))
                .get(0)
                .rows()
                .get(1);
        assertThat(told.at()).as("with ten more it is told").containsExactly(Node.of("a"));
        assertThat(told.numerator()).isEqualTo(16);
    }

    /** T and a as given; b and c have what the first release leaves, or 40 and 90 learners in the second. */
    private static NestedTables rated(String all, String a, String... others) {
        NestedTables table = new NestedTables("t", AXIS, rate("passed", "event"))
                .row("T", all)
                .row("a", a);
        return others.length == 0
                ? table.row("b", "20:40").row("c", "44:90")
                : table.row("b", others[0]).row("c", others[1]);
    }

    private static List<ClearedTable> release(NestedTables then, NestedTables now) {
        List<EarlierRelease> earlier = List.of(
                new EarlierRelease("r0", Releases.at(0), review(then, List.of()).ledger()));
        return review(now, earlier).release().tables();
    }

    private static Clearance.Granted review(NestedTables table, List<EarlierRelease> earlier) {
        return new Gate()
                .review(new Submission(List.of(table.table()), NestedTables.RULES, earlier))
                .match(granted -> granted, refused -> {
                    throw new AssertionError(refused.reasons().toString());
                });
    }
}
