// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscreetTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "1, <10", "9, <10", "10, 10", "132145, 132145"})
    void showsNoCountBelowTheThreshold(long count, String shown) {
        assertThat(new Discreet(10).text(count)).isEqualTo(shown);
    }

    /** 2 614 landed and 2 621 seen would tell that 7 were set aside. */
    @ParameterizedTest
    @CsvSource({"2621, 7, ~2620", "2621, 0, 2621", "2621, 10, 2621", "2626, 1, ~2630", "9, 2, <10", "0, 0, 0"})
    void showsNoWholeFromWhichASmallPartFollows(long whole, long part, String shown) {
        assertThat(new Discreet(10).text(whole, part)).isEqualTo(shown);
    }
}
