// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.not;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.dases.impact.indicators.canonical.CanonicalTable;
import org.dases.impact.indicators.canonical.CanonicalTables;
import org.dases.impact.indicators.canonical.Mapping;
import org.dases.impact.indicators.canonical.MappingProblem;
import org.dases.impact.indicators.canonical.RecordForm;

/**
 * Makes canonical rows of landed records. A bad record goes to the quarantine with its reason and never stops a batch;
 * of rows with equal keys the earliest pulled stays; xAPI statements that are voided, and those that void, are left
 * out. What lies more than a day in the future of its own pull is bad, so that doing it again gives the same rows; so
 * is what lies before 1950.
 */
public final class Conformer {
    private final SparkSession spark;
    private final ConformSettings settings;

    /**
     * A conformer.
     *
     * @param spark session for checks; data are read in their own session
     * @param settings time zone, school year, pseudonym key, lateness
     */
    public Conformer(SparkSession spark, ConformSettings settings) {
        this.spark = spark;
        this.settings = settings;
    }

    /**
     * Checks a mapping without data.
     *
     * @param mapping what to check
     * @param landed columns of the landed table, or {@link LandedShape} where it does not exist yet
     * @return what is wrong with it; empty when nothing is
     */
    public List<MappingProblem> check(Mapping mapping, StructType landed) {
        List<MappingProblem> problems = new ArrayList<>(mapping.check());
        Dataset<Row> view;
        try {
            view = EmptyView.of(spark, landed, mapping.record());
        } catch (BadExpression bad) {
            problems.add(new MappingProblem("", "", bad.reason(), bad.fix()));
            return List.copyOf(problems);
        }
        ExpressionCheck check = new ExpressionCheck(view, functions(mapping), expressions(mapping));
        for (String name : mapping.tables().keySet()) {
            CanonicalTables.find(name)
                    .ifPresent(table -> TablePlan.expressions(table, mapping).forEach((column, sql) -> {
                        if (isCanonical(table, column)) {
                            check.problem(table, column, sql).ifPresent(problems::add);
                        }
                    }));
        }
        return List.copyOf(problems);
    }

    private static List<String> expressions(Mapping mapping) {
        return mapping.tables().values().stream()
                .flatMap(table -> table.columns().values().stream())
                .toList();
    }

    /**
     * Conforms the records of one dataset.
     *
     * @param landed all its landed rows
     * @param mapping a mapping without problems
     * @param scope which school years to keep, which records to count
     * @return canonical rows, quarantine and counts; close it
     * @throws IllegalArgumentException where {@link #check} finds a problem
     */
    public Conformed conform(Dataset<Row> landed, Mapping mapping, ConformScope scope) {
        Map<String, TablePlan> plans = plans(mapping, landed.schema());
        List<Dataset<Row>> cached = new ArrayList<>();
        Dataset<Row> tried = cache(tried(RecordView.of(landed, mapping.record()), plans), cached);
        Map<String, Dataset<Row>> ranked = new LinkedHashMap<>();
        plans.forEach((name, plan) -> {
            TableRows rows = new TableRows(CanonicalTables.get(name), plan, mapping, settings);
            ranked.put(name, cache(rows.ranked(rows.valued(tried)), cached));
        });
        Dataset<Row> quarantine = cache(new Quarantine(landed, tried, ranked).rows(), cached);
        Intake intake = new Intake(landed, tried, ranked, quarantine, scope);
        try {
            Map<String, Dataset<Row>> tables = new LinkedHashMap<>();
            ranked.forEach((name, rows) -> tables.put(name, kept(CanonicalTables.get(name), rows, scope)));
            return new Conformed(tables, quarantine, intake.counts(), cached);
        } catch (RuntimeException failed) {
            cached.forEach(Dataset::unpersist);
            throw failed;
        }
    }

