// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dases.impact.indicators.disclosure.NestedTables;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Lattice;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.junit.jupiter.api.Test;

/** Of which cohorts everybody knows that all have gone. */
class BothTimesTest {
    private static final List<Axis> PLACE = List.of(new Axis("place", true));
    private static final List<Axis> BY_SEX = List.of(new Axis("place", true), new Axis("sex", true));

    private static EarlierFigures then(Set<List<Node>> listed) {
        Map<List<Node>, Optional<Ledger.Figure>> figures = new HashMap<>();
        listed.forEach(at -> figures.put(at, Optional.empty()));
        return new EarlierFigures(figures, MovedNodes.NONE);
    }

    /** Places of those that have gone, of a table of now and the cohorts of then. */
    private static List<String> gone(List<Axis> axes, List<String> now, List<String> then) {
        NestedTables rows = new NestedTables("t", axes, NestedTables.count("users", "event"));
        now.forEach(at -> rows.row(at, "20"));
        CellTable table = rows.table();
        Set<List<Node>> listed = new HashSet<>();
        then.forEach(at -> listed.add(
                List.of(at.split(" ", -1)).stream().map(NestedTables::node).toList()));
        BothTimes both = BothTimes.of(new Member(table, new Lattice(table), table.series(), 0, 0), then(listed));
        List<String> gone = new ArrayList<>();
        for (int cohort = table.cohorts().size(); cohort < both.now().member().cohorts(); cohort++) {
            gone.add(NestedTables.place(both.now().member().at(cohort)));
        }
        return gone;
    }

    @Test
    void thoseBesideOthersAndThoseWithinThem() {
        assertThat(gone(PLACE, List.of("T", "M", "M/m"), List.of("T", "L/X", "L", "L/Y", "M", "M/m", "M/n")))
                .containsExactlyInAnyOrder("L", "X", "Y", "n");
    }

    /** That no course is listed any more, or no faculty, does not say that nobody is there. */
    @Test
    void notThoseOfALevelThatIsNotShownAnyMore() {
        assertThat(gone(PLACE, List.of("T", "L", "M"), List.of("T", "L", "L/X", "M")))
                .isEmpty();
        assertThat(gone(
                        BY_SEX,
                        List.of("T T", "L T", "L F", "L M", "T F", "T M"),
                        List.of("T T", "L T", "L/X T", "L/X F")))
                .isEmpty();
    }

    /** Nothing is known of what stands beside a cohort where none is listed that contains both. */
    @Test
    void notThoseWithoutACohortAbove() {
        assertThat(gone(PLACE, List.of("L", "M"), List.of("L", "M", "N", "N/X")))
                .isEmpty();
    }

    /** A cohort of other axes is none of the table's. */
    @Test
    void notThoseOfOtherAxes() {
        assertThat(gone(PLACE, List.of("T", "L", "M"), List.of("T", "N", "N F")))
                .containsExactly("N");
    }

    @Test
    void theAtomsThatAreLeft() {
        CellTable table = new NestedTables("t", PLACE, NestedTables.count("users", "event"))
                .row("T", "40")
                .row("L", "20")
                .row("M", "20")
                .table();
        Member own = new Member(table, new Lattice(table), table.series(), 0, 0);
        BothTimes both = BothTimes.of(own, then(Set.of(List.of(NestedTables.node("N")))));
        assertThat(both.now().atoms())
                .containsExactly(new int[] {1, 2, 3}, new int[] {1}, new int[] {2}, new int[] {3});
    }
}
