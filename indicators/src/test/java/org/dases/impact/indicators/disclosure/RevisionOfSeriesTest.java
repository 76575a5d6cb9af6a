// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.indicators.disclosure.NestedTables.count;
import static org.dases.impact.indicators.disclosure.NestedTables.withheld;

import java.util.List;
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
            .row("T", "82")
            .row("a", "20")
            .row("b", "12")
            .row("c", "50");

    /** b was withheld for a and has not moved. */
    @Test
    void inTheSameCell() {
        List<ClearedTable> tables = release(new NestedTables("new", AXIS, count("beta", "event"))
                .row("T", "82")
                .row("b", "12")
                .row("d", "70"));
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

    private static List<ClearedTable> release(NestedTables added) {
        Clearance.Granted first = review(List.of(THEN.table()), List.of());
        return review(
                        List.of(NOW.table(), added.table()),
                        List.of(new EarlierRelease("r0", Releases.at(0), first.ledger())))
                .release()
                .tables();
    }

    private static Clearance.Granted review(List<CellTable> tables, List<EarlierRelease> earlier) {
        return new Gate()
                .review(new Submission(tables, NestedTables.RULES, earlier))
                .match(granted -> granted, refused -> {
                    throw new AssertionError(refused.reasons().toString());
                });
    }
}
