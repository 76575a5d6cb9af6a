// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.landing;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a pull landed. Counts are of received records, never of persons.
 *
 * @param dataset name of the dataset
 * @param records good records committed by this pull
 * @param rejected records that could not be read, committed with their reason
 * @param slicesRead slices read to their end by this pull
 * @param slicesUnchanged slices read before and unchanged since
 * @param commits Delta commits made
 * @param reasons reason of rejection to number of records
 * @param emptySlices slices that hold no record at all, which often means that an export failed
 */
public record LandingReport(
        String dataset,
        long records,
        long rejected,
        int slicesRead,
        int slicesUnchanged,
        int commits,
        SortedMap<String, Long> reasons,
        List<String> emptySlices) {
    public LandingReport {
        reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
        emptySlices = List.copyOf(emptySlices);
    }

    /**
     * Whether the pull changed the lake.
     *
     * @return false when everything was read before
     */
    public boolean changedAnything() {
        return commits > 0;
    }
}
