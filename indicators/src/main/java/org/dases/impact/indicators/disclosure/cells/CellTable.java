// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.cells;

import java.util.List;

/**
 * A table of cells on its way to the gate: all cohorts of a cube with their totals. A cohort that is not listed is a
 * zero. Every cohort with people in it has its finer cohorts listed too, down to the finest; a code that is not known
 * is a code of its own.
 *
 * @param id name of the published table
 * @param axes the dimensions, periods among them
 * @param series the indicators
 * @param cohorts the cohorts, each once
 */
public record CellTable(String id, List<Axis> axes, List<Series> series, List<Cohort> cohorts) {
    public CellTable {
        axes = List.copyOf(axes);
        series = List.copyOf(series);
        cohorts = List.copyOf(cohorts);
    }
}
