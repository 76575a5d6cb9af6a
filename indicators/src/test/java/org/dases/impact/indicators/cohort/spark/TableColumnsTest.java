// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.dases.impact.indicators.cohort.IndicatorProblem;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.definition.Dimension;
import org.dases.impact.indicators.definition.Indicator;
import org.dases.impact.indicators.definition.Level;
import org.dases.impact.indicators.definition.Measure;
import org.dases.impact.indicators.definition.PeriodKind;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.indicators.definition.Text;
import org.dases.impact.indicators.definition.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableColumnsTest {
    private static final Text NAME = new Text("x", "x");
    private static final Indicator ROWS = new Indicator(
            "ROWS",
            NAME,
            NAME,
            Unit.COUNT,
            "event",
            ContributorKind.LEARNER,
            Optional.empty(),
            new Measure.Rows(),
            false,
            0,
            "1.0.0",
            "x");

    private static List<IndicatorProblem> problems(String... columns) {
        List<Level> levels = List.of(columns).stream()
                .map(column -> new Level(column, "row.solution_id"))
                .toList();
        return TableChecks.check(new PublishedTable(
                "t",
                NAME,
                List.of(ROWS),
                List.of(new Dimension("d", NAME, levels)),
                List.of(PeriodKind.ALL),
                OptionalInt.empty(),
                NAME));
    }

    /** Names of published columns, of sums that cells are computed with, and one that Spark takes for the same. */
    @ParameterizedTest
    @ValueSource(
            strings = {"value", "conf_status", "frozen_since", "schools", "x", "X", "hits", "Contributors", "form"})
    void aColumnOfTheEngineIsRefused(String column) {
        assertThat(problems(column))
                .extracting(IndicatorProblem::message)
                .singleElement()
                .asString()
                .startsWith("column '" + column + "' would stand twice in table 't', or has the name of one");
    }

    @Test
    void namesThatDifferInCaseAreTheSame() {
        assertThat(problems("solution", "Solution"))
                .extracting(IndicatorProblem::message)
                .singleElement()
                .asString()
                .startsWith("column 'Solution' would stand twice");
    }

    @Test
    void anyOtherNameWillDo() {
        assertThat(problems("solution", "académie", "level")).isEmpty();
    }
}
