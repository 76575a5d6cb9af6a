// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import org.dases.impact.indicators.disclosure.cells.Sides;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.jspecify.annotations.Nullable;

/** What a {@link HeadCount} counts. */
enum CountKind {
    LEARNERS,
    LEARNERS_ABOVE,
    RECORDS,
    RECORDS_ABOVE;

    boolean isOfPersons() {
        return this == LEARNERS || this == LEARNERS_ABOVE;
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
            case RECORDS -> whole(tally.denominator() == null ? tally.value() : tally.denominator());
            case RECORDS_ABOVE -> whole(tally.numerator());
        };
    }

    /** What a row says of it; nothing where that may be a number of records. */
    @Nullable Double in(ClearedRow row) {
        return switch (this) {
            case LEARNERS -> row.learners() == null ? null : Double.valueOf(row.learners());
            case RECORDS -> row.denominator() == null ? row.value() : row.denominator();
            case RECORDS_ABOVE -> row.numerator();
            case LEARNERS_ABOVE -> null;
        };
    }

    private static long whole(@Nullable Double figure) {
        return figure == null ? 0 : Math.round(figure);
    }
}
