// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Tally;

/**
 * What readers could know of a series at an earlier release, in the cohorts of now, and how many came or went since.
 */
final class Since {
    private final Member member;
    private final Series series;
    private final int k;
    private final BitSet known = new BitSet();
    private final Moved[] moved;
    private final Moved[] sizes;

    /**
     * Compares.
     *
     * @param k the least number of contributors that are not few
     * @param then all cohorts that were listed then, with the figure where there is one
     */
    Since(Member member, Series series, int k, Map<List<Node>, Optional<Ledger.Figure>> then) {
        this.member = member;
        this.series = series;
        this.k = k;
        Moved[] ofAtoms = new Moved[member.lattice().atoms()];
        for (int c = 0; c < member.cohorts(); c++) {
            Optional<Ledger.Figure> figure = then.getOrDefault(member.at(c), Optional.empty());
            known.set(
                    c,
                    figure.filter(each -> each.reach() == Ledger.Reach.READERS).isPresent());
            int atom = member.lattice().atomNumber(c);
            if (atom >= 0) {
                boolean wasListed = then.containsKey(member.at(c));
                ofAtoms[atom] =
                        moved(c, wasListed ? figure.flatMap(Ledger.Figure::counts) : Optional.of(Ledger.Counts.NOBODY));
            }
        }
        moved = sums(ofAtoms);
        Arrays.setAll(ofAtoms, atom -> ofAtoms[atom].size());
        sizes = sums(ofAtoms);
    }

    private Moved[] sums(Moved[] ofAtoms) {
        Moved[] sums = new Moved[member.cohorts()];
        Arrays.setAll(
                sums,
                c -> Arrays.stream(member.lattice().atomsOf(c))
                        .mapToObj(atom -> ofAtoms[atom])
                        .reduce(Moved.NOT, Moved::plus));
        return sums;
    }

    /** Of whom it is not known how many were there, nobody is taken to have come or gone. */
    private Moved moved(int cohort, Optional<Ledger.Counts> then) {
        Tally tally = member.tally(cohort, series);
        Ledger.Counts now = tally == null ? Ledger.Counts.NOBODY : Ledger.Counts.of(tally);
        return Moved.between(then.orElse(now), now);
    }

    /** Takes for known what was not listed although others beside it were: that nobody was there. */
    void knowUnlisted(Map<List<Node>, Optional<Ledger.Figure>> then) {
        for (Family family : member.lattice().families()) {
            int[] children = family.children();
            if (Arrays.stream(children).anyMatch(c -> then.containsKey(member.at(c)))) {
                Arrays.stream(children)
                        .filter(c -> !then.containsKey(member.at(c)))
                        .forEach(known::set);
            }
        }
    }

    Member member() {
        return member;
    }

    /** The least number of contributors that are not few. */
    int k() {
        return k;
    }

    /** Cohorts of which readers could know the figure then. */
    BitSet known() {
        return known;
    }

    /** By how much a cohort moved. */
    Moved moved(int cohort) {
        return moved[cohort];
    }

    /** How many came to an atom of a cohort, or left one. */
    Moved size(int cohort) {
        return sizes[cohort];
    }
}
