// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import org.dases.impact.indicators.cohort.kernel.Cells;
import org.dases.impact.indicators.cohort.kernel.CubeShape;
import org.dases.impact.indicators.cohort.kernel.LongSlots;
import org.dases.impact.indicators.cohort.spark.CountedCells.Column;
import org.jspecify.annotations.Nullable;

/** What was counted so far of indicators that count the same rows, to which more is added. */
final class CellTotals {
    private final List<Integer> indicators;
    private final LongSlots cells = new LongSlots();
    /** What the indicators have in common. */
    private final Map<Column, Sums> common = new EnumMap<>(Column.class);

    private final Map<Integer, Map<Column, Sums>> own = new HashMap<>();
    private LongSlots providerCells = new LongSlots();
    private Sums providerLearners = new Sums();

    /** Nothing yet of these. */
    CellTotals(List<Integer> indicators) {
        this.indicators = List.copyOf(indicators);
        indicators.forEach(number -> own.put(number, new EnumMap<>(Column.class)));
    }

    /** Numbers by cell. */
    private static final class Sums {
        private long[] numbers = new long[64];

        private void makeRoom(int cells) {
            if (cells > numbers.length) {
                numbers = Arrays.copyOf(numbers, Math.max(cells, 2 * numbers.length));
            }
        }

        private long[] first(int cells) {
            return Arrays.copyOf(numbers, cells);
        }
    }

    /** Numbers of the indicators. */
    List<Integer> indicators() {
        return indicators;
    }

    /** How many numbers are held for a cell of each kind, in all. */
    long lines() {
        return (long) cells.size() * indicators.size() + providerCells.size() / 4;
    }

    /** Meets the cells of a cube. The result says where each of its lines goes. */
    int[] meet(Cells counted) {
        return meet(cells, counted);
    }

    private static int[] meet(LongSlots met, Cells counted) {
        int[] slots = new int[counted.size()];
        Arrays.setAll(slots, line -> met.slot(counted.cell(line)));
        return slots;
    }

    /**
     * Adds numbers that all indicators have in common.
     *
     * @param column what they are
     * @param at where each line goes
     * @param numbers the number of a line
     * @throws ArithmeticException when a sum does not fit 64 bits
     */
    void add(Column column, int[] at, IntToLongFunction numbers) {
        add(common.computeIfAbsent(column, key -> new Sums()), at, cells.size(), numbers);
    }

    /** The same for numbers of one indicator. */
    void add(int indicator, Column column, int[] at, IntToLongFunction numbers) {
        Map<Column, Sums> columns = own.computeIfAbsent(indicator, key -> new EnumMap<>(Column.class));
        add(columns.computeIfAbsent(column, key -> new Sums()), at, cells.size(), numbers);
    }

    private static void add(Sums sums, int[] at, int cells, IntToLongFunction numbers) {
        sums.makeRoom(cells);
        for (int line = 0; line < at.length; line++) {
            sums.numbers[at[line]] = Math.addExact(sums.numbers[at[line]], numbers.applyAsLong(line));
        }
    }

    /** Keeps the larger ones of numbers that all indicators have in common. */
    void raise(Column column, int[] at, IntToLongFunction numbers) {
        Sums most = common.computeIfAbsent(column, key -> new Sums());
        most.makeRoom(cells.size());
        for (int line = 0; line < at.length; line++) {
            most.numbers[at[line]] = Math.max(most.numbers[at[line]], numbers.applyAsLong(line));
        }
    }

    /** Adds the learners of each provider by cell. */
    void addProviders(Cells byProvider) {
        int[] at = meet(providerCells, byProvider);
        add(providerLearners, at, providerCells.size(), byProvider::learners);
    }

    /**
     * All of it, by indicator.
     *
     * @param shape the axes
     * @param wide the axes, and the provider as the last one; null where there is none
     */
    List<CountedCells> counted(CubeShape shape, @Nullable CubeShape wide) {
        settle(shape, wide);
        long[] numbers = new long[cells.size()];
        Arrays.setAll(numbers, cells::key);
        long[] none = new long[numbers.length];
        Map<Column, long[]> shared = new EnumMap<>(Column.class);
        common.forEach((column, sums) -> shared.put(column, sums.first(numbers.length)));
        List<CountedCells> counted = new ArrayList<>();
        for (int indicator : indicators) {
            Map<Column, long[]> columns = new EnumMap<>(shared);
            own.getOrDefault(indicator, Map.of())
                    .forEach((column, sums) -> columns.put(column, sums.first(numbers.length)));
            counted.add(CountedCells.of(indicator, numbers, column -> columns.getOrDefault(column, none)));
        }
        return counted;
    }

    /**
     * Counts the providers, of whom nothing more is to be added, and forgets their learners.
     *
     * @param shape the axes
     * @param wide the axes, and the provider as the last one; null where there is none
     */
    void settle(CubeShape shape, @Nullable CubeShape wide) {
        if (wide != null) {
            countProviders(shape, wide);
            providerCells = new LongSlots();
            providerLearners = new Sums();
        }
    }

    private void countProviders(CubeShape shape, CubeShape wide) {
        int[] nodes = new int[wide.axes().size()];
        int[] at = new int[providerCells.size()];
        for (int slot = 0; slot < at.length; slot++) {
            wide.nodes(providerCells.key(slot), nodes);
            at[slot] = cells.slot(shape.cell(nodes));
        }
        add(Column.PROVIDERS, at, slot -> 1);
        raise(Column.TOP_PROVIDER, at, slot -> providerLearners.numbers[slot]);
    }
}
