// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dases.impact.indicators.disclosure.NestedTables;
import org.dases.impact.indicators.disclosure.audit.LinearProbe;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Lattice;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.rules.Limits;
import org.junit.jupiter.api.Test;

/** Groups of few, by what readers know then and now. Inner cells are written "a F=20>27": 20 then and 27 now. */
class SiblingsTest {
    private static final Series RECORDS = NestedTables.count("records", "event");
    private static final List<Axis> SHARED = List.of(new Axis("course", false), new Axis("sex", true));
    private static final List<Axis> APART =
            List.of(new Axis("course", true), new Axis("sex", true), new Axis("level", true));

    private static List<Node> at(String place) {
        return Stream.of(place.split(" ", -1)).map(NestedTables::node).toList();
    }

    /** A cell and all that contain it; the coarsest last, so that it is looked at last. */
    private static List<List<Node>> containing(List<Node> at) {
        List<List<Node>> all = List.of(List.of());
        for (Node own : at) {
            List<List<Node>> longer = new ArrayList<>();
            for (Node node = own; ; node = node.parent()) {
                for (List<Node> start : all) {
                    longer.add(Stream.concat(start.stream(), Stream.of(node)).toList());
                }
                if (node.isTotal()) {
                    break;
                }
            }
            all = longer;
        }
        return all;
    }

    /** Inner cells of each group of few. */
    private static Set<Set<String>> groups(List<Axis> axes, String cells, Set<String> then, Set<String> now) {
        Map<List<Node>, long[]> counts = new LinkedHashMap<>();
        for (String cell : cells.split(", ", -1)) {
            String[] parts = cell.split("[=>]", -1);
            containing(at(parts[0]))
                    .forEach(at -> counts.merge(
                            at, new long[] {Long.parseLong(parts[1]), Long.parseLong(parts[2])}, (one, two) ->
                                    new long[] {one[0] + two[0], one[1] + two[1]}));
        }
        NestedTables rows = new NestedTables("t", axes, RECORDS);
        Map<List<Node>, Optional<Ledger.Figure>> figures = new HashMap<>();
        Set<List<Node>> known = then.stream().map(SiblingsTest::at).collect(Collectors.toSet());
        counts.forEach((at, both) -> {
            rows.row(path(at), both[1] + "#" + both[1]);
            figures.put(
                    at,
                    Optional.of(Ledger.Figure.ofCount(
                            OptionalLong.of(both[0]),
                            known.contains(at),
                            at,
                            RECORDS,
                            Ledger.Terms.UNKNOWN,
                            Limits.NONE)));
        });
        CellTable table = rows.table();
        EarlierFigures earlier = new EarlierFigures(figures, MovedNodes.NONE);
        BothTimes both = BothTimes.of(new Member(table, new Lattice(table), table.series(), 0, 0), earlier);
        Side side = both.now();
        Since since = new Since(both, side, RECORDS, new Kin(side.member()), 10, earlier);
        Set<List<Node>> told = now.stream().map(SiblingsTest::at).collect(Collectors.toSet());
        Siblings siblings = new Siblings(
                since,
                hidden(side, c -> known.contains(side.member().at(c)), 1),
                hidden(side, c -> told.contains(side.member().at(c)), 2));
        return siblings.groups().stream().map(group -> names(side, group)).collect(Collectors.toSet());
    }

    private static long[][] hidden(Side side, IntPredicate isKnown, long seed) {
        LinearProbe probe = new LinearProbe(side.member().cohorts());
        IntStream.range(0, side.member().cohorts())
                .filter(isKnown)
                .forEach(cohort -> probe.know(side.atoms(cohort), new int[0]));
        return probe.changes(side.atoms(), 16, seed);
    }

    private static String path(List<Node> at) {
        return at.stream()
                .map(node -> node.isTotal() ? "T" : String.join("/", node.path()))
                .collect(Collectors.joining(" "));
    }

    private static Set<String> names(Side side, BitSet group) {
        Set<String> names = new TreeSet<>();
        for (int cohort = 0; cohort < side.member().cohorts(); cohort++) {
            int[] atoms = side.atoms(cohort);
            if (atoms.length == 1 && group.get(atoms[0])) {
                names.add(path(side.member().at(cohort)));
            }
        }
        return names;
    }

    /** 7 women and 7 men came to a, who are 14: all but the men of b, which can be computed, are none of few. */
    @Test
    void whoAreApartAreAddedUp() {
        Set<String> known = Set.of("T T", "b M");
        assertThat(groups(SHARED, "a F=20>27, a M=20>27, b F=20>20, b M=20>32", known, known))
                .isEmpty();
        assertThat(groups(SHARED, "a F=20>27, a M=20>20, b F=20>20, b M=20>32", known, known))
                .contains(Set.of("a F", "a M", "b F"));
    }

    /** 7 came to each of two courses of L, and 14 to L, which tells more. */
    @Test
    void whatTellsMostOfHowManyCameCounts() {
        Set<String> known = Set.of("T T", "L T");
        assertThat(groups(SHARED, "L/a F=20>27, L/b F=20>27, K/c F=20>32", known, known))
                .isEmpty();
    }

    /** Six levels of each: too many parts. The men of a and b then, those of a and b less d, and the women of b now. */
    @Test
    void acrossTwoAxesOfThree() {
        assertThat(groups(
                        APART,
                        levels("a F", "a M", "b F", "b M", "d F", "d M"),
                        Set.of("a M T", "b T T"),
                        Set.of("b F T", "T M T", "d M T")))
                .contains(inner("a M", "b F", "b M"));
    }

    /**
     * b and all women are known both times, and are taken apart: a, and the men of b and d then; all men, and the women
     * of a now.
     */
    @Test
    void withinWhatIsKnown() {
        assertThat(groups(
                        APART,
                        levels("a F", "a M", "b F", "b M", "d F", "d M"),
                        Set.of("a T T", "b M T", "d M T", "b T T", "T F T"),
                        Set.of("T M T", "a F T", "b T T", "T F T")))
                .contains(inner("a F", "a M", "b M", "d M"));
    }

    /** 3 men came to the first level of a. */
    private static String levels(String... cells) {
        return Stream.of(cells)
                .flatMap(cell -> IntStream.rangeClosed(1, 6)
                        .mapToObj(
                                level -> cell + " " + level + (cell.equals("a M") && level == 1 ? "=10>13" : "=10>10")))
                .collect(Collectors.joining(", "));
    }

    private static Set<String> inner(String... cells) {
        return Stream.of(cells)
                .flatMap(cell -> IntStream.rangeClosed(1, 6).mapToObj(level -> cell + " " + level))
                .collect(Collectors.toSet());
    }
}
