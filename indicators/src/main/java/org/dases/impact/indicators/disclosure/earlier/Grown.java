// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.dases.impact.indicators.disclosure.audit.LinearProbe;
import org.dases.impact.indicators.disclosure.cells.Family;

/**
 * Cohorts that have new codes below them. What such a cohort was is what it is now without those: if it was secret, and
 * nobody came to the others, the others together must not be told.
 */
final class Grown {
    private final Since since;

    Grown(Since since) {
        this.since = since;
    }

    /**
     * The old parts of each such cohort, where they can be computed together.
     *
     * @param now by how much each cohort may be another number, as far as readers would know
     * @return the atoms of each group, by the numbers of both times
     */
    List<BitSet> groups(long[][] now) {
        List<BitSet> groups = new ArrayList<>();
        for (int cohort = 0; cohort < now.length; cohort++) {
            for (int axis = 0; axis < since.kin().axes() && since.wasSecret(cohort); axis++) {
                List<Integer> old = old(cohort, axis);
                long change = old.stream().map(part -> now[part][0]).reduce(0L, LinearProbe::plus);
                boolean isCell = old.equals(List.of(cohort)) && !since.isChanged(cohort);
                if (!isCell && change == 0 && isUnmoved(cohort, old, axis)) {
                    BitSet atoms = new BitSet();
                    old.forEach(part -> atoms.or(since.atoms(part)));
                    groups.add(atoms);
                }
            }
        }
        return groups;
    }

    /** The cohort itself, or what is old below it, where something is new. */
    private List<Integer> old(int cohort, int axis) {
        List<Integer> old = new ArrayList<>();
        boolean isGrown = false;
        for (int child : since.family(cohort, axis).map(Family::children).orElse(new int[0])) {
            List<Integer> parts = since.wasListed(child) ? old(child, axis) : List.of();
            isGrown |= !parts.equals(List.of(child));
            old.addAll(parts);
        }
        return isGrown ? old : List.of(cohort);
    }

    /**
     * As many as then, and somebody: together, or each of those who may have persons in common. Where it is not
     * remembered how many they were, the cohort itself is a secret.
     */
    private boolean isUnmoved(int cohort, List<Integer> old, int axis) {
        long then = since.now(cohort).minus(since.moved(cohort)).contributors();
        long now =
                old.stream().mapToLong(part -> since.now(part).contributors()).sum();
        boolean isSame = since.kin().areApart(axis)
                ? now == then
                : old.stream().allMatch(part -> since.moved(part).equals(Moved.NOT));
        return now > 0 && isSame;
    }
}
