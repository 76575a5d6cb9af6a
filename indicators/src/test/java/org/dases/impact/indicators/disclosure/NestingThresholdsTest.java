// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.indicators.disclosure.NestedTables.count;
import static org.dases.impact.indicators.disclosure.NestedTables.print;
import static org.dases.impact.indicators.disclosure.NestedTables.withheld;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.dases.impact.indicators.disclosure.rules.Zeros;
import org.junit.jupiter.api.Test;

/** Which difference is small, where thresholds are not the same everywhere; and where none is. */
class NestingThresholdsTest {
    private static final List<Axis> AREA = List.of(new Axis("area", true));
    private static final Series ACTIVE = count("active", "event");
    private static final Series CAREFUL = new Series(
            "active", "event", Form.COUNT, ContributorKind.LEARNER, 20, false, true, "count", "1", Optional.empty());

    /** By sex the active need 20 learners: then the 15 between a and the whole are too few by area as well. */
    @Test
    void theGreatestThresholdOfATableHoldsForDifferencesInAllTables() {
        NestedTables areas = new NestedTables("t", AREA, ACTIVE)
                .row("T", "115")
                .row("a", "100")
                .row("b", "15");
        NestedTables sexes = new NestedTables("u", List.of(new Axis("sex", true)), CAREFUL)
                .row("T", "115")
                .row("F", "55")
                .row("M", "60");
        assertThat(withheld(print(areas).get(0), "active")).isEmpty();
        List<ClearedTable> both = print(areas, sexes);
        assertThat(withheld(both.get(0), "active")).containsExactly("a", "b");
        assertThat(withheld(both.get(1), "active")).isEmpty();
    }

    /** The same within one month, in which the areas share nobody. */
    @Test
    void areasOfOnePeriodAreComparedAsAreasAre() {
        NestedTables areas = new NestedTables("t", List.of(new Axis("area", true), new Axis("period", false)), ACTIVE)
                .row("T may", "115")
                .row("a may", "100")
                .row("b may", "15");
        NestedTables sexes = new NestedTables("u", List.of(new Axis("sex", true)), CAREFUL)
                .row("T", "415")
                .row("F", "215")
                .row("M", "200");
        assertThat(withheld(print(areas).get(0), "active")).isEmpty();
        assertThat(withheld(print(areas, sexes).get(0), "active")).containsExactly("a may", "b may");
    }

    /** Unknown in s is not unknown in x, so that 56 and 54 are not the ones among the others. */
    @Test
    void aCodeForTheUnknownIsOneOfItsParentOnly() {
        NestedTables one = new NestedTables("t", AREA, ACTIVE)
                .row("T", "200")
                .row("n", "144")
                .row("n/a", "144")
                .row("s", "56")
                .row("s/_U", "56");
        NestedTables two = new NestedTables("u", AREA, count("viewers", "event"))
                .row("T", "150")
                .row("x", "54")
                .row("x/_U", "54")
                .row("y", "96")
                .row("y/c", "96");
        List<ClearedTable> both = print(one, two);
        assertThat(GateTest.withheld(both.get(0))).isEmpty();
        assertThat(GateTest.withheld(both.get(1))).isEmpty();
    }

    /**
     * Of a rate that needs 20 and that the clicks tell: in b nobody is above the line, and 15 were active. Those 15 are
     * no difference to anybody.
     */
    @Test
    void nobodyAboveTheLineIsNotCloseToASmallCount() {
        OptionalInt none = OptionalInt.empty();
        Rules noSides = new Rules(10, 0, 0, none, none, none, Zeros.PUBLISH);
        Series coverage = new Series(
                "coverage", "event", Form.RATE, ContributorKind.LEARNER, 20, false, true, "%", "1", Optional.empty());
        CellTable table = new NestedTables("t", AREA, ACTIVE, count("clicked", "event"), coverage)
                .row("T", "95", "40", "40:140")
                .row("a", "80", "40", "40:100")
                .row("b", "15", "0", "0:40")
                .table();
        ClearedTable cleared = GateTest.granted(noSides, table).tables().get(0);
        assertThat(GateTest.withheld(cleared)).isEmpty();
        assertThat(cleared.rows()).extracting(ClearedRow::value).contains(0.0, 15.0);
    }
}
