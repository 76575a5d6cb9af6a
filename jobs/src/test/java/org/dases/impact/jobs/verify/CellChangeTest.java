// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.dases.impact.jobs.verify.CellChange.Extent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellChangeTest {
    @ParameterizedTest
    @CsvSource({
        "1000, 1009, BELOW_1",
        "1000, 1010, FROM_1_TO_5",
        "1000, 951, FROM_1_TO_5",
        "1000, 950, FROM_5_TO_20",
        "1000, 1199, FROM_5_TO_20",
        "1000, 1200, FROM_20",
        "-10, -13, FROM_20",
        "0, 1, FROM_20"
    })
    void theExtentIsAgainstTheEarlierValue(double before, double after, Extent extent) {
        assertThat(Extent.of(before, after)).isEqualTo(extent);
    }
}
