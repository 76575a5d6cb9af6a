// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.OptionalInt;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.disclosure.cells.Arms;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.GapOf;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Sides;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule on one cell. Tests of the gate take thresholds, series and rates from here. */
public class PrimaryRulesTest {
    public static final Rules RECOMMENDED =
            new Rules(10, 20, 5, OptionalInt.of(3), OptionalInt.of(85), OptionalInt.of(3), Zeros.PUBLISH);
    static final PrimaryRules RULES = new PrimaryRules(RECOMMENDED);

    public static Series series(Form form, ContributorKind kind, int k, boolean sensitive, boolean single) {
        Optional<GapOf> gap = form == Form.GAP ? Optional.of(new GapOf("a", "axis", "x", "y")) : Optional.empty();
        return new Series("i", "event", form, kind, k, sensitive, single, "count", "1", gap);
    }

    static Series of(Form form) {
        return series(form, ContributorKind.LEARNER, 0, false, false);
    }

    public static Tally rate(double value, long learners, long numerator, long complement) {
        return new Tally(
                value,
                value * learners / 100,
                (double) learners,
                null,
                null,
                Contributors.ofLearners(learners),
                new Sides(numerator, complement));
    }

    private static Tally of(long learners, @Nullable Long schools, @Nullable Long providers, @Nullable Long top) {
        return Tally.figure(1, new Contributors(learners, schools, providers, top, null));
    }

    @ParameterizedTest
    @CsvSource({"9,0,true", "10,0,false", "11,12,true", "12,12,false", "1,3,true"})
    void aCellNeedsTheGreatestOfAllThresholds(long learners, int own, boolean unsafe) {
        Series series = series(Form.COUNT, ContributorKind.LEARNER, own, false, false);
        assertThat(RULES.isUnsafe(series, Tally.figure(1, Contributors.ofLearners(learners)), false))
                .isEqualTo(unsafe);
    }

    @ParameterizedTest
    @CsvSource({"0,2,true", "0,3,false", "0,,true", "0,0,true", "9,3,true", "10,3,false"})
    void aCellAboutSchoolsNeedsItsSchoolsKnownAndItsLearnersProtected(long learners, Long schools, boolean unsafe) {
        Series series = series(Form.COUNT, ContributorKind.SCHOOL, 0, false, false);
        assertThat(RULES.isUnsafe(series, of(learners, schools, null, null), false))
                .isEqualTo(unsafe);
    }

    /** The median of twenty has ten below it; a p90 of a hundred has ten above it. */
    @ParameterizedTest
    @CsvSource({"20,10,10,0,false", "20,11,9,0,true", "100,90,10,0,false", "100,90,10,12,true", "19,10,10,0,true"})
    void aQuantileNeedsEnoughOnEachSide(long learners, long below, long above, int own, boolean unsafe) {
        Series series = series(Form.QUANTILE, ContributorKind.LEARNER, own, false, false);
        Tally tally = rate(50, learners, below, above);
        assertThat(RULES.isUnsafe(series, tally, false)).isEqualTo(unsafe);
        assertThat(RULES.band(series, tally)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"RATE", "QUANTILE"})
    void whatHasSidesThatWereNotCountedIsUnsafe(Form form) {
        Tally tally = new Tally(7.0, null, 1000.0, null, null, Contributors.ofLearners(1000), null);
        assertThat(RULES.isUnsafe(of(form), tally, false)).isTrue();
        assertThat(RULES.band(of(form), tally)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"30,2,10,false", "29,2,10,true", "30,1,10,true", "30,2,9,true", "300,20,500,false"})
    void anEffectNeedsLearnersAndSchoolsInEachArmAndFreedom(long learners, long schools, long freedom, boolean unsafe) {
        Contributors who = new Contributors(2 * learners, 40L, 3L, null, null);
        Tally tally = new Tally(0.3, null, null, 0.1, 0.5, who, null, new Arms(learners, schools, freedom));
        assertThat(RULES.isUnsafe(of(Form.EFFECT), tally, false)).isEqualTo(unsafe);
    }

