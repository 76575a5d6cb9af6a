// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.dases.impact.indicators.cohort.kernel.Axis;
import org.dases.impact.indicators.cohort.kernel.CubeRefused;
import org.dases.impact.indicators.cohort.kernel.CubeShape;
import org.dases.impact.indicators.cohort.kernel.Scope;

/**
 * Counts a group of indicators in memory with the kernel, where that gives the same as the walk over the contributors
 * and there is room. Spark's tasks pack the rows; the driver counts and hands the cells back to Spark.
 */
final class KernelCube {
    /**
     * A row that has no other to share a fact with: number of contributor and place, the place itself, the fact that
     * the kernel orders, and what growing and sending cost; for each indicator two sums, five times.
     */
    private static final int ROW_BYTES = 200;

    private static final int ROW_BYTES_PER_INDICATOR = 80;
    private static final int PIECE = 20_000;
    /** More lines than have room are for Spark to merge. */
    private static final int LINE_BYTES = 400;
    /** Sums of a cube, as large as they come, for each thread. */
    private static final long THREAD_BYTES = 400L << 20;
    /** Tables are computed side by side; the memory is there once. */
    private static final Object MEMORY = new Object();

    private final WalkPlan plan;
    private final List<Scope> scopes;
    private final List<CompiledIndicator> indicators;

    /**
     * A cube.
     *
     * @param plan axes and indicators
     * @param scopes what decides a row's code, dimension by dimension
     * @param indicators indicators that are {@link #isCountable}, in the order of the plan
     */
    KernelCube(WalkPlan plan, List<Scope> scopes, List<CompiledIndicator> indicators) {
        this.plan = plan;
        this.scopes = List.copyOf(scopes);
        this.indicators = List.copyOf(indicators);
    }

    /**
     * Whether adding and distinct counts are all that the indicator needs: no units that are shared, and squares of
     * rows only.
     */
    static boolean isCountable(CompiledIndicator indicator) {
        boolean isOfUnits = indicator.counting() == Counting.OWN_UNITS
                && indicator.form() == CompiledIndicator.Form.COUNT
                && !indicator.rule().isParted();
        boolean isOfRows = indicator.counting() == Counting.ROWS
                && (!indicator.squares() || indicator.form() == CompiledIndicator.Form.RATE);
        return isOfRows || isOfUnits;
    }

    /** Whether so many rows have room in a third of the driver's memory, and may be sent there. */
    static boolean hasRoom(SparkSession spark, long rows, int indicators) {
        long sendable = spark.sparkContext().getConf().getSizeAsBytes("spark.driver.maxResultSize", "1g") / 2;
        long free = Runtime.getRuntime().maxMemory() / 3;
        long room = sendable == 0 ? free : Math.min(sendable, free);
        return rows <= room / (ROW_BYTES + (long) ROW_BYTES_PER_INDICATOR * indicators);
    }

    /** What decides the code of a dimension: its levels' table, where all come from the same. */
    static Scope scope(List<String> tables) {
        return switch (tables.stream().distinct().toList().toString()) {
            case "[school]" -> Scope.SCHOOL;
            case "[learner]" -> Scope.LEARNER;
            default -> Scope.FREE;
        };
    }

    /**
     * Counts.
     *
     * @param rows the rows, each with a contributor
     * @return rows of {@link CountedCells#type}; empty where the kernel refuses, and the walk is to be taken
     * @throws org.dases.impact.indicators.cohort.TableRefused when there are too many cells, for the walk too
     */
    Optional<Dataset<Row>> cells(RowsToPack rows) {
        synchronized (MEMORY) {
            return counted(rows);
        }
    }

    private Optional<Dataset<Row>> counted(RowsToPack rows) {
        List<PackedRows> parts = rows.pack(plan);
        CellSpace space = new CellSpace(plan);
        List<List<int[]>> nodes = parts.stream().map(space::numbers).toList();
        List<Axis> axes = space.shape(axis -> axis == 0 ? Scope.FREE : scopes.get(axis - 1));
        PackedPlaces places = new PackedPlaces(parts, nodes, space);
        CubeLimit.of(plan).check(axes, places);
        try {
            CubeShape shape = CubeShape.of(axes, places);
            List<Dictionary> names = List.of(new Dictionary(), new Dictionary(), new Dictionary(), new Dictionary());
            List<PackedPart> numbered = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                numbered.add(new PackedPart(parts.get(i), rows.known(), nodes.get(i), space, shape, names));
            }
            return count(new KernelCount(shape, numbered, names.get(2).size(), threads()))
                    .map(counted -> dataset(rows.spark(), counted, space, shape));
        } catch (CubeRefused e) {
            return Optional.empty(); // the walk has no such bounds
        }
    }

    private static int threads() {
        long memory = Runtime.getRuntime().maxMemory();
        return (int) Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), memory / THREAD_BYTES));
    }

    /** Empty where the cells have no room. */
    private Optional<List<CountedCells>> count(KernelCount kernel) {
        List<CountedCells> counted = new ArrayList<>();
        long lines = 0;
        for (List<Integer> alike : kernel.alike(indicators.size())) {
            for (CountedCells each : kernel.count(alike, indicators)) {
                counted.add(each);
                lines += each.size();
            }
            if (lines > Runtime.getRuntime().maxMemory() / 3 / LINE_BYTES) {
                return Optional.empty();
            }
        }
        return Optional.of(counted);
    }

    private Dataset<Row> dataset(SparkSession spark, List<CountedCells> counted, CellSpace space, CubeShape shape) {
        List<CountedCells> pieces =
                counted.stream().flatMap(cells -> cells.pieces(PIECE).stream()).toList();
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        int slices = Math.max(1, pieces.size()); // each travels within a task, which may not be large
        JavaRDD<Row> rows = context.parallelize(pieces, slices).flatMap(piece -> piece.rows(space, shape));
        return spark.createDataFrame(rows, CountedCells.type(plan));
    }
}
