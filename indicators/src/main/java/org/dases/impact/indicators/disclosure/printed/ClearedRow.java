// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.printed;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.rules.Band;
import org.jspecify.annotations.Nullable;

/**
 * One row as it may be printed: exact numbers, a band, or no number at all.
 *
 * @param at one node per axis of the table
 * @param series the indicator
 * @param status F with numbers, C without any
 * @param value exact value; null when banded, withheld or not defined
 * @param valueLow lower end of a band, in percent
 * @param valueHigh upper end of a band, in percent
 * @param numerator exact numerator; null when banded
 * @param denominator exact denominator
 * @param learners distinct learners; null where they would tell of a small group, as those in two of its parts
 * @param schools distinct schools
 * @param providers distinct providers
 * @param ciLow lower end of the confidence interval; null when banded
 * @param ciHigh upper end of the confidence interval; null when banded
 * @param frozenSince date of the earlier release that the row is reprinted from; null where it is of this one
 */
public record ClearedRow(
        List<Node> at,
        Series series,
        ConfStatus status,
        @Nullable Double value,
        @Nullable Double valueLow,
        @Nullable Double valueHigh,
        @Nullable Double numerator,
        @Nullable Double denominator,
        @Nullable Long learners,
        @Nullable Long schools,
        @Nullable Long providers,
        @Nullable Double ciLow,
        @Nullable Double ciHigh,
        @Nullable Instant frozenSince) {
    public ClearedRow {
        at = List.copyOf(at);
    }

    /**
     * A row with all numbers.
     *
     * @param at one node per axis of the table
     * @param series the indicator
     * @param tally its figures
     * @return the row
     */
    public static ClearedRow exact(List<Node> at, Series series, Tally tally) {
        Contributors who = tally.contributors();
        return new ClearedRow(
                at,
                series,
                ConfStatus.F,
                tally.value(),
                null,
                null,
                tally.numerator(),
                tally.denominator(),
                who.learners(),
                who.schools(),
                who.providers(),
                tally.ciLow(),
                tally.ciHigh(),
                null);
    }

    /**
     * A row with a band in the place of its value.
     *
     * @param at one node per axis of the table
     * @param series the indicator
     * @param tally its figures
     * @param band where the value lies
     * @return the row
     */
    public static ClearedRow banded(List<Node> at, Series series, Tally tally, Band band) {
        Contributors who = tally.contributors();
        return new ClearedRow(
                at,
                series,
                ConfStatus.F,
                null,
                (double) band.low(),
                (double) band.high(),
                null,
                tally.denominator(),
                who.learners(),
                who.schools(),
                who.providers(),
                null,
                null,
                null);
    }

    /**
     * A row without any number.
     *
     * @param at one node per axis of the table
     * @param series the indicator
     * @return the row
     */
    public static ClearedRow withheld(List<Node> at, Series series) {
        return new ClearedRow(
                at, series, ConfStatus.C, null, null, null, null, null, null, null, null, null, null, null);
    }

    /**
     * Whether the row prints exactly the figures of a tally; one that does not say how many learners may have any.
     *
     * @param tally the figures
     * @return whether they are the same
     */
    public boolean isOf(Tally tally) {
        return Objects.equals(value, tally.value())
                && Objects.equals(numerator, tally.numerator())
                && Objects.equals(denominator, tally.denominator())
                && (learners == null || learners == tally.contributors().learners());
    }

    /**
     * This row without the number of its learners.
     *
     * @return a row of the same figures
     */
    public ClearedRow unnumbered() {
        return with(null, frozenSince);
    }

    /**
     * This row without its interval: how much learners differ tells how many have several rows each, and so how many
     * learners there are.
     *
     * @return a row of the same figures
     */
    public ClearedRow withoutInterval() {
        return new ClearedRow(
                at,
                series,
                status,
                value,
                valueLow,
                valueHigh,
                numerator,
                denominator,
                learners,
                schools,
                providers,
                null,
                null,
                frozenSince);
    }

    /**
     * This row as a later release reprints it.
     *
     * @param since date of the release that printed it
     * @return a row of the same figures
     */
    public ClearedRow frozen(Instant since) {
        return with(learners, since);
    }

    private ClearedRow with(@Nullable Long distinct, @Nullable Instant since) {
        return new ClearedRow(
                at,
                series,
                status,
                value,
                valueLow,
                valueHigh,
                numerator,
                denominator,
                distinct,
                schools,
                providers,
                ciLow,
                ciHigh,
                since);
    }
}