    /** A difference of two printed rates gives away nothing new; as an effect it needs what effects need. */
    @ParameterizedTest
    @CsvSource({"30,2,10,false", "29,2,10,true", "30,1,10,true", "30,2,9,true"})
    void aGapToldAsAnEffectNeedsTheSame(long learners, long schools, long freedom, boolean few) {
        Series gap = of(Form.GAP);
        Series effect = new Series(
                "d",
                "g",
                Form.GAP,
                ContributorKind.LEARNER,
                0,
                false,
                false,
                "sd",
                "",
                Optional.of(new GapOf("a", "axis", "x", "y", true)));
        Contributors who = new Contributors(learners, schools, 3L, null, null);
        Tally tally = new Tally(0.3, null, null, 0.1, 0.5, who, null, new Arms(learners, schools, freedom));
        PrimaryRules rules = RULES;
        assertThat(rules.isEffectOfFew(effect, tally)).isEqualTo(few);
        assertThat(rules.isEffectOfFew(gap, tally)).isFalse();
    }

    @Test
    void fewAreLearnersOrSchools() {
        assertThat(RULES.leastContributors(series(Form.COUNT, ContributorKind.LEARNER, 12, false, false)))
                .isEqualTo(12);
        assertThat(RULES.leastContributors(series(Form.COUNT, ContributorKind.SCHOOL, 12, false, false)))
                .isEqualTo(3);
    }

    @Test
    void anEffectWhoseArmsWereNotCountedIsUnsafe() {
        Tally tally = new Tally(0.3, null, null, 0.1, 0.5, Contributors.ofLearners(1000), null);
        assertThat(RULES.isUnsafe(of(Form.EFFECT), tally, false)).isTrue();
    }

