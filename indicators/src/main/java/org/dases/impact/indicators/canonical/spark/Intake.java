// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dases.impact.indicators.canonical.CanonicalTable;
import org.dases.impact.indicators.canonical.CanonicalTables;
import org.dases.impact.indicators.canonical.ConformCounts;

/** Counts what became of the records of a batch. */
final class Intake {
    /** Rows that are good and first of their key. */
    static final Column KEPT =
            col(TableRows.REASON).isNull().and(col(TableRows.RANK).equalTo(1));

    private static final Column DUPLICATE =
            col(TableRows.REASON).isNull().and(col(TableRows.RANK).gt(1));

    private final Dataset<Row> landed;
    private final Dataset<Row> tried;
    private final Map<String, Dataset<Row>> ranked;
    private final Dataset<Row> quarantine;
    private final ConformScope scope;

    Intake(
            Dataset<Row> landed,
            Dataset<Row> tried,
            Map<String, Dataset<Row>> ranked,
            Dataset<Row> quarantine,
            ConformScope scope) {
        this.landed = landed;
        this.tried = tried;
        this.ranked = ranked;
        this.quarantine = quarantine;
        this.scope = scope;
    }

    ConformCounts counts() {
        SortedMap<String, Long> rows = new TreeMap<>();
        long[] sums = new long[4];
        ranked.forEach((name, frame) -> {
            Row sum = table(name, frame);
            rows.put(name, sum.getLong(0));
            for (int i = 0; i < sums.length; i++) {
                sums[i] += sum.getLong(i + 1);
            }
        });
        Row records = counted(tried)
                .agg(count(lit(1)), count_if(col(RecordView.VOIDED)))
                .head();
        long rejected = counted(landed.filter(col("_kind").equalTo(Quarantine.REJECTED)))
                .count();
        SortedMap<String, Long> reasons = new TreeMap<>();
        Dataset<Row> bad = counted(quarantine);
        bad.groupBy("reason").count().collectAsList().forEach(row -> reasons.put(row.getString(0), row.getLong(1)));
        long badRecords = reasons.isEmpty()
                ? 0
                : bad.select("_slice", "_number").distinct().count();
        return new ConformCounts(
                records.getLong(0) + rejected,
                rows,
                badRecords,
                reasons,
                sums[0],
                sums[1],
                sums[2],
                records.getLong(1),
                sums[3]);
    }

    private Row table(String name, Dataset<Row> frame) {
        CanonicalTable table = CanonicalTables.get(name);
        Column kept = scope.schoolYears().map(years -> KEPT.and(within(years))).orElse(KEPT);
        return counted(frame)
                .agg(
                        count_if(kept),
                        count_if(table.register() ? lit(false) : DUPLICATE),
                        count_if(KEPT.and(col(TableRows.UNKNOWN_VERB))),
                        count_if(KEPT.and(col(TableRows.UNKNOWN_CODE))),
                        count_if(KEPT.and(col(TableRows.LATE))))
                .head();
    }

    private static Column within(Set<String> years) {
        return col(CanonicalTable.SCHOOL_YEAR).isInCollection(years);
    }

    private Dataset<Row> counted(Dataset<Row> rows) {
        return scope.countedAfter()
                .map(after -> rows.filter(col("_pulled_at").gt(lit(after))))
                .orElse(rows);
    }
}
