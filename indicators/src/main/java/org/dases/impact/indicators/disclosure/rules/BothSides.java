// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.rules;

import java.util.Optional;
import org.dases.impact.indicators.disclosure.cells.Sides;
import org.dases.impact.indicators.disclosure.cells.Tally;

/**
 * A rate needs enough contributors on each side: 0 % and 100 % tell about every member of a cohort. Where one side is
 * too small a band is printed that does not tell whether the extreme is reached. Where a band is no way out, because
 * both sides are small or the value lies outside of it, the cell is unsafe.
 */
record BothSides(int least) implements PrimaryRule {
    @Override
    public boolean isBreached(Cell cell) {
        Sides sides = cell.tally().sides();
        return sides == null || (isSmall(sides) && band(cell.tally()).isEmpty());
    }

    /** The band to print instead of the value; empty where the value itself may be printed or nothing may. */
    Optional<Band> band(Tally tally) {
        Sides sides = tally.sides();
        Double value = tally.value();
        long learners = tally.contributors().learners();
        if (sides == null || value == null || learners == 0 || !isSmall(sides)) {
            return Optional.empty();
        }
        int width = (int) Math.min(100, (100L * least + learners - 1) / learners);
        Band band = sides.numerator() < least ? new Band(0, width) : new Band(100 - width, 100);
        boolean isWayOut = Math.max(sides.numerator(), sides.complement()) >= least && band.contains(value);
        return isWayOut ? Optional.of(band) : Optional.empty();
    }

    private boolean isSmall(Sides sides) {
        return Math.min(sides.numerator(), sides.complement()) < least;
    }
}
