// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.indicators.disclosure.ClearedRelease;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.dases.impact.jobs.lake.DeltaTables;
import org.dases.impact.jobs.lake.Lake;
import org.jspecify.annotations.Nullable;

/**
 * The published zone. It takes a {@link ClearedRelease} and nothing else: first the rows of every table under the new
 * release id, then one commit to {@code releases} that makes them visible. A run that dies in between leaves rows that
 * no reader shows, and the next run under the same id replaces them.
 */
final class PublishedZone {
    private static final String RELEASES = "releases";
    private static final String CONSTRAINT = "delta.constraints.";
    private static final String COMMITMENT = "ledger_commitment";
    private static final String HEAD = "ledger_head";
    private static final String CERTIFICATE = "certificate_sha256";

    private final SparkSession spark;
    private final Lake lake;
    private final int piece;

    PublishedZone(SparkSession spark, Lake lake) {
        this(spark, lake, RowPieces.LARGE);
    }

    /** A zone that is written in pieces of so many rows. */
    PublishedZone(SparkSession spark, Lake lake, int piece) {
        this.spark = spark;
        this.lake = lake;
        this.piece = piece;
    }

    /** The committed releases, oldest first. */
    List<Committed> committed() {
        Map<Long, Committed> byId = new TreeMap<>();
        DeltaTables.read(spark, lake.published(RELEASES))
                .map(Dataset::collectAsList)
                .orElseGet(List::of)
                .forEach(row -> byId.put(row.getAs("release_id"), Committed.of(row)));
        return List.copyOf(byId.values());
    }

    /** Removes from all tables, asked for or not, the rows of releases that were begun and not committed. */
    void removeAfter(long last) {
        for (String name : folders()) {
            String path = lake.published(name);
            if (!name.equals(RELEASES) && DeltaTables.exists(spark, path)) {
                DeltaTable.forPath(spark, path).delete("release_id > " + last);
            }
        }
    }

