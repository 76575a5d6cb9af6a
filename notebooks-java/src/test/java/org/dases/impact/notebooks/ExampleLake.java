// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.notebooks;

import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.FieldMetadata;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampType;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dases.impact.notebooks.DeltaFixture.Cells;
import org.jspecify.annotations.Nullable;

/**
 * A published lake of invented figures: release 1 with one table, release 2 with two, and the rows of a release 3 that
 * was broken off before its commit. Bretagne and Corse are secret together, so that neither follows from the totals.
 */
final class ExampleLake {
    static final String USAGE = "usage_by_territory";
    static final String QUALITY = "quality_by_provider";
    static final String YEAR = "2025-2026";

    static final StructType RELEASES = new StructType()
            .add("release_id", LongType.LONG)
            .add("released_at", TimestampType.TIMESTAMP)
            .add("table_id", StringType.STRING)
            .add("path", StringType.STRING)
            .add("rows", LongType.LONG)
            .add("published", LongType.LONG)
            .add("withheld", LongType.LONG)
            .add("fingerprint", StringType.STRING)
            .add("engine_version", StringType.STRING);

    private final Path root;

    ExampleLake(Path root) {
        this.root = root;
    }

    static ExampleLake write(Path root) {
        ExampleLake lake = new ExampleLake(root);
        DeltaFixture usage = lake.table(USAGE, "region_academique", "academie", "sector");
        DeltaFixture releases = lake.releases();
        usage.append(lastYear(1));
        releases.append(List.of(entry(1, "2025-09-15T08:00:00Z", USAGE, 5, 3, 2)));
        List<Cells> second = new ArrayList<>(lastYear(2));
        second.addAll(thisYear());
        usage.append(second);
        lake.table(QUALITY, "provider")
                .append(List.of(
                        cell(2, YEAR, List.of("_T"), "DQ-01", "PERCENT", 99.25, 20_000),
                        cell(2, YEAR, List.of("edtech-a"), "DQ-01", "PERCENT", 98.5, 10_000)));
        releases.append(List.of(
                entry(2, "2025-10-15T08:00:00Z", USAGE, 22, 16, 6),
                entry(2, "2025-10-15T08:00:00Z", QUALITY, 2, 2, 0)));
        usage.append(List.of(
                cell(3, YEAR, List.of("_T", "_T", "_T"), "AD-02", "COUNT", 9999.0, 9999),
                cell(3, YEAR, List.of("Corse", "_T", "_T"), "AD-02", "COUNT", 8888.0, 8888)));
        return lake;
    }

    DeltaFixture releases() {
        return new DeltaFixture(root.resolve("releases"), RELEASES, List.of());
    }

    DeltaFixture table(String id, String... levels) {
        return new DeltaFixture(root.resolve(id), schema(levels), List.of("school_year"));
    }

    static StructType schema(String... levels) {
        StructType schema = new StructType()
                .add("release_id", LongType.LONG, comment("Numéro de la diffusion / Number of the release"))
                .add("table_id", StringType.STRING)
                .add("school_year", StringType.STRING)
                .add("period_kind", StringType.STRING)
                .add("period_start", DateType.DATE);
        for (String level : levels) {
            schema = schema.add(level, StringType.STRING);
        }
        return schema.add("indicator_id", StringType.STRING)
                .add("unit", StringType.STRING)
                .add("value", DoubleType.DOUBLE, comment("Valeur exacte / Exact value"))
                .add("value_low", DoubleType.DOUBLE)
                .add("value_high", DoubleType.DOUBLE)
                .add("numerator", DoubleType.DOUBLE)
                .add("denominator", DoubleType.DOUBLE)
                .add("n_learners", LongType.LONG)
                .add("n_schools", LongType.LONG)
                .add("n_providers", LongType.LONG)
                .add("ci_low", DoubleType.DOUBLE)
                .add("ci_high", DoubleType.DOUBLE)
                .add("obs_status", StringType.STRING)
                .add("conf_status", StringType.STRING)
                .add("frozen_since", TimestampType.TIMESTAMP)
                .add("method_version", StringType.STRING);
    }

    static Cells entry(long release, String at, String table, long rows, long published, long withheld) {
        long micros = Instant.parse(at).toEpochMilli() * 1000;
        return new Cells(List.of(release, micros, table, table, rows, published, withheld, "f" + release, "0.1.0"));
    }

