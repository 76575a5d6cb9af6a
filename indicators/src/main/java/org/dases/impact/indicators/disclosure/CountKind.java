// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.dases.impact.indicators.disclosure.cells.Sides;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.jspecify.annotations.Nullable;

/** What a {@link HeadCount} counts. */
enum CountKind {
    LEARNERS,
    LEARNERS_ABOVE,
    LEARNERS_BELOW,
    RECORDS,
    RECORDS_ABOVE,
    RECORDS_BELOW;

    private static final Set<CountKind> SIDES = EnumSet.complementOf(EnumSet.of(LEARNERS, RECORDS));

    boolean isOfPersons() {
        return this == LEARNERS || this == LEARNERS_ABOVE || this == LEARNERS_BELOW;
    }

    /** Whether it is one side of a rate. */
    boolean isOfSide() {
        return SIDES.contains(this);
    }

    /** What a figure counts; nobody where there is no figure, or none that has this number. */
    long of(@Nullable Tally tally) {
        if (tally == null) {
            return 0;
        }
        Sides sides = tally.sides();
        return switch (this) {
            case LEARNERS -> tally.contributors().learners();
            case LEARNERS_ABOVE -> sides == null ? 0 : sides.numerator();
            case LEARNERS_BELOW -> sides == null ? 0 : sides.complement();
            case RECORDS -> whole(tally.denominator() == null ? tally.value() : tally.denominator());
            case RECORDS_ABOVE -> whole(tally.numerator());
            case RECORDS_BELOW -> whole(tally.denominator()) - whole(tally.numerator());
        };
    }

    /** What a row says of it; nothing where that may be a number of records. */
    @Nullable Double in(ClearedRow row) {
        return switch (this) {
            case LEARNERS -> row.learners() == null ? null : Double.valueOf(row.learners());
            case RECORDS -> row.denominator() == null ? row.value() : row.denominator();
            case RECORDS_ABOVE -> row.numerator();
            case RECORDS_BELOW -> below(row.denominator(), row.numerator());
            case LEARNERS_ABOVE, LEARNERS_BELOW -> null;
        };
    }

    /**
     * Whether a row with this figure tells the number: on the sides of a rate over records are records. Those below are
     * told where all records are of one learner each, as they are a difference.
     */
    boolean isWritten(Tally tally) {
        Double number = (double) of(tally);
        return switch (this) {
            case LEARNERS, RECORDS -> true;
            case LEARNERS_ABOVE, RECORDS_ABOVE -> number.equals(tally.numerator());
            case LEARNERS_BELOW -> Double.valueOf((double) LEARNERS.of(tally)).equals(tally.denominator());
            case RECORDS_BELOW -> number.equals(below(tally.denominator(), tally.numerator()));
        };
    }

    private static @Nullable Double below(@Nullable Double records, @Nullable Double above) {
        return Optional.ofNullable(records)
                .flatMap(all -> Optional.ofNullable(above).map(some -> all - some))
                .orElse(null);
    }

    private static long whole(@Nullable Double figure) {
        return figure == null ? 0 : Math.round(figure);
    }
}
