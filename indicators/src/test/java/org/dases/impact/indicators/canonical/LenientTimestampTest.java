// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LenientTimestampTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2016-06-09T15:34:26.887Z          | 2016-06-09T15:34:26.887Z",
                "2021-11-29T23:09:00.867219+00:00  | 2021-11-29T23:09:00.867219Z",
                "2021-11-29T23:09:00.123456789Z    | 2021-11-29T23:09:00.123456Z",
                "2021-11-29T23:09:00,5+0100        | 2021-11-29T22:09:00.5Z",
                "2021-11-29T23:09+01               | 2021-11-29T22:09:00Z",
                "2021-11-29 23:09:00 -03:30        | 2021-11-30T02:39:00Z",
                "2021-11-29t23:09:00z              | 2021-11-29T23:09:00Z",
                "2021-11-29T23:09                  | 2021-11-29T22:09:00Z",
                "2021-07-29T23:09:00               | 2021-07-29T21:09:00Z",
                "2021-07-29                        | 2021-07-28T22:00:00Z",
                "2025-03-30T02:30:00               | 2025-03-30T01:30:00Z",
                "2025-10-26T02:30:00               | 2025-10-26T00:30:00Z",
                "2024-02-29T00:00:00               | 2024-02-28T23:00:00Z"
            })
    void reads(String text, Instant instant) {
        assertThat(LenientTimestamp.parse(text, PARIS)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "1638227340867",
                "2021-13-01",
                "2023-02-29",
                "2021-11-29T25:00:00Z",
                "2021-11-29T23:60:00Z",
                "2021-11-29T23:09:00+19:00",
                "29/11/2021",
                "2021-11-29T23",
                "2021-11-29T23:09:00Zz",
                "+12021-11-29"
            })
    void doesNotRead(String text) {
        assertThat(LenientTimestamp.parse(text, PARIS)).isEmpty();
    }
}