    static Cells cell(
            long release, String year, List<String> codes, String indicator, String unit, double value, long learners) {
        return row(
                release, year, null, codes, indicator, unit, new @Nullable Object[] {value, null, null, learners}, "F");
    }

    static Cells secret(long release, String year, List<String> codes, String indicator, String unit) {
        return row(release, year, null, codes, indicator, unit, new @Nullable Object[] {null, null, null, null}, "C");
    }

    /** {@code numbers}: value, value_low, value_high, n_learners. */
    static Cells row(
            long release,
            String year,
            @Nullable String month,
            List<String> codes,
            String indicator,
            String unit,
            @Nullable Object[] numbers,
            String confidentiality) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(release);
        cells.add(codes.size() == 1 ? QUALITY : USAGE);
        cells.add(year);
        cells.add(month == null ? "year" : "month");
        cells.add((int) LocalDate.parse(month == null ? year.substring(0, 4) + "-09-01" : month)
                .toEpochDay());
        cells.addAll(codes);
        cells.add(indicator);
        cells.add(unit);
        cells.add(numbers[0]);
        cells.add(numbers[1]);
        cells.add(numbers[2]);
        cells.add(null);
        cells.add(null);
        cells.add(numbers[3]);
        cells.add(null);
        cells.add(null);
        cells.add(null);
        cells.add(null);
        cells.add("A");
        cells.add(confidentiality);
        cells.add(null);
        cells.add("1");
        return new Cells(cells);
    }

    private static List<Cells> lastYear(long release) {
        String year = "2024-2025";
        return List.of(
                cell(release, year, List.of("_T", "_T", "_T"), "AD-02", "COUNT", 1005, 1005),
                cell(release, year, List.of("Île-de-France", "_T", "_T"), "AD-02", "COUNT", 700, 700),
                cell(release, year, List.of("Normandie", "_T", "_T"), "AD-02", "COUNT", 290, 290),
                secret(release, year, List.of("Bretagne", "_T", "_T"), "AD-02", "COUNT"),
                secret(release, year, List.of("Corse", "_T", "_T"), "AD-02", "COUNT"));
    }

    private static List<Cells> thisYear() {
        @Nullable Object[] september = {980.0, null, null, 980L};
        @Nullable Object[] october = {1102.0, null, null, 1102L};
        @Nullable Object[] atLeast98 = {null, 98.0, 100.0, 401L};
        List<String> total = List.of("_T", "_T", "_T");
        List<String> normandie = List.of("Normandie", "_T", "_T");
        return List.of(
                cell(2, YEAR, total, "AD-02", "COUNT", 1240, 1240),
                row(2, YEAR, "2025-09-01", total, "AD-02", "COUNT", september, "F"),
                row(2, YEAR, "2025-10-01", total, "AD-02", "COUNT", october, "F"),
                cell(2, YEAR, List.of("_T", "_T", "PU"), "AD-02", "COUNT", 1012, 1012),
                cell(2, YEAR, List.of("_T", "_T", "PR"), "AD-02", "COUNT", 228, 228),
                cell(2, YEAR, List.of("Île-de-France", "_T", "_T"), "AD-02", "COUNT", 812, 812),
                cell(2, YEAR, List.of("Île-de-France", "Créteil", "_T"), "AD-02", "COUNT", 431, 431),
                cell(2, YEAR, List.of("Île-de-France", "Paris", "_T"), "AD-02", "COUNT", 214, 214),
                cell(2, YEAR, List.of("Île-de-France", "Versailles", "_T"), "AD-02", "COUNT", 167, 167),
                cell(2, YEAR, normandie, "AD-02", "COUNT", 401, 401),
                secret(2, YEAR, List.of("Bretagne", "_T", "_T"), "AD-02", "COUNT"),
                secret(2, YEAR, List.of("Corse", "_T", "_T"), "AD-02", "COUNT"),
                cell(2, YEAR, total, "PR-02", "PERCENT", 74.5, 1240),
                cell(2, YEAR, List.of("Île-de-France", "_T", "_T"), "PR-02", "PERCENT", 62.25, 812),
                row(2, YEAR, null, normandie, "PR-02", "PERCENT", atLeast98, "F"),
                secret(2, YEAR, List.of("Bretagne", "_T", "_T"), "PR-02", "PERCENT"),
                secret(2, YEAR, List.of("Corse", "_T", "_T"), "PR-02", "PERCENT"));
    }

    private static FieldMetadata comment(String text) {
        return FieldMetadata.builder().putString("comment", text).build();
    }
}
