// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.junit.jupiter.api.Test;

/** What a later release tells of groups beside codes that have gone, or have another name; k = 10. */
class GoneCodesTest {
    static CellTable table(String rows) {
        Aggregated table = new Aggregated(rows.contains(",") ? new String[] {"place", "sex"} : new String[] {"place"});
        for (String row : List.of(rows.split(" ", -1))) {
            String[] parts = row.split("[=,]", -1);
            Node place = NestedTables.node(parts[0]);
            long learners = Long.parseLong(parts[parts.length - 1]);
            if (parts.length == 2) {
                table.add(learners, place);
            } else {
                table.add(learners, place, Node.of(parts[1]));
            }
        }
        return table.table("t", Aggregated.USERS);
    }

    private static Map<String, String> second(String one, String two) {
        return MovedGroupsTest.second(table(one), table(two));
    }

    /** a and b were 130 − 66, and are 61: 3 have left. Of c, where the men and women were secret, nobody is left. */
    @Test
    void besideOneOfWhichPartsWereSecret() {
        assertThat(second("a,M=55 b,F=3 b,M=6 c,F=7 c,M=59", "a,M=55 b,F=3 b,M=3"))
                .containsEntry("T/T", "130*");
    }

    /** d was told, and has gone: the 45 persons of a and b had 450, and have 457. */
    @Test
    void anotherFigureOfTheSamePersonsBesideOneThatHasGone() {
        NestedTables one = new NestedTables("t", MovedGroupsTest.AXIS, NestedTables.count("minutes", "event"))
                .row("T", "1700#170")
                .row("a", "50#5")
                .row("b", "400#40")
                .row("c", "750#75")
                .row("d", "500#50");
        NestedTables two = new NestedTables("t", MovedGroupsTest.AXIS, NestedTables.count("minutes", "event"))
                .row("T", "1407#140")
                .row("a", "57#5")
                .row("b", "400#40")
                .row("c", "950#95");
        assertThat(MovedGroupsTest.second(one.table(), two.table())).containsEntry("c", "75*");
    }

    /** L without its X, and M, were 164 − 90 − 40, and are 147 − 110: 3 have come. */
    @Test
    void besideOneOfWhichATellingPartHasGone() {
        assertThat(second("L/X=40 L/l=30 M/m=4 Z/z=90", "L/l=33 M/m=4 Z/z=110")).containsEntry("Z", "90*");
    }

    /** L and M were 160, and are 273 − 110: that a has another code makes its people none who left or came. */
    @Test
    void aRenamedCodeIsNoExchange() {
        assertThat(second("L/a=36 M/m=124 Z/z=90", "L/a2=39 M/m=124 Z/z=110"))
                .satisfies(shown -> assertThat("273".equals(shown.get("T")) && "110".equals(shown.get("Z")))
                        .as(shown.toString())
                        .isFalse());
    }

    /** a and b were 172, and e was 11. K has e alone by now, and the total is all three: 186 after 183. */
    @Test
    void cousins() {
        assertThat(second("L/a=87 L/b=85 K/c=9 K/d=10 K/e=11", "L/a=90 L/b=88 K/e=8"))
                .doesNotContainEntry("T", "186");
    }

    /** c, told as 79, is of L; X is a code of a new place K: 83 of both are 4 of X, as c has not moved. */
    @Test
    void besideANewPlace() {
        assertThat(second("L/a=9 L/b=69 M/d=56 L/c=79", "K/X=4 L/a=19 M/d=56 L/c=79"))
                .satisfies(shown -> assertThat("19".equals(shown.get("a")) && "158".equals(shown.get("T")))
                        .as(shown.toString())
                        .isFalse());
    }
}
