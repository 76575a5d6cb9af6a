// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.dases.impact.indicators.disclosure.audit.Attack;
import org.dases.impact.jobs.verify.Attested;
import org.dases.impact.jobs.verify.Printed;

/**
 * What several tables print of one indicator. Cells of the same period and codes are the same cell. That the tables are
 * about the same persons is said nowhere: two are where they agree in all that both print, and in one cell with
 * somebody in it at least.
 */
final class LinkedTables {
    private final Attested attested;
    private final Told told;
    private final List<Printed> rows = new ArrayList<>();
    private final List<int[]> cells = new ArrayList<>();
    private final List<int[]> same = new ArrayList<>();
    private int atoms;

    /**
     * Some tables.
     *
     * @param attested says what their axes are
     * @param told the number that they print
     * @param parts the rows of each; where one divides the year in two ways, of each way
     */
    LinkedTables(Attested attested, Told told, List<PrintedCells> parts) {
        this.attested = attested;
        this.told = told;
        List<Map<Object, Integer>> places = new ArrayList<>();
        for (PrintedCells part : parts) {
            Map<Object, Integer> mine = add(part);
            places.forEach(others -> link(mine, others));
            places.add(mine);
        }
    }

    /** Whether any of them are about the same persons. */
    boolean isLinked() {
        return !same.isEmpty();
    }

    /** All rows, in the order of the tables. */
    List<Printed> rows() {
        return rows;
    }

    /** Who knows all of them. */
    Attack attack() {
        return new Attack(atoms, cells.toArray(int[][]::new), told.of(rows)).knowing(same);
    }

    /** Numbers of the rows by their places; none of a place that several rows have. */
    private Map<Object, Integer> add(PrintedCells part) {
        Map<Object, Integer> places = new HashMap<>();
        Set<Object> several = new HashSet<>();
        int[][] atomsOf = part.atomsOf();
        for (int cell = 0; cell < atomsOf.length; cell++) {
            Printed row = part.rows().get(cell);
            if (places.put(place(row), rows.size()) != null) {
                several.add(place(row));
            }
            rows.add(row);
            cells.add(Arrays.stream(atomsOf[cell]).map(atom -> atoms + atom).toArray());
        }
        atoms += part.atoms();
        places.keySet().removeAll(several);
        return places;
    }

    /**
     * The period, and the finest code by its column: another table may not show the levels above. A code that begins
     * with an underscore is one of its parents only.
     */
    private Object place(Printed row) {
        Map<String, Object> place = new HashMap<>();
        List<Attested.Axis> axes = attested.axes(row.table());
        for (int axis = 0; axis < axes.size(); axis++) {
            List<String> path = row.at().get(axis);
            List<String> columns = axes.get(axis).columns();
            if (columns.isEmpty()) {
                place.put("", path);
            } else if (!path.isEmpty()) {
                String last = path.get(path.size() - 1);
                place.put(columns.get(path.size() - 1), last.startsWith("_") ? path : last);
            }
        }
        return place;
    }

    private void link(Map<Object, Integer> mine, Map<Object, Integer> others) {
        List<int[]> pairs = new ArrayList<>();
        boolean isAgreed = false;
        for (Map.Entry<Object, Integer> each : mine.entrySet()) {
            Integer other = others.get(each.getKey());
            if (other != null) {
                OptionalDouble here = told.of(rows.get(each.getValue()));
                OptionalDouble there = told.of(rows.get(other));
                if (here.isPresent() && there.isPresent() && !here.equals(there)) {
                    return;
                }
                isAgreed |= there.isPresent() && here.orElse(0) != 0;
                pairs.add(new int[] {each.getValue(), other});
            }
        }
        if (isAgreed) {
            same.addAll(pairs);
        }
    }
}
