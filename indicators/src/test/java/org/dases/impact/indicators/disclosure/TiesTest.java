// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;
import org.junit.jupiter.api.Test;

class TiesTest {
    private static final Series ACTIVE = NestedTables.count("active", "event");
    private static final Series COVERAGE = NestedTables.rate("coverage", "event");

    private static boolean isTold(NestedTables rows) {
        Population population = NestedTables.population(new PrimaryRules(NestedTables.RULES), List.of(rows.table()));
        return new Ties(population).isTold(COVERAGE);
    }

    private static NestedTables rows() {
        return new NestedTables("t", List.of(new Axis("area", true)), ACTIVE, COVERAGE);
    }

    /** Half of the cohorts are enough; those where everybody or nobody is above the line do not count. */
    @Test
    void aRateIsToldByACountThatEqualsItsNumeratorInHalfOfTheCohorts() {
        assertThat(isTold(rows().row("a", "20", "20:40").row("b", "31", "10:40")))
                .isTrue();
        assertThat(isTold(rows().row("a", "20", "20:40").row("b", "31", "10:40").row("c", "35", "12:40")))
                .isFalse();
        assertThat(isTold(rows().row("a", "20", "20:40")
                        .row("b", "31", "10:40")
                        .row("c", "35", "40:40")
                        .row("d", "35", "0:40")
                        .row("e", "35", "-")))
                .isTrue();
        assertThat(isTold(rows().row("a", "30", "30:30").row("b", "0", "0:30"))).isFalse();
    }
}
