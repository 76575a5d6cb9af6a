// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.decisions;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Timestamp;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.dases.impact.jobs.lake.Commits;
import org.dases.impact.jobs.lake.DeltaTables;
import org.dases.impact.jobs.lake.Lake;

/**
 * The log as a Delta table of the restricted zone. Each commit carries its last entry as its note, and the same stands
 * in a file beside the table, so that entries cannot go from its end unnoticed either. Whoever wants to be sure even
 * against one who can write to the whole zone keeps the head that an export names.
 */
public final class DecisionLog {
    private static final StructType COLUMNS = StructType.fromDDL("number BIGINT, at TIMESTAMP, point STRING, dataset"
            + " STRING, contract_id STRING, contract_sha256 STRING, action STRING, purposes ARRAY<STRING>, permitted"
            + " BOOLEAN, reasons ARRAY<STRING>, previous STRING, hash STRING");

    private final SparkSession spark;
    private final String path;
    private final Path headFile;

    /**
     * The log of a lake.
     *
     * @param spark session with Delta
     * @param lake a lake on a local file system
     */
    public DecisionLog(SparkSession spark, Lake lake) {
        this.spark = spark;
        this.path = lake.decisions();
        this.headFile = lake.folder(lake.restricted()).resolve("decisions.head");
    }

    /**
     * Adds decisions in one commit; the caller holds the lake's lease.
     *
     * @param decisions oldest first; nothing is written when there are none
     */
    public void append(List<Decided> decisions) {
        if (decisions.isEmpty()) {
            return;
        }
        List<LogEntry> entries = Chain.extend(last(), decisions);
        LogEntry last = entries.get(entries.size() - 1);
        Head head = new Head(last.number(), last.hash());
        if (!DeltaTables.exists(spark, path)) {
            DeltaTable.createIfNotExists(spark)
                    .location(path)
                    .addColumns(COLUMNS)
                    .property("delta.appendOnly", "true")
                    .property("delta.dataSkippingNumIndexedCols", "1")
                    .execute();
        }
        spark.createDataFrame(entries.stream().map(DecisionLog::row).toList(), COLUMNS)
                .coalesce(1)
                .write()
                .format("delta")
                .mode("append")
                .option("userMetadata", head.text())
                .save(path);
        write(head);
    }

    /** Not the last of the entries, so that what somebody put after it does not become part of the chain. */
    private Head last() {
        Head noted = head();
        return noted.equals(Head.NONE)
                ? entries().stream()
                        .reduce((one, other) -> other)
                        .map(entry -> new Head(entry.number(), entry.hash()))
                        .orElse(Head.NONE)
                : noted;
    }

    /**
     * Reads the log.
     *
     * @return all entries in the order of their numbers
     */
    public List<LogEntry> entries() {
        return DeltaTables.read(spark, path)
                .map(rows -> rows.orderBy("number", "hash"))
                .map(Dataset::collectAsList)
                .orElseGet(List::of)
                .stream()
                .map(DecisionLog::entry)
                .toList();
    }

    /**
     * Checks the log.
     *
     * @return where it is broken first; empty when it is whole
     */
    public Optional<Break> check() {
        List<LogEntry> entries = entries();
        return Chain.check(entries, head()).or(() -> checkFile(entries));
    }

    /** The file may be one commit behind, since its writer may have been killed, but it must be there. */
    private Optional<Break> checkFile(List<LogEntry> entries) {
        Optional<Head> filed = filed();
        if (filed.isEmpty()) {
            return entries.isEmpty() && !Files.exists(headFile)
                    ? Optional.empty()
                    : Optional.of(new Break(Break.Kind.HEAD, entries.size()));
        }
        return filed.filter(head -> entries.stream()
                        .anyMatch(entry ->
                                entry.number() == head.number() && !entry.hash().equals(head.hash())))
                .map(head -> new Break(Break.Kind.REPLACED, head.number()));
    }

    /**
     * The furthest that anything outside of the entries tells of. Of the commits the last is there in any case; a
     * writer who was killed before he wrote the file has left it.
     */
    private Head head() {
        Optional<Commits> commits = Commits.of(spark, path);
        Stream<String> notes = Stream.concat(
                commits.flatMap(Commits::note).stream(),
                commits.flatMap(Commits::notes).stream().flatMap(List::stream));
        return Stream.concat(notes.flatMap(note -> Head.parse(note).stream()), filed().stream())
                .max(Comparator.comparingLong(Head::number))
                .orElse(Head.NONE);
    }

    /** Empty also where the file says something else than a head. */
    private Optional<Head> filed() {
        if (!Files.exists(headFile)) {
            return Optional.empty();
        }
        try {
            return Head.parse(Files.readString(headFile, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException("the head of the decision log cannot be read from " + headFile, e);
        }
    }

    private void write(Head head) {
        Path aside = headFile.resolveSibling("decisions.head.new");
        try {
            Files.writeString(aside, head.text() + "\n");
            Files.move(aside, headFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the head of the decision log cannot be written to " + headFile, e);
        }
    }

    private static Row row(LogEntry entry) {
        Decided decided = entry.decided();
        return RowFactory.create(
                entry.number(),
                Timestamp.from(decided.at()),
                decided.point(),
                decided.dataset(),
                decided.contract(),
                decided.sha256(),
                decided.action(),
                decided.purposes().toArray(String[]::new),
                decided.permitted(),
                decided.reasons().toArray(String[]::new),
                entry.previous(),
                entry.hash());
    }

    private static LogEntry entry(Row row) {
        return new LogEntry(
                row.getAs("number"),
                row.getAs("previous"),
                new Decided(
                        row.<Timestamp>getAs("at").toInstant(),
                        row.getAs("point"),
                        row.getAs("dataset"),
                        row.getAs("contract_id"),
                        row.getAs("contract_sha256"),
                        row.getAs("action"),
                        new TreeSet<>(row.<String>getList(row.fieldIndex("purposes"))),
                        row.getAs("permitted"),
                        row.getList(row.fieldIndex("reasons"))),
                row.getAs("hash"));
    }
}
