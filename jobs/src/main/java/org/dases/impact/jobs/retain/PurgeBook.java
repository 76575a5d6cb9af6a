// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.retain;

import io.delta.tables.DeltaTable;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.dases.impact.jobs.lake.DeltaTables;
import org.dases.impact.jobs.lake.Lake;
import org.dases.impact.jobs.release.RestingTable;
import org.jspecify.annotations.Nullable;

/**
 * The record of purges, to which rows are only added. A purge is written down before anything of it is removed and
 * again when all of it is gone, so that one that was killed is brought to its end by the next command. Beside it stands
 * which released tables rest on what was purged.
 */
final class PurgeBook {
    private static final String BEGUN = "BEGUN";
    private static final String DONE = "DONE";

    private static final StructType COLUMNS = StructType.fromDDL(
            "purge STRING, state STRING, at TIMESTAMP, dataset STRING, contract_id STRING, contract_sha256"
                    + " ARRAY<STRING>, cause STRING, reason STRING, before TIMESTAMP, landed STRING, conformed STRING");

    private static final StructType MARKS = StructType.fromDDL("release_id BIGINT, table_id STRING, dataset STRING,"
            + " contract_id STRING, cause STRING, purge STRING, at TIMESTAMP");

    private final SparkSession spark;
    private final Lake lake;

    PurgeBook(SparkSession spark, Lake lake) {
        this.spark = spark;
        this.lake = lake;
    }

    void begin(String purge, Instant at, List<Purged> purged) {
        append(lake.purges(), COLUMNS, rows(purge, BEGUN, at, purged), purge + "/begun");
    }

    /** Marks the releases first: a purge is done when they are. */
    void end(String purge, Instant at, List<Purged> purged, List<RestingTable> releases) {
        List<Row> marks = new ArrayList<>();
        for (RestingTable each : releases) {
            purged.stream()
                    .filter(one -> one.dataset().equals(each.dataset()))
                    .forEach(one -> marks.add(RowFactory.create(
                            each.release(),
                            each.table(),
                            each.dataset(),
                            one.contract(),
                            one.cause().name(),
                            purge,
                            Timestamp.from(at))));
        }
        if (!marks.isEmpty()) {
            append(lake.purgedReleases(), MARKS, marks, purge + "/marks");
        }
        append(lake.purges(), COLUMNS, rows(purge, DONE, at, purged), purge + "/done");
    }

    /** Purges that were begun and have not come to their end, by their ids. */
    Map<String, List<Purged>> begun() {
        List<Row> all = DeltaTables.read(spark, lake.purges())
                .map(Dataset::collectAsList)
                .orElseGet(List::of);
        Set<String> done = new HashSet<>();
        all.stream()
                .filter(row -> DONE.equals(row.<String>getAs("state")))
                .forEach(row -> done.add(row.getAs("purge")));
        Map<String, List<Purged>> begun = new LinkedHashMap<>();
        all.stream()
                .filter(row -> !done.contains(row.<String>getAs("purge")))
                .forEach(row -> begun.computeIfAbsent(row.getAs("purge"), purge -> new ArrayList<>())
                        .add(purged(row)));
        return begun;
    }

    private static List<Row> rows(String purge, String state, Instant at, List<Purged> purged) {
        return purged.stream()
                .map(each -> RowFactory.create(
                        purge,
                        state,
                        Timestamp.from(at),
                        each.dataset(),
                        each.contract(),
                        each.versions().toArray(String[]::new),
                        each.cause().name(),
                        each.reason(),
                        each.before().map(Timestamp::from).orElse(null),
                        each.landed(),
                        each.conformed()))
                .toList();
    }

    private static Purged purged(Row row) {
        @Nullable Timestamp before = row.getAs("before");
        return new Purged(
                row.getAs("dataset"),
                row.getAs("contract_id"),
                new TreeSet<>(row.<String>getList(row.fieldIndex("contract_sha256"))),
                Cause.valueOf(row.getAs("cause")),
                Optional.ofNullable(before).map(Timestamp::toInstant),
                row.getAs("reason"),
                row.getAs("landed"),
                row.getAs("conformed"));
    }

    /** Once, however often it is called with the same name. */
    private void append(String path, StructType columns, List<Row> rows, String once) {
        if (!DeltaTables.exists(spark, path)) {
            DeltaTable.createIfNotExists(spark)
                    .location(path)
                    .addColumns(columns)
                    .property("delta.appendOnly", "true")
                    .execute();
        }
        spark.createDataFrame(rows, columns)
                .coalesce(1)
                .write()
                .format("delta")
                .mode("append")
                .option("txnAppId", once)
                .option("txnVersion", 1)
                .save(path);
    }
}
