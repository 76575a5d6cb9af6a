// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.util.List;
import org.dases.impact.indicators.cohort.kernel.CubeShape;

/** Facts of one task, with the numbers that all tasks share. */
final class PackedPart {
    /** Cell of a place that lies in none: it has no date, and there is no total over all times. */
    static final long NOWHERE = -1;

    private final PackedRows rows;
    private final int known;
    private final int[] contributors;
    private final int[] schools;
    private final int[] providers;
    private final int[] units;
    private final long[] cells;

    /**
     * Finds the cells.
     *
     * @param rows the facts
     * @param known how many contributors have a number in the register of learners
     * @param space the nodes of all
     * @param shape the same as axes
     * @param names names of all: contributors without such a number, schools, providers, units
     */
    PackedPart(PackedRows rows, int known, CellSpace space, CubeShape shape, List<Dictionary> names) {
        this.rows = rows;
        this.known = known;
        this.contributors = names.get(0).numbersOf(rows.contributorNames);
        this.schools = names.get(1).numbersOf(rows.schoolNames);
        this.providers = names.get(2).numbersOf(rows.providerNames);
        this.units = names.get(3).numbersOf(rows.unitNames);
        this.cells = new long[rows.placeCount()];
        List<int[]> nodes = space.numbers(rows);
        List<CodePath> ancestors = space.axes();
        int[] at = new int[nodes.size()];
        for (int place = 0; place < cells.length; place++) {
            cells[place] = find(rows, nodes, ancestors, place, at) ? shape.cell(at) : NOWHERE;
        }
    }

    /** Finds the node of a place on each axis, in an array that may be longer. False when it lies nowhere. */
    static boolean find(PackedRows rows, List<int[]> nodes, List<CodePath> axes, int place, int[] at) {
        boolean isSomewhere = true;
        for (int axis = 0; axis < axes.size(); axis++) {
            at[axis] = nodes.get(axis)[rows.nodes.get(axis).get(place)];
            isSomewhere &= axes.get(axis).ancestors(at[axis]).length > 0;
        }
        return isSomewhere;
    }

    /** The facts, as the task has them. */
    PackedRows rows() {
        return rows;
    }

    /** Number of facts. */
    int size() {
        return rows.size();
    }

    int contributor(int fact) {
        int contributor = rows.contributors.get(fact);
        return contributor < 0 ? Math.addExact(known, contributors[-1 - contributor]) : contributor;
    }

    /** Position of a fact's place, which the following are asked for. */
    int place(int fact) {
        return rows.places.get(fact);
    }

    /** Number of places. */
    int placeCount() {
        return cells.length;
    }

    long cell(int place) {
        return cells[place];
    }

    /** −1 when it is not known. */
    int school(int place) {
        int school = rows.schools.get(place);
        return school < 0 ? -1 : schools[school];
    }

    /** −1 when it is not known. */
    int provider(int place) {
        int provider = rows.providers.get(place);
        return provider < 0 ? -1 : providers[provider];
    }

    /** Whether facts of a place count for an indicator. */
    boolean isCounted(int place, int indicator) {
        return cells[place] != NOWHERE && rows.marks.get(indicator).get(place) != PackedRows.NOT_COUNTED;
    }

    /** −1 when facts of a place belong to none. */
    int unit(int place, int indicator) {
        int unit = rows.marks.get(indicator).get(place);
        return unit < 0 ? -1 : units[unit];
    }

    long numerator(int fact, int indicator) {
        return rows.numerators.get(indicator).get(fact);
    }

    long denominator(int fact, int indicator) {
        return rows.denominators.get(indicator).get(fact);
    }
}
