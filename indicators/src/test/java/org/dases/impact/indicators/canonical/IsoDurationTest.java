// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoDurationTest {
    @ParameterizedTest
    @CsvSource({
        "PT0S, 0",
        "PT1H30M5.25S, 5405.25",
        "'PT5,5S', 5.5",
        "P1DT1S, 86401",
        "P2W, 1209600",
        "PT0.5H, 1800",
        "' PT90M ', 5400"
    })
    void reads(String text, double seconds) {
        assertThat(IsoDuration.seconds(text)).contains(seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "PT", "P1DT", "P1M", "P1Y", "PT-5S", "-PT5S", "90", "01:30:00", "PT5SS"})
    void doesNotRead(String text) {
        assertThat(IsoDuration.seconds(text)).isEmpty();
    }
}
