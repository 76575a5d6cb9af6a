// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.cells;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One table's part in a population: its series of that group, and where its atoms and cells stand among those of the
 * other tables.
 */
public final class Member {
    private final CellTable table;
    private final Lattice lattice;
    private final List<Series> series;
    private final int firstAtom;
    private final int firstCell;

    /**
     * Sets a table in its place.
     *
     * @param table the table
     * @param lattice how its cohorts contain one another
     * @param series those of its indicators that are about the group
     * @param firstAtom number of its first atom among those of all tables
     * @param firstCell number of its first cell among those of all tables
     */
    public Member(CellTable table, Lattice lattice, List<Series> series, int firstAtom, int firstCell) {
        this.table = table;
        this.lattice = lattice;
        this.series = series;
        this.firstAtom = firstAtom;
        this.firstCell = firstCell;
    }

    /**
     * The table.
     *
     * @return as it was submitted, with what must be listed besides
     */
    public CellTable table() {
        return table;
    }

    /**
     * How its cohorts contain one another.
     *
     * @return of this table alone
     */
    public Lattice lattice() {
        return lattice;
    }

    /**
     * Its indicators about the group.
     *
     * @return at least one
     */
    public List<Series> series() {
        return series;
    }

    /**
     * Number of its first atom among those of all tables.
     *
     * @return from 0
     */
    public int firstAtom() {
        return firstAtom;
    }

    /**
     * Number of its first cell among those of all tables.
     *
     * @return from 0
     */
    public int firstCell() {
        return firstCell;
    }

    /**
     * Whether it has an indicator.
     *
     * @param of the indicator, on whatever terms
     * @return whether one of its series is of it
     */
    public boolean has(Series of) {
        return series.stream().anyMatch(of::isSameIndicator);
    }

    /**
     * A series on the terms of this table: another one may ask for more, or for less.
     *
     * @param of the indicator
     * @return that of this table; the given one where it has none
     */
    public Series own(Series of) {
        return series.stream().filter(of::isSameIndicator).findFirst().orElse(of);
    }

    /**
     * Number of cohorts.
     *
     * @return how many the table lists
     */
    public int cohorts() {
        return table.cohorts().size();
    }

    /**
     * Where a cohort stands.
     *
     * @param cohort its number in the table
     * @return one node per axis
     */
    public List<Node> at(int cohort) {
        return table.cohorts().get(cohort).at();
    }

    /**
     * What a series counts in a cohort.
     *
     * @param cohort its number in the table
     * @param of the series
     * @return its figures; null where there are none
     */
    public @Nullable Tally tally(int cohort, Series of) {
        return table.cohorts().get(cohort).tallies().get(of.indicatorId());
    }

    /**
     * Whether a cohort is about one school by its codes.
     *
     * @param cohort its number in the table
     * @return whether one of its nodes stands for a school
     */
    public boolean isOneSchool(int cohort) {
        List<Node> at = at(cohort);
        for (int axis = 0; axis < at.size(); axis++) {
            if (table.axes().get(axis).isOneSchool(at.get(axis))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether nobody of the group is in a cohort.
     *
     * @param cohort its number in the table
     * @return whether each series counts nobody there
     */
    public boolean isZero(int cohort) {
        for (Series each : series) {
            Tally tally = tally(cohort, each);
            if (tally != null && !tally.isZero()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Number of learners that a series counts in a cohort.
     *
     * @param cohort its number in the table
     * @param of the series
     * @return how many; 0 where there are no figures
     */
    public long learners(int cohort, Series of) {
        Tally tally = tally(cohort, of);
        return tally == null ? 0 : tally.contributors().learners();
    }

    /**
     * Whether a series counts the same contributors in a cohort as in another table's.
     *
     * @param cohort its number in this table
     * @param of the series
     * @param other the other table
     * @param otherCohort the cohort's number there
     * @return whether learners and sides are the same
     */
    public boolean isEqual(int cohort, Series of, Member other, int otherCohort) {
        Tally one = tally(cohort, of);
        Tally two = other.tally(otherCohort, of);
        return learners(cohort, of) == other.learners(otherCohort, of)
                && Objects.equals(one == null ? null : one.sides(), two == null ? null : two.sides());
    }

    /**
     * Greatest number of learners that a series of the group counts in a cohort.
     *
     * @param cohort its number in the table
     * @return how many; 0 where there are no figures
     */
    public long learners(int cohort) {
        return series.stream().mapToLong(each -> learners(cohort, each)).max().orElse(0);
    }

    /**
     * Whether single-handed: the only school, or the only provider, behind a cohort by a series.
     *
     * @param cohort its number in the table
     * @param owner which of them
     * @param of the series
     * @return whether there is one; false where they are not counted
     */
    public boolean isSingle(int cohort, Owner owner, Series of) {
        Tally tally = has(of) ? tally(cohort, of) : null;
        return tally != null && owner.isSingle(tally.contributors());
    }
}
