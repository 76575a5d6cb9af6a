// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.cells;

import java.util.List;
import java.util.Map;

/**
 * One combination of codes with its tallies.
 *
 * @param at one node per axis of the table, in the order of its axes
 * @param tallies tally by indicator id; an indicator without one is a zero there
 * @param sets fingerprint of the contributors by indicator id, where there is one
 */
public record Cohort(List<Node> at, Map<String, Tally> tallies, Map<String, SetFingerprint> sets) {
    public Cohort {
        at = List.copyOf(at);
        tallies = Map.copyOf(tallies);
        sets = Map.copyOf(sets);
    }

    /**
     * A cohort without fingerprints: its counts stand for its contributors.
     *
     * @param at one node per axis of the table
     * @param tallies tally by indicator id
     */
    public Cohort(List<Node> at, Map<String, Tally> tallies) {
        this(at, tallies, Map.of());
    }
}