    private List<String> folders() {
        Path published = lake.publishedFolder();
        if (!Files.isDirectory(published)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(published)) {
            return folders.map(folder -> String.valueOf(folder.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the tables in " + published + " cannot be listed", e);
        }
    }

    /**
     * A committed release.
     *
     * @param id its number
     * @param fingerprint hash of what it was made from
     * @param seal ties it to its page of the ledger; empty where it was made before there was one
     */
    record Committed(long id, String fingerprint, Optional<CertificateFile.Seal> seal) {
        /** The last of these, oldest first; with number 0 before the first release. */
        static Committed last(List<Committed> all) {
            return all.isEmpty() ? new Committed(0, "", Optional.empty()) : all.get(all.size() - 1);
        }

        /** Head of the ledger up to this release. */
        String head() {
            return seal.map(CertificateFile.Seal::head).orElse(CertificateFile.NO_HEAD);
        }

        static Committed of(Row row) {
            boolean isSealed = Arrays.asList(row.schema().fieldNames()).contains(COMMITMENT)
                    && row.<@Nullable String>getAs(COMMITMENT) != null;
            return new Committed(
                    row.getAs("release_id"),
                    row.getAs("fingerprint"),
                    isSealed
                            ? Optional.of(new CertificateFile.Seal(
                                    row.getAs(COMMITMENT), row.getAs(HEAD), row.getAs(CERTIFICATE)))
                            : Optional.empty());
        }
    }

    /** The rows of each table, as they will be written; made anew each time they are asked for. */
    static Map<String, Iterable<Row>> rows(
            long release, ClearedRelease cleared, Map<String, PublishedTable> tables, MonthDay schoolYearStart) {
        Map<String, Iterable<Row>> rows = new LinkedHashMap<>();
        for (ClearedTable table : cleared.tables()) {
            PublishedTable asked = Objects.requireNonNull(tables.get(table.id()), table.id());
            Periods own = new Periods(asked.periods(), schoolYearStart);
            rows.put(table.id(), new ReleaseRows(release, asked, own, table));
        }
        return rows;
    }

    void publish(
            long release,
            ClearedRelease cleared,
            Map<String, PublishedTable> tables,
            Map<String, Iterable<Row>> rows,
            int threshold,
            ReleaseHead head,
            CertificateFile.Seal seal) {
        List<Row> heads = new ArrayList<>();
        for (ClearedTable table : cleared.tables()) {
            PublishedTable asked = Objects.requireNonNull(tables.get(table.id()), table.id());
            write(release, asked, Objects.requireNonNull(rows.get(table.id())), threshold);
            heads.add(RowFactory.create(
                    release,
                    Timestamp.from(head.at()),
                    table.id(),
                    table.id(),
                    (long) table.rows().size(),
                    table.published(),
                    table.withheld(),
                    head.fingerprint(),
                    head.engineVersion(),
                    seal.commitment(),
                    seal.head(),
                    seal.certificate()));
        }
        commit(heads);
    }

    /** What all tables of a release have in common. */
    record ReleaseHead(Instant at, String fingerprint, String engineVersion) {}

    private void write(long release, PublishedTable table, Iterable<Row> rows, int threshold) {
        StructType columns = PublishedColumns.of(table);
        String path = lake.published(table.id());
        if (DeltaTables.exists(spark, path)) {
            check(release, path, threshold);
        } else {
            create(table, columns, path, threshold);
        }
        RowPieces.Target target = new RowPieces.Target(path, "school_year", release);
        RowPieces pieces = new RowPieces(spark, columns, target, piece);
        rows.forEach(pieces::add);
        pieces.end();
    }

    private void create(PublishedTable table, StructType columns, String path, int threshold) {
        DeltaTable.createIfNotExists(spark)
                .location(path)
                .addColumns(columns)
                .partitionedBy("school_year")
                .comment(table.title().fr() + " / " + table.title().en())
                .property("delta.minReaderVersion", "1")
                .property("delta.enableDeletionVectors", "false")
                // Repeated in the table itself, so that even a foreign writer cannot put a small cohort in. These
                // properties are what ALTER TABLE ADD CONSTRAINT sets, after reading a table that has rows.
                .property(
                        CONSTRAINT + ThresholdCheck.NAME,
                        ThresholdCheck.of(threshold).sql())
                .property("delta.constraints.confidential_has_no_number", """
                        conf_status = 'F' OR (value IS NULL AND value_low IS NULL AND value_high IS NULL \
                        AND numerator IS NULL AND denominator IS NULL AND n_learners IS NULL AND n_schools IS NULL \
                        AND n_providers IS NULL AND ci_low IS NULL AND ci_high IS NULL)""")
                .execute();
    }

    /** Brings the table's constraint to the threshold of the new release; those before keep theirs. */
    private void check(long release, String path, int threshold) {
        Optional<String> now = DeltaTables.property(spark, path, CONSTRAINT + ThresholdCheck.NAME);
        String wanted = ThresholdCheck.read(now).from(release, threshold).sql();
        if (now.filter(wanted::equals).isPresent()) {
            return;
        }
        // Rows of a release that was never committed, by a run that died, were checked by another threshold.
        DeltaTable.forPath(spark, path).delete("release_id >= " + release);
        String table = "ALTER TABLE delta.`" + path.replace("`", "``") + "` ";
        spark.sql(table + "DROP CONSTRAINT IF EXISTS " + ThresholdCheck.NAME);
        spark.sql(table + "ADD CONSTRAINT " + ThresholdCheck.NAME + " CHECK (" + wanted + ")");
    }

    private void commit(List<Row> heads) {
        StructType columns = new StructType(new StructField[] {
            DataTypes.createStructField("release_id", DataTypes.LongType, true),
            DataTypes.createStructField("released_at", DataTypes.TimestampType, true),
            DataTypes.createStructField("table_id", DataTypes.StringType, true),
            DataTypes.createStructField("path", DataTypes.StringType, true),
            DataTypes.createStructField("rows", DataTypes.LongType, true),
            DataTypes.createStructField("published", DataTypes.LongType, true),
            DataTypes.createStructField("withheld", DataTypes.LongType, true),
            DataTypes.createStructField("fingerprint", DataTypes.StringType, true),
            DataTypes.createStructField("engine_version", DataTypes.StringType, true),
            DataTypes.createStructField(COMMITMENT, DataTypes.StringType, true),
            DataTypes.createStructField(HEAD, DataTypes.StringType, true),
            DataTypes.createStructField(CERTIFICATE, DataTypes.StringType, true)
        });
        spark.createDataFrame(heads, columns)
                .coalesce(1)
                .write()
                .format("delta")
                .mode("append")
                .option("txnAppId", "impact-releases")
                .option("txnVersion", heads.get(0).getLong(0))
                .save(lake.published(RELEASES));
    }
}
