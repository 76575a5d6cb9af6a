// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.junit.jupiter.api.Test;

/** Whom a figure of an earlier release counts. */
class MovedTest {
    @Test
    void schoolsWhereThoseAreCounted() {
        Series schools = new Series(
                "i", "school", Form.COUNT, ContributorKind.SCHOOL, 0, false, false, "count", "1", Optional.empty());
        assertThat(Moved.of(schools, new Ledger.Counts(50, 4, 0))).isEqualTo(new Moved(4, 4, 4));
    }
}
