// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dases.impact.indicators.cohort.kernel.Axis;
import org.dases.impact.indicators.cohort.kernel.FactPlaces;
import org.dases.impact.indicators.cohort.kernel.IntColumn;
import org.dases.impact.indicators.cohort.kernel.Scope;
import org.dases.impact.indicators.definition.PeriodKind;

/** The distinct finest places of rows in a cube, in memory, up to a number. */
final class FinestPlaces implements FactPlaces {
    private final CellSpace space;
    private final List<IntColumn> nodes = new ArrayList<>();
    private final int most;

    private final boolean isOnePeriod;

    private FinestPlaces(WalkPlan plan, int most) {
        this.isOnePeriod = plan.periods().size() == 1;
        this.space = new CellSpace(plan);
        this.most = most;
        space.axes().forEach(axis -> nodes.add(new IntColumn()));
    }

    /**
     * Reads them.
     *
     * @param rows rows of {@link MeasuredRows}
     * @param plan the axes
     * @param left how many levels are left out, the period's first
     * @param most reading ends after one more than these
     */
    static FinestPlaces of(Dataset<Row> rows, WalkPlan plan, int[] left, int most) {
        List<Column> columns = new ArrayList<>();
        List.of("contributor", "school", "provider").forEach(name -> columns.add(expr("cast(null as string)")));
        WalkPlan coarse = coarser(plan, left, columns);
        FinestPlaces places = new FinestPlaces(coarse, most);
        Iterator<Row> found =
                rows.select(columns.toArray(Column[]::new)).distinct().toLocalIterator();
        while (found.hasNext() && !places.areTooMany()) {
            places.add(places.space.place(found.next()));
        }
        return places;
    }

    /** The plan without some levels, and the columns of a row of it. */
    private static WalkPlan coarser(WalkPlan plan, int[] left, List<Column> columns) {
        List<PeriodKind> periods = plan.periods().subList(0, plan.periods().size() - left[0]);
        boolean isTimeless = periods.stream().allMatch(kind -> kind == PeriodKind.ALL);
        columns.add(isTimeless ? expr("cast(null as string)") : col("year"));
        columns.add(expr("cast(" + day(periods.get(periods.size() - 1)) + " as int)"));
        List<Integer> levels = new ArrayList<>();
        List<String> names = new ArrayList<>();
        int column = 0;
        for (int i = 0; i < plan.levels().size(); i++) {
            int kept = plan.levels().get(i) - left[1 + i];
            levels.add(kept);
            for (int level = column; level < column + kept; level++) {
                columns.add(col("level" + level));
                names.add(plan.columns().get(level));
            }
            column += plan.levels().get(i);
        }
        return new WalkPlan(periods, levels, names, List.of(), List.of(), List.of(), plan.schoolYearStart());
    }

    /** One day for all that lie in the same periods, which may be weeks within months. */
    private static String day(PeriodKind finest) {
        String month = "unix_date(trunc(date_from_unix_date(day), 'MM'))";
        return switch (finest) {
            case DAY -> "day";
            case WEEK -> "greatest(day - pmod(day + 3, 7), " + month + ")"; // day 0 was a Thursday
            case MONTH -> month;
            case ALL, YEAR -> "null";
        };
    }

    private void add(Place place) {
        for (int axis = 0; axis < nodes.size(); axis++) {
            if (space.axes().get(axis).ancestors(place.node(axis)).length == 0) {
                return; // without a date, where there is no total over all times
            }
        }
        for (int axis = 0; axis < nodes.size(); axis++) {
            nodes.get(axis).add(place.node(axis));
        }
    }

    boolean areTooMany() {
        return nodes.get(0).size() > most;
    }

    /** The axis with most nodes, of those that are not needed. */
    int widest() {
        int first = isOnePeriod ? 1 : 0;
        int widest = first;
        for (int axis = first; axis < nodes.size(); axis++) {
            widest = space.axes().get(axis).size() > space.axes().get(widest).size() ? axis : widest;
        }
        return widest;
    }

    List<Axis> axes() {
        return space.shape(axis -> Scope.FREE);
    }

    @Override
    public void forEach(Consumer<int[]> place) {
        int[] at = new int[nodes.size()];
        for (int i = 0; i < nodes.get(0).size(); i++) {
            for (int axis = 0; axis < at.length; axis++) {
                at[axis] = nodes.get(axis).get(i);
            }
            place.accept(at);
        }
    }
}
