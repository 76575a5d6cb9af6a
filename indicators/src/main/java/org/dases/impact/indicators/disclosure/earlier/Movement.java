// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import java.util.Objects;
import java.util.Optional;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.SetFingerprint;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.jspecify.annotations.Nullable;

/** How a figure moved from an earlier release to now. */
final class Movement {
    private final Series series;
    private final Ledger.Figure then;
    private final Ledger.Counts before;
    private final @Nullable Tally tally;
    private final @Nullable SetFingerprint set;
    private final Ledger.Counts now;

    Movement(
            Series series,
            Ledger.Figure then,
            Ledger.Counts before,
            @Nullable Tally tally,
            @Nullable SetFingerprint set) {
        this.series = series;
        this.then = then;
        this.before = before;
        this.tally = tally;
        this.set = set;
        this.now = tally == null ? Ledger.Counts.NOBODY : Ledger.Counts.of(tally);
    }

    /** Whether schools are counted, and no learners behind them. */
    boolean isOfSchools() {
        return before.learners() == 0 && now.learners() == 0;
    }

    /** Whether nobody was there and nobody is. */
    boolean isOfNobody() {
        return before.isNobody() && now.isNobody();
    }

    /** Number of contributors then. */
    long before() {
        return isOfSchools() ? before.schools() : before.learners();
    }

    /**
     * Contributors that came or went. Of sets whose fingerprints differ though they are as large as before somebody was
     * exchanged, nobody knows how many; without fingerprints the count stands for the set.
     */
    private long distance() {
        if (then.distance().isPresent()) {
            return then.distance().getAsLong();
        }
        long difference = Math.abs((isOfSchools() ? now.schools() : now.learners()) - before());
        boolean isExchanged =
                then.set().isPresent() && set != null && !then.set().get().equals(set);
        return difference == 0 && isExchanged ? 1 : difference;
    }

    /** Whether what came or went is somebody, but fewer than k; or the same contributors have another figure. */
    boolean isSmall(int k, boolean isExactNow) {
        long distance = distance();
        boolean isExact = isExactNow && (wasExact() || then.reach() == Ledger.Reach.INSIDERS);
        return isFew(distance, k)
                || (isExact && series.form() == Form.RATE && (isFew(above(), k) || isFew(below(), k)))
                || (distance == 0 && ((isExact && hasOtherFigure()) || isOfOthers()));
    }

    /** Whether the number of contributors tells by itself: it was known and moved by few, or was not and did not. */
    boolean isOfLearners(int k) {
        return switch (then.reach()) {
            case NOBODY -> distance() == 0;
            case INSIDERS -> distance() < k;
            case READERS -> isFew(distance(), k);
        };
    }

    private static boolean isFew(long moved, int k) {
        return moved > 0 && moved < k;
    }

    /** By how many those above the line of a rate have become more or fewer. */
    private long above() {
        return Math.abs(now.numerator() - before.numerator());
    }

    /** By how many those below the line have; who has rows on both sides stands above. */
    private long below() {
        return Math.abs((now.learners() - now.numerator()) - (before.learners() - before.numerator()));
    }

    /** Whether a number that was secret is what it was: that of the cell, or that above the line of a rate. */
    boolean isOfSecret(boolean isExactNow) {
        boolean isSecretAbove = series.form() == Form.RATE && isExactNow && !wasExact();
        return (then.reach() != Ledger.Reach.READERS && distance() == 0)
                || (isSecretAbove && now.numerator() == before.numerator());
    }

    private boolean wasExact() {
        return then.printed().filter(row -> row.valueLow() == null).isPresent();
    }

    /** Only asked where a figure is exact now, so that there is one. */
    private boolean hasOtherFigure() {
        return then.printed()
                .filter(row -> isSameMethod(row.series()) && !row.isOf(Objects.requireNonNull(tally)))
                .isPresent();
    }

    /** Whether as many learners are of more or fewer schools, or of providers, than was told, also beside a band. */
    private boolean isOfOthers() {
        return then.printed()
                .flatMap(row -> Optional.ofNullable(tally)
                        .map(Tally::contributors)
                        .filter(who ->
                                isOther(row.schools(), who.schools()) || isOther(row.providers(), who.providers())))
                .isPresent();
    }

    /** Where one of them is not known, nothing is printed beside the figure. */
    private static boolean isOther(@Nullable Long told, @Nullable Long now) {
        return told != null && now != null && !told.equals(now);
    }

    private boolean isSameMethod(Series other) {
        return series.methodVersion().equals(other.methodVersion());
    }
}