    @Test
    void aMeanOverSchoolsNeedsADenominatorOfItsOwn() {
        Series series = series(Form.MEAN, ContributorKind.SCHOOL, 0, false, false);
        Contributors schools = new Contributors(0, 30L, null, null, null);
        Tally few = new Tally(1.0, 19.0, 19.0, null, null, schools, null);
        Tally enough = new Tally(1.0, 20.0, 20.0, null, null, schools, null);
        Tally unknown = new Tally(1.0, 20.0, null, null, null, schools, null);
        assertThat(RULES.isUnsafe(series, few, false)).isTrue();
        assertThat(RULES.isUnsafe(series, enough, false)).isFalse();
        assertThat(RULES.isUnsafe(series, unknown, false)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2,false,true", "3,false,false", "2,true,false", ",false,false"})
    void aCellNeedsSchoolsUnlessItIsAboutOne(Long schools, boolean oneSchool, boolean unsafe) {
        assertThat(RULES.isUnsafe(of(Form.COUNT), of(100, schools, null, null), oneSchool))
                .isEqualTo(unsafe);
    }

    @ParameterizedTest
    @CsvSource({"86,false,true", "85,false,false", "86,true,false", ",false,false"})
    void noSchoolMayDominateACell(Long top, boolean oneSchool, boolean unsafe) {
        assertThat(RULES.isUnsafe(of(Form.COUNT), of(100, 3L, null, top), oneSchool))
                .isEqualTo(unsafe);
    }

    @ParameterizedTest
    @CsvSource({"2,false,true", "3,false,false", "1,true,false", ",false,false"})
    void aCellNeedsProvidersUnlessContractsPermitASingleOne(Long providers, boolean permitted, boolean unsafe) {
        Series series = series(Form.COUNT, ContributorKind.LEARNER, 0, false, permitted);
        assertThat(RULES.isUnsafe(series, of(100, null, providers, null), false))
                .isEqualTo(unsafe);
    }

    @ParameterizedTest
    @CsvSource({"PUBLISH,false,false", "PUBLISH,true,true", "WITHHOLD,false,true"})
    void aZeroIsPrintedUnlessItIsSensitiveOrZerosAreSecret(Zeros zeros, boolean sensitive, boolean unsafe) {
        PrimaryRules rules = new PrimaryRules(
                new Rules(10, 0, 0, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), zeros));
        Series series = series(Form.COUNT, ContributorKind.LEARNER, 0, sensitive, false);
        assertThat(rules.isUnsafe(series, null, false)).isEqualTo(unsafe);
        assertThat(rules.isUnsafe(series, Tally.figure(0, Contributors.ofLearners(0)), false))
                .isEqualTo(unsafe);
    }

    @Test
    void aValueWithoutContributorsIsNoZero() {
        assertThat(RULES.isUnsafe(of(Form.SUM), Tally.figure(3, Contributors.ofLearners(0)), false))
                .isTrue();
        assertThat(of(0, 0L, null, null).isZero()).isFalse();
        Contributors nobody = new Contributors(0, 0L, null, null, null);
        assertThat(new Tally(null, null, null, null, null, nobody, null).isZero())
                .isTrue();
        assertThat(of(0, 2L, null, null).isZero()).isFalse();
    }

    @Test
    void recordsAreNobodyUnlessLearnersAreBehindThem() {
        Series series = series(Form.COUNT, ContributorKind.RECORD, 0, true, false);
        assertThat(RULES.isUnsafe(series, null, false)).isFalse();
        assertThat(RULES.isUnsafe(series, of(0, null, 1L, null), false)).isFalse();
        assertThat(RULES.isUnsafe(series, of(9, null, null, null), false)).isTrue();
        assertThat(new MinimumContributors(10).isBreached(new Cell(series, of(0, null, null, null), false)))
                .isFalse();
    }

    @Test
    void gapsAndSharesFollowFromOtherCells() {
        assertThat(RULES.isUnsafe(of(Form.GAP), of(1, null, null, null), false)).isFalse();
        assertThat(RULES.isUnsafe(of(Form.WITHHELD_SHARE), of(1, null, null, null), false))
                .isFalse();
        assertThat(RULES.band(of(Form.GAP), rate(0, 20, 0, 20))).isEmpty();
    }

    @Test
    void thresholdsBelowTheFloorDoNotExist() {
        OptionalInt none = OptionalInt.empty();
        assertThatThrownBy(() -> new Rules(4, 0, 0, none, none, none, Zeros.PUBLISH))
                .hasMessage("learners must be >= 5, was 4");
        assertThatThrownBy(() -> new Rules(5, -1, 0, none, none, none, Zeros.PUBLISH))
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> new Rules(5, 0, -2, none, none, none, Zeros.PUBLISH))
                .hasMessageContaining("-2");
        assertThatThrownBy(() -> new Rules(5, 0, 0, none, OptionalInt.of(0), none, Zeros.PUBLISH))
                .hasMessageContaining("100 %");
        assertThatThrownBy(() -> new Rules(5, 0, 0, none, OptionalInt.of(101), none, Zeros.PUBLISH))
                .hasMessageContaining("101");
    }

    @Test
    void nobodyAndRecordsAreNotBelowTheThreshold() {
        Series records = series(Form.COUNT, ContributorKind.RECORD, 0, false, false);
        Tally nobody = Tally.figure(0, Contributors.ofLearners(0));
        assertThat(RULES.isBelowThreshold(of(Form.COUNT), of(9, null, null, null), false))
                .isTrue();
        assertThat(RULES.isBelowThreshold(of(Form.COUNT), of(10, null, null, null), false))
                .isFalse();
        assertThat(RULES.isBelowThreshold(of(Form.COUNT), nobody, false)).isFalse();
        assertThat(RULES.isBelowThreshold(of(Form.COUNT), null, false)).isFalse();
        assertThat(RULES.isBelowThreshold(records, of(0, null, null, null), false))
                .isFalse();
    }
}