    /**
     * The school years whose rows may change since records came in: those of the new records and of the statements that
     * these void. Where landed rows were removed or changed, every year may change; this method cannot tell.
     *
     * @param landed all landed rows of the dataset
     * @param after records pulled after this instant are new
     * @param mapping a mapping without problems
     * @return school years, {@code _T} for rows of all years
     * @throws IllegalArgumentException where {@link #check} finds a problem
     */
    public SortedSet<String> affectedYears(Dataset<Row> landed, Instant after, Mapping mapping) {
        Map<String, TablePlan> plans = plans(mapping, landed.schema());
        Column isNew = col("_pulled_at").gt(lit(after));
        Dataset<Row> view = RecordView.of(landed.filter(isNew), mapping.record());
        if (mapping.record() instanceof RecordForm.Xapi) {
            Dataset<Row> voids =
                    RecordView.voids(landed.filter(isNew).filter(col("_kind").equalTo(RecordView.RECORD)));
            if (!voids.isEmpty()) {
                Dataset<Row> old = RecordView.of(landed.filter(not(isNew)), mapping.record());
                Column target = lower(col("statement.id")).equalTo(col("_voids"));
                view = view.unionByName(old.join(voids, target, "left_semi"));
            }
        }
        Dataset<Row> tried = tried(view, plans);
        SortedSet<String> years = new TreeSet<>();
        plans.forEach((name, plan) -> new TableRows(CanonicalTables.get(name), plan, mapping, settings)
                .valued(tried)
                .filter(col(TableRows.REASON).isNull())
                .select(CanonicalTable.SCHOOL_YEAR)
                .distinct()
                .collectAsList()
                .forEach(row -> years.add(row.getString(0))));
        return years;
    }

    private Map<String, TablePlan> plans(Mapping mapping, StructType landed) {
        List<MappingProblem> problems = check(mapping, landed);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("mapping of dataset '" + mapping.dataset() + "' is wrong: "
                    + String.join(
                            "\n", problems.stream().map(MappingProblem::message).toList()));
        }
        MappingFunctions functions = functions(mapping);
        Map<String, TablePlan> plans = new LinkedHashMap<>();
        for (String name : mapping.tables().keySet()) {
            plans.put(name, new TablePlan(CanonicalTables.get(name), mapping, functions));
        }
        return plans;
    }

    private MappingFunctions functions(Mapping mapping) {
        return new MappingFunctions(mapping.pseudonymDomain(), settings.key(), settings.zone());
    }

    private Dataset<Row> tried(Dataset<Row> view, Map<String, TablePlan> plans) {
        List<Column> columns = new ArrayList<>();
        CanonicalTable.PROVENANCE.forEach(name -> columns.add(col(name)));
        for (String name : List.of("_slice", "_number", RecordView.REASON, RecordView.VOIDED, RecordView.GOOD)) {
            columns.add(col(name));
        }
        plans.values().forEach(plan -> columns.addAll(plan.tried(settings.zone().getId())));
        return view.select(columns.toArray(Column[]::new));
    }

    private static Dataset<Row> kept(CanonicalTable table, Dataset<Row> ranked, ConformScope scope) {
        Dataset<Row> good = ranked.filter(Intake.KEPT);
        Optional<Set<String>> years = scope.schoolYears();
        Dataset<Row> wanted = years.isEmpty()
                ? good
                : good.filter(col(CanonicalTable.SCHOOL_YEAR).isInCollection(years.get()));
        return wanted.select(
                CanonicalSchema.names(table).stream().map(name -> col(name)).toArray(Column[]::new));
    }

    private static boolean isCanonical(CanonicalTable table, String column) {
        return column.equals(TablePlan.FROM)
                || column.equals(CanonicalTable.SCHOOL_YEAR)
                || table.column(column).isPresent();
    }

    private static Dataset<Row> cache(Dataset<Row> rows, List<Dataset<Row>> cached) {
        Dataset<Row> kept = rows.persist(StorageLevel.MEMORY_AND_DISK());
        cached.add(kept);
        return kept;
    }
}
