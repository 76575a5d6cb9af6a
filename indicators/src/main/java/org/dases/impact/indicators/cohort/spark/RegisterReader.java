// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.dases.impact.indicators.definition.Level;
import org.jspecify.annotations.Nullable;

/** Reads registers into memory where they have room there. */
final class RegisterReader {
    /**
     * What a learner with one version takes while the register is put in order: a key of 36 bytes and where it is, 70;
     * the version and two attributes twice, as columns that have grown, 60; and some more.
     */
    private static final long LEARNER_BYTES = 160;
    /** Schools come as rows. */
    private static final long SCHOOL_BYTES = 1_000;
    /** Registers may take this part of the memory of the driver, and of an executor; rows are counted without them. */
    private static final int PART = 3;

    private final CanonicalData data;
    private final List<String> learnerCodes;
    private final List<String> schoolCodes;

    /**
     * A reader.
     *
     * @param data the conformed tables
     * @param levels all levels
     */
    RegisterReader(CanonicalData data, List<Level> levels) {
        this.data = data;
        this.learnerCodes = codes(levels, "learner");
        this.schoolCodes = codes(levels, "school");
    }

    private static List<String> codes(List<Level> levels, String table) {
        return levels.stream()
                .filter(level -> level.table().equals(table))
                .map(level -> "cast((" + level.code() + ") as string)")
                .toList();
    }

    /**
     * Reads.
     *
     * @param spark where they are sent
     * @return empty where they have no room
     */
    Optional<Registers> read(SparkContext spark) {
        return read(memory(spark) / PART);
    }

    /** Reads what has room in so many bytes. */
    Optional<Registers> read(long room) {
        Optional<Dataset<Row>> learners = data.table("learner");
        // a school without attributes lends nothing
        Optional<Dataset<Row>> schools = schoolCodes.isEmpty() ? Optional.empty() : data.table("school");
        long bytes = LEARNER_BYTES * learners.map(Dataset::count).orElse(0L)
                + SCHOOL_BYTES * schools.map(Dataset::count).orElse(0L);
        if (bytes > room) {
            return Optional.empty();
        }
        List<Row> versions = schools.map(this::rows).orElse(List.of());
        List<UTF8String> since = List.copyOf(
                new TreeSet<>(versions.stream().map(row -> text(row, 1)).toList()));
        Registers without = new Registers(learners.map(this::learners).orElse(null), null, since);
        return Optional.of(schools.isEmpty() ? without : withSchools(without, versions));
    }

    /** The least memory of a process that packs or counts. */
    static long memory(SparkContext spark) {
        long driver = Runtime.getRuntime().maxMemory();
        return spark.isLocal()
                ? driver
                : Math.min(driver, spark.getConf().getSizeAsBytes("spark.executor.memory", "1g"));
    }

    private Register learners(Dataset<Row> table) {
        List<Column> columns = new ArrayList<>();
        for (String column : List.of(
                "learner_pid",
                "unix_date(coalesce(cast(valid_from as date), " + InForce.EVER + "))",
                "unix_date(coalesce(cast(valid_to as date), " + InForce.NEVER + "))",
                "uai")) {
            columns.add(expr(column));
        }
        learnerCodes.forEach(code -> columns.add(expr(code)));
        int attributes = 1 + learnerCodes.size();
        return read(table.select(columns.toArray(Column[]::new)), attributes).inOrder(false);
    }

    /** As many partitions at once as are read side by side: all parts besides the whole would have no room. */
    private static RegisterRows read(Dataset<Row> versions, int attributes) {
        RegisterRows all = new RegisterRows(attributes);
        JavaRDD<RegisterRows> parts = versions.queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitions(rows -> List.of(pack(rows, attributes)).iterator());
        int step = Math.max(1, parts.context().defaultParallelism());
        for (int first = 0; first < parts.getNumPartitions(); first += step) {
            int end = Math.min(parts.getNumPartitions(), first + step);
            for (List<RegisterRows> part :
                    parts.collectPartitions(IntStream.range(first, end).toArray())) {
                for (RegisterRows rows : part) {
                    all = all.with(rows);
                }
            }
        }
        return all;
    }

    private static RegisterRows pack(Iterator<InternalRow> rows, int attributes) {
        RegisterRows packed = new RegisterRows(attributes);
        while (rows.hasNext()) {
            InternalRow row = rows.next();
            List<@Nullable UTF8String> values = new ArrayList<>();
            for (int i = 0; i < attributes; i++) {
                values.add(row.isNullAt(3 + i) ? null : row.getUTF8String(3 + i));
            }
            packed.add(row.isNullAt(0) ? null : row.getUTF8String(0), row.getInt(1), row.getInt(2), values);
        }
        return packed;
    }

    private List<Row> rows(Dataset<Row> table) {
        boolean isYearly = List.of(table.columns()).contains("school_year");
        List<Column> columns = new ArrayList<>(
                List.of(expr("uai"), expr(isYearly ? "coalesce(nullif(school_year, '_T'), '')" : "''")));
        schoolCodes.forEach(code -> columns.add(expr(code)));
        return table.select(columns.toArray(Column[]::new))
                .where("uai is not null")
                .collectAsList();
    }

    private Registers withSchools(Registers registers, List<Row> versions) {
        RegisterRows all = new RegisterRows(schoolCodes.size());
        for (Row row : versions) {
            List<@Nullable UTF8String> values = new ArrayList<>();
            IntStream.range(0, schoolCodes.size()).forEach(i -> values.add(text(row, 2 + i)));
            all.add(text(row, 0), registers.time(text(row, 1)), Integer.MAX_VALUE, values);
        }
        return new Registers(registers.learners(), all.inOrder(true), registers.since());
    }

    private static UTF8String text(Row row, int column) {
        return UTF8String.fromString(row.getString(column));
    }
}
