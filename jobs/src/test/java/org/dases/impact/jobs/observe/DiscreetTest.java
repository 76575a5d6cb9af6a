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

    /** 2 621 landed and 2 615 used would tell that 6 were set aside, or had taken their consent back. */
    @ParameterizedTest
    @CsvSource({"2621, ~2620", "2615, ~2620", "2614, ~2610", "10, ~10", "9, <10", "0, 0"})
    void showsNoWholesOfWhichASmallPartFollows(long whole, String shown) {
        assertThat(new Discreet(10).about(whole)).isEqualTo(shown);
    }
}
