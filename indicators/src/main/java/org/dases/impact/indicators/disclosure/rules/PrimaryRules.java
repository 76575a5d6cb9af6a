// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.jspecify.annotations.Nullable;

/** The rules that a submission's thresholds amount to, applied to one cell at a time. */
public final class PrimaryRules {
    private final Rules thresholds;
    private final MinimumContributors contributors;
    private final List<PrimaryRule> rules = new ArrayList<>();

    /**
     * The rules that thresholds amount to.
     *
     * @param thresholds the thresholds of the platform
     */
    public PrimaryRules(Rules thresholds) {
        this.thresholds = thresholds;
        contributors = new MinimumContributors(thresholds.learners());
        rules.add(contributors);
        rules.add(new MinimumDenominator(thresholds.denominator()));
        rules.add(cell ->
                cell.series().form() == Form.RATE && sides(cell.series()).isBreached(cell));
        rules.add(new QuantileSides(contributors));
        rules.add(new EffectArms());
        thresholds.schools().ifPresent(least -> rules.add(new DistinctSchools(least)));
        thresholds.largestSchoolPercent().ifPresent(percent -> rules.add(new LargestSchool(percent)));
        thresholds.providers().ifPresent(least -> rules.add(new DistinctProviders(least)));
    }

    /**
     * Whether a cell is unsafe by itself.
     *
     * @param series the indicator
     * @param tally its numbers in the cell; null is a zero
     * @param oneSchool whether the cell is about one single school
     * @return true where the cell must not be printed; false where nobody is to be protected
     */
    public boolean isUnsafe(Series series, @Nullable Tally tally, boolean oneSchool) {
        if (!isSubject(series, tally)) {
            return false;
        }
        if (tally == null || tally.isZero()) {
            return isSecretAsZero(series);
        }
        Cell cell = new Cell(series, tally, oneSchool);
        return rules.stream().anyMatch(rule -> rule.isBreached(cell));
    }

    /**
     * Whether a cohort is unsafe by itself.
     *
     * @param member the table
     * @param cohort its number in it
     * @return true where any series must not be printed there
     */
    public boolean isUnsafe(Member member, int cohort) {
        boolean oneSchool = member.isOneSchool(cohort);
        return member.series().stream().anyMatch(each -> isUnsafe(each, member.tally(cohort, each), oneSchool));
    }

    /**
     * Whether nobody may know that a series counts nobody in a cell.
     *
     * @param series the indicator
     * @return true where it is sensitive, or all zeros are withheld
     */
    public boolean isSecretAsZero(Series series) {
        return thresholds.zeros() == Zeros.WITHHOLD || series.sensitive();
    }

    /**
     * Least number of schools in a cell.
     *
     * @return distinct schools; 1 where there is no such rule
     */
    public int leastSchools() {
        return thresholds.schools().orElse(1);
    }

    /**
     * The band to print instead of a rate of which one side is too small.
     *
     * @param series the indicator
     * @param tally its numbers in the cell
     * @return the band in percent; empty where the value itself may be printed, nothing may, or it is no rate
     */
    public Optional<Band> band(Series series, Tally tally) {
        return isSubject(series, tally) && series.form() == Form.RATE
                ? sides(series).band(tally)
                : Optional.empty();
    }

    /** Of records a side is itself a count that nobody may see below k; of people it is one below the line. */
    private BothSides sides(Series series) {
        boolean isOfRecords = series.contributor() == ContributorKind.RECORD;
        return new BothSides(isOfRecords ? Math.max(thresholds.side(), threshold(series)) : thresholds.side());
    }

    /**
     * Whether a rate of which another series tells who is above the line has fewer than k learners there, or below it:
     * what the rate may say of itself it must not say of that series.
     *
     * @param rate the rate
     * @param tally its numbers in the cell; without sides it fails
     * @return true where the smaller side has between one and k − 1 learners
     */
    public boolean isTelling(Series rate, Tally tally) {
        return isTelling(
                rate,
                Objects.requireNonNull(tally.sides()).numerator(),
                tally.contributors().learners());
    }

