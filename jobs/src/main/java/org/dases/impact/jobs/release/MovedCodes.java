// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Node;

/**
 * Finds the cohorts of a table that stood elsewhere when an earlier release told of them: a course that is of another
 * faculty by now, or whose faculty is shown, or is not shown any more, is that course all the same. So it is where its
 * code stands below one other only, then and now.
 */
final class MovedCodes {
    private final LedgerPlace place;
    private final Map<String, List<Node>> byFinest = new HashMap<>();

    /**
     * The cohorts of now.
     *
     * @param place where cohorts of the table stand
     */
    MovedCodes(LedgerPlace place, List<Cohort> cohorts) {
        this.place = place;
        Set<String> several = new HashSet<>();
        cohorts.forEach(cohort -> place.finest(place.of(cohort.at()))
                .filter(finest -> byFinest.put(finest, cohort.at()) != null)
                .ifPresent(several::add));
        byFinest.keySet().removeAll(several);
    }

    /**
     * Cohorts by the places where they stood.
     *
     * @param then all places of which a table of an earlier release told
     * @return those places that have a cohort of now each, as far as codes tell
     */
    Map<String, List<Node>> of(Collection<String> then) {
        Map<String, String> byCode = new HashMap<>();
        Set<String> several = new HashSet<>();
        then.forEach(stood -> place.finest(stood)
                .filter(finest -> byCode.put(finest, stood) != null)
                .ifPresent(several::add));
        byCode.keySet().removeAll(several);
        Map<String, List<Node>> found = new HashMap<>();
        byCode.forEach((finest, stood) -> {
            List<Node> at = byFinest.get(finest);
            if (at != null) {
                found.put(stood, at);
            }
        });
        return found;
    }
}
