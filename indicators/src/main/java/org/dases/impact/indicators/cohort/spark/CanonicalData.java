// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The conformed tables that are at hand, and {@code intake}. The other derived tables are made from them.
 *
 * @param tables name of the canonical table → its rows, as in the conformed zone
 */
public record CanonicalData(Map<String, Dataset<Row>> tables) {
    public CanonicalData {
        tables = Map.copyOf(tables);
    }

    /**
     * One table.
     *
     * @param name name of the canonical table
     * @return its rows, or empty when no dataset feeds it
     */
    public Optional<Dataset<Row>> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }
}
