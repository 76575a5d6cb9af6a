// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.dases.impact.indicators.cohort.kernel.IntColumn;
import org.dases.impact.indicators.cohort.kernel.LongSlots;

/** Packs the rows of one task: texts become numbers, and rows of one contributor at the same place become one fact. */
final class RowPacker {
    private static final int NO_DAY = Integer.MIN_VALUE;

    private final WalkPlan plan;
    private final PackedRows packed;
    private final RowCodes codes;
    private final CellSpace space;
    /** Year and day, and the period that they lie in. */
    private final LongSlots days = new LongSlots();

    private final IntColumn periods = new IntColumn();
    private final Map<List<String>, Integer> periodNumbers = new HashMap<>();
    private final List<List<String>> periodPaths = new ArrayList<>();
    /** By dimension and level: the node above and the code. */
    private final List<List<LongSlots>> levels = new ArrayList<>();

    private final PlaceSlots places;
    private final FactSums facts;
    private final int[] place;
    /** The place of the row before, and its number. */
    private final int[] lastPlace;

    private int lastNumber = -1;

    /**
     * A packer.
     *
     * @param plan what the rows are like
     * @param tables the table of each level
     * @param registers what gives the attributes that rows do not have
     */
    RowPacker(WalkPlan plan, List<String> tables, Registers registers) {
        this.plan = plan;
        this.space = new CellSpace(plan);
        int indicators = plan.countings().size();
        this.packed = new PackedRows(1 + plan.levels().size(), indicators);
        this.facts = new FactSums(packed);
        this.codes = new RowCodes(plan, tables, registers, packed);
        for (int count : plan.levels()) {
            List<LongSlots> ofDimension = new ArrayList<>();
            for (int level = 0; level < count; level++) {
                ofDimension.add(new LongSlots());
            }
            levels.add(ofDimension);
        }
        this.place = new int[3 + plan.levels().size() + indicators];
        this.lastPlace = new int[place.length];
        this.places = new PlaceSlots(place.length);
    }

    /** Adds a row. */
    void add(InternalRow row) {
        codes.read(row);
        place[0] = codes.school();
        place[1] = packed.providerNames.code(RowCodes.text(row, WalkPlan.PROVIDER));
        place[2] = period(row);
        int level = 0;
        for (int dimension = 0; dimension < levels.size(); dimension++) {
            int node = -1;
            for (LongSlots each : levels.get(dimension)) {
                node = each.slot(LongSlots.pair(node + 1, codes.level(row, level++)));
            }
            place[3 + dimension] = node;
        }
        int first = 3 + levels.size();
        for (int i = 0; first + i < place.length; i++) {
            int at = plan.firstIndicator() + i * WalkPlan.PER_INDICATOR;
            place[first + i] =
                    row.getBoolean(at) ? packed.unitNames.code(RowCodes.text(row, at + 3)) : PackedRows.NOT_COUNTED;
        }
        addFact(row, first);
    }

    private void addFact(InternalRow row, int first) {
        facts.next(codes.contributor(), placeNumber());
        for (int i = 0; first + i < place.length; i++) {
            if (place[first + i] != PackedRows.NOT_COUNTED) {
                int at = plan.firstIndicator() + i * WalkPlan.PER_INDICATOR;
                facts.set(i, row.getLong(at + 1), row.getLong(at + 2));
            }
        }
    }

    private int placeNumber() {
        if (lastNumber < 0 || !Arrays.equals(place, lastPlace)) {
            lastNumber = places.slot(place);
            System.arraycopy(place, 0, lastPlace, 0, place.length);
            if (lastNumber == packed.placeCount()) {
                packed.addPlace(place);
            }
        }
        return lastNumber;
    }

    private int period(InternalRow row) {
        int day = row.isNullAt(WalkPlan.DAY) ? NO_DAY : row.getInt(WalkPlan.DAY);
        int slot = days.slot(LongSlots.pair(codes.year(), day));
        if (slot == periods.size()) {
            List<String> path =
                    space.periods(codes.yearText(codes.year()), day == NO_DAY ? null : LocalDate.ofEpochDay(day));
            periods.add(periodNumbers.computeIfAbsent(path, key -> {
                periodPaths.add(path);
                return periodPaths.size() - 1;
            }));
        }
        return periods.get(slot);
    }

    /** Number of facts so far at most: rows that wait may yet become one. */
    int size() {
        return packed.size() + facts.waiting();
    }

    /** All that was added. */
    PackedRows packed() {
        facts.flush();
        packed.paths.add(periodPaths);
        int firstLevel = 0;
        for (List<LongSlots> ofDimension : levels) {
            List<List<String>> paths = new ArrayList<>();
            for (int node = 0; node < ofDimension.get(ofDimension.size() - 1).size(); node++) {
                paths.add(path(ofDimension, firstLevel, node));
            }
            packed.paths.add(paths);
            firstLevel += ofDimension.size();
        }
        packed.trim();
        return packed;
    }

    private List<String> path(List<LongSlots> ofDimension, int firstLevel, int finest) {
        List<String> path = new ArrayList<>();
        int node = finest;
        for (int level = ofDimension.size() - 1; level >= 0; level--) {
            long key = ofDimension.get(level).key(node);
            path.add(0, codes.levelText(firstLevel + level, (int) key));
            node = (int) (key >>> Integer.SIZE) - 1;
        }
        return path;
    }
}
