// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.compute;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.dases.impact.indicators.cohort.spark.DayDigest;
import org.dases.impact.indicators.cohort.spark.FactRecipe;
import org.dases.impact.indicators.cohort.spark.FactShelf;
import org.dases.impact.jobs.job.EngineVersion;
import org.dases.impact.jobs.lake.Digest;
import org.dases.impact.jobs.lake.Lake;

/**
 * Keeps the facts of one published table beside its cells. Days whose rows are not what they were are made again; all
 * are where anything else is not what it was: engine, definitions, settings, datasets, contracts, attributes.
 */
final class FactStore implements FactShelf {
    /** After so many increments all facts are made again, into few files. */
    private static final int MOST_INCREMENTS = 50;

    /** Where more days have changed, or half of the rows, all are made again sooner than some. */
    private static final int MOST_DAYS = 1_000;

    private final SparkSession spark;
    private final Lake lake;
    private final String table;
    private final CellsInputs inputs;
    private final FactKeeping keeping;

    /**
     * A store.
     *
     * @param table id of the published table
     * @param inputs the rows that its cells may rest on
     */
    FactStore(SparkSession spark, Lake lake, String table, CellsInputs inputs, FactKeeping keeping) {
        this.spark = spark;
        this.lake = lake;
        this.table = table;
        this.inputs = inputs;
        this.keeping = keeping;
    }

    @Override
    public Optional<Dataset<Row>> facts(FactRecipe recipe) {
        String path = lake.facts(table, recipe.over());
        FactsNote now = note(recipe);
        Optional<FactsNote> before =
                keeping.anew() ? Optional.empty() : FactsNote.read(spark, path).filter(note -> note.isOfSameKind(now));
        if (before.isEmpty() && recipe.rows() < keeping.fromRows()) {
            return Optional.empty();
        }
        if (before.filter(note -> note.versions().equals(now.versions())).isEmpty()) {
            try {
                bringUpToDate(recipe, path, now, before);
            } catch (Exception e) { // Spark throws checked ones that it does not declare
                if (isOverflow(e)) {
                    return Optional.empty(); // whoever counts the rows refuses by name what does not fit
                }
                throw e;
            }
        }
        return Optional.of(read(path));
    }

    private static boolean isOverflow(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ArithmeticException) {
                return true;
            }
        }
        return false;
    }

    private Dataset<Row> read(String path) {
        return spark.read().format("delta").load(path);
    }

    private FactsNote note(FactRecipe recipe) {
        SortedMap<String, Long> versions = new TreeMap<>(inputs.versions());
        versions.keySet().retainAll(recipe.tables());
        String fingerprint = Digest.of(List.of(EngineVersion.text(), recipe.definition()));
        return new FactsNote(fingerprint, inputs.contracts(), versions, "", 0);
    }

    private void bringUpToDate(FactRecipe recipe, String path, FactsNote now, Optional<FactsNote> before) {
        String registers = before.filter(note -> note.hasSameRegisters(now))
                .map(FactsNote::registers)
                .orElseGet(recipe::registers);
        SortedMap<Integer, DayDigest> days = recipe.days();
        Optional<FactsNote> base =
                before.filter(note -> note.registers().equals(registers) && note.increments() < MOST_INCREMENTS);
        if (base.isPresent()) {
            Dataset<Row> kept = read(path);
            Set<Integer> changed = changed(FactRecipe.days(kept), days);
            if (changed.size() <= MOST_DAYS && rows(days, changed) <= rows(days, days.keySet()) / 2) {
                FactsNote note = now.withRegisters(registers).after(base.get());
                write(recipe.remake(kept, days, changed), note)
                        .option("replaceWhere", slices(changed))
                        .save(path);
                return;
            }
        }
        write(recipe.make(days), now.withRegisters(registers))
                .partitionBy(FactRecipe.SLICE)
                .option("overwriteSchema", "true")
                .save(path);
    }

    private static DataFrameWriter<Row> write(Dataset<Row> facts, FactsNote note) {
        return facts.write().format("delta").mode("overwrite").option("userMetadata", note.text());
    }

    private static String slices(Set<Integer> changed) {
        return FactRecipe.slices(changed).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", ", FactRecipe.SLICE + " IN (", ")"));
    }

    private static long rows(Map<Integer, DayDigest> days, Set<Integer> some) {
        return days.entrySet().stream()
                .filter(each -> some.contains(each.getKey()))
                .mapToLong(each -> each.getValue().rows())
                .sum();
    }

    private static Set<Integer> changed(Map<Integer, DayDigest> before, Map<Integer, DayDigest> now) {
        Set<Integer> days = new TreeSet<>(before.keySet());
        days.addAll(now.keySet());
        days.removeIf(day -> before.containsKey(day) && before.get(day).equals(now.get(day)));
        return days;
    }
}
