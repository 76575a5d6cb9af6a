// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.dases.impact.indicators.cohort.spark.CubeFixture.row;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.dases.impact.indicators.TestSpark;
import org.dases.impact.indicators.cohort.TableRefused;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.definition.Dimension;
import org.dases.impact.indicators.definition.Indicator;
import org.dases.impact.indicators.definition.Level;
import org.dases.impact.indicators.definition.Measure;
import org.dases.impact.indicators.definition.PeriodKind;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.indicators.definition.Text;
import org.dases.impact.indicators.definition.Unit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sums are kept in millionths: 2⁶³ millionths are 9 223 372 036 854.775808. What does not fit is refused. */
class OverflowTest {
    private static final Text NAME = new Text("x", "x");

    @ParameterizedTest
    @CsvSource({"true, SUM", "false, SUM", "true, MEAN", "true, RATIO", "true, MEDIAN"})
    void aNumberThatDoesNotFitIsNotLeftOut(boolean hasKernel, String indicator) {
        assertRefused(cells(hasKernel, indicator, 1.0, 9_223_372_036_855.0), indicator);
        assertRefused(cells(hasKernel, indicator, 1.0, -1e300), indicator);
    }

    @ParameterizedTest
    @CsvSource({"true, SUM", "false, SUM", "true, MEAN", "true, RATIO"})
    void aSumThatDoesNotFitIsNotWrapped(boolean hasKernel, String indicator) {
        assertRefused(cells(hasKernel, indicator, 5e12, 5e12), indicator);
        assertRefused(cells(hasKernel, indicator, -5e12, -5e12), indicator);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void whatFitsIsExact(boolean hasKernel) {
        Row cell = cells(hasKernel, "SUM", 9_223_372_036_000.0, 854.5, -1.25)
                .collectAsList()
                .get(0);
        assertThat(cell.<Double>getAs("value")).isEqualTo(9_223_372_036_853.25);
    }

    /**
     * The nearest double of 480 446 758 166.282914; as a double first, the sum of millionths would give the next one.
     */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aLargeSumIsRoundedOnce(boolean hasKernel) {
        Row cell = cells(hasKernel, "SUM", 480_446_758_166.0, 0.282914)
                .collectAsList()
                .get(0);
        assertThat(cell.<Double>getAs("value")).isEqualTo(480_446_758_166.2829).isNotEqualTo(480_446_758_166.28296);
    }

    /** Sums of both signs about 2³³ to 2⁶¹ millionths; of some the double of the sum would give another number. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void largeSumsOfBothSignsAreRoundedOnce(boolean hasKernel) {
        Random random = new Random(5);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        Map<String, BigInteger> sums = new HashMap<>();
        for (int resource = 0; resource < 300; resource++) {
            int sign = resource % 2 == 0 ? 1 : -1;
            double whole = Math.rint(random.nextDouble() * Math.pow(2, 33 + resource % 9));
            double rest = random.nextInt(1_000_000) / 1e6;
            for (double number : new double[] {sign * whole, sign * rest}) {
                rows.add(row("L" + resource, "U1", "R" + resource, "VIEW", number, "2025-10-01T08:00:00Z"));
                BigInteger millionths = new BigDecimal(number * 1e6)
                        .setScale(0, RoundingMode.HALF_UP)
                        .toBigInteger();
                sums.merge("R" + resource, millionths, BigInteger::add);
            }
        }
        List<Row> found = cells(hasKernel, resources(), "resource_id action position_s", rows)
                .where("resource <> '_T'")
                .collectAsList();
        long others = 0;
        for (Row cell : found) {
            BigInteger sum = Objects.requireNonNull(sums.get(cell.<String>getAs("resource")));
            double right = new BigDecimal(sum, 6).doubleValue();
            others += right == sum.doubleValue() / 1e6 ? 0 : 1;
            assertThat(cell.<Double>getAs("value")).as("%s", sum).isEqualTo(right);
        }
        assertThat(found).hasSize(300);
        assertThat(others).isPositive();
    }

    private static PublishedTable resources() {
        return new PublishedTable(
                "t",
                NAME,
                List.of(indicator("SUM")),
                List.of(new Dimension("resource", NAME, List.of(new Level("resource", "row.resource_id")))),
                List.of(PeriodKind.ALL),
                OptionalInt.empty(),
                NAME);
    }

    /** As two tasks may hand them on: each sum fits, but not both together. */
    @ParameterizedTest
    @CsvSource({
        "9223372036854775807, 0, 0, 1, 0, 0",
        "0, -9223372036854775808, 0, 0, -1, 0",
        "0, 0, 60000000000000000000000000000000000000, 0, 0, 60000000000000000000000000000000000000"
    })
    void sumsOfSeveralTasksThatDoNotFitAreRefused(
            long x, long y, BigDecimal xx, long otherX, long otherY, BigDecimal otherXx) {
        WalkPlan plan = new WalkPlan(
                List.of(PeriodKind.ALL),
                List.of(),
                List.of(),
                List.of(Counting.ROWS),
                List.of(UnitRule.plain("SUM")),
                List.of(true),
                MonthDay.of(9, 1));
        Dataset<Row> partials = TestSpark.session()
                .createDataFrame(List.of(partial(x, y, xx), partial(otherX, otherY, otherXx)), plan.partials());
        List<CompiledIndicator> indicators = List.of(CompiledIndicator.of(indicator("SUM"), "learner_pid"));
        Dataset<Row> cells = CellValues.of(
                partials,
                plan.cellColumns(),
                indicators,
                new CellValues.GroupFacts(ContributorKind.LEARNER, false, false));
        assertRefused(cells, "SUM");
    }

    private static Row partial(long x, long y, BigDecimal xx) {
        BigDecimal none = BigDecimal.ZERO;
        return RowFactory.create("_T", "all", null, 0, "CONTRIBUTORS", null, 1L, x, y, 0L, 0L, xx, none, none);
    }

    /** Squares of 9·10¹⁸ millionths have 38 digits, their sum has 39: the interval would be lost. */
    @ParameterizedTest
    @CsvSource({"MEAN", "RATIO"})
    void squaresThatDoNotFitAreRefused(String indicator) {
        assertRefused(cells(true, indicator, 9e12, 1.0, -9e12), indicator);
    }

    /**
     * Facts add up what a learner did in a day: two numbers, one of which does not fit or which do not fit together.
     */
    @ParameterizedTest
    @CsvSource({"1, 9223372036855", "9223372036855, 1", "5e12, 5e12"})
    void factsDoNotHideWhatDoesNotFit(double one, double other) {
        CubeFixture fixture = new CubeFixture()
                .withEvents(
                        "action position_s",
                        row("L0", "U1", "VIEW", one, "2025-10-01T08:00:00Z"),
                        row("L0", "U1", "VIEW", other, "2025-10-01T09:00:00Z"));
        FactShelf shelf = recipe -> Optional.of(recipe.make(recipe.days()));
        assertRefused(
                new CohortCubes(TestSpark.session(), true, KernelRoom::of)
                        .compute(table("SUM"), fixture.data(), CubeFixture.SETTINGS, shelf),
                "SUM");
    }

    private static void assertRefused(Dataset<Row> cells, String indicator) {
        Throwable thrown = catchThrowable(cells::collectAsList);
        while (thrown != null && !(thrown instanceof TableRefused)) {
            thrown = thrown.getCause();
        }
        assertThat(thrown).isNotNull().hasMessageContaining("'" + indicator + "' do not fit 64 bits");
    }

    private static Dataset<Row> cells(boolean hasKernel, String indicator, Double... numbers) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Double number : numbers) {
            rows.add(row("L" + rows.size(), "U1", "VIEW", number, "2025-10-01T08:00:00Z"));
        }
        return cells(hasKernel, table(indicator), "action position_s", rows);
    }

    @SuppressWarnings("unchecked") // an array of lists
    private static Dataset<Row> cells(
            boolean hasKernel, PublishedTable table, String columns, List<List<@Nullable Object>> rows) {
        CubeFixture fixture = new CubeFixture().withEvents(columns, rows.toArray(List[]::new));
        return new CohortCubes(TestSpark.session(), hasKernel, KernelRoom::of)
                .compute(table, fixture.data(), CubeFixture.SETTINGS);
    }

    private static PublishedTable table(String indicator) {
        return new PublishedTable(
                "t",
                NAME,
                List.of(indicator(indicator)),
                List.of(),
                List.of(PeriodKind.ALL),
                OptionalInt.empty(),
                NAME);
    }

    private static Indicator indicator(String id) {
        Measure measure = switch (id) {
            case "SUM" -> new Measure.Sum("position_s");
            case "MEAN" -> new Measure.Mean("position_s", List.of("learner_pid"));
            case "MEDIAN" -> new Measure.Quantile("position_s", List.of("learner_pid"), List.of(), 0.5);
            default -> new Measure.RatioOfSums("position_s", "position_s + 1");
        };
        return new Indicator(
                id,
                NAME,
                NAME,
                Unit.RATIO,
                "event",
                ContributorKind.LEARNER,
                Optional.empty(),
                measure,
                false,
                0,
                "1.0.0",
                "x");
    }
}
