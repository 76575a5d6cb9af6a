// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.rules;

import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Sides;

/** A quantile is a figure of one of its learners: as many as a cell needs must be below it, and as many above. */
record QuantileSides(MinimumContributors contributors) implements PrimaryRule {
    @Override
    public boolean isBreached(Cell cell) {
        if (cell.series().form() != Form.QUANTILE) {
            return false;
        }
        Sides sides = cell.tally().sides();
        return sides == null || Math.min(sides.numerator(), sides.complement()) < contributors.threshold(cell.series());
    }
}
