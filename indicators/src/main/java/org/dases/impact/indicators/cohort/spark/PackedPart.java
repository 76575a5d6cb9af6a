// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.util.List;
import org.dases.impact.indicators.cohort.kernel.CubeShape;

/** Rows of one task, with the numbers that all tasks share. */
final class PackedPart {
    /** Cell of a row that lies in none: it has no date, and there is no total over all times. */
    static final long NOWHERE = -1;

    private final PackedRows rows;
    private final int[] contributors;
    private final int[] schools;
    private final int[] providers;
    private final int[] units;
    private final long[] cells;

    /**
     * Finds the cells.
     *
     * @param rows the rows
     * @param nodes for each axis, the number that all share of each of the rows' nodes
     * @param space the nodes of all
     * @param shape the same as axes
     * @param names names of all: contributors, schools, providers, units
     */
    PackedPart(PackedRows rows, List<int[]> nodes, CellSpace space, CubeShape shape, List<Dictionary> names) {
        this.rows = rows;
        this.contributors = names.get(0).numbersOf(rows.contributorNames);
        this.schools = names.get(1).numbersOf(rows.schoolNames);
        this.providers = names.get(2).numbersOf(rows.providerNames);
        this.units = names.get(3).numbersOf(rows.unitNames);
        this.cells = new long[rows.size()];
        List<CodePath> ancestors = space.axes();
        int[] at = new int[nodes.size()];
        for (int row = 0; row < cells.length; row++) {
            cells[row] = place(rows, nodes, ancestors, row, at) ? shape.cell(at) : NOWHERE;
        }
    }

    /** Finds the node of a row on each axis. False when it lies nowhere. */
    static boolean place(PackedRows rows, List<int[]> nodes, List<CodePath> axes, int row, int[] at) {
        boolean isSomewhere = true;
        for (int axis = 0; axis < at.length; axis++) {
            at[axis] = nodes.get(axis)[rows.nodes.get(axis).get(row)];
            isSomewhere &= axes.get(axis).ancestors(at[axis]).length > 0;
        }
        return isSomewhere;
    }

    int size() {
        return cells.length;
    }

    long cell(int row) {
        return cells[row];
    }

    int contributor(int row) {
        return contributors[rows.contributors.get(row)];
    }

    /** −1 when it is not known. */
    int school(int row) {
        int school = rows.schools.get(row);
        return school < 0 ? -1 : schools[school];
    }

    /** −1 when it is not known. */
    int provider(int row) {
        int provider = rows.providers.get(row);
        return provider < 0 ? -1 : providers[provider];
    }

    /** Whether the row counts for an indicator. */
    boolean isCounted(int row, int indicator) {
        return cells[row] != NOWHERE && rows.marks.get(indicator).get(row) != PackedRows.NOT_COUNTED;
    }

    /** −1 when the row belongs to none. */
    int unit(int row, int indicator) {
        int unit = rows.marks.get(indicator).get(row);
        return unit < 0 ? -1 : units[unit];
    }

    long numerator(int row, int indicator) {
        return rows.numerators.get(indicator).get(row);
    }

    long denominator(int row, int indicator) {
        return rows.denominators.get(indicator).get(row);
    }
}
