// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.indicators.disclosure.NestedTables.count;
import static org.dases.impact.indicators.disclosure.NestedTables.rate;
import static org.dases.impact.indicators.disclosure.NestedTables.withheld;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.earlier.EarlierRelease;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.junit.jupiter.api.Test;

/**
 * What is withheld for all series may follow for one of them, of which it is known that it has nobody beside: nobody is
 * active in p0 nor in p1, so that all active women are those of p2, which is withheld.
 */
class OwnZerosTest {
    private static final List<Axis> AXES = List.of(new Axis("place", true), new Axis("sex", true));
    private static final NestedTables THEN = active("30", "54", "26", "16");

    private static NestedTables active(String women, String all, String p2, String its) {
        return new NestedTables("t", AXES, count("users", "event"), count("active", "event"))
                .row("p0 F", "10", "-")
                .row("p0 T", "10", "-")
                .row("p1 F", "4", "-")
                .row("p1 M", "14", "-")
                .row("p1 T", "18", "-")
                .row("p2 F", its, its)
                .row("p2 N", "10", "-")
                .row("p2 T", p2, its)
                .row("T F", women, its)
                .row("T M", "14", "-")
                .row("T N", "10", "-")
                .row("T T", all, its);
    }

    @Test
    void itIsNotToldWhoCameSince() {
        assertThat(withheld(NestedTables.print(THEN).get(0), "active"))
                .contains("p2 F")
                .doesNotContain("T F");
        CellTable now = active("29", "53", "25", "15").table();
        Clearance.Granted first = Releases.granted(NestedTables.RULES, List.of(THEN.table()), List.of());
        List<EarlierRelease> earlier = List.of(new EarlierRelease("r0", Releases.at(0), first.ledger()));
        ClearedTable second = Releases.granted(NestedTables.RULES, List.of(now), earlier)
                .release()
                .tables()
                .get(0);
        assertThat(second.rows().stream()
                        .filter(row -> row.series().indicatorId().equals("active"))
                        .filter(row -> row.learners() != null && row.learners() == 15))
                .isEmpty();
    }

    @Test
    void itIsNotTooCloseToAnotherSeries() {
        List<ClearedTable> tables = NestedTables.print(THEN, logins("19"));
        assertThat(withheld(tables.get(0), "active").contains("T F")
                        || withheld(tables.get(1), "logins").contains("p2 F"))
                .isTrue();
        assertThat(withheld(NestedTables.print(THEN, logins("29")).get(1), "logins"))
                .as("thirteen more may be told")
                .isEmpty();
    }

    private static NestedTables logins(String p2) {
        int sum = 40 + 40 + Integer.parseInt(p2);
        return new NestedTables("u", AXES, count("logins", "other"))
                .row("p0 F", "40")
                .row("p0 T", "40")
                .row("p1 F", "40")
                .row("p1 M", "40")
                .row("p1 T", "80")
                .row("p2 F", p2)
                .row("p2 N", "40")
                .row("p2 T", Integer.toString(Integer.parseInt(p2) + 40))
                .row("T F", Integer.toString(sum))
                .row("T M", "40")
                .row("T N", "40")
                .row("T T", Integer.toString(sum + 80));
    }

    /** Two of p2's sixteen women did not pass: 30 of all women less 16 in p0 tell the 14 who did. */
    @Test
    void noSmallSideOfARateFollows() {
        NestedTables table = new NestedTables("t", AXES, count("users", "event"), rate("passed", "event"))
                .row("p0 F", "60", "16:44")
                .row("p0 T", "60", "16:44")
                .row("p1 F", "4", "-")
                .row("p1 M", "14", "-")
                .row("p1 T", "18", "-")
                .row("p2 F", "16", "14:16")
                .row("p2 N", "20", "10:20")
                .row("p2 T", "36", "24:36")
                .row("T F", "80", "30:60")
                .row("T M", "14", "-")
                .row("T N", "20", "10:20")
                .row("T T", "114", "40:80");
        ClearedTable cleared = NestedTables.print(table).get(0);
        assertThat(withheld(cleared, "passed")).contains("p2 F");
        List<String> exact = exact(cleared);
        assertThat(exact.contains("T F") && (exact.contains("p0 F") || exact.contains("p0 T")))
                .isFalse();
    }

    /** Places whose rate is told exactly. */
    private static List<String> exact(ClearedTable table) {
        return table.rows().stream()
                .filter(row -> row.numerator() != null)
                .map(row -> row.at().stream()
                        .map(node -> node.isTotal() ? "T" : node.code())
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    /** Nobody is active in c. Of twelve active women ten are of the school of a, which sees that two are in b. */
    @Test
    void norDoesASchoolSubtractItsOwn() {
        CellTable table = schools(
                "a F 30 1 10 1",
                "a M 40 1 0 0",
                "a T 70 1 10 1",
                "b F 3 2 2 2",
                "b M 19 3 10 2",
                "b T 22 3 12 2",
                "c F 10 2 0 0",
                "c M 10 2 0 0",
                "c T 20 2 0 0",
                "T F 43 5 12 3",
                "T M 69 6 10 2",
                "T T 112 6 22 3");
        ClearedTable cleared =
                GateTest.granted(NestedTables.RULES, table).tables().get(0);
        assertThat(withheld(cleared, "active")).contains("b F", "T F");
    }

    /**
     * All of c is withheld, but u does not list it: no woman in c is active, and three of thirteen less ten are in b.
     */
    @Test
    void norByWhatAnotherTableDoesNotList() {
        CellTable table = schools(
                "a F 30 1 10 1",
                "a M 40 1 20 1",
                "a T 70 1 30 1",
                "b F 13 2 3 2",
                "b M 30 3 12 2",
                "b T 43 3 15 3",
                "c F 4 2 0 0",
                "c M 4 2 0 0",
                "c T 8 2 0 0",
                "T F 47 5 13 3",
                "T M 74 6 32 3",
                "T T 121 8 45 4");
        CellTable other = new NestedTables("u", List.of(new Axis("place", true)), count("active", "event"))
                .row("T", "45")
                .row("a", "30")
                .row("b", "15")
                .table();
        ClearedTable cleared =
                GateTest.granted(NestedTables.RULES, table, other).tables().get(0);
        assertThat(withheld(cleared, "active")).contains("b F", "c T", "T F");
    }

    /** Users with their schools, active ones with theirs. */
    private static CellTable schools(String... rows) {
        List<Cohort> cohorts = new ArrayList<>();
        for (String row : rows) {
            String[] parts = row.split(" ", -1);
            cohorts.add(new Cohort(
                    List.of(NestedTables.node(parts[0]), NestedTables.node(parts[1])),
                    Map.of("users", tally(parts[2], parts[3]), "active", tally(parts[4], parts[5]))));
        }
        return new CellTable("t", AXES, List.of(count("users", "event"), count("active", "event")), cohorts);
    }

    private static Tally tally(String learners, String schools) {
        Contributors who = new Contributors(Long.parseLong(learners), Long.valueOf(schools), null, null, null);
        return Tally.figure(Double.parseDouble(learners), who);
    }
}
