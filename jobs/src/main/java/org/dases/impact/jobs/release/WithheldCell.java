// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.dases.impact.indicators.disclosure.rules.WithheldFor;
import org.dases.impact.jobs.lake.Lake;

/**
 * Why the figures of a cell were withheld, as the ledger remembers it. Restricted: for those who keep the engine.
 *
 * @param indicator the indicator
 * @param told whether its figure was told as it was at that release
 * @param reasons all that apply; empty where it was told, or follows from other rows of its table
 */
public record WithheldCell(String indicator, boolean told, List<WithheldFor> reasons) {
    public WithheldCell {
        reasons = List.copyOf(reasons);
    }

    /**
     * Looks a cell up.
     *
     * @param spark session to read with
     * @param lake the lake
     * @param release number of the release
     * @param table name of the table
     * @param codes code by column; columns that are not named are totals
     * @param period school year, or year and period as in {@code 2023-2024/MONTH:2023-10-01}; empty for all periods
     * @return its indicators in alphabetical order; empty if the release has no such cell
     */
    public static List<WithheldCell> find(
            SparkSession spark,
            Lake lake,
            long release,
            String table,
            Map<String, String> codes,
            Optional<String> period) {
        return new LedgerBook(spark, lake)
                .cell(release, table, LedgerPlace.of(codes, period)).stream()
                        .map(row -> new WithheldCell(
                                row.getAs("indicator_id"), row.<Boolean>getAs("told"), LedgerRows.withheldFor(row)))
                        .toList();
    }
}
