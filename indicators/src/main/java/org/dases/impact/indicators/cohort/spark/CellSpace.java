// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.dases.impact.indicators.cohort.kernel.Axis;
import org.dases.impact.indicators.cohort.kernel.Scope;
import org.dases.impact.indicators.definition.Dimension;
import org.dases.impact.indicators.definition.PeriodKind;
import org.jspecify.annotations.Nullable;

/** The axes of a cube: the period first, then the dimensions. Places a row in it and finds the cells above. */
final class CellSpace implements Serializable {
    private static final long serialVersionUID = 1;

    private final WalkPlan plan;
    private final List<PeriodKind> nested;
    private final List<CodePath> axes = new ArrayList<>();
    /** By axis and node what the columns say of it; empty until that is asked for. */
    private final List<List<List<@Nullable Object>>> told = new ArrayList<>();

    CellSpace(WalkPlan plan) {
        this.plan = plan;
        boolean all = plan.periods().get(0) == PeriodKind.ALL;
        this.nested = List.copyOf(all ? plan.periods().subList(1, plan.periods().size()) : plan.periods());
        axes.add(new CodePath(all));
        plan.levels().forEach(count -> axes.add(new CodePath(true)));
        axes.forEach(axis -> told.add(new ArrayList<>()));
    }

    /** The finest place of a row. */
    Place place(Row row) {
        int[] nodes = new int[axes.size()];
        LocalDate day = row.isNullAt(WalkPlan.DAY) ? null : LocalDate.ofEpochDay(row.getInt(WalkPlan.DAY));
        nodes[0] = axes.get(0).number(periods(row.getString(WalkPlan.SCHOOL_YEAR), day));
        int column = WalkPlan.FIRST_LEVEL;
        for (int axis = 1; axis < nodes.length; axis++) {
            List<String> path = new ArrayList<>();
            for (int level = 0; level < plan.levels().get(axis - 1); level++) {
                path.add(row.getString(column++));
            }
            nodes[axis] = axes.get(axis).number(path);
        }
        return new Place(nodes);
    }

    /** Sums of every cell that one contributor touches, from those of its finest places. */
    Map<Place, @Nullable Tally[]> roll(Map<Place, @Nullable Tally[]> atoms) {
        Map<Place, @Nullable Tally[]> cells = new HashMap<>();
        atoms.forEach((place, tallies) -> roll(place, 0, new int[axes.size()], tallies, cells));
        return cells;
    }

    private void roll(
            Place leaf, int axis, int[] cell, @Nullable Tally[] tallies, Map<Place, @Nullable Tally[]> cells) {
        if (axis == cell.length) {
            addAll(cells.computeIfAbsent(new Place(cell), place -> new Tally[tallies.length]), tallies);
            return;
        }
        for (int node : axes.get(axis).ancestors(leaf.node(axis))) {
            cell[axis] = node;
            roll(leaf, axis + 1, cell, tallies, cells);
        }
    }

    private void addAll(@Nullable Tally[] sums, @Nullable Tally[] parts) {
        for (int i = 0; i < parts.length; i++) {
            Tally part = parts[i];
            if (part != null) {
                Tally sum = sums[i];
                if (sum == null) {
                    sum = new Tally(plan.rules().get(i));
                    sums[i] = sum;
                }
                sum.add(part);
            }
        }
    }

    /** One row of {@link WalkPlan#partials}. */
    Row row(Partial.Key key, Partial partial) {
        List<@Nullable Object> values = coordinates(key.cell());
        values.add(key.indicator());
        values.add(key.of().name());
        values.add(key.name());
        values.addAll(Arrays.asList(partial.sums()));
        return RowFactory.create(values.toArray());
    }

