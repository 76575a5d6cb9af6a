// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.printed;

import java.util.List;
import org.dases.impact.indicators.disclosure.cells.Axis;

/**
 * The rows of one table that may be printed, in the order of the cohorts and series submitted.
 *
 * @param id name of the published table
 * @param axes the dimensions; a row's nodes are in this order
 * @param rows all rows, withheld ones among them
 */
public record ClearedTable(String id, List<Axis> axes, List<ClearedRow> rows) {
    public ClearedTable {
        axes = List.copyOf(axes);
        rows = List.copyOf(rows);
    }

    /**
     * How many rows hold numbers.
     *
     * @return number of rows with status F
     */
    public long published() {
        return rows.stream().filter(row -> row.status() == ConfStatus.F).count();
    }

    /**
     * How many rows hold none.
     *
     * @return number of rows with status C
     */
    public long withheld() {
        return rows.size() - published();
    }
}
