// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Sides;
import org.dases.impact.indicators.disclosure.cells.Tally;

/**
 * Finds rates whose numerator another series counts: the active learners over the enrolled ones, where the active ones
 * are an indicator of their own. A band around such a rate hides nothing. Seen from the figures: the other series'
 * learners are those of the numerator in at least half of the cohorts where the numerator is neither nobody nor
 * everybody.
 */
final class Ties {
    private final Population population;

    Ties(Population population) {
        this.population = population;
    }

    boolean isTold(Series rate) {
        return population.members().stream()
                .filter(member -> member.has(rate))
                .anyMatch(member -> member.series().stream()
                        .filter(series -> !series.isSameIndicator(rate))
                        .anyMatch(series -> isTold(member, rate, series)));
    }

    private static boolean isTold(Member member, Series rate, Series series) {
        int cohorts = 0;
        int equal = 0;
        for (int c = 0; c < member.cohorts(); c++) {
            Tally tally = member.tally(c, rate);
            Sides sides = tally == null ? null : tally.sides();
            if (sides != null && sides.numerator() > 0 && sides.numerator() < member.learners(c, rate)) {
                cohorts++;
                equal += member.learners(c, series) == sides.numerator() ? 1 : 0;
            }
        }
        return equal > 0 && 2 * equal >= cohorts;
    }
}
