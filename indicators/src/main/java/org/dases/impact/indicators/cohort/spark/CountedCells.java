// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
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

    /** Columns of {@link #rows}: those that say which cell, then what {@link CellValues} makes values of. */
    static StructType type(WalkPlan plan) {
        StructType sums = new StructType();
        for (String sum : WalkPlan.SUMS) {
            sums = sums.add(sum, DataTypes.LongType);
        }
        StructType type = plan.partials();
        type = new StructType(Arrays.copyOf(type.fields(), plan.cellColumns().size()))
                .add("indicator", DataTypes.IntegerType)
                .add("all", sums);
        for (String count : List.of("schools", "top_school", "providers", "top_provider", "units", "units_hit")) {
            type = type.add(count, DataTypes.LongType);
        }
        return type.add("percentiles", DataTypes.createArrayType(DataTypes.DoubleType))
                .add("below", DataTypes.LongType)
                .add("above", DataTypes.LongType);
    }

    /** One row a cell. */
    Iterator<Row> rows(CellSpace space, CubeShape shape) {
        return IntStream.range(0, size())
                .mapToObj(line -> row(line, space, shape))
                .iterator();
    }

    private Row row(int line, CellSpace space, CubeShape shape) {
        int[] nodes = new int[shape.axes().size()];
        for (int axis = 0; axis < nodes.length; axis++) {
            nodes[axis] = shape.node(cells.get(line), axis);
        }
        long[] counts = new long[columns.size()];
        Arrays.setAll(counts, column -> columns.get(column).get(line));
        List<@Nullable Object> values = space.coordinates(new Place(nodes));
        values.add(indicator);
        values.add(RowFactory.create(
                counts[0], counts[1], counts[2], counts[3], counts[4], counts[9], counts[10], counts[11]));
        values.addAll(Arrays.asList(counts[5], counts[6], counts[7], counts[8], 0L, 0L, null, null, null));
        return RowFactory.create(values.toArray());
    }
}
