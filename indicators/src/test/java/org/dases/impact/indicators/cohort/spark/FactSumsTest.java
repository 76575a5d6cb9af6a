// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactSumsTest {
    /** Fewer rows than wait together, as many, one more, and many. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 257, 5_000})
    void rowsOfOneContributorAtOnePlaceAddUp(int rows) {
        PackedRows packed = new PackedRows(0, 2);
        FactSums sums = new FactSums(packed);
        Map<List<Integer>, long[]> expected = new LinkedHashMap<>();
        Random random = new Random(rows);
        for (int row = 0; row < rows; row++) {
            int contributor = random.nextInt(40) - 20; // negative: not in the register
            int place = random.nextInt(9);
            long[] of = expected.computeIfAbsent(List.of(contributor, place), key -> new long[4]);
            sums.next(contributor, place);
            for (int indicator = 0; indicator < 2; indicator++) {
                if (random.nextInt(3) > 0) {
                    long numerator = random.nextLong(2_000) - 1_000;
                    long denominator = random.nextLong(3);
                    sums.set(indicator, numerator, denominator);
                    of[2 * indicator] += numerator;
                    of[2 * indicator + 1] += denominator;
                }
            }
        }
        sums.flush();
        Map<List<Integer>, long[]> found = new HashMap<>();
        for (int fact = 0; fact < packed.size(); fact++) {
            long[] numbers = new long[4];
            for (int indicator = 0; indicator < 2; indicator++) {
                numbers[2 * indicator] = packed.numerators.get(indicator).get(fact);
                numbers[2 * indicator + 1] = packed.denominators.get(indicator).get(fact);
            }
            found.put(List.of(packed.contributors.get(fact), packed.places.get(fact)), numbers);
        }
        assertThat(packed.size()).isEqualTo(expected.size());
        expected.forEach((fact, numbers) -> assertThat(found.get(fact)).containsExactly(numbers));
    }

    @Test
    void rowsThatWaitAreKnown() {
        FactSums sums = new FactSums(new PackedRows(0, 1));
        for (int row = 0; row < 30; row++) {
            sums.next(row, 0);
        }
        assertThat(sums.waiting()).isEqualTo(30);
        sums.flush();
        assertThat(sums.waiting()).isZero();
    }

    /** Also where the sum that wraps is not the mark itself. */
    @ParameterizedTest
    @CsvSource({"9223372036854775807, 7", "-9223372036854775807, -9", "-9223372036854775807, -1", "9e18, 9e18"})
    void sumsThatWrapAreTooLarge(BigDecimal one, BigDecimal other) {
        PackedRows packed = new PackedRows(0, 1);
        FactSums sums = new FactSums(packed);
        for (long number : new long[] {one.longValueExact(), other.longValueExact(), -20}) {
            sums.next(7, 0);
            sums.set(0, number, 0);
        }
        sums.flush();
        assertThat(packed.numerators.get(0).get(0)).isEqualTo(CompiledIndicator.TOO_LARGE);
    }

    @Test
    void whatDoesNotFitStaysSo() {
        PackedRows packed = new PackedRows(0, 1);
        FactSums sums = new FactSums(packed);
        for (long number : new long[] {Long.MAX_VALUE, 1, -5}) {
            sums.next(7, 0);
            sums.set(0, number, number == 1 ? CompiledIndicator.TOO_LARGE : 2);
        }
        sums.flush();
        assertThat(packed.numerators.get(0).get(0)).isEqualTo(CompiledIndicator.TOO_LARGE);
        assertThat(packed.denominators.get(0).get(0)).isEqualTo(CompiledIndicator.TOO_LARGE);
    }
}
