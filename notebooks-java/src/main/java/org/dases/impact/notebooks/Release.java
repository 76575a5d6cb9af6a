// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.notebooks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An immutable, numbered set of published tables that became visible in one commit.
 *
 * @param id number of the release; a later release has a higher one
 * @param releasedAt when it became visible
 * @param engineVersion version of the engine that made it
 * @param tables its tables, by name; not empty
 * @param certificate SHA-256 of its certificate, the file {@code certificates/release-ID.json} beside the tables; empty
 *     where it has none
 */
public record Release(
        long id, Instant releasedAt, String engineVersion, List<ReleasedTable> tables, Optional<String> certificate) {
    /**
     * Makes a release.
     *
     * @throws IllegalArgumentException if there is no table
     */
    public Release {
        tables = List.copyOf(tables);
        if (tables.isEmpty()) {
            throw new IllegalArgumentException("release " + id + " has no table");
        }
    }

    /**
     * Names of the tables.
     *
     * @return in alphabetical order
     */
    public List<String> tableIds() {
        return tables.stream().map(ReleasedTable::id).toList();
    }
}
