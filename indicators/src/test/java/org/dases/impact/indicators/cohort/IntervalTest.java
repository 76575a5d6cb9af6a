// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {
    /** Newcombe 1998, Statistics in Medicine 17:857, table I, method 3 (score without continuity correction). */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void wilsonEqualsThePublishedTable(int successes, int n, double low, double high) {
        Interval interval = Interval.wilson(successes, n).orElseThrow();
        assertThat(interval.low()).isCloseTo(low, within(0.00005));
        assertThat(interval.high()).isCloseTo(high, within(0.00005));
    }

    /** 1, 2, 3, 4, 5: mean 3, s = √2.5, t(4) = 2.7764451: 3 ± 2.7764451 · √2.5 / √5 = 3 ± 1.9632432. */
    @Test
    void meanOfOneUnitEachIsStudents() {
        Interval interval = Interval.mean(5, 15, 5, 55, 15, 5).orElseThrow();
        assertThat(interval.low()).isCloseTo(1.0367568, within(1e-6));
        assertThat(interval.high()).isCloseTo(4.9632432, within(1e-6));
    }

    /** x = 4, 2, m = 2, 1: both contributors have 2 per unit, so nothing is left to vary. */
    @Test
    void meanOfEqualRatiosHasNoWidth() {
        assertThat(Interval.mean(2, 6, 3, 20, 10, 5)).contains(new Interval(2, 2));
    }

    /**
     * (x, m) = (2, 2), (0, 2), (1, 2), (1, 2): p = ½, Σ(x − pm)² = 2, variance 4/3 · 2/64 = 1/24, so that 8 units vary
     * like p(1 − p) · 24 = 6; with t of 3 degrees of freedom 6 · (1.959964/3.182446)² = 2.275754. At ½ Wilson's limits
     * are ½ ∓ z / (2 √(n + z²)).
     */
    @Test
    void unitsOfFewContributorsVaryMore() {
        Interval interval = Interval.clustered(4, 4, 8, 6, 8, 16).orElseThrow();
        assertThat(interval.low()).isCloseTo(0.1037755, within(1e-6));
        assertThat(interval.high()).isCloseTo(0.8962245, within(1e-6));
    }

    /** m = 1, 2, 3, all in the numerator: as if it were (1 + 2 + 3)² / (1 + 4 + 9) units. Above: nobody varies more. */
    @Test
    void whereNothingVariesUnitsOfAContributorAreAlike() {
        Interval interval = Interval.clustered(3, 6, 6, 14, 14, 14).orElseThrow();
        assertThat(interval.low()).isCloseTo(0.4009783, within(1e-6));
        assertThat(interval.high()).isEqualTo(1);
        assertThat(Interval.clustered(3, 0, 6, 0, 0, 14).orElseThrow().high()).isCloseTo(1 - 0.4009783, within(1e-6));
        assertThat(Interval.clustered(1, 1, 2, 1, 2, 4)).isEqualTo(Interval.wilson(0.5, 1));
    }

    /** Half of everybody's units: they vary less than if drawn one by one, which the interval does not use. */
    @Test
    void theIntervalIsNeverNarrowerThanThatOfUnitsDrawnOneByOne() {
        assertThat(Interval.clustered(100, 100, 200, 100, 200, 400)).isEqualTo(Interval.wilson(100, 200));
    }

    @Test
    void oneUnitEachIsWilsons() {
        assertThat(Interval.clustered(4, 3, 4, 3, 3, 4)).isEqualTo(Interval.wilson(3, 4));
    }

    @Test
    void nothingIsSaidOfNobody() {
        assertThat(Interval.wilson(0, 0)).isEmpty();
        assertThat(Interval.clustered(0, 0, 0, 0, 0, 0)).isEmpty();
        assertThat(Interval.mean(1, 5, 1, 25, 5, 1)).isEmpty();
        assertThat(Interval.mean(0, 0, 0, 0, 0, 0)).isEmpty();
    }
}
