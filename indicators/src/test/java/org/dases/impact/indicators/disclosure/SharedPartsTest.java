// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.junit.jupiter.api.Test;

/** Where persons may be shared, as many came to a group at least as any of its divisions tells. */
class SharedPartsTest {
    private static final Axis COURSE = new Axis("course", false);
    private static final Series RECORDS = NestedTables.count("records", "event");

    /** 14 came to the 40 of L, and 11 to the 40 of K, though to none of their courses 10. */
    @Test
    void ofWhichTheWholeSaysHowManyCame() {
        CellTable one = new NestedTables("t", List.of(COURSE), RECORDS)
                .row("T", "130#130")
                .row("L", "40#40")
                .row("L/a", "20#20")
                .row("L/b", "20#20")
                .row("K", "40#40")
                .row("K/c", "20#20")
                .row("K/d", "20#20")
                .row("H", "50#50")
                .row("H/h", "50#50")
                .table();
        CellTable two = new NestedTables("t", List.of(COURSE), RECORDS)
                .row("T", "155#155")
                .row("L", "54#54")
                .row("L/a", "27#27")
                .row("L/b", "27#27")
                .row("K", "51#51")
                .row("K/c", "25#25")
                .row("K/d", "26#26")
                .row("H", "50#50")
                .row("H/h", "50#50")
                .table();
        assertThat(MovedGroupsTest.second(one, two))
                .containsEntry("L", "54")
                .containsEntry("K", "51")
                .containsEntry("a", "20*");
    }

    /** 7 women and 7 men came to a: these are 14. */
    @Test
    void ofWhichPartsHaveNobodyInCommon() {
        List<Axis> axes = List.of(COURSE, new Axis("sex", true));
        CellTable one = new NestedTables("t", axes, RECORDS)
                .row("T T", "140#140")
                .row("T F", "80#80")
                .row("L T", "100#100")
                .row("L F", "60#60")
                .row("L/a T", "40#40")
                .row("L/a F", "20#20")
                .row("T M", "60#60")
                .row("L M", "40#40")
                .row("L/a M", "20#20")
                .row("L/b T", "60#60")
                .row("L/b F", "40#40")
                .row("L/b M", "20#20")
                .row("K T", "40#40")
                .row("K F", "20#20")
                .row("K/c T", "40#40")
                .row("K/c F", "20#20")
                .row("K M", "20#20")
                .row("K/c M", "20#20")
                .table();
        CellTable two = new NestedTables("t", axes, RECORDS)
                .row("T T", "165#165")
                .row("T F", "92#92")
                .row("L T", "114#114")
                .row("L F", "67#67")
                .row("L/a T", "54#54")
                .row("L/a F", "27#27")
                .row("T M", "73#73")
                .row("L M", "47#47")
                .row("L/a M", "27#27")
                .row("L/b T", "60#60")
                .row("L/b F", "40#40")
                .row("L/b M", "20#20")
                .row("K T", "51#51")
                .row("K F", "25#25")
                .row("K/c T", "51#51")
                .row("K/c F", "25#25")
                .row("K M", "26#26")
                .row("K/c M", "26#26")
                .table();
        assertThat(MovedGroupsTest.second(one, two))
                .containsEntry("L/T", "114")
                .containsEntry("a/T", "54")
                .containsEntry("a/F", "20*")
                .containsEntry("T/F", "92")
                .containsEntry("T/M", "73");
    }
}
