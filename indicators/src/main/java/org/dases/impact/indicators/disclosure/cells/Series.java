// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.cells;

import java.util.Optional;
import org.dases.impact.indicators.definition.ContributorKind;

/**
 * One indicator of a table, as the gate sees it.
 *
 * @param indicatorId identifier of the indicator
 * @param group the population it is about: normally the canonical table it is over. Series of one group are about the
 *     same people and share one pattern of withheld cohorts; tables derived from one another (event, session) must name
 *     the same group
 * @param form how the value comes about
 * @param contributor whom a cell protects; series about records protect nobody and pass unchanged
 * @param minimumContributors the greatest of the thresholds of table, indicator and contracts of the inputs; the
 *     platform's is applied on top; 0 when none of them sets one
 * @param sensitive whether zeros and extremes disclose something about a cohort's members
 * @param singleProviderRelease whether every contract of the inputs permits figures about one provider alone
 * @param unit unit of the value, passed on to the row
 * @param methodVersion version of the method, passed on to the row
 * @param gap the two cells of a {@link Form#GAP}; empty for every other form
 */
public record Series(
        String indicatorId,
        String group,
        Form form,
        ContributorKind contributor,
        int minimumContributors,
        boolean sensitive,
        boolean singleProviderRelease,
        String unit,
        String methodVersion,
        Optional<GapOf> gap) {
    public Series {
        if ((form == Form.GAP) != gap.isPresent()) {
            throw new IllegalArgumentException(
                    "series '" + indicatorId + "' of form " + form + ": a gap, and only a gap, names its two cells");
        }
        if (minimumContributors < 0) {
            throw new IllegalArgumentException(
                    "minimum contributors of '" + indicatorId + "' must not be negative, was " + minimumContributors);
        }
    }

    /**
     * Whether both are the same indicator, be it in different tables or with different thresholds.
     *
     * @param other another series
     * @return true where the identifiers are equal
     */
    public boolean isSameIndicator(Series other) {
        return indicatorId.equals(other.indicatorId);
    }

    /**
     * The same with a threshold of its own, and whether its zeros are secret.
     *
     * @param contributors least number of contributors; 0 where only the platform's threshold holds
     * @param sensitive whether zeros and extremes disclose something
     * @return the series, equal in everything else
     */
    public Series with(int contributors, boolean sensitive) {
        return new Series(
                indicatorId,
                group,
                form,
                contributor,
                contributors,
                sensitive,
                singleProviderRelease,
                unit,
                methodVersion,
                gap);
    }
}
