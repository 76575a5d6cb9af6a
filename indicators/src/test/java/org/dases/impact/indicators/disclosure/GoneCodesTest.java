// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.junit.jupiter.api.Test;

/** What a later release tells of groups beside codes that have gone, or that stand below another one now; k = 10. */
class GoneCodesTest {
    private static CellTable table(String rows) {
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

    /** The second release, after one in which some codes stood elsewhere. */
    private static Map<String, String> second(String one, String two, Map<String, String> moved) {
        CellTable first = table(one);
        List<Ledger.Entry> entries =
                Releases.granted(GateTest.PLAIN, List.of(first), List.of()).ledger().tables().get(0).cells().stream()
                        .map(entry -> {
                            String stood = entry.at().get(0).isTotal()
                                    ? "T"
                                    : String.join("/", entry.at().get(0).path());
                            List<Node> at = new ArrayList<>(entry.at());
                            at.set(0, NestedTables.node(moved.getOrDefault(stood, stood)));
                            return new Ledger.Entry(at, entry.at(), entry.primary(), entry.figures());
                        })
                        .toList();
        return Releases.shown(
                table(two),
                new EarlierRelease("1", Releases.at(0), new Ledger(List.of(new Ledger.Table("t", entries)))));
    }

    /** a and b were 130 − 66, and are 61: 3 have left. Of c, where the men and women were secret, nobody is left. */
    @Test
    void besideOneOfWhichPartsWereSecret() {
        assertThat(second("a,M=55 b,F=3 b,M=6 c,F=7 c,M=59", "a,M=55 b,F=3 b,M=3", Map.of()))
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
        assertThat(second("L/X=40 L/l=30 M/m=4 Z/z=90", "L/l=33 M/m=4 Z/z=110", Map.of()))
                .containsEntry("Z", "90*");
    }

    /** The same where X is below another faculty now. */
    @Test
    void besideOneOfWhichATellingPartHasMoved() {
        assertThat(second(
                        "L/X=40 L/l=30 M/m=4 Z/z=90 Y/y=100",
                        "L/l=33 M/m=4 Z/z=110 Y/y=100 Y/X=40",
                        Map.of("L/X", "Y/X")))
                .containsEntry("Z", "90*");
    }

    /** a and b were the 92 of M, and would be 148 − 50 of X, which was withheld below L. */
    @Test
    void besideOneThatWasSecretElsewhere() {
        Map<String, String> shown =
                second("L/X=30 L/y=4 L/z=60 M/a=8 M/b=84", "L/y=34 L/z=80 M/a=11 M/b=87 M/X=50", Map.of("L/X", "M/X"));
        assertThat("148".equals(shown.get("M")) && "50".equals(shown.get("X")))
                .as(shown.toString())
                .isFalse();
    }

    /** M was 30 and withheld, for the 4 of N: it is not told as 42 less the 12 of X, which came from L. */
    @Test
    void aSecretToWhichACodeCame() {
        Map<String, String> shown = second(
                "L/X=12 L/l=50 M/p=20 M/q=10 N/n=4 Z/z=50",
                "L/l=50 M/p=22 M/q=8 M/X=12 N/n=16 Z/z=50",
                Map.of("L/X", "M/X"));
        assertThat("42".equals(shown.get("M")) && "12".equals(shown.get("X")))
                .as(shown.toString())
                .isFalse();
    }

    /** L was 42 and withheld, for the 4 of N: it is not told as 30 and the 12 of X, which is below M now. */
    @Test
    void aSecretThatACodeLeft() {
        Map<String, String> shown = second(
                "L/X=12 L/p=20 L/q=10 M/m=60 N/n=4 Z/z=50",
                "L/p=22 L/q=8 M/m=60 M/X=12 N/n=16 Z/z=50",
                Map.of("L/X", "M/X"));
        assertThat("30".equals(shown.get("L")) && "12".equals(shown.get("X")))
                .as(shown.toString())
                .isFalse();
    }

    /**
     * L and M were 230 − 90 together, and are 253 − 110: 3 have come. That X went from the one to the other with its 12
     * makes them no more.
     */
    @Test
    void whoMovedWithTheirCodeNeitherCameNorLeft() {
        assertThat(second("L/X=12 L/p=4 M/m=124 Z/z=90", "L/p=7 M/m=124 M/X=12 Z/z=110", Map.of("L/X", "M/X")))
                .containsEntry("Z", "90*");
    }

    /** X is below M now, its women and men too: nobody came to any code or left it. */
    @Test
    void onTwoAxes() {
        assertThat(second(
                        "L/X,F=20 L/X,M=30 L/z,F=40 L/z,M=40 M/a,F=20 M/a,M=25",
                        "L/z,F=40 L/z,M=40 M/a,F=20 M/a,M=25 M/X,F=20 M/X,M=30",
                        Map.of("L/X", "M/X")))
                .containsEntry("T/T", "175")
                .containsEntry("L/T", "80")
                .containsEntry("M/T", "95");
    }
}