    /**
     * The same by its two numbers.
     *
     * @param rate the rate
     * @param above learners above the line
     * @param learners all of them
     * @return true where the smaller side has between one and k − 1 learners
     */
    public boolean isTelling(Series rate, long above, long learners) {
        long smaller = Math.min(above, learners - above);
        return smaller > 0 && smaller < threshold(rate);
    }

    /**
     * Whether a cell has fewer contributors than k.
     *
     * @param series the indicator
     * @param tally its numbers in the cell; null is a zero
     * @param oneSchool whether the cell is about one single school
     * @return true where somebody is behind the cell, but too few; false for zeros
     */
    public boolean isBelowThreshold(Series series, @Nullable Tally tally, boolean oneSchool) {
        return tally != null
                && !tally.isZero()
                && isSubject(series, tally)
                && contributors.isBreached(new Cell(series, tally, oneSchool));
    }

    /**
     * Whether a cohort has fewer contributors than k by any series.
     *
     * @param member the table
     * @param cohort its number in it
     * @return true where somebody is behind it, but too few
     */
    public boolean isBelowThreshold(Member member, int cohort) {
        boolean oneSchool = member.isOneSchool(cohort);
        return member.series().stream().anyMatch(each -> isBelowThreshold(each, member.tally(cohort, each), oneSchool));
    }

    /**
     * Whether a gap is told as an effect, and has too few behind it on a side.
     *
     * @param gap the gap
     * @param tally its numbers in the cell; without arms they are too few
     * @return true where the gap must not be printed; false for a gap that is not told as an effect
     */
    public boolean isEffectOfFew(Series gap, Tally tally) {
        return new EffectArms().isBreached(new Cell(gap, tally, false));
    }

    /**
     * The k that holds for a series.
     *
     * @param series the indicator
     * @return the greatest of the thresholds, in distinct contributors
     */
    public int threshold(Series series) {
        return contributors.threshold(series);
    }

    /**
     * What is asked of a series beside k. A gap is one of rates, means or quantiles.
     *
     * @param series the indicator
     * @return the limits that hold for it
     */
    public Limits limits(Series series) {
        boolean isGap = series.form() == Form.GAP;
        boolean isOfDenominator = isGap || MinimumDenominator.holdsFor(series.form());
        return new Limits(
                isOfDenominator ? thresholds.denominator() : 0,
                side(series),
                thresholds.schools().orElse(Limits.NONE.schools()),
                thresholds.largestSchoolPercent().orElse(Limits.NONE.largestSchoolPercent()),
                series.singleProviderRelease()
                        ? Limits.NONE.providers()
                        : thresholds.providers().orElse(Limits.NONE.providers()));
    }

    /** Means, sums and ratios may tell the sides of rates; a quantile has k on each side. */
    private int side(Series series) {
        return switch (series.form()) {
            case RATE, GAP -> sides(series).least();
            case MEAN, SUM, RATIO -> thresholds.side();
            case QUANTILE -> threshold(series);
            case COUNT, EFFECT, WITHHELD_SHARE -> 0;
        };
    }

    /**
     * Least number of those whom a series counts that is no small group.
     *
     * @param series the indicator
     * @return in schools where it counts these, else in learners; at least 1
     */
    public int leastContributors(Series series) {
        return series.contributor() == ContributorKind.SCHOOL ? leastSchools() : threshold(series);
    }

    /**
     * Whether the rules apply: records are nobody, unless they are counted like persons; gaps and shares follow from
     * other cells.
     *
     * @param series the indicator
     * @param tally its numbers in the cell; null is a zero
     * @return true where somebody is to be protected
     */
    public boolean isSubject(Series series, @Nullable Tally tally) {
        boolean isAboutPeople = series.contributor() != ContributorKind.RECORD
                || (tally != null && tally.contributors().learners() > 0);
        return series.form().isMeasured() && isAboutPeople;
    }
}
