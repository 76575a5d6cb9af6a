// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.retain;

import java.util.List;
import java.util.stream.Stream;
import org.dases.impact.jobs.release.RestingTable;

/**
 * What came of looking for rows that must not be kept.
 *
 * @param purged what was purged, or would be
 * @param unclear rows of which nobody can tell, a sentence each; they stay and are not used
 * @param cells published tables whose cells were dropped; the next run computes them from what is left
 * @param releases released tables that rest on what was purged
 */
public record RetainReport(List<Purged> purged, List<String> unclear, List<String> cells, List<RestingTable> releases) {
    /** Nothing had to go. */
    public static final RetainReport NOTHING = new RetainReport(List.of(), List.of(), List.of(), List.of());

    public RetainReport {
        purged = List.copyOf(purged);
        unclear = List.copyOf(unclear);
        cells = List.copyOf(cells);
        releases = List.copyOf(releases);
    }

    /**
     * This and what came after it.
     *
     * @param other another report
     * @return both in one
     */
    public RetainReport and(RetainReport other) {
        return new RetainReport(
                both(purged, other.purged),
                both(unclear, other.unclear),
                both(cells, other.cells),
                both(releases, other.releases));
    }

    private static <T> List<T> both(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }
}
