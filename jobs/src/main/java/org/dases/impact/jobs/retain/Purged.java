// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.retain;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Rows that were purged, or would be.
 *
 * @param dataset name of the dataset
 * @param contract identifier of the contract under which they landed
 * @param versions hashes of the contract as it was when they landed
 * @param cause why
 * @param before of the rows only those pulled before this instant; empty: all of them
 * @param reason a sentence that a lawyer can read
 * @param landed how many landed records, rejected ones included, as it may be shown
 * @param conformed how many rows of the canonical tables, as it may be shown
 */
public record Purged(
        String dataset,
        String contract,
        SortedSet<String> versions,
        Cause cause,
        Optional<Instant> before,
        String reason,
        String landed,
        String conformed) {
    public Purged {
        versions = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(versions));
    }
}
