// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.MonthDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchoolYearTest {
    @ParameterizedTest
    @CsvSource({
        "2025-08-31, 2024-2025",
        "2025-09-01, 2025-2026",
        "2025-12-31, 2025-2026",
        "2026-01-01, 2025-2026",
        "0002-08-31, 0001-0002"
    })
    void startsOnTheFirstOfSeptember(LocalDate day, String label) {
        assertThat(SchoolYear.of(day, MonthDay.of(9, 1)).label()).isEqualTo(label);
    }

    @Test
    void mayBeTheCalendarYear() {
        assertThat(SchoolYear.of(LocalDate.of(2025, 1, 1), MonthDay.of(1, 1))).isEqualTo(new SchoolYear(2025));
    }

    @Test
    void knowsItsFirstDayAndReadsItsOwnLabel() {
        SchoolYear year = SchoolYear.parse("2025-2026");
        assertThat(year.firstDay(MonthDay.of(9, 1))).isEqualTo(LocalDate.of(2025, 9, 1));
        assertThat(SchoolYear.parse(year.label())).isEqualTo(year).hasToString("2025-2026");
    }

    @ParameterizedTest
    @CsvSource({"2025-2027", "2025", "25-26", "2025/2026", "9999-10000"})
    void refusesOtherLabels(String label) {
        assertThatThrownBy(() -> SchoolYear.parse(label)).isInstanceOf(IllegalArgumentException.class);
    }
}
