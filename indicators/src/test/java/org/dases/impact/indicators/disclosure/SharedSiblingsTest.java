// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Tally;
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

    /** 25 came to a, and 12 left it who are in b, too: 28 more in all do not say that 3 are not all who came to b. */
    @Test
    void besideOneThatPersonsMayHaveLeft() {
        assertThat(second(
                        List.of("T=1000#100", "a=600#60", "b=250#30", "c=150#25"),
                        List.of("T=1147#128", "a=730#73", "b=267#33", "c=150#25")))
                .isEqualTo(Map.of("T", "128", "a", "60*", "b", "30*", "c", "25"));
    }

    /** c0 and c4 were 416 less 197, and would be told: 3 came to the one and 3 left the other, and c2 moved by few. */
    @Test
    void ofWhichAsManyCameAsWent() {
        Map<String, String> shown = second(
                List.of("T=416#107", "c0=34#8", "c2=197#64", "c4=185#60"),
                List.of("T=470#115", "c0=38#11", "c2=250#70", "c4=182#57"));
        assertThat("11".equals(shown.get("c0")) && "57".equals(shown.get("c4")))
                .as(shown.toString())
                .isFalse();
    }

    /** 13 came to the women of a, 6 to its men, and one left c: 1200 less 390 after 1000 less 240. */
    @Test
    void withoutWhatIsKnownWithinThem() {
        List<Axis> axes = List.of(new Axis("solution", false), new Axis("sex", true));
        Series records = NestedTables.count("records", "event");
        CellTable one = new NestedTables("t", axes, records)
                .row("T T", "1000#95")
                .row("T F", "440#45")
                .row("T M", "560#50")
                .row("a T", "600#60")
                .row("a F", "240#24")
                .row("a M", "360#36")
                .row("c T", "400#50")
                .row("c F", "200#25")
                .row("c M", "200#25")
                .table();
        CellTable two = new NestedTables("t", axes, records)
                .row("T T", "1200#108")
                .row("T F", "595#56")
                .row("T M", "605#52")
                .row("a T", "790#79")
                .row("a F", "390#37")
                .row("a M", "400#42")
                .row("c T", "410#49")
                .row("c F", "205#24")
                .row("c M", "205#25")
                .table();
        assertThat(MovedGroupsTest.second(one, two)).containsEntry("T/T", "108").containsEntry("a/F", "24*");
    }

    /** Records for each person: the persons do not add up, and what they have does. */
    @Test
    void ofWhichMeansAreTold() {
        assertThat(MovedGroupsTest.second(
                        means("T=1000#100", "a=600#60", "b=250#30", "c=150#25"),
                        means("T=1240#124", "a=800#80", "b=270#33", "c=170#27")))
                .isEqualTo(Map.of("T", "124", "a", "60*", "b", "30*", "c", "25*"));
    }

    static CellTable means(String... cells) {
        Series mean = new Series(
                "mean", "event", Form.MEAN, ContributorKind.LEARNER, 0, false, true, "count", "1", Optional.empty());
        List<Cohort> cohorts = new ArrayList<>();
        for (String cell : cells) {
            String[] parts = cell.split("[=#]", -1);
            double records = Double.parseDouble(parts[1]);
            long persons = Long.parseLong(parts[2]);
            Tally tally = new Tally(
                    records / persons, records, (double) persons, null, null, Contributors.ofLearners(persons), null);
            cohorts.add(new Cohort(List.of(NestedTables.node(parts[0])), Map.of("mean", tally)));
        }
        return new CellTable("t", SOLUTION, List.of(mean), cohorts);
    }

    /** So it is where records are counted in another way by now, and cannot be compared. */
    @Test
    void toWhichTheSameFewMayHaveComeByAnotherMethod() {
        Series anew = new Series(
                "records",
                "event",
                Form.COUNT,
                ContributorKind.LEARNER,
                0,
                false,
                true,
                "count",
                "2",
                Optional.empty());
        CellTable one = table(
                NestedTables.count("records", "event"), List.of("T=1000#100", "a=600#60", "b=250#30", "c=150#25"));
        CellTable two = table(anew, List.of("T=1290#124", "a=800#80", "b=290#39", "c=200#34"));
        assertThat(MovedGroupsTest.second(one, two)).containsEntry("T", "124").containsEntry("a", "60*");
    }

    /** 12 came to the whole, and nobody to any sibling that is told: they came to those that are not. */
    @Test
    void toAllOfWhichManyCame() {
        assertThat(second(
                        List.of("T=1000#100", "a=600#60", "b=250#30", "c=150#25"),
                        List.of("T=1120#112", "a=640#63", "b=290#33", "c=190#34")))
                .isEqualTo(Map.of("T", "112", "a", "60*", "b", "30*", "c", "25*"));
    }

    /** Nobody was in b and c: that they have 50 records together is for the rules on one release. */
    @Test
    void inWhichNobodyWas() {
        assertThat(second(
                        List.of("T=1000#100", "a=800#70", "d=200#40"),
                        List.of("T=1250#124", "a=1000#90", "d=200#40", "b=30#6", "c=20#5")))
                .isEqualTo(Map.of("T", "124", "a", "90", "d", "40", "b", "-", "c", "-"));
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

    /** Persons of L and K add up by chance, those of a and b do not: what is left without a is not known. */
    @Test
    void cousinsWhosePersonsAreCounted() {
        assertThat(second(
                        List.of("T=100", "L=60", "L/a=50", "L/b=40", "K=40", "K/e=40"),
                        List.of("T=116", "L=68", "L/a=62", "L/b=41", "K=48", "K/e=48")))
                .isEqualTo(Map.of("T", "116", "L", "60*", "a", "62", "b", "40*", "K", "40*", "e", "40*"));
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

    /** L was secret, for the 2 of N: of its 940 the 610 of a new course are told, and so would be what it was. */
    @Test
    void oldOnesOfASecretWhole() {
        Map<String, String> shown = second(
                List.of(
                        "T=990#97",
                        "K=640#64",
                        "K/k=640#64",
                        "L=330#31",
                        "L/a=280#28",
                        "L/b=50#5",
                        "N=20#2",
                        "N/n=20#2"),
                List.of(
                        "T=1600#158",
                        "K=640#64",
                        "K/k=640#64",
                        "L=940#92",
                        "L/a=280#28",
                        "L/b=50#5",
                        "L/c=610#61",
                        "N=20#2",
                        "N/n=20#2"));
        assertThat("92".equals(shown.get("L")) && "61".equals(shown.get("c")))
                .as(shown.toString())
                .isFalse();
    }

    /** L lost 12 with b, which was of M, and 26 with c, which has gone: 39 less the 38 left a and d. */
    @Test
    void besideAWholeThatIsNotWhatItWas() {
        Series records = NestedTables.count("records", "event");
        CellTable one =
                table(records, List.of("T=268", "M=161", "M/a=95", "M/b=66", "L=26", "L/c=26", "N=81", "N/d=81"));
        CellTable two = table(records, List.of("T=229", "M=94", "M/a=94", "L=54", "L/b=54", "N=81", "N/d=81"));
        Map<String, String> shown = Releases.shown(two, CodesElsewhereTest.moved(one, List.of("M/b", "L/b")));
        assertThat("229".equals(shown.get("T")) && "54".equals(shown.get("L")))
                .as(shown.toString())
                .isFalse();
    }

    /** The persons of a and b have 50 records more, 1670 less the 700 of X. */
    @Test
    void withOtherRecordsBesideACodeThatStoodElsewhere() {
        Series records = NestedTables.count("records", "event");
        CellTable one = table(
                records,
                List.of(
                        "T=1920#192",
                        "M=920#92",
                        "M/a=480#48",
                        "M/b=440#44",
                        "L=1000#100",
                        "L/X=700#70",
                        "L/l=260#26",
                        "L/N=40#4"));
        CellTable two = table(
                records,
                List.of(
                        "T=1970#192",
                        "M=1670#162",
                        "M/a=530#48",
                        "M/b=440#44",
                        "M/X=700#70",
                        "L=300#30",
                        "L/l=260#26",
                        "L/N=40#4"));
        Map<String, String> shown = Releases.shown(two, CodesElsewhereTest.moved(one, List.of("L/X", "M/X")));
        assertThat("162".equals(shown.get("M")) && "70".equals(shown.get("X")))
                .as(shown.toString())
                .isFalse();
    }
}
