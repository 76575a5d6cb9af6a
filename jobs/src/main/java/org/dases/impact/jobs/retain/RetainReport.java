// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.retain;

import java.util.List;
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
    public RetainReport {
        purged = List.copyOf(purged);
        unclear = List.copyOf(unclear);
        cells = List.copyOf(cells);
        releases = List.copyOf(releases);
    }
}
