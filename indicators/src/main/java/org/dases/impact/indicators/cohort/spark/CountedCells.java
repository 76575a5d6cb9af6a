// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.dases.impact.indicators.cohort.kernel.CubeShape;
import org.dases.impact.indicators.cohort.kernel.LongColumn;
import org.jspecify.annotations.Nullable;

/** What the kernel counted for one indicator, cell by cell: whole sums, nothing to be added to them. */
final class CountedCells implements Serializable {
    private static final long serialVersionUID = 1;

    /** What is counted, besides the cell. */
    enum Column {
        CONTRIBUTORS,
        X,
        Y,
        HITS,
        MISSES,
        SCHOOLS,
        TOP_SCHOOL,
        PROVIDERS,
        TOP_PROVIDER,
        /** Sums over learners of squares of their rows in the numerator; of the product with all their rows. */
        XX,
        XM,
        MM
    }

    private final int indicator;
    private final LongColumn cells;
    private final List<LongColumn> columns;

    private CountedCells(int indicator, LongColumn cells, List<LongColumn> columns) {
        this.indicator = indicator;
        this.cells = cells;
        this.columns = columns;
    }

    /**
     * Cells of an indicator.
     *
     * @param indicator its number
     * @param cells the cells
     * @param columns the numbers of each column, as long as there are cells; not to be changed any more
     */
    static CountedCells of(int indicator, long[] cells, Function<Column, long[]> columns) {
        return new CountedCells(
                indicator,
                LongColumn.of(cells),
                new ArrayList<>(Stream.of(Column.values())
                        .map(column -> LongColumn.of(columns.apply(column)))
                        .toList()));
    }

    int size() {
        return cells.size();
    }

    /** The same in pieces that are small enough to send. */
    List<CountedCells> pieces(int length) {
        List<CountedCells> pieces = new ArrayList<>();
        for (int from = 0; from < size(); from += length) {
            int first = from;
            int last = Math.min(size(), from + length);
            pieces.add(new CountedCells(
                    indicator,
                    cells.part(first, last),
                    new ArrayList<>(columns.stream()
                            .map(column -> column.part(first, last))
                            .toList())));
        }
        return pieces;
    }

    /** Columns of {@link #rows}: those that say which cell, then the indicator and each {@link Column}. */
    private static StructType type(WalkPlan plan) {
        StructType type = new StructType(Arrays.copyOf(
                        plan.partials().fields(), plan.cellColumns().size()))
                .add("indicator", DataTypes.IntegerType);
        for (Column column : Column.values()) {
            type = type.add(column.name().toLowerCase(Locale.ROOT), DataTypes.LongType);
        }
        return type;
    }

    /**
     * The cells as {@link CellValues#ofCells} wants them: no units, and nothing of quantiles.
     *
     * @param spark the session
     * @param pieces cells of all indicators, each piece small enough to send
     * @param plan what they are like
     * @param space the nodes
     * @param shape the same as axes
     */
    static Dataset<Row> dataset(
            SparkSession spark, List<CountedCells> pieces, WalkPlan plan, CellSpace space, CubeShape shape) {
        StructType type = type(plan);
        int width = type.size();
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        int slices = Math.max(1, pieces.size()); // each travels within a task
        JavaRDD<Row> rows = context.parallelize(pieces, slices).flatMap(piece -> piece.rows(space, shape, width));
        return spark.createDataFrame(rows, type)
                .withColumn("all", expr("struct(" + String.join(", ", WalkPlan.SUMS) + ")"))
                .drop(WalkPlan.SUMS.toArray(String[]::new))
                .withColumn("units", lit(0L))
                .withColumn("units_hit", lit(0L))
                .withColumn("percentiles", expr("cast(null as array<double>)"))
                .withColumn("below", expr("cast(null as bigint)"))
                .withColumn("above", expr("cast(null as bigint)"));
    }

    /** One row a cell. */
    private Iterator<Row> rows(CellSpace space, CubeShape shape, int width) {
        return IntStream.range(0, size())
                .mapToObj(line -> row(line, space, shape, width))
                .iterator();
    }

    private Row row(int line, CellSpace space, CubeShape shape, int width) {
        @Nullable Object[] values = new Object[width];
        int at = 0;
        for (int axis = 0; axis < shape.axes().size(); axis++) {
            for (Object value : space.coordinates(axis, shape.node(cells.get(line), axis))) {
                values[at++] = value;
            }
        }
        values[at++] = indicator;
        for (LongColumn column : columns) {
            values[at++] = column.get(line);
        }
        return RowFactory.create(values);
    }
}
