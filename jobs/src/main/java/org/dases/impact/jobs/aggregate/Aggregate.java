// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Tally;

/**
 * An aggregated table with all its totals. Restricted.
 *
 * @param cube its cells
 * @param figures their figures
 * @param columns the columns that the file has
 * @param missing inner cells without a row, which count as empty
 */
record Aggregate(Cube cube, Figures figures, Set<String> columns, long missing) {
    /** The one number a cell has. */
    static final String COUNT = "freq";

    /** The one table. */
    static final String TABLE = "table";

    /** The table as the gate takes it, its cohorts in the order of the cube. */
    CellTable table(Series series) {
        List<Cohort> cohorts = new ArrayList<>(cube.size());
        for (int cell = 0; cell < cube.size(); cell++) {
            cohorts.add(new Cohort(at(cell), Map.of(COUNT, tally(cell))));
        }
        List<Axis> axes = cube.hierarchies().stream()
                .map(each -> new Axis(each.name(), true))
                .toList();
        return new CellTable(TABLE, axes, List.of(series), cohorts);
    }

    /** The number as the gate takes it. */
    static Series series(boolean areProvidersCounted) {
        return new Series(
                COUNT,
                COUNT,
                Form.COUNT,
                ContributorKind.LEARNER,
                0,
                false,
                !areProvidersCounted,
                "count",
                "1",
                Optional.empty());
    }

    /** The same table with one dimension ending at a coarser level. */
    Aggregate cut(int axis, int depth) {
        List<Hierarchy> hierarchies = new ArrayList<>(cube.hierarchies());
        hierarchies.set(axis, hierarchies.get(axis).cut(depth));
        Cube coarse = new Cube(hierarchies);
        int[] cells = new int[coarse.size()];
        for (int cell = 0; cell < cells.length; cell++) {
            for (int each = 0; each < cube.axes(); each++) {
                String code = hierarchies.get(each).code(coarse.code(cell, each));
                cells[cell] +=
                        cube.at(each, cube.hierarchies().get(each).number(code).orElseThrow());
            }
        }
        return new Aggregate(coarse, figures.of(cells), columns, missing);
    }

    List<Node> at(int cell) {
        List<Node> at = new ArrayList<>();
        for (int axis = 0; axis < cube.axes(); axis++) {
            at.add(cube.hierarchies().get(axis).node(cube.code(cell, axis)));
        }
        return at;
    }

    private Tally tally(int cell) {
        long freq = figures.freq(cell);
        Contributors who = new Contributors(
                freq,
                columns.contains("n_contrib") ? figures.schools(cell) : null,
                columns.contains("n_prov") ? figures.providers(cell) : null,
                columns.contains("top1") ? figures.top(cell) : null,
                null);
        return Tally.figure((double) freq, who);
    }
}
