// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.dases.impact.jobs.verify.Attested;
import org.dases.impact.jobs.verify.Printed;

/**
 * Where the cells of a table stand, so that those of another one can be found: by period and codes, each by its column.
 * Another table may show fewer levels of an axis. So where its codes with all that is above them are not found, the
 * finest ones alone are, if they stand in one place only in either table; a code that begins with an underscore is one
 * of its parents only.
 */
final class CellPlaces {
    private final PrintedCells cells;
    private final List<Attested.Axis> axes;
    private final List<Object> paths;
    private final List<Object> codes;
    private final Map<Object, Integer> byPath;
    private final Map<Object, Integer> byCode;

    /**
     * The places.
     *
     * @param cells of one table
     * @param axes of the table
     */
    CellPlaces(PrintedCells cells, List<Attested.Axis> axes) {
        this.cells = cells;
        this.axes = axes;
        paths = cells.rows().stream().map(this::path).toList();
        codes = cells.rows().stream().map(this::code).toList();
        byPath = once(paths);
        byCode = once(codes);
    }

    PrintedCells cells() {
        return cells;
    }

    /** The cell that is the same one as a cell of another table; empty if there is none. */
    OptionalInt find(int cell, CellPlaces others) {
        Integer found = byPath.get(others.paths.get(cell));
        if (found == null && others.byCode.containsKey(others.codes.get(cell))) {
            found = byCode.get(others.codes.get(cell));
        }
        return found == null ? OptionalInt.empty() : OptionalInt.of(found);
    }

    /** The numbers of the cells by their places; none of a place that several have. */
    private static Map<Object, Integer> once(List<Object> places) {
        Map<Object, Integer> numbers = new HashMap<>();
        Set<Object> several = new HashSet<>();
        for (int cell = 0; cell < places.size(); cell++) {
            if (numbers.put(places.get(cell), cell) != null) {
                several.add(places.get(cell));
            }
        }
        numbers.keySet().removeAll(several);
        return numbers;
    }

    private Object path(Printed row) {
        return place(row, path -> path);
    }

    private Object code(Printed row) {
        return place(row, path -> {
            String last = path.get(path.size() - 1);
            return last.startsWith("_") ? path : last;
        });
    }

    private Object place(Printed row, Function<List<String>, Object> code) {
        Map<String, Object> place = new HashMap<>();
        for (int axis = 0; axis < axes.size(); axis++) {
            List<String> path = row.at().get(axis);
            List<String> columns = axes.get(axis).columns();
            if (columns.isEmpty()) {
                place.put("", path);
            } else if (!path.isEmpty()) {
                place.put(columns.get(path.size() - 1), code.apply(path));
            }
        }
        return place;
    }
}
