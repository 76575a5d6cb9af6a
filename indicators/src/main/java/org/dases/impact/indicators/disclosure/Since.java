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
    private final Churn[] churn;

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
        Churn[] ofCohort = new Churn[member.cohorts()];
        Churn[] ofAtom = new Churn[member.lattice().atoms()];
        for (int c = 0; c < ofCohort.length; c++) {
            Optional<Ledger.Figure> figure = then.getOrDefault(member.at(c), Optional.empty());
            known.set(
                    c,
                    figure.filter(each -> each.reach() == Ledger.Reach.READERS).isPresent());
            int atom = member.lattice().atomNumber(c);
            if (atom >= 0) {
                boolean wasListed = then.containsKey(member.at(c));
                ofAtom[atom] =
                        churn(c, wasListed ? figure.flatMap(Ledger.Figure::counts) : Optional.of(Ledger.Counts.NOBODY));
            }
        }
        Arrays.setAll(
                ofCohort,
                c -> Arrays.stream(member.lattice().atomsOf(c))
                        .mapToObj(atom -> ofAtom[atom])
                        .reduce(Churn.NONE, Churn::plus));
        churn = ofCohort;
    }

    /** Of whom it is not known how many were there, nobody is taken to have come or gone. */
    private Churn churn(int cohort, Optional<Ledger.Counts> then) {
        Tally tally = member.tally(cohort, series);
        Ledger.Counts now = tally == null ? Ledger.Counts.NOBODY : Ledger.Counts.of(tally);
        return Churn.of(then.orElse(now), now);
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

    /** How many came to a cohort, or left it. */
    Churn churn(int cohort) {
        return churn[cohort];
    }
}
