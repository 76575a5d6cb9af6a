// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.conform;

import org.dases.impact.indicators.canonical.ConformCounts;
import org.dases.impact.jobs.observe.Discreet;

/** A conform run in one line for people. */
final class Told {
    private Told() {}

    static String of(ConformCounts counts, Discreet shown) {
        long rows = counts.rows().values().stream().mapToLong(Long::longValue).sum();
        long bad = counts.quarantinedRecords();
        return shown.about(counts.records()) + " records, " + shown.about(rows) + " rows"
                + (bad > 0 ? ", " + shown.about(bad) + " in quarantine" : "");
    }
}
