// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dases.impact.indicators.cohort.TableRefused;
import org.dases.impact.indicators.cohort.kernel.Axis;
import org.dases.impact.indicators.cohort.kernel.CellCount;
import org.dases.impact.indicators.cohort.kernel.FactPlaces;
import org.dases.impact.indicators.definition.PeriodKind;
import org.dases.impact.indicators.definition.PublishedTable;

/**
 * Refuses a cube that would have too many cells, before it is counted, and says what to leave out.
 *
 * @param plan the axes
 * @param most how many cells there may be
 */
record CubeLimit(WalkPlan plan, int most) {
    /** More cells than this are refused. */
    private static final int MOST_CELLS = 10_000_000;

    /** The limit of a cube. */
    static CubeLimit of(WalkPlan plan) {
        return new CubeLimit(plan, MOST_CELLS);
    }

    /** Whether one row alone, even without a date, lies in too many cells: one of each combination of totals. */
    static boolean isPassedByOneRow(PublishedTable table) {
        return cellsOfARow(
                        1,
                        table.dimensions().stream()
                                .map(dimension -> dimension.levels().size())
                                .toList())
                > MOST_CELLS;
    }

    /**
     * Checks a cube whose places are in memory.
     *
     * @param axes the axes, the period's first
     * @param places where rows lie
     * @throws TableRefused when there are too many cells
     */
    void check(List<Axis> axes, FactPlaces places) {
        check(axes, places, new int[axes.size()]);
    }

    private void check(List<Axis> axes, FactPlaces places, int[] left) {
        CellCount count = new CellCount(axes, places, most);
        if (!count.fits()) {
            CellCount.Coarser coarser = count.coarser();
            for (int axis = 0; axis < left.length; axis++) {
                left[axis] += coarser.left().get(axis);
            }
            throw refused(left, coarser.cells());
        } else if (IntStream.of(left).sum() > 0) {
            throw refused(left, OptionalLong.of(count.cells()));
        }
    }

    /**
     * Checks a cube over rows. They are read once more only where there are so many that they might have too many
     * cells: most cubes of little data are cleared by the number of rows.
     *
     * @param rows rows of {@link MeasuredRows}
     * @param count at least how many there are
     * @throws TableRefused when there are too many cells
     */
    void check(Dataset<Row> rows, long count) {
        if (count <= most / cellsOfARow(plan.periods().size(), plan.levels())) {
            return;
        }
        int[] left = new int[1 + plan.levels().size()];
        FinestPlaces places = FinestPlaces.of(rows, plan, left, most);
        while (places.areTooMany()) { // and each is a cell
            left[places.widest()]++;
            places = FinestPlaces.of(rows, plan, left, most);
        }
        check(places.axes(), places, left);
    }

    private static long cellsOfARow(int periods, List<Integer> levels) {
        long cells = periods;
        for (int count : levels) {
            cells = Math.min(Integer.MAX_VALUE, cells * (count + 1L));
        }
        return cells;
    }

    private TableRefused refused(int[] left, OptionalLong cells) {
        List<String> out = new ArrayList<>();
        int column = 0;
        for (int i = 0; i < plan.levels().size(); i++) {
            int next = column + plan.levels().get(i);
            plan.columns().subList(next - left[1 + i], next).forEach(name -> out.add("level '" + name + "'"));
            column = next;
        }
        List<PeriodKind> periods = plan.periods();
        periods.subList(periods.size() - left[0], periods.size())
                .forEach(kind -> out.add("period '" + kind.name().toLowerCase(Locale.ROOT) + "'"));
        return TableRefused.tooManyCells(most, out, cells);
    }
}
