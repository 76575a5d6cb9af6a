// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;
import org.dases.impact.indicators.disclosure.rules.Rules;

/**
 * What becomes of a rate in the cells that are not withheld for all series. The sets are disjoint.
 *
 * @param onesided cells where one side of the rate is too small
 * @param exact cells whose rate is printed exactly
 * @param zeros cells in which it has no learners
 * @param lost cells whose rate is withheld, because the numerator of a one-sided one would follow from theirs; filled
 *     by {@link Pattern}
 * @param groups siblings of which together a side is too small
 * @param strand those above the line
 * @param isTold whether another series prints the rate's numerator, so that a band is no protection
 */
record RatePattern(
        BitSet onesided, BitSet exact, BitSet zeros, BitSet lost, List<CellSum> groups, Strand strand, boolean isTold) {
    RatePattern {
        groups = List.copyOf(groups);
    }

    /** A rate that has lost nothing yet. */
    static RatePattern of(Population population, Series rate, BitSet withheld, PrimaryRules primary, Rules thresholds) {
        boolean isTold = new Ties(population).isTold(rate);
        BitSet onesided = new BitSet();
        BitSet exact = new BitSet();
        BitSet zeros = new BitSet();
        population.cellsOf(rate).stream().filter(cell -> !withheld.get(cell)).forEach(cell -> {
            Member member = population.memberOf(cell);
            Tally tally = member.tally(cell - member.firstCell(), rate);
            Series own = member.own(rate);
            if (tally == null || tally.isZero()) {
                zeros.set(cell);
            } else if (primary.band(own, tally).isPresent() || (isTold && primary.isTelling(own, tally))) {
                onesided.set(cell);
            } else {
                exact.set(cell);
            }
        });
        BitSet told = (BitSet) exact.clone();
        told.or(zeros);
        List<CellSum> groups = new SmallSides(population, rate, told, primary).groups();
        List<CellSum> secrets = new ArrayList<>(CellSum.each(onesided));
        secrets.addAll(groups);
        Strand strand = Strand.ofRate(population, rate, secrets, zeros, thresholds);
        return new RatePattern(onesided, exact, zeros, new BitSet(), groups, strand, isTold);
    }

    /** Loses the rate in some cells. */
    void lose(BitSet cells) {
        lost.or(cells);
        exact.andNot(cells);
    }

    /** Takes it back for some of them, which follow from the others. */
    void regain(BitSet cells) {
        lost.andNot(cells);
        exact.or(cells);
    }

    /** Whether the rate is withheld in a cell that other series print. */
    boolean isWithheld(int cell) {
        return lost.get(cell) || (isTold && onesided.get(cell));
    }

    /** Cells whose numerator is printed, or known to be zero. */
    BitSet told() {
        BitSet told = (BitSet) exact.clone();
        told.or(zeros);
        return told;
    }
}
