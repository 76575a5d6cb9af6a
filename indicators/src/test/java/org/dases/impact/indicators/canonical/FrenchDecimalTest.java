// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrenchDecimalTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12,5 | 12.5",
                "12.5 | 12.5",
                "1 234,5 | 1234.5",
                "1\u00a0234\u202f567,25 | 1234567.25",
                "-0,5 | -0.5",
                "+3 | 3",
                ",5 | 0.5",
                "7, | 7"
            })
    void reads(String text, double number) {
        assertThat(FrenchDecimal.parse(text)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ND", "1.234,5", "1,2,3", "12a", "NaN", "1e5", "--1", "0x10"})
    void doesNotRead(String text) {
        assertThat(FrenchDecimal.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'',true", "' ',true", "nd,true", "'\u00a0NS ',true", "-,true", "'0',false", "twelve,false"})
    void knowsTheCodesForNoValue(String text, boolean none) {
        assertThat(FrenchDecimal.saysNoValue(text)).isEqualTo(none);
    }
}
