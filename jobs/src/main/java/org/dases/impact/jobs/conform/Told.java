// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.conform;

import org.dases.impact.indicators.canonical.ConformCounts;

/** A conform run in one line for people. */
final class Told {
    private Told() {}

    static String of(ConformCounts counts) {
        long rows = counts.rows().values().stream().mapToLong(Long::longValue).sum();
        return counts.records() + " records, " + rows + " rows"
                + (counts.quarantinedRecords() > 0 ? ", " + counts.quarantinedRecords() + " in quarantine" : "");
    }
}
