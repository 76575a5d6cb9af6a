// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.dases.impact.indicators.cohort.kernel.IntColumn;
import org.dases.impact.indicators.cohort.kernel.LongColumn;
import org.dases.impact.indicators.cohort.kernel.LongSlots;
import org.jspecify.annotations.Nullable;

/** Rows of {@link MeasuredRows} from one task in primitive columns, texts as numbers of the task's own dictionaries. */
final class PackedRows implements Serializable {
    private static final long serialVersionUID = 1;

    /** Mark of a row that an indicator does not count; others are the number of the unit, −1 for none. */
    static final int NOT_COUNTED = -2;

    private static final int NO_DAY = Integer.MIN_VALUE;
    private static final long LOW = 0xFFFF_FFFFL;

    final Dictionary contributorNames = new Dictionary();
    final Dictionary schoolNames = new Dictionary();
    final Dictionary providerNames = new Dictionary();
    final Dictionary unitNames = new Dictionary();
    final IntColumn contributors = new IntColumn();
    final IntColumn schools = new IntColumn();
    final IntColumn providers = new IntColumn();
    /** Node on each axis, by axis. */
    final List<IntColumn> nodes = new ArrayList<>();
    /** By indicator. */
    final List<IntColumn> marks = new ArrayList<>();

    final List<LongColumn> numerators = new ArrayList<>();
    final List<LongColumn> denominators = new ArrayList<>();

    private final WalkPlan plan;
    private final Dictionary codes = new Dictionary();
    private final LongSlots periods = new LongSlots();
    /** By dimension and level: the node above and the code. */
    private final List<List<LongSlots>> levels = new ArrayList<>();

    PackedRows(WalkPlan plan) {
        this.plan = plan;
        nodes.add(new IntColumn());
        for (int count : plan.levels()) {
            nodes.add(new IntColumn());
            List<LongSlots> ofDimension = new ArrayList<>();
            for (int level = 0; level < count; level++) {
                ofDimension.add(new LongSlots());
            }
            levels.add(ofDimension);
        }
        for (int i = 0; i < plan.countings().size(); i++) {
            marks.add(new IntColumn());
            numerators.add(new LongColumn());
            denominators.add(new LongColumn());
        }
    }

    void add(InternalRow row) {
        contributors.add(contributorNames.code(row.getUTF8String(WalkPlan.CONTRIBUTOR)));
        schools.add(schoolNames.code(text(row, WalkPlan.SCHOOL)));
        providers.add(providerNames.code(text(row, WalkPlan.PROVIDER)));
        long year = codes.code(text(row, WalkPlan.SCHOOL_YEAR));
        long day = (row.isNullAt(WalkPlan.DAY) ? NO_DAY : row.getInt(WalkPlan.DAY)) & LOW;
        nodes.get(0).add(periods.slot((year + 1) << Integer.SIZE | day));
        int column = WalkPlan.FIRST_LEVEL;
        for (int dimension = 0; dimension < levels.size(); dimension++) {
            int node = -1;
            for (LongSlots level : levels.get(dimension)) {
                node = level.slot((node + 1L) << Integer.SIZE | codes.code(row.getUTF8String(column++)));
            }
            nodes.get(1 + dimension).add(node);
        }
        for (int i = 0; i < marks.size(); i++) {
            int at = plan.firstIndicator() + i * WalkPlan.PER_INDICATOR;
            boolean isCounted = row.getBoolean(at);
            marks.get(i).add(isCounted ? unitNames.code(text(row, at + 3)) : NOT_COUNTED);
            numerators.get(i).add(isCounted ? row.getLong(at + 1) : 0);
            denominators.get(i).add(isCounted ? row.getLong(at + 2) : 0);
        }
    }

    private static @Nullable UTF8String text(InternalRow row, int column) {
        return row.isNullAt(column) ? null : row.getUTF8String(column);
    }

    int size() {
        return contributors.size();
    }

    /** Gives back the memory that is kept for further rows. */
    void trim() {
        List.of(contributors, schools, providers).forEach(IntColumn::trim);
        nodes.forEach(IntColumn::trim);
        marks.forEach(IntColumn::trim);
        numerators.forEach(LongColumn::trim);
        denominators.forEach(LongColumn::trim);
    }

    /** For each node of an axis its number among those of all tasks. */
    int[] nodesIn(CellSpace space, int axis) {
        CodePath all = space.axes().get(axis);
        LongSlots met = axis == 0 ? periods : finest(axis - 1);
        int[] numbers = new int[met.size()];
        for (int node = 0; node < numbers.length; node++) {
            numbers[node] = all.number(axis == 0 ? period(space, met.key(node)) : path(axis - 1, node));
        }
        return numbers;
    }

    private LongSlots finest(int dimension) {
        List<LongSlots> ofDimension = levels.get(dimension);
        return ofDimension.get(ofDimension.size() - 1);
    }

    private List<String> period(CellSpace space, long key) {
        String year = codes.text((int) (key >>> Integer.SIZE) - 1);
        int day = (int) key; // the low half, with its sign
        return space.periods(year, day == NO_DAY ? null : LocalDate.ofEpochDay(day));
    }

    private List<String> path(int dimension, int finest) {
        List<String> path = new ArrayList<>();
        int node = finest;
        for (int level = levels.get(dimension).size() - 1; level >= 0; level--) {
            long key = levels.get(dimension).get(level).key(node);
            path.add(0, String.valueOf(codes.text((int) (key & LOW))));
            node = (int) (key >>> Integer.SIZE) - 1;
        }
        return path;
    }
}
