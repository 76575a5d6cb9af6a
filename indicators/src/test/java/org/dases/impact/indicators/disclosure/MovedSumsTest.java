// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.junit.jupiter.api.Test;

/** Groups of withheld siblings whose persons are the same, and whose figure is another one. */
class MovedSumsTest {
    /** The same 40 persons in a and b, but 100 minutes more: by how many of them is not known. */
    @Test
    void siblingsWithOtherSums() {
        CellTable one = minutes("5000#100", "150#4", "1850#36", "3000#60");
        assertThat(MovedGroupsTest.second(one, minutes("5600#112", "150#4", "1950#36", "3500#72")))
                .containsEntry("T", "112")
                .containsEntry("c", "60*");
        assertThat(MovedGroupsTest.second(one, minutes("5500#112", "150#4", "1850#36", "3500#72")))
                .containsEntry("T", "112")
                .containsEntry("c", "72");
    }

    /** In d was nobody; the 40 persons in a and b have 100 minutes more all the same, and 12 in d would tell of it. */
    @Test
    void siblingsWithOtherSumsBesideOneInWhichNobodyWas() {
        CellTable one = new NestedTables("t", MovedGroupsTest.AXIS, NestedTables.count("minutes", "event"))
                .row("T", "5000#100")
                .row("a", "150#4")
                .row("b", "1850#36")
                .row("c", "3000#60")
                .row("d", "-")
                .table();
        CellTable two = new NestedTables("t", MovedGroupsTest.AXIS, NestedTables.count("minutes", "event"))
                .row("T", "5900#124")
                .row("a", "150#4")
                .row("b", "1950#36")
                .row("c", "3500#72")
                .row("d", "300#12")
                .table();
        assertThat(MovedGroupsTest.second(one, two)).containsEntry("c", "72").containsEntry("d", "-");
    }

    private static CellTable minutes(String total, String a, String b, String c) {
        return MovedGroupsTest.four(NestedTables.count("minutes", "event"), total, a, b, c);
    }

    /** The same persons in a and b, as many of whose records are above the line, but 20 more are below. */
    @Test
    void siblingsWithOtherSumsBelowTheLine() {
        CellTable one = MovedGroupsTest.rate("54:120", "3:8", "21:52", "30:60");
        CellTable two = MovedGroupsTest.rate("69:150/69:170", "3:8", "21:52/21:72", "45:90");
        assertThat(MovedGroupsTest.second(one, two)).containsEntry("T", "150").containsEntry("c", "60*");
        assertThat(MovedGroupsTest.second(one, MovedGroupsTest.rate("69:150", "3:8", "21:52", "45:90")))
                .containsEntry("T", "150")
                .containsEntry("c", "90");
    }

    /** A code that is new, with 12 of a's figure: the sums of the others are what they were. */
    @Test
    void siblingsOfWhichAPartIsNew() {
        CellTable one = new Aggregated("axis")
                .add(36, Node.of("a", "q"))
                .add(4, Node.of("b"))
                .add(60, Node.of("c"))
                .table("t", Aggregated.USERS);
        CellTable two = new Aggregated("axis")
                .add(36, Node.of("a", "q"))
                .add(12, Node.of("a", "p"))
                .add(4, Node.of("b"))
                .add(72, Node.of("c"))
                .table("t", Aggregated.USERS);
        assertThat(MovedGroupsTest.second(one, two))
                .containsEntry("T", "124")
                .containsEntry("c", "72")
                .containsEntry("p", "12");
    }

    /** What came about in another way is another sum though nobody's part in it changed. */
    @Test
    void siblingsWithSumsByAnotherMethod() {
        Series anew = new Series(
                "minutes",
                "event",
                Form.COUNT,
                ContributorKind.LEARNER,
                0,
                false,
                true,
                "count",
                "2",
                Optional.empty());
        CellTable byAnother = MovedGroupsTest.four(anew, "5600#112", "150#4", "1950#36", "3500#72");
        assertThat(MovedGroupsTest.second(minutes("5000#100", "150#4", "1850#36", "3000#60"), byAnother))
                .containsEntry("T", "112")
                .containsEntry("c", "72");
    }

    /** 30 schools, of which some are those of two siblings: to subtract them makes no sense. */
    @Test
    void siblingsWhoseFiguresDoNotAddUp() {
        assertThat(MovedGroupsTest.second(
                        minutes("30#100", "2#4", "20#36", "15#60"), minutes("33#112", "2#4", "21#36", "17#72")))
                .containsEntry("T", "112")
                .containsEntry("c", "72");
    }

    /** 20 came to a, two of whom b and c had: that the persons do not add up is no other figure of b and c. */
    @Test
    void siblingsWhosePersonsDoNotAddUp() {
        CellTable one = SharedSiblingsTest.means("T=1000#100", "a=720#70", "b=50#6", "c=30#5", "d=200#40");
        CellTable two = SharedSiblingsTest.means("T=1200#118", "a=920#90", "b=50#6", "c=30#5", "d=200#40");
        assertThat(MovedGroupsTest.second(one, two))
                .isEqualTo(Map.of("T", "118", "a", "90", "b", "-", "c", "-", "d", "40"));
    }
}
