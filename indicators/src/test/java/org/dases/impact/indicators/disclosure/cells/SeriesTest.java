// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.cells;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.dases.impact.indicators.definition.ContributorKind;
import org.junit.jupiter.api.Test;

class SeriesTest {
    @Test
    void aSeriesNamesItsCellsIfAndOnlyIfItIsAGap() {
        assertThatThrownBy(() -> new Series(
                        "i", "g", Form.GAP, ContributorKind.LEARNER, 0, false, false, "", "", Optional.empty()))
                .hasMessageContaining("names its two cells");
        assertThatThrownBy(() -> new Series(
                        "i", "g", Form.COUNT, ContributorKind.LEARNER, -1, false, false, "", "", Optional.empty()))
                .hasMessageContaining("-1");
    }
}
