// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.junit.jupiter.api.Test;

/** Groups of withheld siblings that may share persons, as solutions do: their records add up, their persons do not. */
class SharedSiblingsTest {
    private static final List<Axis> SOLUTION = List.of(new Axis("solution", false));

    private static Map<String, String> second(List<String> one, List<String> two) {
        Series records = NestedTables.count("records", "event");
        return MovedGroupsTest.second(table(records, one), table(records, two));
    }

    private static CellTable table(Series series, List<String> cells) {
        NestedTables table = new NestedTables("t", SOLUTION, series);
        for (String cell : cells) {
            String[] both = cell.split("=", -1);
            table.row(both[0], both[1]);
        }
        return table.table();
    }

    /** 3 came to b and 2 to c: 1240 − 800 records must not be told after 1000 − 600. */
    @Test
    void toEachOfWhichFewCame() {
        assertThat(second(
                        List.of("T=1000#100", "a=600#60", "b=250#30", "c=150#25"),
                        List.of("T=1240#124", "a=800#80", "b=270#33", "c=170#27")))
                .isEqualTo(Map.of("T", "124", "a", "60*", "b", "30*", "c", "25*"));
    }

    /** They may be the same 9 who came to each of b and c: that these are 18 together says nothing. */
    @Test
    void toWhichTheSameFewMayHaveCome() {
        assertThat(second(
                        List.of("T=1000#100", "a=600#60", "b=250#30", "c=150#25"),
                        List.of("T=1290#124", "a=800#80", "b=290#39", "c=200#34")))
                .isEqualTo(Map.of("T", "124", "a", "60*", "b", "30*", "c", "25*"));
    }

    /** 12 came to the whole, and nobody to any sibling that is told: they came to those that are not. */
    @Test
    void toAllOfWhichManyCame() {
        assertThat(second(
                        List.of("T=1000#100", "a=600#60", "b=250#30", "c=150#25"),
                        List.of("T=1120#112", "a=640#63", "b=290#33", "c=190#34")))
                .isEqualTo(Map.of("T", "112", "a", "60*", "b", "30*", "c", "25*"));
    }

    /** Numbers of persons do not add up: nobody can compute how many are in b and c. */
    @Test
    void whosePersonsAreCounted() {
        Series persons = NestedTables.count("persons", "event");
        assertThat(MovedGroupsTest.second(
                        table(persons, List.of("T=100", "a=60", "b=30", "c=25")),
                        table(persons, List.of("T=124", "a=80", "b=33", "c=27"))))
                .isEqualTo(Map.of("T", "124", "a", "80", "b", "30*", "c", "25*"));
    }

    /** 20 came to a, who were in b before: 1300 − 650 records of b, e and f must not be told after 1000 − 450. */
    @Test
    void cousins() {
        assertThat(second(
                        List.of(
                                "T=1000#120",
                                "L=700#95",
                                "L/a=450#60",
                                "L/b=250#45",
                                "K=300#40",
                                "K/e=200#25",
                                "K/f=100#15"),
                        List.of(
                                "T=1300#136",
                                "L=940#98",
                                "L/a=650#80",
                                "L/b=290#48",
                                "K=360#42",
                                "K/e=240#27",
                                "K/f=120#16")))
                .isEqualTo(Map.of("T", "136", "L", "95*", "a", "60*", "b", "45*", "K", "40*", "e", "25*", "f", "15*"));
    }

    /** a and b had 92 records, and have 168 less the 70 of X, which was of L: 6 have come. */
    @Test
    void besideACodeThatStoodElsewhere() {
        Series records = NestedTables.count("records", "event");
        CellTable one =
                table(records, List.of("T=192", "M=92", "M/a=48", "M/b=44", "L=100", "L/X=70", "L/l=26", "L/N=4"));
        CellTable two =
                table(records, List.of("T=198", "M=168", "M/a=53", "M/b=45", "M/X=70", "L=30", "L/l=26", "L/N=4"));
        Map<String, String> shown = Releases.shown(two, CodesElsewhereTest.moved(one, List.of("L/X", "M/X")));
        assertThat("168".equals(shown.get("M")) && "70".equals(shown.get("X")))
                .as(shown.toString())
                .isFalse();
    }
}
