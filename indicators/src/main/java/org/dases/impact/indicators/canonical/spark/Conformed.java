// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical.spark;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dases.impact.indicators.canonical.ConformCounts;

/** The outcome of conforming a dataset. Its tables are cached; close it once they are written. */
public final class Conformed implements AutoCloseable {
    private final Map<String, Dataset<Row>> tables;
    private final Dataset<Row> quarantine;
    private final ConformCounts counts;
    private final List<Dataset<Row>> cached;

    Conformed(
            Map<String, Dataset<Row>> tables,
            Dataset<Row> quarantine,
            ConformCounts counts,
            List<Dataset<Row>> cached) {
        this.tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        this.quarantine = quarantine;
        this.counts = counts;
        this.cached = List.copyOf(cached);
    }

    /**
     * Canonical rows by table, in the columns of {@link CanonicalSchema}.
     *
     * @return one entry per mapped table, also where it has no row
     */
    public Map<String, Dataset<Row>> tables() {
        return tables;
    }

    /**
     * Canonical rows of one table.
     *
     * @param name a table that the mapping feeds
     * @return its rows
     * @throws IllegalArgumentException where the mapping does not feed it
     */
    public Dataset<Row> table(String name) {
        Dataset<Row> rows = tables.get(name);
        if (rows == null) {
            throw new IllegalArgumentException("the mapping feeds no table '" + name + "'");
        }
        return rows;
    }

    /**
     * Bad records, one row per record and table: {@code _dataset, _slice, _number, table, reason, _pulled_at};
     * {@code table} is null where the record itself is bad. Never limited to school years, since a bad record may have
     * none.
     *
     * @return at most one row per record and table
     */
    public Dataset<Row> quarantine() {
        return quarantine;
    }

    /**
     * What became of the records.
     *
     * @return the counts within the scope
     */
    public ConformCounts counts() {
        return counts;
    }

    /** Frees the cache. */
    @Override
    public void close() {
        cached.forEach(Dataset::unpersist);
    }
}
