// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.util.List;
import java.util.function.Consumer;
import org.dases.impact.indicators.cohort.kernel.FactPlaces;

/**
 * Where facts lie. Those that lie nowhere are passed over.
 *
 * @param rows what the tasks packed
 * @param nodes for each task and axis, the number that all tasks share of each of its nodes
 * @param space the nodes of all
 */
record PackedPlaces(List<PackedRows> rows, List<List<int[]>> nodes, CellSpace space) implements FactPlaces {
    @Override
    public void forEach(Consumer<int[]> place) {
        List<CodePath> axes = space.axes(); // a copy
        int[] at = new int[axes.size()];
        for (int task = 0; task < rows.size(); task++) {
            for (int each = 0; each < rows.get(task).placeCount(); each++) {
                if (PackedPart.find(rows.get(task), nodes.get(task), axes, each, at)) {
                    place.accept(at);
                }
            }
        }
    }
}
