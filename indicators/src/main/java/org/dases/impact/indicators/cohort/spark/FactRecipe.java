// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.dases.impact.indicators.cohort.CubeSettings;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.definition.Level;
import org.dases.impact.indicators.definition.PeriodKind;

/**
 * How the facts of some indicators over one table, canonical or made from others, are made: a row for each contributor,
 * day and set of finest codes, with sums. Facts of different days are made of different rows, so that each day can be
 * made again alone; the attributes are those in force on the day.
 *
 * <p>Facts have the columns slice (INT, months, facts of which lie together), day (INT, days since 1970), contributor,
 * school, provider, year, level0, level1 …, kind and unit, and on, x, y of each indicator. Besides, each day has a row
 * in slice 0 with the {@link DayDigest} of the rows that its facts were made of: columns rows, low, high.
 */
public final class FactRecipe {
    /** Name of the column that tells facts of different days apart. */
    public static final String DAY = "day";

    /** Name of the column by which facts are best put into files. */
    public static final String SLICE = "slice";

    /** Form of the facts: another one has another number. */
    private static final String FORM = "1";

    private static final StructType DIGESTS = StructType.fromDDL("day INT, rows BIGINT, low BIGINT, high BIGINT");
    private static final int NO_SLICE = 0;
    private static final long FEW_ROWS = 200_000;
    private static final String MONTH = "if(day = " + FactRows.NO_DAY
            + ", 1, year(date_from_unix_date(day)) * 100 + month(date_from_unix_date(day)))";

    private final String over;
    private final PeriodKind finest;
    private final Dataset<Row> source;
    private final CanonicalData data;
    private final CubeSettings settings;
    private final List<Level> levels;
    private final List<CompiledIndicator> indicators;
    private final FactRows form;

    /**
     * A recipe.
     *
     * @param over name of the table
     * @param finest finest kind of period that is asked for, on which rows made from others may depend
     * @param source its rows
     * @param data registers for the attributes
     * @param settings time
     * @param levels levels of all dimensions
     * @param indicators those to be counted, whose contributor is the learner
     */
    FactRecipe(
            String over,
            PeriodKind finest,
            Dataset<Row> source,
            CanonicalData data,
            CubeSettings settings,
            List<Level> levels,
            List<CompiledIndicator> indicators) {
        this.over = over;
        this.finest = finest;
        this.source = source;
        this.data = data;
        this.settings = settings;
        this.levels = List.copyOf(levels);
        this.indicators = List.copyOf(indicators);
        this.form = new FactRows(levels.size(), indicators);
    }

    /**
     * The table that the indicators are over.
     *
     * @return its name
     */
    public String over() {
        return over;
    }

    /**
     * The canonical tables that the facts rest on.
     *
     * @return names, registers among them, and what the rows are made from
     */
    public Set<String> tables() {
        Set<String> tables = new TreeSet<>(DerivedTables.madeOf(over));
        Stream.of("learner", "school")
                .filter(name -> data.table(name).isPresent())
                .forEach(tables::add);
        return tables;
    }

    /**
     * How many rows the facts are made of, or fewer.
     *
     * @return number of rows
     */
    public long rows() {
        return source.count();
    }

    /**
     * All that decides what is made of the same rows.
     *
     * @return a text that is equal only for equal facts
     */
    public String definition() {
        List<String> parts = new ArrayList<>(List.of(FORM, over, finest.name(), settings.toString()));
        levels.forEach(level -> parts.add(level.table() + ": " + level.code()));
        for (CompiledIndicator each : indicators) {
            parts.add(String.join(
                    "; ", each.form().name(), each.counting().name(), each.on(), each.x(), each.y(), each.unit()));
        }
        return String.join("\n", parts);
    }

    /**
     * What the attributes come to that registers lend.
     *
     * @return a text that is another one when they have changed
     */
    public String registers() {
        List<String> digests = new ArrayList<>();
        for (String register : List.of("learner", "school")) {
            List<String> codes = levels.stream()
                    .filter(level -> level.table().equals(register))
                    .map(Level::code)
                    .toList();
            List<String> fixed = List.of("learner_pid", "uai", "valid_from", "valid_to", "school_year");
            Optional<Dataset<Row>> rows = data.table(register);
            // A school without attributes lends nothing; a learner lends at least the school.
            digests.add(
                    rows.isEmpty() || (register.equals("school") && codes.isEmpty())
                            ? "-"
                            : new RowDigest(List.of(rows.get().columns()), fixed, codes)
                                    .ofAll(rows.get())
                                    .toString());
        }
        return String.join(" ", digests);
    }

