// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.dases.impact.connectors.document.Place;
import org.dases.impact.connectors.document.Problem;
import org.dases.impact.jobs.workspace.Suggestion;

/** Cells that somebody asks for by their codes: those of a dimension that is not named are its total. */
final class AskedCells {
    private final Cube cube;
    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Integer> cells = new ArrayList<>();

    /** What is asked of a table; codes by the name of a dimension or of its finest column. */
    AskedCells(Cube cube, String file, List<Map<String, String>> asked) {
        this.cube = cube;
        this.file = file;
        asked.forEach(this::find);
    }

    /** What is wrong; empty if all cells were found. */
    List<Problem> problems() {
        return problems;
    }

    /** Numbers of the cells, as they were asked for. */
    List<Integer> cells() {
        return cells;
    }

    private void find(Map<String, String> asked) {
        Map<String, Integer> axes = new HashMap<>();
        for (int axis = 0; axis < cube.axes(); axis++) {
            axes.put(cube.hierarchies().get(axis).leafColumn(), axis);
        }
        for (int axis = 0; axis < cube.axes(); axis++) { // a name goes before a column of another dimension
            axes.put(cube.hierarchies().get(axis).name(), axis);
        }
        int cell = 0;
        Set<Integer> seen = new HashSet<>();
        for (Map.Entry<String, String> each : asked.entrySet()) {
            Integer axis = axes.get(each.getKey());
            if (axis == null) {
                problem("There is no dimension " + each.getKey()
                        + Suggestion.hint(each.getKey(), new TreeSet<>(axes.keySet())));
                continue;
            }
            Hierarchy hierarchy = cube.hierarchies().get(axis);
            if (!seen.add(axis)) {
                problem("Dimension " + hierarchy.name() + " is named twice");
                continue;
            }
            OptionalInt code = hierarchy.number(each.getValue());
            if (code.isEmpty()) {
                problem("Dimension " + hierarchy.name() + " has no code " + each.getValue()
                        + FileCode.hint(each.getValue(), hierarchy.known()));
            } else {
                cell += cube.at(axis, code.getAsInt());
            }
        }
        cells.add(cell);
    }

    private void problem(String reason) {
        problems.add(new Problem(
                file,
                Place.START,
                reason + ".",
                "Ask with --explain DIMENSION=CODE,DIMENSION=CODE; what is not named is the total."));
    }
}
