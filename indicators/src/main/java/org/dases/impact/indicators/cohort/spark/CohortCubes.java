// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.dases.impact.indicators.cohort.CubeSettings;
import org.dases.impact.indicators.cohort.TableRefused;
import org.dases.impact.indicators.cohort.kernel.Scope;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.definition.Dimension;
import org.dases.impact.indicators.definition.Indicator;
import org.dases.impact.indicators.definition.Level;
import org.dases.impact.indicators.definition.PeriodKind;
import org.dases.impact.indicators.definition.PublishedTable;

/**
 * Computes published tables to cells: every combination of the periods' and dimensions' nodes with their totals, exact,
 * only where a cohort has a row. Several tables may be computed at once.
 *
 * <p>Indicators over the same table share one scan, one shuffle that brings each contributor's rows together, and one
 * small shuffle of cells. Rows without a contributor are left out. Close it once the cells are written.
 */
public final class CohortCubes implements AutoCloseable {
    private final SparkSession spark;
    private final boolean hasKernel;
    private final KernelRoom.Sizing rooms;
    private final Map<List<Object>, Optional<Dataset<Row>>> derived = new HashMap<>();

    /**
     * Cubes on a Spark session.
     *
     * @param spark the session
     */
    public CohortCubes(SparkSession spark) {
        this(spark, true, KernelRoom::of);
    }

    /** Cubes that are counted with the kernel where that is possible, or always by the walk. */
    CohortCubes(SparkSession spark, boolean hasKernel, KernelRoom.Sizing rooms) {
        this.spark = spark;
        this.hasKernel = hasKernel;
        this.rooms = rooms;
    }

    /**
     * The cells of one table.
     *
     * <p>Columns: table_id, school_year, period_kind, period_start, one STRING per level, indicator_id, unit, value,
     * numerator, denominator, n_learners, n_schools, n_providers, top_school, top_provider, numerator_learners,
     * complement_learners, ci_low, ci_high, method_version. A value with denominator 0 is null, never NaN. Indicators
     * whose table no dataset feeds have no cells; shares of withheld cells are known only after the gate.
     *
     * @param table what is asked for
     * @param data the conformed tables at hand
     * @param settings time
     * @return one row per cohort × indicator, in no particular order
     * @throws TableRefused when a cube has too many cells, and as the cause of a failure to write cells of which sums
     *     do not fit 64 bits
     * @throws IllegalArgumentException when an indicator cannot be computed by this table's dimensions;
     *     {@code TableChecks} tells so beforehand
     */
    public Dataset<Row> compute(PublishedTable table, CanonicalData data, CubeSettings settings) {
        return compute(table, data, settings, FactShelf.NONE);
    }

    /**
     * The cells of one table, from facts that are kept as far as there are any.
     *
     * @param table what is asked for
     * @param data the conformed tables at hand
     * @param settings time
     * @param shelf where facts are kept
     * @return the same as without a shelf
     */
    public Dataset<Row> compute(PublishedTable table, CanonicalData data, CubeSettings settings, FactShelf shelf) {
        Map<Group, List<Indicator>> groups = new LinkedHashMap<>();
        for (Indicator indicator : table.indicators()) {
            if (indicator.measure().isOfRows() && indicator.isComputed()) {
                groups.computeIfAbsent(new Group(indicator.over(), indicator.contributor()), key -> new ArrayList<>())
                        .add(indicator);
            }
        }
        Dataset<Row> cells = none(table); // gives every table the same types, all nullable, whatever is found
        for (Map.Entry<Group, List<Indicator>> group : groups.entrySet()) {
            cells = compute(table, data, settings, shelf, group.getKey(), group.getValue())
                    .map(cells::unionByName)
                    .orElse(cells);
        }
        return finish(
                new Comparisons(table, WalkPlan.of(table, List.of(), settings).cellColumns()).addTo(cells),
                table,
                settings);
    }

    /**
     * Indicators that share a scan.
     *
     * @param over the table
     * @param contributor who contributes
     */
    private record Group(String over, ContributorKind contributor) {}

    /** Frees what was kept for several tables. The cells of {@link #compute} have been written by then. */
    @Override
    public void close() {
        synchronized (derived) {
            derived.values().forEach(kept -> kept.ifPresent(Dataset::unpersist));
            derived.clear();
        }
    }

    /**
     * The table that indicators are over. One that is made from others is kept: it is read to see whether schools are
     * known, then to compute, and by every published table over the same rows.
     */
    private Optional<Dataset<Row>> source(String name, CanonicalData data, CubeSettings settings, PeriodKind finest) {
        DerivedTables tables = new DerivedTables(data, settings);
        if (!DerivedTables.isDerived(name)) {
            return tables.table(name, finest);
        }
        PeriodKind asked = name.equals("coverage") ? finest : PeriodKind.ALL;
        List<Object> key = List.of(name, asked, settings, data.table("event"), data.table("learner"));
        synchronized (derived) {
            return derived.computeIfAbsent(
                    key, made -> tables.table(name, finest).map(rows -> rows.persist(StorageLevel.MEMORY_AND_DISK())));
        }
    }