    /** What the columns {@link WalkPlan#cellColumns} say of a cell; the first day in days since 1970. */
    private List<@Nullable Object> coordinates(Place cell) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int axis = 0; axis < axes.size(); axis++) {
            values.addAll(coordinates(axis, cell.node(axis)));
        }
        return values;
    }

    /** What the columns of one axis say of a node. */
    List<@Nullable Object> coordinates(int axis, int node) {
        List<List<@Nullable Object>> known = told.get(axis);
        while (known.size() <= node) {
            known.add(List.of());
        }
        if (known.get(node).isEmpty()) {
            known.set(node, values(axis, node));
        }
        return known.get(node);
    }

    private List<@Nullable Object> values(int axis, int node) {
        List<String> path = axes.get(axis).path(node);
        List<@Nullable Object> values = new ArrayList<>();
        if (axis == 0) {
            addPeriod(values, path);
            return values;
        }
        for (int level = 0; level < plan.levels().get(axis - 1); level++) {
            values.add(level < path.size() ? path.get(level) : Dimension.TOTAL);
        }
        return values;
    }

    /** For each axis the number of each node of a task; those that are new are met now. */
    List<int[]> numbers(PackedRows rows) {
        List<int[]> numbers = new ArrayList<>();
        for (int axis = 0; axis < axes.size(); axis++) {
            CodePath all = axes.get(axis);
            numbers.add(rows.paths.get(axis).stream().mapToInt(all::number).toArray());
        }
        return numbers;
    }

    /** Meets the nodes of another space of the same plan. */
    void addAll(CellSpace other) {
        for (int axis = 0; axis < axes.size(); axis++) {
            CodePath theirs = other.axes.get(axis);
            for (int node = 0; node < theirs.size(); node++) {
                axes.get(axis).number(theirs.path(node));
            }
        }
    }

    /** The nodes met so far on each axis, the period's first. */
    List<CodePath> axes() {
        return List.copyOf(axes);
    }

    /**
     * The axes as the kernel knows them.
     *
     * @param scopes what decides a row's code on each axis
     */
    List<Axis> shape(IntFunction<Scope> scopes) {
        List<Axis> shape = new ArrayList<>();
        for (int axis = 0; axis < axes.size(); axis++) {
            CodePath paths = axes.get(axis);
            int[] parents = new int[Math.max(1, paths.size())];
            parents[0] = -1;
            for (int node = 0; node < paths.size(); node++) {
                int[] upward = paths.ancestors(node);
                parents[node] = upward.length < 2 ? -1 : upward[upward.length - 2];
            }
            String name = axis == 0 ? "period" : "dimension " + axis;
            shape.add(Axis.tree(name, scopes.apply(axis), parents));
        }
        return shape;
    }

    private void addPeriod(List<@Nullable Object> values, List<String> path) {
        if (path.isEmpty()) {
            values.addAll(Arrays.asList(Dimension.TOTAL, code(PeriodKind.ALL), null));
            return;
        }
        String[] parts = path.get(path.size() - 1).split("\\|", 2);
        values.add(parts[0]);
        values.add(code(nested.get(path.size() - 1)));
        values.add((int) LocalDate.parse(parts[1]).toEpochDay());
    }

    private static String code(PeriodKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** School year and first day of each period of the row, coarse first; shorter where the row has no date. */
    List<String> periods(@Nullable String year, @Nullable LocalDate day) {
        List<String> path = new ArrayList<>();
        for (PeriodKind kind : nested) {
            LocalDate start = year == null ? null : start(kind, year, day);
            if (start == null) {
                break;
            }
            path.add(year + "|" + start);
        }
        return path;
    }

    private @Nullable LocalDate start(PeriodKind kind, String year, @Nullable LocalDate day) {
        if (kind == PeriodKind.YEAR) {
            return plan.schoolYearStart().atYear(Integer.parseInt(year.substring(0, 4)));
        }
        if (day == null) {
            return null;
        }
        return switch (kind) {
            case MONTH -> day.withDayOfMonth(1);
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case DAY -> day;
            case ALL, YEAR -> throw new IllegalStateException("not a period within a year: " + kind);
        };
    }
}
