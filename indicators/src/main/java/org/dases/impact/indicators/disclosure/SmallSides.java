// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Sides;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.elimination.LinearSum;

/**
 * Siblings whose rate is not told exactly, bands among them: those above the line of all of them are the parent's less
 * those of the others. Where a side of them together is too small, this says what no band does, that all of them passed
 * or all but a few. Such sums are secrets, too.
 */
final class SmallSides {
    private final Population population;
    private final Series rate;
    private final BitSet onesided;
    private final BitSet told;
    private final int least;

    /**
     * A search.
     *
     * @param onesided cells where one side of the rate is too small
     * @param told cells whose numerator may be told, or is known to be zero
     * @param least so many on a side are no small group
     */
    SmallSides(Population population, Series rate, BitSet onesided, BitSet told, int least) {
        this.population = population;
        this.rate = rate;
        this.onesided = onesided;
        this.told = told;
        this.least = least;
    }

    /** The sums, of atoms. */
    Set<LinearSum> secrets() {
        Set<LinearSum> secrets = new LinkedHashSet<>();
        for (Member member : population.members()) {
            for (Family family : member.lattice().families()) {
                int[] untold = Arrays.stream(family.children())
                        .map(child -> member.firstCell() + child)
                        .filter(cell -> !told.get(cell))
                        .toArray();
                boolean isTold = told.get(member.firstCell() + family.parent());
                if (isTold && untold.length > 1 && Arrays.stream(untold).anyMatch(onesided::get) && isSmall(untold)) {
                    secrets.add(Arrays.stream(untold)
                            .mapToObj(population::sum)
                            .reduce(LinearSum.of(), (sum, part) -> sum.plus(1, part)));
                }
            }
        }
        return secrets;
    }

    /**
     * An empty cell, which may be a secret, has no sides. That nobody failed says something of everybody; that no
     * record was rejected says nothing of anybody.
     */
    private boolean isSmall(int[] cells) {
        long above = 0;
        long below = 0;
        for (int cell : cells) {
            Member member = population.memberOf(cell);
            Tally tally = member.tally(cell - member.firstCell(), rate);
            Sides sides = tally == null ? null : tally.sides();
            if (sides != null) {
                above += sides.numerator();
                below += sides.complement();
            }
        }
        long smaller = Math.min(above, below);
        return smaller < least && (smaller > 0 || rate.contributor() != ContributorKind.RECORD);
    }
}
