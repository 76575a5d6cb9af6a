// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.Optional;

/**
 * A rate needs enough contributors on each side: 0 % and 100 % tell about every member of a cohort. Where one side is
 * too small a band is printed that does not tell whether the extreme is reached. Where a band is no way out, because
 * both sides are small or the value lies outside of it, the cell is unsafe.
 */
record BothSides(int least) implements PrimaryRule {
    @Override
    public boolean isBreached(Cell cell) {
        return isSmall(cell) && band(cell).isEmpty();
    }

    /** The band to print instead of the value; empty where the value itself may be printed or nothing may. */
    Optional<Band> band(Cell cell) {
        Sides sides = cell.tally().sides();
        Double value = cell.tally().value();
        long learners = cell.tally().contributors().learners();
        if (sides == null || value == null || !isSmall(cell) || learners == 0) {
            return Optional.empty();
        }
        int width = (int) Math.min(100, (100L * least + learners - 1) / learners);
        boolean isLow = sides.numerator() < least;
        Band band = isLow ? new Band(0, width) : new Band(100 - width, 100);
        boolean isHonest = (isLow ? sides.complement() : sides.numerator()) >= least
                && band.low() <= value
                && value <= band.high();
        return isHonest ? Optional.of(band) : Optional.empty();
    }

    private boolean isSmall(Cell cell) {
        Sides sides = cell.tally().sides();
        return sides != null && Math.min(sides.numerator(), sides.complement()) < least;
    }
}
