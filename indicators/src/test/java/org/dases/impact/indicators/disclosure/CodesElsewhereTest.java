// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.earlier.EarlierRelease;
import org.dases.impact.indicators.disclosure.earlier.Ledger;
import org.junit.jupiter.api.Test;

/** What two releases tell together of codes that stand below another one by now, on tables to be followed by hand. */
class CodesElsewhereTest {

    /**
     * What readers have of a release, of which codes have moved since, each with all below it.
     *
     * @param moves places of then and now in turn; of a cohort the first counts
     */
    static EarlierRelease moved(CellTable one, List<String> moves) {
        Ledger ledger =
                Releases.granted(GateTest.PLAIN, List.of(one), List.of()).ledger();
        List<Ledger.Entry> entries = ledger.tables().get(0).cells().stream()
                .map(entry -> {
                    List<Node> at = new ArrayList<>(entry.at());
                    at.set(0, moved(at.get(0), moves));
                    return new Ledger.Entry(at, entry.primary(), entry.figures(), entry.at());
                })
                .toList();
        return new EarlierRelease("1", Releases.at(0), new Ledger(List.of(new Ledger.Table("t", entries))));
    }

    private static Node moved(Node node, List<String> moves) {
        for (int i = 0; i < moves.size(); i += 2) {
            List<String> from = NestedTables.node(moves.get(i)).path();
            int depth = from.size();
            if (node.path().size() >= depth && node.path().subList(0, depth).equals(from)) {
                List<String> path =
                        new ArrayList<>(NestedTables.node(moves.get(i + 1)).path());
                path.addAll(node.path().subList(depth, node.path().size()));
                return new Node(path);
            }
        }
        return node;
    }

    private static Map<String, String> second(String one, String from, String to, String two) {
        return Releases.shown(GoneCodesTest.table(two), moved(GoneCodesTest.table(one), List.of(from, to)));
    }

    /** c and d were the 60 of L, and are 218 less 112 and 45 of a and e, which were none of L: 1 has come. */
    @Test
    void siblingsOfTwoThatCame() {
        EarlierRelease one = moved(
                GoneCodesTest.table("K/a=95 M/b=5 L/c=54 L/d=6 M/e=44 K/f=6"), List.of("K/a", "L/a", "M/e", "L/e"));
        Map<String, String> shown =
                Releases.shown(GoneCodesTest.table("L/a=112 M/b=5 L/c=54 L/d=7 L/e=45 K/f=26"), one);
        assertThat("218".equals(shown.get("L")) && "112".equals(shown.get("a")) && "45".equals(shown.get("e")))
                .as(shown.toString())
                .isFalse();
    }

    /** d and g were 160 less the 95 of c. g has gone, and d is all there is of E: 62 after 65. */
    @Test
    void siblingsOfWhichOneLeft() {
        EarlierRelease one =
                moved(GoneCodesTest.table("K/b=5 F/c=95 F/d=63 E/e=10 F/g=2"), List.of("F/d", "E/d", "E/e", "K/e"));
        assertThat(Releases.shown(GoneCodesTest.table("K/b=39 F/c=95 E/d=62 K/e=10"), one))
                .doesNotContainEntry("E", "62");
    }

    /** L was secret, for the 4 of K, and is 228 still, the 156 of now and the 72 of d, which is of M. */
    @Test
    void whatWasSecretIsTheSumOfTwo() {
        Map<String, String> shown =
                second("L/a=72 L/b=72 L/d=72 L/e=12 K/c=4", "L/d", "M/d", "L/a=72 L/b=72 L/e=12 M/d=72 K/c=4");
        assertThat("156".equals(shown.get("L")) && "72".equals(shown.get("d")))
                .as(shown.toString())
                .isFalse();
    }

    /** F was c, which is of G now: what c and e were was told, 118 less 64, and is 57. */
    @Test
    void whereAWholeIsNoMore() {
        Map<String, String> shown = second("E/a=64 F/c=51 G/e=3", "F/c", "G/c", "E/a=64 E/b=60 F=0 G/c=54 G/e=3");
        assertThat(shown).doesNotContainEntry("G", "57");
    }

    /** The 84 of P came with all its courses: nothing else of M moved, and L is what it was without them. */
    @Test
    void aBranchThatMovedTellsNothing() {
        assertThat(second("L/P/p=60 L/P/q=24 L/Q/r=40 M/R/s=70", "L/P", "M/P", "L/Q/r=40 M/P/p=60 M/P/q=24 M/R/s=70"))
                .containsEntry("L", "40")
                .containsEntry("M", "154");
    }

    /** How many L was of what is there now is not found out, as p left P and P left L; nobody came or went. */
    @Test
    void aPartOfABranchThatMovedElsewhere() {
        EarlierRelease one =
                moved(GoneCodesTest.table("L/P/p=50 L/P/q=60 L/l=40 N/n=70"), List.of("L/P/p", "N/p", "L/P", "M/P"));
        assertThat(Releases.shown(GoneCodesTest.table("L/l=40 M/P/q=60 N/p=50 N/n=70"), one))
                .containsEntry("L", "40")
                .containsEntry("M", "60")
                .containsEntry("N", "120");
    }

    /** The men of a and b were 100 less the 50 of X, and are 53: 3 have come; women were there none. */
    @Test
    void byTwoDimensions() {
        Map<String, String> shown = second(
                "L/X,M=50 L/a,M=5 L/b,M=45 M/c,F=50 M/c,M=60 N/n,F=30",
                "L/X",
                "M/X",
                "L/a,M=6 L/b,M=47 M/X,F=30 M/X,M=70 M/c,F=50 M/c,M=60 N/n,F=30");
        assertThat(shown).doesNotContainEntry("L/M", "53");
    }
}
