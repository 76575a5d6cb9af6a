// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.dases.impact.jobs.lake.DeltaTables;
import org.dases.impact.jobs.lake.Lake;

/** Which tables of which releases rest on a dataset, by the ledger. */
public final class RestingTables {
    private RestingTables() {}

    /**
     * Finds them.
     *
     * @param spark session
     * @param lake the lake
     * @param datasets names of datasets
     * @return tables of committed releases, oldest first; a release of before the ledger is in none
     */
    public static List<RestingTable> of(SparkSession spark, Lake lake, Collection<String> datasets) {
        Set<Long> committed = new PublishedZone(spark, lake)
                .committed().stream().map(PublishedZone.Committed::id).collect(Collectors.toSet());
        List<Row> pages = DeltaTables.read(spark, lake.ledger())
                .filter(ledger -> List.of(ledger.columns()).contains("datasets"))
                .map(ledger -> ledger.where("table_id IS NOT NULL")
                        .select("release_id", "table_id", "datasets")
                        .distinct())
                .map(Dataset::collectAsList)
                .orElseGet(List::of);
        List<RestingTable> resting = new ArrayList<>();
        for (Row page : pages) {
            if (committed.contains(page.getLong(0))) {
                Arrays.stream(page.getString(2).split(LedgerRows.SEPARATOR, -1))
                        .filter(datasets::contains)
                        .forEach(dataset -> resting.add(new RestingTable(page.getLong(0), page.getString(1), dataset)));
            }
        }
        resting.sort(Comparator.comparingLong(RestingTable::release)
                .thenComparing(RestingTable::table)
                .thenComparing(RestingTable::dataset));
        return resting;
    }
}
