// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dases.impact.indicators.disclosure.NestedTables;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Lattice;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.rules.Limits;
import org.junit.jupiter.api.Test;

/** Cohorts of which some stood elsewhere, as sums of the same atoms on both sides. */
class ApartTest {
    private static final Series USERS = NestedTables.count("users", "event");
    private static final List<Axis> PLACE = List.of(new Axis("place", true));
    private static final List<Axis> BY_SEX = List.of(new Axis("place", true), new Axis("sex", true));

    private static List<Node> at(String place) {
        return Arrays.stream(place.split(" ", -1)).map(NestedTables::node).toList();
    }

    /**
     * Compares a table with a release.
     *
     * @param now its cohorts, each with 20 persons; with 0 where it ends so
     * @param then cohorts of the release where they stood, and after an arrow where they stand; with nobody where it
     *     ends so
     */
    private static BothTimes both(List<Axis> axes, String now, String then) {
        NestedTables rows = new NestedTables("t", axes, USERS);
        for (String place : List.of(now.split(", ", -1))) {
            rows.row(place.replace("=0", ""), place.endsWith("=0") ? "0" : "20");
        }
        CellTable table = rows.table();
        Map<List<Node>, Optional<Ledger.Figure>> figures = new HashMap<>();
        List<Ledger.Entry> entries = new ArrayList<>();
        for (String place : List.of(then.split(", ", -1))) {
            String[] both = place.replace("=0", "").split("->", -1);
            List<Node> own = at(both[both.length - 1]);
            figures.put(own, place.endsWith("=0") ? Optional.of(nobody(own)) : Optional.empty());
            entries.add(new Ledger.Entry(own, false, Map.of(), at(both[0])));
        }
        Member own = new Member(table, new Lattice(table), table.series(), 0, 0);
        return BothTimes.of(own, new EarlierFigures(figures, MovedNodes.of(axes, entries)));
    }

    private static Ledger.Figure nobody(List<Node> at) {
        return Ledger.Figure.ofCount(OptionalLong.of(0), true, at, USERS, Ledger.Terms.UNKNOWN, Limits.NONE);
    }

    /** Each cohort of a side with the places of its atoms, where they stand now. */
    private static Map<String, Set<String>> sums(BothTimes both, Side side) {
        Map<String, Set<String>> sums = new TreeMap<>();
        for (int cohort = 0; cohort < side.member().cohorts(); cohort++) {
            Set<String> atoms = new TreeSet<>();
            Arrays.stream(side.atoms(cohort)).forEach(atom -> atoms.add(place(both.now(), atom)));
            sums.put(place(side, cohort), atoms);
        }
        return sums;
    }

    private static String place(Side side, int cohort) {
        return String.join(
                " ",
                side.member().at(cohort).stream()
                        .map(node -> node.isTotal() ? "T" : String.join("/", node.path()))
                        .toList());
    }

    private static Map<String, Set<String>> expected(String... sums) {
        Map<String, Set<String>> expected = new LinkedHashMap<>();
        for (String sum : sums) {
            String[] parts = sum.split(" = ", -1);
            expected.put(parts[0], parts[1].isEmpty() ? Set.of() : Set.of(parts[1].split(", ", -1)));
        }
        return expected;
    }

    @Test
    void aCodeThatMoved() {
        BothTimes both = both(PLACE, "T, L, L/l, M, M/m, M/X", "T, L, L/l, L/X->M/X, M, M/m");
        assertThat(both.areApart()).isTrue();
        assertThat(sums(both, both.now()))
                .isEqualTo(expected(
                        "T = L/l, M/m, M/X", "L = L/l", "L/l = L/l", "M = M/m, M/X", "M/m = M/m", "M/X = M/X"));
        assertThat(sums(both, both.then()))
                .isEqualTo(expected(
                        "T = L/l, M/m, M/X", "L = L/l, M/X", "L/l = L/l", "L/X = M/X", "M = M/m", "M/m = M/m"));
        assertThat(both.now().changed()).hasSize(2);
        assertThat(both.then().changed()).hasSize(2);
    }

