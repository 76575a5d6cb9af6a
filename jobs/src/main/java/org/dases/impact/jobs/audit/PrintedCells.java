// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.dases.impact.jobs.verify.Printed;

/**
 * The rows of one indicator in a table as sums of its finest ones. A cell that is not listed is empty: everybody may
 * take it for that.
 */
final class PrintedCells {
    private final List<Printed> rows;
    private final Map<List<List<String>>, Integer> cells = new HashMap<>();
    private final int[][] atomsOf;
    private final int atoms;

    /** Rows that add up. */
    PrintedCells(List<Printed> rows) {
        this(rows, true);
    }

    /** Rows that add up, or each of which is a cell by itself. */
    PrintedCells(List<Printed> rows, boolean isAdding) {
        this.rows = rows;
        for (int cell = 0; cell < rows.size(); cell++) {
            cells.put(rows.get(cell).at(), cell);
        }
        BitSet coarser = new BitSet();
        for (int cell = 0; cell < rows.size(); cell++) {
            int self = cell;
            forEachContaining(cell, above -> coarser.set(above, coarser.get(above) || (isAdding && above != self)));
        }
        List<List<Integer>> below = new ArrayList<>();
        rows.forEach(row -> below.add(new ArrayList<>()));
        int number = 0;
        for (int cell = 0; cell < rows.size(); cell++) {
            if (!coarser.get(cell)) {
                int atom = number++;
                int self = cell;
                forEachContaining(cell, above -> {
                    if (isAdding || above == self) {
                        below.get(above).add(atom);
                    }
                });
            }
        }
        atoms = number;
        atomsOf = below.stream()
                .map(list -> list.stream().mapToInt(atom -> atom).toArray())
                .toArray(int[][]::new);
    }

    /** Weeks and months divide the same year in two ways: each by itself. */
    static List<List<Printed>> byKindOfPeriod(List<Printed> rows) {
        Predicate<Printed> isWhole = row -> List.of("all", "year").contains(kind(row));
        TreeSet<String> kinds = new TreeSet<>();
        rows.stream().filter(isWhole.negate()).forEach(row -> kinds.add(kind(row)));
        return kinds.isEmpty()
                ? List.of(rows)
                : kinds.stream()
                        .map(kind -> rows.stream()
                                .filter(row -> isWhole.test(row) || kind(row).equals(kind))
                                .toList())
                        .toList();
    }

    private static String kind(Printed row) {
        return row.row().text("period_kind");
    }

    /** Number of finest cells. */
    int atoms() {
        return atoms;
    }

    /** The finest cells of each cell, ascending. */
    int[][] atomsOf() {
        return Arrays.copyOf(atomsOf, atomsOf.length);
    }

    List<Printed> rows() {
        return rows;
    }

    /** The number of each whole with its listed parts, one step finer on an axis, by the number of the axis. */
    Map<Integer, Map<Integer, List<Printed>>> parts() {
        Map<Integer, Map<Integer, List<Printed>>> parts = new TreeMap<>();
        for (Printed row : rows) {
            for (int axis = 0; axis < row.at().size(); axis++) {
                List<String> path = row.at().get(axis);
                List<List<String>> whole = new ArrayList<>(row.at());
                whole.set(axis, path.subList(0, Math.max(0, path.size() - 1)));
                Integer cell = path.isEmpty() ? null : cells.get(whole);
                if (cell != null) {
                    parts.computeIfAbsent(cell, key -> new TreeMap<>())
                            .computeIfAbsent(axis, key -> new ArrayList<>())
                            .add(row);
                }
            }
        }
        return parts;
    }

    /** Calls with a cell and all listed ones that contain it. */
    private void forEachContaining(int cell, IntConsumer consumer) {
        contain(rows.get(cell).at(), 0, new ArrayList<>(), consumer);
    }

    private void contain(List<List<String>> at, int axis, List<List<String>> built, IntConsumer consumer) {
        if (axis == at.size()) {
            Integer found = cells.get(built);
            if (found != null) {
                consumer.accept(found);
            }
            return;
        }
        List<String> path = at.get(axis);
        for (int length = path.size(); length >= 0; length--) {
            built.add(path.subList(0, length));
            contain(at, axis + 1, built, consumer);
            built.remove(axis);
        }
    }
}
