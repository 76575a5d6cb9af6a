// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.cells.Family;

/**
 * How the parent of a family may be divided: into siblings, into cousins, and into parts of theirs on other axes. Finer
 * ones show groups that coarser ones do not, as what is left of a whole without the women of one of its courses;
 * coarser ones have fewer parts, so that more of their groups can be looked at.
 */
final class Divisions {
    private final Since since;
    private final IntPredicate isKnown;
    private final int most;

    /** What sums leave over within each family: every whole above it asks. */
    private final Map<Family, Sums> rests = new HashMap<>();

    /**
     * Divides.
     *
     * @param isKnown whether readers know a cohort of both times
     * @param most of so many parts groups are looked at
     */
    Divisions(Since since, IntPredicate isKnown, int most) {
        this.since = since;
        this.isKnown = isKnown;
        this.most = most;
    }

    /**
     * Parts that make up the parent of a family, and have no record in common. Of those across axes that have too many
     * parts for groups to be looked at there is none.
     */
    Collection<Division> of(Family family) {
        int own = family.axis();
        int[] others = IntStream.range(0, since.kin().axes())
                .filter(axis -> axis != own)
                .toArray();
        Map<List<Integer>, Division> divisions = new LinkedHashMap<>();
        add(divisions, new Division(Integer.MAX_VALUE, isKnown), family);
        add(divisions, new Division(Integer.MAX_VALUE, isKnown, own), family);
        for (int other : others) {
            add(divisions, new Division(most, isKnown, other), family);
            add(divisions, new Division(most, isKnown, own, other), family);
            add(divisions, new Division(most, any -> false, own, other), family);
        }
        int[] all = IntStream.concat(IntStream.of(own), IntStream.of(others)).toArray();
        add(divisions, new Division(most, any -> false, all), family);
        return divisions.values();
    }

    private static void add(Map<List<Integer>, Division> divisions, Division division, Family family) {
        if (division.divide(family)) {
            divisions.putIfAbsent(division.parts(), division);
        }
    }

    /** The finest parts on some axes, one after the other. */
    final class Division {
        private final int most;
        private final IntPredicate isWhole;
        private final int[] axes;
        private final List<Integer> parts = new ArrayList<>();
        private Sums rest = Sums.NONE;
        private boolean areApart = true;
        private int open;

        /**
         * Begins with no parts.
         *
         * @param most so many parts may be of few that readers do not know
         * @param isWhole which cohorts are not divided
         */
        private Division(int most, IntPredicate isWhole, int... axes) {
            this.most = most;
            this.isWhole = isWhole;
            this.axes = axes;
        }

        List<Integer> parts() {
            return parts;
        }

        /** Whether nobody is in two parts. */
        boolean areApart() {
            return areApart;
        }

        /** What sums leave over within all that was divided: nothing, or unknown. */
        Sums rest() {
            return rest;
        }

        /** Whether it could be divided: not where too many parts are of few. */
        private boolean divide(Family family) {
            return divide(family, 0);
        }

        private boolean divide(Family family, int turn) {
            rest = rest.plus(rests.computeIfAbsent(family, since.sums()::rest));
            areApart &= since.kin().areApart(family.axis());
            for (int child : family.children()) {
                if (!divide(child, turn)) {
                    return false;
                }
            }
            return true;
        }

        private boolean divide(int cohort, int turn) {
            if (turn == axes.length) {
                parts.add(cohort);
                open += !isKnown.test(cohort) && since.size(cohort).isBelow(since.k()) ? 1 : 0;
                return open <= most;
            }
            Optional<Family> finer = isWhole.test(cohort) ? Optional.empty() : since.family(cohort, axes[turn]);
            return finer.isPresent() ? divide(finer.get(), turn) : divide(cohort, turn + 1);
        }
    }
}