    /**
     * The digest of each day's rows, of all columns that facts are made of.
     *
     * @return day to digest
     */
    public SortedMap<Integer, DayDigest> days() {
        List<String> expressions = new ArrayList<>();
        levels.stream().filter(level -> level.table().equals("row")).forEach(level -> expressions.add(level.code()));
        indicators.forEach(each -> expressions.addAll(List.of(each.on(), each.x(), each.y(), each.unit())));
        List<String> fixed =
                new ArrayList<>(List.of("learner_pid", "respondent_pid", "uai", "provider_id", "school_year", "as_of"));
        fixed.addAll(RowTime.DATES);
        return new RowDigest(List.of(source.columns()), fixed, expressions).byDay(source, day());
    }

    private String day() {
        return "coalesce(unix_date(" + RowTime.day(source.schema(), settings) + "), " + FactRows.NO_DAY + ")";
    }

    /**
     * The digests that stand beside kept facts.
     *
     * @param kept rows of {@link #make}
     * @return day to digest
     */
    public static SortedMap<Integer, DayDigest> days(Dataset<Row> kept) {
        SortedMap<Integer, DayDigest> days = new TreeMap<>();
        kept.where(col(SLICE).equalTo(NO_SLICE))
                .select(DAY, "rows", "low", "high")
                .collectAsList()
                .forEach(row -> days.put(row.getInt(0), new DayDigest(row.getLong(1), row.getLong(2), row.getLong(3))));
        return days;
    }

    /**
     * Makes the facts of all days.
     *
     * @param days what {@link #days()} found
     * @return facts and digests, by slice within each partition
     */
    public Dataset<Row> make(Map<Integer, DayDigest> days) {
        return written(made(source, data), days);
    }

    /**
     * Makes the facts of some days again.
     *
     * @param kept facts as they were
     * @param days what {@link #days()} found
     * @param changed the days whose rows are not those that the facts were made of; few, since they are named one by
     *     one
     * @return all that belongs into {@link #slices}
     */
    public Dataset<Row> remake(Dataset<Row> kept, Map<Integer, DayDigest> days, Set<Integer> changed) {
        Dataset<Row> rows = source.where(expr(day()).isin(changed.toArray()));
        long number = days.entrySet().stream()
                .filter(each -> changed.contains(each.getKey()))
                .mapToLong(each -> each.getValue().rows())
                .sum();
        Dataset<Row> others = kept.where(col(SLICE).isin(slices(changed).toArray()))
                .where(col(SLICE).notEqual(NO_SLICE))
                .where(not(col(DAY).isin(changed.toArray())))
                .drop("rows", "low", "high");
        return written(others.unionByName(made(rows, number <= FEW_ROWS ? onlyThoseOf(rows) : data)), days);
    }

    /**
     * Where the facts of some days lie.
     *
     * @param days days since 1970
     * @return slices, that of the digests among them
     */
    public static Set<Integer> slices(Set<Integer> days) {
        Set<Integer> slices = new TreeSet<>(Set.of(NO_SLICE));
        days.forEach(day -> {
            LocalDate date = LocalDate.ofEpochDay(day);
            slices.add(day == FactRows.NO_DAY ? 1 : date.getYear() * 100 + date.getMonthValue());
        });
        return slices;
    }

    private Dataset<Row> made(Dataset<Row> rows, CanonicalData registers) {
        Dataset<Row> measured =
                new MeasuredRows(registers, settings, levels).of(rows, ContributorKind.LEARNER, indicators);
        return form.of(measured).withColumn(SLICE, expr(MONTH));
    }

    /** Putting the versions of every learner into order costs more than all the rest where few rows are new. */
    private CanonicalData onlyThoseOf(Dataset<Row> rows) {
        Map<String, Dataset<Row>> tables = new HashMap<>(data.tables());
        String person = CompiledIndicator.contributor(ContributorKind.LEARNER, List.of(source.columns()));
        Dataset<Row> persons = rows.select(col(person).as("_person")).distinct();
        tables.computeIfPresent(
                "learner",
                (name, learners) -> learners.join(
                        broadcast(persons), learners.col("learner_pid").equalTo(persons.col("_person")), "left_semi"));
        return new CanonicalData(tables);
    }

    private Dataset<Row> written(Dataset<Row> facts, Map<Integer, DayDigest> days) {
        return facts.unionByName(digests(days), true).sortWithinPartitions(SLICE, "school", "contributor");
    }

    private Dataset<Row> digests(Map<Integer, DayDigest> days) {
        List<Row> rows = days.entrySet().stream()
                .map(each -> RowFactory.create(
                        each.getKey(),
                        each.getValue().rows(),
                        each.getValue().low(),
                        each.getValue().high()))
                .toList();
        return source.sparkSession().createDataFrame(rows, DIGESTS).coalesce(1).withColumn(SLICE, lit(NO_SLICE));
    }

    /** Facts in the form in which rows are counted. */
    Dataset<Row> measured(Dataset<Row> kept) {
        return form.measured(kept.where(col(SLICE).notEqual(NO_SLICE)));
    }
}
