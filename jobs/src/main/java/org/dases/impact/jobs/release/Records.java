// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.definition.Indicator;
import org.dases.impact.indicators.definition.Measure;
import org.dases.impact.indicators.definition.Unit;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Sides;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.jspecify.annotations.Nullable;

/**
 * Indicators about records. The gate is given records in place of persons, so that a few of them are withheld as a few
 * persons are, with what would give them back: three records in quarantine may be those of one learner.
 */
final class Records {
    private Records() {}

    static boolean isAbout(Indicator indicator) {
        return indicator.contributor() == ContributorKind.RECORD;
    }

    /** Whether it tells how many of some records, which is a rate with two sides. */
    static boolean isShare(Indicator indicator) {
        return isAbout(indicator)
                && indicator.measure() instanceof Measure.RatioOfSums
                && indicator.unit() == Unit.PERCENT;
    }

    /** The numbers of a cell, with its records as its contributors. */
    static Tally tally(Indicator indicator, Tally counted) {
        Double below = counted.denominator();
        Double above = counted.numerator();
        Double records = below == null ? counted.value() : below;
        @Nullable Sides sides = null;
        if (isShare(indicator) && below != null && above != null) {
            long all = Math.round(below);
            // Where a record counts several times above the line nobody knows the sides: no such rate is printed.
            long most = Math.min(all, Math.round(above));
            sides = new Sides(most, all - most);
        }
        return new Tally(
                counted.value(),
                counted.numerator(),
                counted.denominator(),
                counted.ciLow(),
                counted.ciHigh(),
                Contributors.ofLearners(records == null ? 0 : Math.max(0, Math.round(records))),
                sides);
    }
}
