// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.rules;

import org.dases.impact.indicators.disclosure.cells.Arms;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.GapOf;

/**
 * An effect needs enough learners and more than one school in each arm, and a model that does not fit each of them
 * (What Works Clearinghouse: 30 an arm; ACRO: 10 degrees of freedom). The thresholds of the platform hold besides.
 */
record EffectArms() implements PrimaryRule {
    private static final int LEARNERS = 30;
    private static final int SCHOOLS = 2;
    private static final int FREEDOM = 10;

    @Override
    public boolean isBreached(Cell cell) {
        boolean isGap = cell.series().gap().filter(GapOf::isEffect).isPresent();
        if (cell.series().form() != Form.EFFECT && !isGap) {
            return false;
        }
        Arms arms = cell.tally().arms();
        return arms == null
                || arms.smallerLearners() < LEARNERS
                || arms.fewestSchools() < SCHOOLS
                || arms.freedom() < FREEDOM;
    }
}
