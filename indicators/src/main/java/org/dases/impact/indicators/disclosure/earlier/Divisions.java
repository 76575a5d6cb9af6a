// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

    /**
     * Divides.
     *
     * @param isKnown whether readers know a cohort of both times
     */
    Divisions(Since since, IntPredicate isKnown) {
        this.since = since;
        this.isKnown = isKnown;
    }

    /**
     * Cohorts that make up the parent of a family and have nobody in common, or no record where they may share persons.
     * Of those across axes that have too many parts for all groups to be looked at there is none.
     */
    Set<List<Integer>> of(Family family) {
        int own = family.axis();
        int[] others = IntStream.range(0, since.kin().axes())
                .filter(axis -> axis != own && since.kin().areApart(axis))
                .toArray();
        Set<List<Integer>> divisions = new LinkedHashSet<>();
        divisions.add(Arrays.stream(family.children()).boxed().toList());
        divisions.add(new Division(isKnown, Integer.MAX_VALUE, own).of(family));
        for (int other : others) {
            divisions.add(new Division(isKnown, KnownGroups.MOST, other).of(family));
            divisions.add(new Division(isKnown, KnownGroups.MOST, own, other).of(family));
            divisions.add(new Division(any -> false, KnownGroups.MOST, own, other).of(family));
        }
        int[] all = IntStream.concat(IntStream.of(own), IntStream.of(others)).toArray();
        divisions.add(new Division(any -> false, KnownGroups.MOST, all).of(family));
        divisions.remove(List.of());
        return divisions;
    }

    /** The finest parts on some axes, one after the other. */
    private final class Division {
        private final IntPredicate isWhole;
        private final int most;
        private final int[] axes;
        private final List<Integer> parts = new ArrayList<>();
        private int open;

        /**
         * Begins with no parts.
         *
         * @param isWhole which cohorts are not divided
         * @param most so many parts may be of few that readers do not know
         */
        Division(IntPredicate isWhole, int most, int... axes) {
            this.isWhole = isWhole;
            this.most = most;
            this.axes = axes;
        }

        /** None where too many are of few. */
        List<Integer> of(Family family) {
            return Arrays.stream(family.children()).allMatch(child -> divide(child, 0)) ? parts : List.of();
        }

        private boolean divide(int cohort, int turn) {
            if (turn == axes.length) {
                parts.add(cohort);
                open += !isKnown.test(cohort) && since.size(cohort).isBelow(since.k()) ? 1 : 0;
                return open <= most;
            }
            int[] finer = isWhole.test(cohort) ? new int[0] : since.parts(cohort, axes[turn]);
            return finer.length == 0
                    ? divide(cohort, turn + 1)
                    : Arrays.stream(finer).allMatch(part -> divide(part, turn));
        }
    }
}
