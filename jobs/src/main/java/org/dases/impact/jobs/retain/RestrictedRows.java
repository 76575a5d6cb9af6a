// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.retain;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.dases.impact.indicators.canonical.CanonicalTables;
import org.dases.impact.jobs.compute.CellsInputs;
import org.dases.impact.jobs.conform.RunLog;
import org.dases.impact.jobs.lake.DeltaTables;
import org.dases.impact.jobs.lake.Lake;

/** What the restricted zones hold of whom: landed and conformed rows, and the cells that rest on them. */
final class RestrictedRows {
    static final String QUARANTINE = "_quarantine";

    private static final String DATASET = "_dataset";
    private static final String CONTRACT = "_contract_id";

    private final SparkSession spark;
    private final Lake lake;

    RestrictedRows(SparkSession spark, Lake lake) {
        this.spark = spark;
        this.lake = lake;
    }

    /** Datasets of which something has landed. */
    List<String> landed() {
        return tables(lake.landed());
    }

    /** Canonical tables that are there. */
    List<String> canonical() {
        return CanonicalTables.all().stream()
                .map(table -> table.name())
                .filter(name -> DeltaTables.exists(spark, lake.conformed(name)))
                .toList();
    }

    /** Published tables that have cells. */
    List<String> cells() {
        return tables(lake.restricted() + "/cells");
    }

    private List<String> tables(String root) {
        Path folder = lake.folder(root);
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .filter(name -> DeltaTables.exists(spark, root + "/" + name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + root + " cannot be listed", e);
        }
    }

    /** Under which contracts the rows of each dataset landed. */
    List<Holding> holdings() {
        List<Dataset<Row>> parts = new ArrayList<>();
        for (String dataset : landed()) {
            parts.add(provenance(read(lake.landed() + "/" + dataset).withColumn(DATASET, lit(dataset))));
        }
        canonical().forEach(table -> parts.add(provenance(read(lake.conformed(table)))));
        return parts.stream()
                .reduce(Dataset::unionAll)
                .map(RestrictedRows::holdings)
                .orElseGet(List::of);
    }

    private static List<Holding> holdings(Dataset<Row> provenance) {
        SortedMap<String, SortedMap<String, SortedSet<String>>> versions = new TreeMap<>();
        provenance
                .distinct()
                .collectAsList()
                .forEach(row -> versions.computeIfAbsent(row.getString(0), dataset -> new TreeMap<>())
                        .computeIfAbsent(row.getString(1), contract -> new TreeSet<>())
                        .add(row.getString(2)));
        List<Holding> holdings = new ArrayList<>();
        versions.forEach((dataset, contracts) ->
                contracts.forEach((contract, hashes) -> holdings.add(new Holding(dataset, contract, hashes))));
        return holdings;
    }

    /** Under which contracts each dataset was pulled, by its checkpoints, which are few. */
    List<Holding> pulled() {
        return landed().stream()
                .map(dataset -> provenance(read(lake.landed() + "/" + dataset)
                        .where(col("_kind").equalTo("checkpoint"))
                        .withColumn(DATASET, lit(dataset))))
                .reduce(Dataset::unionAll)
                .map(RestrictedRows::holdings)
                .orElseGet(List::of);
    }

    private static Dataset<Row> provenance(Dataset<Row> rows) {
        return rows.select(DATASET, CONTRACT, "_contract_sha256").distinct();
    }

    /** Landed rows of a contract: all kinds, or where some stay, records alone, so that they are not read again. */
    static Column landedUnder(String contract, Optional<Instant> before) {
        Column under = col(CONTRACT).equalTo(contract);
        return before.map(instant ->
                        under.and(pulledBefore(instant)).and(col("_kind").isin("record", "rejected")))
                .orElse(under);
    }

    /** Rows of a canonical table that came of landed rows of a contract. */
    static Column conformedUnder(String dataset, String contract, Optional<Instant> before) {
        Column under = of(dataset).and(col(CONTRACT).equalTo(contract));
        return before.map(instant -> under.and(pulledBefore(instant))).orElse(under);
    }

    static Column of(String dataset) {
        return col(DATASET).equalTo(dataset);
    }

    private static Column pulledBefore(Instant instant) {
        return col("_pulled_at").lt(lit(Timestamp.from(instant)));
    }

    /** Landed records, and those that could not be read. */
    long countLanded(String dataset, Column which) {
        return DeltaTables.read(spark, lake.landed() + "/" + dataset)
                .map(rows -> rows.where(which.and(col("_kind").notEqual("checkpoint")))
                        .count())
                .orElse(0L);
    }

    long countConformed(Column which) {
        return canonical().stream()
                .mapToLong(table -> read(lake.conformed(table)).where(which).count())
                .sum();
    }

    boolean anyLanded(String dataset, Column which) {
        return DeltaTables.read(spark, lake.landed() + "/" + dataset)
                .filter(rows -> !rows.where(which).isEmpty())
                .isPresent();
    }

    /** Whether anything but checkpoints is landed or conformed of a dataset. */
    boolean holds(String dataset) {
        return anyLanded(dataset, col("_kind").notEqual("checkpoint")) || countConformed(of(dataset)) > 0;
    }

    /** Cells that rest on some datasets, in any version of them, or on rows that are not the last ones any more. */
    List<String> cellsOn(SortedSet<String> datasets) {
        return cells().stream()
                .filter(table ->
                        CellsInputs.mayRestOn(spark, lake.cells(table), datasets) || isOutdated(lake.cells(table)))
                .toList();
    }

    private boolean isOutdated(String cells) {
        return CellsInputs.read(spark, cells)
                .filter(inputs -> inputs.versions().entrySet().stream()
                        .allMatch(each -> DeltaTables.version(spark, lake.conformed(each.getKey())) == each.getValue()))
                .isEmpty();
    }

    /** Tables of the conformed zone in which a dataset may have rows. */
    List<String> conformedPaths() {
        List<String> names = new ArrayList<>(canonical());
        names.addAll(List.of(QUARANTINE, RunLog.TABLE));
        return names.stream().map(lake::conformed).toList();
    }

    private Dataset<Row> read(String path) {
        return spark.read().format("delta").load(path);
    }
}
