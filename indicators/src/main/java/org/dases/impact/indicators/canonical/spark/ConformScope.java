// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical.spark;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which part of the outcome is wanted. Duplicates and voided statements are always looked for in all landed rows that
 * are passed in.
 *
 * @param schoolYears the school years whose rows are kept, {@code _T} for rows of all years; empty: every row
 * @param countedAfter only records pulled after this instant are counted; empty: every record
 */
public record ConformScope(Optional<Set<String>> schoolYears, Optional<Instant> countedAfter) {
    public ConformScope {
        schoolYears = schoolYears.map(Set::copyOf);
    }

    /**
     * Everything.
     *
     * @return a scope without limits
     */
    public static ConformScope everything() {
        return new ConformScope(Optional.empty(), Optional.empty());
    }
}
