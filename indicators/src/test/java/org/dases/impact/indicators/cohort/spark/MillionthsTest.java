// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.dases.impact.indicators.TestSpark;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.definition.Indicator;
import org.dases.impact.indicators.definition.Measure;
import org.dases.impact.indicators.definition.Text;
import org.dases.impact.indicators.definition.Unit;
import org.junit.jupiter.api.Test;

/** Numbers become whole millionths, halves away from zero: held against decimals, which is another way. */
class MillionthsTest {
    private static List<Double> numbers() {
        List<Double> numbers = new ArrayList<>(List.of(0.0, -0.0, 1.0, 0.1, 1e-6, 4e-7, 6e-7));
        for (double half : new double[] {0.5, 1.5, 2.5, 3.5, 1_000_000.5, 2_251_799_813_685_247.5}) {
            for (double near : new double[] {half, Math.nextUp(half), Math.nextDown(half)}) {
                numbers.add(near / 1e6); // mostly, times a million is the same again
                numbers.add(-near / 1e6);
            }
        }
        for (double large : new double[] {4_503_599_627.370497, 9_007_199_254.740993, 9.22e12, -9.22e12, 123e9}) {
            numbers.add(large);
        }
        Random random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            numbers.add(random.nextGaussian() * Math.pow(10, random.nextInt(18) - 6));
            numbers.add((random.nextInt(2_000_001) - 1_000_000 + 0.5) / 1e6);
        }
        return numbers;
    }

    @Test
    void halvesGoAwayFromZero() {
        Indicator sum = new Indicator(
                "SUM",
                new Text("x", "x"),
                new Text("x", "x"),
                Unit.RATIO,
                "event",
                ContributorKind.LEARNER,
                Optional.empty(),
                new Measure.Sum("value"),
                false,
                0,
                "1.0.0",
                "x");
        String millionths = CompiledIndicator.of(sum, "learner_pid").x();
        List<Double> numbers = numbers();
        Dataset<Row> rows = TestSpark.session()
                .createDataset(numbers, Encoders.DOUBLE())
                .coalesce(1)
                .selectExpr("value", millionths + " as x");
        List<Row> found = rows.collectAsList();
        int halves = 0;
        for (Row row : found) {
            double real = row.getDouble(0) * 1e6;
            BigDecimal exact = new BigDecimal(real);
            halves += exact.remainder(BigDecimal.ONE).abs().compareTo(new BigDecimal("0.5")) == 0 ? 1 : 0;
            assertThat(row.getLong(1))
                    .as("%s", row.get(0))
                    .isEqualTo(exact.setScale(0, RoundingMode.HALF_UP).longValueExact());
        }
        assertThat(found).hasSameSizeAs(numbers);
        assertThat(halves).isGreaterThan(1_000);
    }
}
