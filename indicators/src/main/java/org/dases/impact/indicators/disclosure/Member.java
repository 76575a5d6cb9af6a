// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.List;
import java.util.Objects;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;
import org.jspecify.annotations.Nullable;

/**
 * One table's part in a population: its series of that group, and where its atoms and cells stand among those of the
 * other tables.
 */
final class Member {
    private final CellTable table;
    private final Lattice lattice;
    private final List<Series> series;
    private final int firstAtom;
    private final int firstCell;

    Member(CellTable table, Lattice lattice, List<Series> series, int firstAtom, int firstCell) {
        this.table = table;
        this.lattice = lattice;
        this.series = series;
        this.firstAtom = firstAtom;
        this.firstCell = firstCell;
    }

    CellTable table() {
        return table;
    }

    Lattice lattice() {
        return lattice;
    }

    List<Series> series() {
        return series;
    }

    int firstAtom() {
        return firstAtom;
    }

    int firstCell() {
        return firstCell;
    }

    boolean has(Series of) {
        return series.stream().anyMatch(of::isSameIndicator);
    }

    /** A series on the terms of this table: another one may ask for more, or for less. */
    Series own(Series of) {
        return series.stream().filter(of::isSameIndicator).findFirst().orElse(of);
    }

    int cohorts() {
        return table.cohorts().size();
    }

    List<Node> at(int cohort) {
        return table.cohorts().get(cohort).at();
    }

    @Nullable Tally tally(int cohort, Series of) {
        return table.cohorts().get(cohort).tallies().get(of.indicatorId());
    }

    boolean isOneSchool(int cohort) {
        List<Node> at = at(cohort);
        for (int axis = 0; axis < at.size(); axis++) {
            if (table.axes().get(axis).isOneSchool(at.get(axis))) {
                return true;
            }
        }
        return false;
    }

    /** Whether nobody of the group is in a cohort. */
    boolean isZero(int cohort) {
        for (Series each : series) {
            Tally tally = tally(cohort, each);
            if (tally != null && !tally.isZero()) {
                return false;
            }
        }
        return true;
    }

    boolean isUnsafe(int cohort, PrimaryRules rules) {
        boolean oneSchool = isOneSchool(cohort);
        return series.stream().anyMatch(each -> rules.isUnsafe(each, tally(cohort, each), oneSchool));
    }

    /** Whether a series counts fewer contributors than k in a cohort. */
    boolean isBelowThreshold(int cohort, PrimaryRules rules) {
        boolean oneSchool = isOneSchool(cohort);
        return series.stream().anyMatch(each -> rules.isBelowThreshold(each, tally(cohort, each), oneSchool));
    }

    /** Number of learners that a series counts in a cohort. */
    long learners(int cohort, Series of) {
        Tally tally = tally(cohort, of);
        return tally == null ? 0 : tally.contributors().learners();
    }

    /** Whether a series counts the same contributors in a cohort as in another table's. */
    boolean isEqual(int cohort, Series of, Member other, int otherCohort) {
        Tally one = tally(cohort, of);
        Tally two = other.tally(otherCohort, of);
        return learners(cohort, of) == other.learners(otherCohort, of)
                && Objects.equals(one == null ? null : one.sides(), two == null ? null : two.sides());
    }

    /** Greatest number of learners that a series of the group counts in a cohort. */
    long learners(int cohort) {
        return series.stream().mapToLong(each -> learners(cohort, each)).max().orElse(0);
    }

    /** Whether single-handed: the only school, or the only provider, behind a cohort by a series. */
    boolean isSingle(int cohort, Owner owner, Series of) {
        Tally tally = has(of) ? tally(cohort, of) : null;
        return tally != null && owner.isSingle(tally.contributors());
    }
}
