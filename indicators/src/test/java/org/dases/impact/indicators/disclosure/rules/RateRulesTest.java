// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Sides;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a rate is printed exactly, as a band, or not at all. */
class RateRulesTest {
    private static final PrimaryRules RULES = PrimaryRulesTest.RULES;

    /** Seven records of a hundred were set aside: a side of five is enough for people, of records k is needed. */
    @ParameterizedTest
    @CsvSource({"RECORD,7,true", "RECORD,10,false", "LEARNER,7,false", "LEARNER,4,true"})
    void aSideOfRecordsNeedsAsManyAsACount(ContributorKind kind, long above, boolean banded) {
        Series series = PrimaryRulesTest.series(Form.RATE, kind, 0, false, false);
        assertThat(RULES.band(series, PrimaryRulesTest.rate((double) above, 100, above, 100 - above))
                        .isPresent())
                .isEqualTo(banded);
    }

    @ParameterizedTest
    @CsvSource({"RATE,19,true", "RATE,20,false", "MEAN,19,true", "MEAN,20,false", "RATIO,19,false", "COUNT,19,false"})
    void aRateOrAMeanNeedsADenominator(Form form, long learners, boolean unsafe) {
        assertThat(RULES.isUnsafe(PrimaryRulesTest.of(form), PrimaryRulesTest.rate(50, learners, 9, 9), false))
                .isEqualTo(unsafe);
    }

    @ParameterizedTest
    @CsvSource({
        "20,0,20,0,0,25", // nobody: the band does not say so
        "20,4,16,20,0,25",
        "100,4,96,4,0,5",
        "30,4,26,13.3,0,17", // 500/30 rounded up
        "20,20,0,100,75,100",
        "20,16,4,80,75,100"
    })
    void aRateWithASmallSideIsPrintedAsABand(
            long learners, long numerator, long complement, double value, int low, int high) {
        Tally tally = PrimaryRulesTest.rate(value, learners, numerator, complement);
        assertThat(RULES.band(PrimaryRulesTest.of(Form.RATE), tally)).contains(new Band(low, high));
        assertThat(RULES.isUnsafe(PrimaryRulesTest.of(Form.RATE), tally, false)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0,30,false", "9,31,true", "10,31,false", "21,30,true", "20,30,false", "30,30,false"})
    void aRateTellsOfAnotherSeriesWhereOneSideIsBelowK(long above, long learners, boolean telling) {
        Tally tally = PrimaryRulesTest.rate(100.0 * above / learners, learners, above, learners - above);
        assertThat(RULES.isTelling(PrimaryRulesTest.of(Form.RATE), tally)).isEqualTo(telling);
    }

    @Test
    void aRateWithTwoPopulatedSidesIsExact() {
        assertThat(RULES.band(PrimaryRulesTest.of(Form.RATE), PrimaryRulesTest.rate(25, 20, 5, 15)))
                .isEmpty();
        assertThat(RULES.isUnsafe(PrimaryRulesTest.of(Form.RATE), PrimaryRulesTest.rate(25, 20, 5, 15), false))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"40,4,4", "60,4,18", "20,18,4"})
    void aRateThatNoBandCanTellHonestlyIsUnsafe(double value, long numerator, long complement) {
        assertThat(RULES.isUnsafe(
                        PrimaryRulesTest.of(Form.RATE), PrimaryRulesTest.rate(value, 20, numerator, complement), false))
                .isTrue();
    }

    @Test
    void aRateWithoutValueHasNoBand() {
        Contributors many = Contributors.ofLearners(30);
        Tally undefined = new Tally(null, null, null, null, null, many, new Sides(0, 30));
        assertThat(RULES.band(PrimaryRulesTest.of(Form.RATE), undefined)).isEmpty();
        assertThat(RULES.isUnsafe(PrimaryRulesTest.of(Form.RATE), undefined, false))
                .isTrue();
        assertThat(RULES.band(PrimaryRulesTest.of(Form.RATE), PrimaryRulesTest.rate(0, 0, 0, 0)))
                .isEmpty();
        assertThat(RULES.band(PrimaryRulesTest.of(Form.COUNT), Tally.figure(3, many)))
                .isEmpty();
    }

    /** Eighty attempts, but of fifteen learners. */
    @ParameterizedTest
    @CsvSource({"15,true", "20,false"})
    void aRateOfManyAttemptsNeedsItsLearnersToo(long learners, boolean unsafe) {
        Contributors who = Contributors.ofLearners(learners);
        Tally attempts = new Tally(50.0, 40.0, 80.0, null, null, who, new Sides(8, 7));
        assertThat(RULES.isUnsafe(PrimaryRulesTest.of(Form.RATE), attempts, false))
                .isEqualTo(unsafe);
    }
}
