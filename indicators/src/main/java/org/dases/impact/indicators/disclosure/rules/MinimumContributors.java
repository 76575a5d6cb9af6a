// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.rules;

import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.disclosure.cells.Series;

/**
 * A cell needs k distinct contributors, the greatest k of platform, contracts, table and indicator. A cell about
 * schools needs its schools known; learners behind it, where counted, are protected as well.
 */
record MinimumContributors(int platform) implements PrimaryRule {
    @Override
    public boolean isBreached(Cell cell) {
        long learners = cell.tally().contributors().learners();
        if (learners >= threshold(cell.series())) {
            return false;
        }
        Long schools = cell.tally().contributors().schools();
        return learners > 0
                || cell.series().contributor() == ContributorKind.LEARNER
                || (cell.series().contributor() == ContributorKind.SCHOOL && (schools == null || schools == 0));
    }

    /** The k that holds for a series. */
    int threshold(Series series) {
        return Math.max(platform, series.minimumContributors());
    }
}