    /** M is new, and nobody is left in L, which had a code that has gone. */
    @Test
    void wholesThatAreNewOrNoMore() {
        BothTimes both = both(PLACE, "T, K, M, M/X", "T, K, L, L/X->M/X, L/g");
        assertThat(sums(both, both.now()))
                .isEqualTo(expected("T = K, M/X, L/g", "K = K", "L = L/g", "L/g = L/g", "M = M/X", "M/X = M/X"));
        assertThat(sums(both, both.then()))
                .isEqualTo(expected("T = K, M/X, L/g", "K = K", "L = M/X, L/g", "L/X = M/X", "L/g = L/g"));
    }

    /** Of L, which has no other code, nothing is left: it is no atom of its own. */
    @Test
    void aWholeWithoutParts() {
        BothTimes both = both(PLACE, "T, K, M, M/X", "T, K, L, L/X->M/X");
        assertThat(sums(both, both.now())).containsEntry("L", Set.of()).containsEntry("T", Set.of("K", "M/X"));
    }

    /** L is listed, since it was secret: that nobody is in it, everybody does not know. */
    @Test
    void aWholeThatIsListedWithNobody() {
        BothTimes both = both(PLACE, "T, L=0, M, M/X", "T, L, L/X->M/X, L/g");
        assertThat(sums(both, both.now()))
                .containsEntry("T", Set.of("L", "L/g", "M/X"))
                .containsEntry("L", Set.of("L", "L/g"));
        assertThat(sums(both, both.then())).containsEntry("L", Set.of("L", "L/g", "M/X"));
        assertThat(both.then().rests().cardinality()).isEqualTo(1);
        BothTimes beside = both(PLACE, "T, L=0, M", "T, L, L/g, M");
        assertThat(beside.areApart()).isFalse();
        assertThat(sums(beside, beside.now())).containsEntry("L", Set.of("L", "L/g"));
    }

    /** Nobody was in L but men, and X has women by now. */
    @Test
    void byTwoDimensions() {
        BothTimes both = both(
                BY_SEX,
                "T T, T F, T M, K T, K F, K M, M T, M F, M M, M/X T, M/X F, M/X M",
                "T T, T F, T M, K T, K F, K M, L T, L M, L/X T->M/X T, L/X M->M/X M");
        assertThat(sums(both, both.then()))
                .containsEntry("L F", Set.of("M/X F"))
                .containsEntry("L T", Set.of("M/X F", "M/X M"))
                .containsEntry("T F", Set.of("K F", "M/X F"))
                .doesNotContainKey("M F");
    }

    /** Somebody is in L, of which nobody knows in which part of then. */
    @Test
    void aWholeThatIsNotDividedNow() {
        assertThat(both(PLACE, "T, L, M, M/X", "T, L, L/X->M/X").areApart()).isFalse();
    }

    /** Those of M were not divided, and none of them can be there any more. */
    @Test
    void aWholeThatWasNotDivided() {
        assertThat(both(PLACE, "T, L, L/l, M, M/X", "T, L, L/l, L/X->M/X, M").areApart())
                .isFalse();
    }

    /** It was told that nobody is in M, where X is by now. */
    @Test
    void aWholeOfNobodyThatWasNotDivided() {
        BothTimes both = both(PLACE, "T, L, L/l, M, M/X", "T, L, L/l, L/X->M/X, M=0");
        assertThat(both.areApart()).isTrue();
        assertThat(sums(both, both.then())).doesNotContainKey("M");
    }

    /** Now L has another X. */
    @Test
    void twoOfOneName() {
        assertThat(both(PLACE, "T, L, L/X, M, M/m, M/X", "T, L, L/X->M/X, M, M/m")
                        .areApart())
                .isFalse();
    }

    /** Whose people may be in several codes: their records are sums, and how many people there were is not known. */
    @Test
    void onAnAxisThatDoesNotAddUp() {
        BothTimes both = both(List.of(new Axis("skill", false)), "T, L, L/l, M, M/X", "T, L, L/l, L/X->M/X");
        assertThat(sums(both, both.then())).containsEntry("L", Set.of("L/l", "M/X"));
        int whole = both.now().find(at("M")).orElseThrow();
        assertThat(both.now().change(whole))
                .isEqualTo(new MovedNodes.Change(List.of(at("M/X")), List.of(), true, false));
    }

