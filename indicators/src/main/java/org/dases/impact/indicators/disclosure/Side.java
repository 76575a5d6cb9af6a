// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.jspecify.annotations.Nullable;

/** The cohorts of both times, as they stand at one of them: sums of the same atoms. */
final class Side {
    private final Member member;
    private final boolean isThen;
    private final int most;
    private final int[][] atoms;
    private final BitSet listed = new BitSet();
    private final Map<Integer, MovedNodes.Change> changes = new HashMap<>();
    private final Map<List<Node>, Integer> numbers = new HashMap<>();

    /**
     * Cohorts as they stand.
     *
     * @param member the cohorts
     * @param isThen whether they stand as they stood at the earlier release, if that is elsewhere
     * @param numbers for each atom of the member its number of both times, or −1 for one of which everybody knows that
     *     nobody is and nobody was in it
     * @param peopled atoms, by these numbers, in which somebody may be now
     */
    Side(Member member, boolean isThen, int[] numbers, BitSet peopled) {
        this.member = member;
        this.isThen = isThen;
        most = Arrays.stream(numbers).max().orElse(-1) + 1;
        atoms = new int[member.cohorts()][];
        for (int cohort = 0; cohort < atoms.length; cohort++) {
            atoms[cohort] = Arrays.stream(member.lattice().atomsOf(cohort))
                    .map(atom -> numbers[atom])
                    .filter(atom -> atom >= 0)
                    .toArray();
            listed.set(cohort, Arrays.stream(atoms[cohort]).anyMatch(peopled::get));
        }
    }

    /** A table as it is. */
    static Side of(Member own) {
        BitSet all = new BitSet();
        all.set(0, own.lattice().atoms());
        return of(own, all);
    }

    /** Cohorts of which none stood elsewhere. */
    static Side of(Member member, BitSet peopled) {
        return new Side(
                member, false, IntStream.range(0, member.lattice().atoms()).toArray(), peopled);
    }

    /** Notes that a cohort is another set of people than at the other time. */
    void change(int cohort, MovedNodes.Change change) {
        if (!change.come().isEmpty() || !change.left().isEmpty()) {
            changes.put(cohort, change);
        }
    }

    Member member() {
        return member;
    }

    /** Whether the cohorts stand as they stood, if that is elsewhere. */
    boolean isThen() {
        return isThen;
    }

    /** The number of the cohort at a place; empty where there is none. */
    Optional<Integer> find(List<Node> at) {
        if (numbers.isEmpty()) {
            IntStream.range(0, member.cohorts()).forEach(cohort -> numbers.put(member.at(cohort), cohort));
        }
        return Optional.ofNullable(numbers.get(at));
    }

    /** More than any number of an atom. */
    int atoms() {
        return most;
    }

    /** The atoms of a cohort, by the numbers of both times. */
    int[] atoms(int cohort) {
        return atoms[cohort];
    }

    /** Whether somebody may be in a cohort now. */
    boolean isListed(int cohort) {
        return listed.get(cohort);
    }

    /** What makes a cohort another set of people than at the other time; null where it is the same. */
    MovedNodes.@Nullable Change change(int cohort) {
        return changes.get(cohort);
    }

    /** Cohorts that are another set of people than at the other time. */
    Set<Integer> changed() {
        return changes.keySet();
    }
}
