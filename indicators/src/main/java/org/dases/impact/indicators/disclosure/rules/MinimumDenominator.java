// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.rules;

import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.disclosure.cells.Form;

/**
 * A rate, a mean or a quantile needs enough contributors below the line: of few, it says too much about each (DEPP:
 * 20).
 */
record MinimumDenominator(int least) implements PrimaryRule {
    @Override
    public boolean isBreached(Cell cell) {
        if (!holdsFor(cell.series().form())) {
            return false;
        }
        Double denominator = cell.tally().denominator();
        boolean isPeople = cell.series().contributor() == ContributorKind.LEARNER;
        return (denominator != null && denominator < least)
                || (isPeople && cell.tally().contributors().learners() < least);
    }

    static boolean holdsFor(Form form) {
        return form == Form.RATE || form == Form.MEAN || form == Form.QUANTILE;
    }
}
