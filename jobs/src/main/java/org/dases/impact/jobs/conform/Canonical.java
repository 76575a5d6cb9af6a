// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.conform;

import io.delta.tables.DeltaTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.dases.impact.indicators.canonical.CanonicalTable;
import org.dases.impact.indicators.canonical.CanonicalTables;
import org.dases.impact.jobs.lake.DeltaTables;
import org.dases.impact.jobs.lake.Lake;

/**
 * Writes the conformed zone: a dataset's rows of some school years take the place of those it had there. Several
 * datasets may be written at once: to one table one after the other, so that no commit finds another in its way.
 */
final class Canonical {
    private static final String QUARANTINE = "_quarantine";

    /** A partition, so that replacing a dataset's rows reads none of the others'. */
    private static final String DATASET = "_dataset";

    /** Rows are looked for by partitions only, so that least and greatest values of columns are of no use. */
    private static final String STATISTICS = "delta.dataSkippingNumIndexedCols";

    private final SparkSession spark;
    private final Lake lake;
    private final Map<String, Object> turns = new ConcurrentHashMap<>();

    Canonical(SparkSession spark, Lake lake) {
        this.spark = spark;
        this.lake = lake;
    }

    /**
     * Replaces rows.
     *
     * @param table canonical name
     * @param dataset whose rows
     * @param rows the new rows of the affected school years
     * @param years the affected school years; empty when all of the dataset's rows are replaced
     */
    void replace(String table, String dataset, Dataset<Row> rows, Optional<List<String>> years) {
        String path = lake.conformed(table);
        synchronized (turn(path)) {
            replaceAt(path, dataset, rows, years);
        }
    }

    private void replaceAt(String path, String dataset, Dataset<Row> rows, Optional<List<String>> years) {
        if (!DeltaTables.exists(spark, path)) {
            rows.write()
                    .format("delta")
                    .option(STATISTICS, "0")
                    .partitionBy(CanonicalTable.SCHOOL_YEAR, CanonicalTable.PROVIDER, DATASET)
                    .save(path);
            return;
        }
        if (years.filter(List::isEmpty).isPresent()) {
            return;
        }
        String which = DATASET + " = '" + dataset + "'";
        if (years.isPresent()) {
            which += years.get().stream()
                    .map(year -> "'" + year + "'")
                    .collect(Collectors.joining(", ", " AND " + CanonicalTable.SCHOOL_YEAR + " IN (", ")"));
        }
        rows.write()
                .format("delta")
                .mode("overwrite")
                .option("replaceWhere", which)
                .option("mergeSchema", "true")
                .save(path);
    }

    /** Removes a dataset's rows from the tables that it feeds no longer. */
    void removeFromOthers(Set<String> fed, String dataset) {
        for (CanonicalTable table : CanonicalTables.all()) {
            String path = lake.conformed(table.name());
            if (!fed.contains(table.name()) && DeltaTables.exists(spark, path)) {
                synchronized (turn(path)) {
                    DeltaTable.forPath(spark, path)
                            .delete(functions.col(DATASET).equalTo(dataset));
                }
            }
        }
    }

    /** Replaces the quarantine rows of a dataset. */
    void quarantine(String dataset, Dataset<Row> rows) {
        String path = lake.conformed(QUARANTINE);
        synchronized (turn(path)) {
            quarantineAt(path, dataset, rows);
        }
    }

    private Object turn(String path) {
        return turns.computeIfAbsent(path, each -> new Object());
    }

    private void quarantineAt(String path, String dataset, Dataset<Row> rows) {
        boolean there = DeltaTables.exists(spark, path);
        var writer = rows.coalesce(1).write().format("delta");
        if (there) {
            writer.mode("overwrite")
                    .option("replaceWhere", DATASET + " = '" + dataset + "'")
                    .save(path);
        } else {
            writer.option(STATISTICS, "0").partitionBy(DATASET).save(path);
        }
    }
}
