// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Node;

/**
 * Lists the combinations of codes that do not occur. Where zeros are secret a missing row would tell what a withheld
 * one does not.
 */
final class Completion {
    private static final long MOST = 2_000_000;

    private Completion() {}

    static CellTable of(CellTable table) {
        List<List<Node>> combinations = List.of(List.of());
        for (int axis = 0; axis < table.axes().size(); axis++) {
            Set<Node> nodes = new LinkedHashSet<>();
            int a = axis;
            table.cohorts().forEach(cohort -> nodes.add(cohort.at().get(a)));
            if ((long) combinations.size() * nodes.size() > MOST) {
                throw new IllegalStateException(
                        "table " + table.id() + ": zeros are withheld, but the table has too many"
                                + " combinations of codes to list all; publish zeros or drop a dimension");
            }
            List<List<Node>> longer = new ArrayList<>();
            for (List<Node> start : combinations) {
                for (Node node : nodes) {
                    List<Node> at = new ArrayList<>(start);
                    at.add(node);
                    longer.add(at);
                }
            }
            combinations = longer;
        }
        Set<List<Node>> listed = new HashSet<>();
        table.cohorts().forEach(cohort -> listed.add(cohort.at()));
        List<Cohort> cohorts = new ArrayList<>(table.cohorts());
        combinations.stream().filter(at -> !listed.contains(at)).forEach(at -> cohorts.add(new Cohort(at, Map.of())));
        return new CellTable(table.id(), table.axes(), table.series(), cohorts);
    }
}