    /** Of x, whose place had nobody, it is known that it is new: as many came to it as are there. */
    @Test
    void aNewCodeWhereNobodyWas() {
        BothTimes both = both(PLACE, "T, K, M, M/x", "T, K, M=0");
        Map<List<Node>, Optional<Ledger.Figure>> figures = Map.of(at("M"), Optional.of(nobody(at("M"))));
        Since since = new Since(
                both,
                both.now(),
                NestedTables.count("users", "event"),
                new Kin(both.now().member()),
                10,
                new EarlierFigures(figures, MovedNodes.NONE));
        assertThat(since.size(both.now().find(at("M/x")).orElseThrow()).contributors())
                .isEqualTo(20);
    }

    /** Courses of M were listed, though the one that was has left it: that nobody was in the new one is known. */
    @Test
    void aNewCodeBesideOneThatLeft() {
        BothTimes both = both(PLACE, "T, L, L/k, L/l, M, M/new", "T, L, L/k, M, M/l->L/l");
        assertThat(came(both, "M/new", "T", "L", "L/k", "L/l", "M")).isEqualTo(20);
    }

    /** Men and women of M were not listed, whatever courses were. */
    @Test
    void aNewDimensionBesideACodeThatLeft() {
        BothTimes both = both(
                BY_SEX, "T T, L T, L/k T, L/l T, M T, M F, M M, M/n F, M/n M", "T T, L T, L/k T, M T, M/l T->L/l T");
        assertThat(both.areApart()).isTrue();
        assertThat(came(both, "M F", "T T", "L T", "L/k T", "L/l T", "M T")).isZero();
    }

    /** How many came to a cohort at least, by those that were listed, where they stand now. */
    private static long came(BothTimes both, String place, String... listed) {
        Map<List<Node>, Optional<Ledger.Figure>> figures = new HashMap<>();
        List.of(listed).forEach(each -> figures.put(at(each), Optional.empty()));
        Since since = new Since(
                both,
                both.now(),
                USERS,
                new Kin(both.now().member()),
                10,
                new EarlierFigures(figures, MovedNodes.NONE));
        return since.size(both.now().find(at(place)).orElseThrow()).contributors();
    }

    /** The branch P went with all that is in it: M has what P had, and not what each of its parts had besides. */
    @Test
    void aBranchIsOneChange() {
        MovedNodes moves = MovedNodes.of(
                PLACE,
                List.of(
                        new Ledger.Entry(at("M/P"), false, Map.of(), at("L/P")),
                        new Ledger.Entry(at("M/P/p"), false, Map.of(), at("L/P/p"))));
        assertThat(moves.change(at("M"))).isEqualTo(new MovedNodes.Change(List.of(at("M/P")), List.of(), true, true));
        assertThat(moves.change(at("L"))).isEqualTo(new MovedNodes.Change(List.of(), List.of(at("M/P")), true, true));
        assertThat(moves.change(at("M/P"))).isEqualTo(new MovedNodes.Change(List.of(), List.of(), true, true));
        assertThat(moves.then(at("M/P/new"))).isEqualTo(at("L/P/new"));
    }

    /** Of a branch that has lost a part before it moved it is not known how many it was. */
    @Test
    void movesWithinMovesAndOnTwoAxesAreNotKnown() {
        MovedNodes within = MovedNodes.of(
                PLACE,
                List.of(
                        new Ledger.Entry(at("M/P"), false, Map.of(), at("L/P")),
                        new Ledger.Entry(at("N/p"), false, Map.of(), at("L/P/p"))));
        assertThat(within.change(at("M")).isKnown()).isFalse();
        MovedNodes two =
                MovedNodes.of(BY_SEX, List.of(new Ledger.Entry(at("M/X B/F"), false, Map.of(), at("L/X A/F"))));
        assertThat(two.change(at("M B")).isKnown()).isFalse();
        assertThat(two.change(at("M T")).isKnown()).isTrue();
    }
}
