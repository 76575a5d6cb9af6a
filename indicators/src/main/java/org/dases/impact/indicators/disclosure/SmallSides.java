// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.disclosure.cells.Family;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Sides;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;

/**
 * Siblings whose rate is not told exactly: those above the line of all of them are the parent's less those of the
 * others. Where a side of them together is too small, this says what no band does, that all of them passed or all but a
 * few. Such sums are secrets, too.
 */
final class SmallSides {
    private final Population population;
    private final Series rate;
    private final BitSet told;
    private final PrimaryRules rules;

    /**
     * A search.
     *
     * @param told cells whose numerator may be told, or is known to be zero
     */
    SmallSides(Population population, Series rate, BitSet told, PrimaryRules rules) {
        this.population = population;
        this.rate = rate;
        this.told = told;
        this.rules = rules;
    }

    /** The siblings, each time all of a parent. */
    List<CellSum> groups() {
        Set<CellSum> groups = new LinkedHashSet<>();
        for (Member member : population.members()) {
            for (Family family : member.has(rate) ? member.lattice().families() : List.<Family>of()) {
                int parent = member.firstCell() + family.parent();
                int[] children = Arrays.stream(family.children())
                        .map(child -> member.firstCell() + child)
                        .toArray();
                List<Integer> untold = Arrays.stream(children)
                        .filter(cell -> !told.get(cell))
                        .boxed()
                        .toList();
                if (told.get(parent) && untold.size() > 1 && isSmall(member, parent, children)) {
                    groups.add(new CellSum(untold, List.of()));
                }
            }
        }
        return List.copyOf(groups);
    }

    /** By those whom the siblings are said to have, and by those whom a reader takes them to have. */
    private boolean isSmall(Member member, int parent, int[] children) {
        int least = rules.limits(member.own(rate)).side();
        Sides theirs = sum(Arrays.stream(children).filter(cell -> !told.get(cell)));
        Sides others = sum(Arrays.stream(children).filter(told::get));
        Sides whole = sum(IntStream.of(parent));
        long above = whole.numerator() - others.numerator();
        long below = whole.complement() - others.complement();
        boolean isGroup = above >= 0 && below >= 0;
        return isSmall(theirs, least) || (isGroup && isSmall(new Sides(above, below), least));
    }

    /** That nobody failed says something of everybody; that no record was rejected says nothing of anybody. */
    private boolean isSmall(Sides sides, int least) {
        long smaller = Math.min(sides.numerator(), sides.complement());
        boolean isAnybody = Math.max(sides.numerator(), sides.complement()) > 0;
        return isAnybody && smaller < least && (smaller > 0 || rate.contributor() != ContributorKind.RECORD);
    }

    /** An empty cell, which may be a secret, has no sides. */
    private Sides sum(IntStream cells) {
        long above = 0;
        long below = 0;
        for (int cell : cells.toArray()) {
            Member member = population.memberOf(cell);
            Tally tally = member.tally(cell - member.firstCell(), rate);
            Sides sides = tally == null ? null : tally.sides();
            if (sides != null) {
                above += sides.numerator();
                below += sides.complement();
            }
        }
        return new Sides(above, below);
    }
}