    private Optional<Dataset<Row>> compute(
            PublishedTable table,
            CanonicalData data,
            CubeSettings settings,
            FactShelf shelf,
            Group group,
            List<Indicator> indicators) {
        PeriodKind finest = table.periods().get(table.periods().size() - 1);
        return source(group.over(), data, settings, finest).map(source -> {
            List<String> names = List.of(source.columns());
            String contributor = CompiledIndicator.contributor(group.contributor(), names);
            List<CompiledIndicator> compiled = indicators.stream()
                    .map(indicator -> CompiledIndicator.of(indicator, contributor))
                    .toList();
            List<CompiledIndicator> countable = hasKernel && group.contributor() == ContributorKind.LEARNER
                    ? compiled.stream().filter(KernelCube::isCountable).toList()
                    : List.of();
            FactRecipe recipe = new FactRecipe(group.over(), finest, source, data, settings, levels(table), countable);
            Optional<Dataset<Row>> kept =
                    countable.isEmpty() ? Optional.empty() : shelf.facts(recipe).map(recipe::measured);
            CellValues.GroupFacts facts = new CellValues.GroupFacts(
                    group.contributor(), KnownSchools.in(source, data, kept), names.contains("provider_id"));
            Measured measured =
                    new Measured(table, source, kept, new MeasuredRows(data, settings, levels(table)), settings);
            return cells(measured, compiled, facts, countable);
        });
    }

    /**
     * Rows to be counted.
     *
     * @param table what is asked for
     * @param source the rows of the group
     * @param kept facts of the countable indicators in the form of measured rows
     * @param measuring brings rows into the form to count
     * @param settings time
     */
    private record Measured(
            PublishedTable table,
            Dataset<Row> source,
            Optional<Dataset<Row>> kept,
            MeasuredRows measuring,
            CubeSettings settings) {}

    /** Counts what the kernel can count with it, and walks over the contributors for the rest. */
    private Dataset<Row> cells(
            Measured measured,
            List<CompiledIndicator> indicators,
            CellValues.GroupFacts facts,
            List<CompiledIndicator> countable) {
        if (countable.isEmpty()) {
            return walk(measured, indicators, facts);
        }
        WalkPlan plan = WalkPlan.of(measured.table(), countable, measured.settings());
        List<Scope> scopes = measured.table().dimensions().stream()
                .map(dimension -> KernelCube.scope(
                        dimension.levels().stream().map(Level::table).toList()))
                .toList();
        Supplier<RowsToPack> rows = () -> measured.kept()
                .map(kept -> RowsToPack.joined(kept, levels(measured.table())))
                .orElseGet(() -> measured.measuring().toPack(measured.source(), countable));
        KernelRoom room = rooms.room(
                spark.sparkContext(), measured.kept().orElse(measured.source()).count(), countable.size());
        Optional<Dataset<Row>> counted = new KernelCube(plan, scopes, countable).cells(rows, room);
        if (counted.isEmpty()) {
            return walk(measured, indicators, facts);
        }
        Dataset<Row> cells = CellValues.ofCells(dated(counted.get()), plan.cellColumns(), countable, facts);
        List<CompiledIndicator> others =
                indicators.stream().filter(each -> !countable.contains(each)).toList();
        return others.isEmpty() ? cells : cells.unionByName(walk(measured, others, facts));
    }

    private static Dataset<Row> walk(
            Measured measured, List<CompiledIndicator> indicators, CellValues.GroupFacts facts) {
        WalkPlan plan = WalkPlan.of(measured.table(), indicators, measured.settings());
        Dataset<Row> rows = measured.measuring().of(measured.source(), facts.kind(), indicators);
        CubeLimit.of(plan).check(rows, measured.source().count());
        Dataset<Row> partials = rows.repartition(col("contributor"))
                .sortWithinPartitions("contributor")
                .mapPartitions(new ContributorWalk(plan), Encoders.row(plan.partials()));
        return CellValues.of(dated(partials), plan.cellColumns(), indicators, facts);
    }

    private static Dataset<Row> dated(Dataset<Row> rows) {
        return rows.withColumn("period_start", expr("date_from_unix_date(period_start)"));
    }

    private static List<Level> levels(PublishedTable table) {
        return table.dimensions().stream()
                .map(Dimension::levels)
                .flatMap(List::stream)
                .toList();
    }

    private Dataset<Row> none(PublishedTable table) {
        StructType type = new StructType()
                .add("school_year", DataTypes.StringType)
                .add("period_kind", DataTypes.StringType)
                .add("period_start", DataTypes.DateType);
        for (Level level : levels(table)) {
            type = type.add(level.column(), DataTypes.StringType);
        }
        type = type.add("indicator_id", DataTypes.StringType).add("unit", DataTypes.StringType);
        for (String number : List.of("value", "numerator", "denominator")) {
            type = type.add(number, DataTypes.DoubleType);
        }
        for (String count : List.of(
                "n_learners",
                "n_schools",
                "n_providers",
                "top_school",
                "top_provider",
                "numerator_learners",
                "complement_learners")) {
            type = type.add(count, DataTypes.LongType);
        }
        type = type.add("ci_low", DataTypes.DoubleType).add("ci_high", DataTypes.DoubleType);
        return spark.createDataFrame(List.of(), type);
    }

    private static Dataset<Row> finish(Dataset<Row> cells, PublishedTable table, CubeSettings settings) {
        StringBuilder versions = new StringBuilder("case indicator_id");
        for (Indicator indicator : table.indicators()) {
            versions.append(" when '")
                    .append(indicator.id())
                    .append("' then '")
                    .append(methodVersion(indicator, settings))
                    .append("'");
        }
        return cells.select(Stream.concat(
                        Stream.of(lit(table.id()).as("table_id")),
                        Stream.concat(
                                Stream.of(cells.columns()).map(name -> col("`" + name + "`")),
                                Stream.of(expr(versions + " end").as("method_version"))))
                .toArray(Column[]::new));
    }

    /** Version of the definition, and the parameters that change its numbers. */
    private static String methodVersion(Indicator indicator, CubeSettings settings) {
        boolean sessions = List.of("session", "watch").contains(indicator.over());
        return indicator.version() + (sessions ? "+gap-" + settings.sessionGap().toSeconds() + "s" : "");
    }
}
