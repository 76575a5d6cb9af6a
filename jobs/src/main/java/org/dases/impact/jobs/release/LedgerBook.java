// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.dases.impact.indicators.disclosure.Clearance;
import org.dases.impact.indicators.disclosure.earlier.Ledger;
import org.dases.impact.jobs.lake.DeltaTables;
import org.dases.impact.jobs.lake.Lake;

/**
 * The restricted ledger: what was told and what was withheld in each release. It is written before the release becomes
 * visible, so that a release never lacks it; what it holds of a release that never became visible does not count, and
 * the next attempt under the same number replaces it.
 */
final class LedgerBook {
    private static final int NONCE_BYTES = 32;

    private final SparkSession spark;
    private final String path;
    private final int piece;

    LedgerBook(SparkSession spark, Lake lake) {
        this(spark, lake, RowPieces.LARGE);
    }

    /** A book that is written in pieces of so many rows. */
    LedgerBook(SparkSession spark, Lake lake, int piece) {
        this.spark = spark;
        this.path = lake.ledger();
        this.piece = piece;
    }

    /**
     * What is remembered of a release.
     *
     * @param id its number
     * @param at when it was released
     * @param figures rows of its figures
     */
    record Page(long id, Instant at, List<Row> figures) {}

    /**
     * What is remembered of all releases.
     *
     * @param pages oldest first
     * @param lacking why they cannot be used, if they cannot
     */
    record Reading(List<Page> pages, Optional<ReleaseOutcome.Unledgered> lacking) {}

    /**
     * Writes the page of a release.
     *
     * @param granted the release as the gate cleared it
     * @param datasets those that each table rests on
     * @return the hash by which the release binds itself to it
     */
    String write(
            long release,
            Instant at,
            Clearance.Granted granted,
            Map<String, LedgerPlace> places,
            Map<String, Set<String>> datasets) {
        byte[] nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        RowPieces.Target target = new RowPieces.Target(path, "release_id", release);
        RowPieces pieces = new RowPieces(spark, LedgerRows.COLUMNS, target, piece);
        LedgerRows.Commitment commitment = new LedgerRows.Commitment(LedgerRows.COLUMNS.size());
        Consumer<Row> page = row -> {
            commitment.add(row);
            pieces.add(row);
        };
        page.accept(LedgerRows.head(release, at, HexFormat.of().formatHex(nonce)));
        for (Ledger.Table table : granted.ledger().tables()) {
            LedgerPlace place = Objects.requireNonNull(places.get(table.id()), table.id());
            Set<String> used = Objects.requireNonNull(datasets.get(table.id()), table.id());
            for (Ledger.Entry entry : table.cells()) {
                String where = place.of(entry.at());
                entry.figures()
                        .forEach((indicator, figure) -> page.accept(LedgerRows.figure(
                                release,
                                at,
                                table.id(),
                                where,
                                entry.primary(),
                                indicator,
                                figure,
                                used,
                                granted.explanations().of(table.id(), entry.at(), indicator))));
            }
        }
        pieces.end();
        return commitment.hash();
    }

    /** What is remembered of the cell of a table at a place; empty if there is none. */
    List<Row> cell(long release, String table, String place) {
        return DeltaTables.exists(spark, path)
                ? all().filter(functions
                                .col("release_id")
                                .equalTo(release)
                                .and(functions.col("table_id").equalTo(table))
                                .and(functions.col("place").equalTo(place)))
                        .orderBy("indicator_id")
                        .collectAsList()
                : List.of();
    }

    /** Reads the pages of the releases that readers have. Without one of them nobody knows what must stay secret. */
    Reading read(List<PublishedZone.Committed> releases) {
        for (PublishedZone.Committed release : releases) {
            if (release.seal().isEmpty()) {
                return unknown(release, ReleaseOutcome.Lack.BEFORE_LEDGER);
            }
        }
        Map<Long, List<Row>> rows = rows(releases);
        List<Page> pages = new ArrayList<>();
        for (PublishedZone.Committed release : releases) {
            List<Row> own = rows.getOrDefault(release.id(), List.of());
            if (own.isEmpty()) {
                return unknown(release, ReleaseOutcome.Lack.MISSING);
            }
            if (!LedgerRows.isBoundTo(release.seal().get().commitment(), own)) {
                return unknown(release, ReleaseOutcome.Lack.CHANGED);
            }
            pages.add(new Page(
                    release.id(),
                    own.get(0).<Timestamp>getAs("released_at").toInstant(),
                    own.stream().filter(row -> row.getAs("table_id") != null).toList()));
        }
        return new Reading(pages, Optional.empty());
    }

    private Map<Long, List<Row>> rows(List<PublishedZone.Committed> releases) {
        Map<Long, List<Row>> rows = new LinkedHashMap<>();
        Object[] ids = releases.stream().map(PublishedZone.Committed::id).toArray();
        if (ids.length > 0 && DeltaTables.exists(spark, path)) {
            all().filter(functions.col("release_id").isin(ids))
                    .collectAsList()
                    .forEach(row -> rows.computeIfAbsent(row.getAs("release_id"), id -> new ArrayList<>())
                            .add(row));
        }
        return rows;
    }

    /** All pages in the columns of now; those that a page was written without are empty. */
    private Dataset<Row> all() {
        Dataset<Row> stored = spark.read().format("delta").load(path);
        List<String> there = List.of(stored.columns());
        return stored.select(Arrays.stream(LedgerRows.COLUMNS.fields())
                .map(field -> there.contains(field.name())
                        ? functions.col(field.name())
                        : functions.lit(null).cast(field.dataType()).as(field.name()))
                .toArray(Column[]::new));
    }

    private static Reading unknown(PublishedZone.Committed release, ReleaseOutcome.Lack lack) {
        return new Reading(List.of(), Optional.of(new ReleaseOutcome.Unledgered(release.id(), lack)));
    }
}
