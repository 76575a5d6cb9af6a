// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Sides;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClearedRowTest {
    private static Tally tally(double value, double above, double below, long learners) {
        return new Tally(
                value, above, below, null, null, Contributors.ofLearners(learners), new Sides(20, learners - 20));
    }

    /**
     * 50 % is 20 of 40 as well as 21 of 42; forty attempts may be those of forty learners or of thirty, which a row
     * that does not say leaves open.
     */
    @ParameterizedTest
    @CsvSource({"50,20,40,40,true", "51,20,40,40,false", "50,21,40,40,false", "50,20,42,40,false", "50,20,40,30,false"})
    void aRowIsOfATallyWithTheSameFiguresThroughout(
            double value, double above, double below, long learners, boolean same) {
        Series passed = NestedTables.rate("passed", "event");
        ClearedRow row = ClearedRow.exact(List.of(), passed, tally(50, 20, 40, 40));
        assertThat(row.isOf(tally(value, above, below, learners))).isEqualTo(same);
        boolean isSameButForLearners = value == 50 && above == 20 && below == 40;
        assertThat(row.unnumbered().isOf(tally(value, above, below, learners))).isEqualTo(isSameButForLearners);
    }
}
