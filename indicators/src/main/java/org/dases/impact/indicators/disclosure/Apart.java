// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Node;

/** Places the cohorts of a table where they stood at an earlier release, as sums of the same atoms. */
final class Apart {
    private final Member member;
    private final BitSet peopled;
    private final MovedNodes moves;
    /** The cohorts by where they stood. */
    private final Map<List<Node>, Integer> cohorts = new HashMap<>();
    /** The atoms by where they stood. */
    private final Map<List<Node>, Integer> atoms = new HashMap<>();

    /**
     * What stands where.
     *
     * @param member a table with cohorts that have gone
     * @param peopled its atoms that have not
     * @param moves codes that stood elsewhere
     */
    Apart(Member member, BitSet peopled, MovedNodes moves) {
        this.member = member;
        this.peopled = peopled;
        this.moves = moves;
        for (int cohort = 0; cohort < member.cohorts(); cohort++) {
            List<Node> stood = moves.then(member.at(cohort));
            cohorts.put(stood, cohort);
            int atom = member.lattice().atomNumber(cohort);
            if (atom >= 0) {
                atoms.put(stood, atom);
            }
        }
    }

    /**
     * The cohorts on both sides.
     *
     * @param own the table as it is
     * @param listed the cohorts that the release listed, where they stand now
     * @return empty where they are no sums of the same atoms: a cohort is divided at one of both times only, or two
     *     stood at one place
     */
    Optional<BothTimes> find(Member own, Set<List<Node>> listed) {
        Set<List<Node>> places = places();
        Set<List<Node>> withAtoms = new HashSet<>();
        atoms.keySet().forEach(at -> withAtoms.addAll(BothTimes.containing(at)));
        Set<List<Node>> told = new HashSet<>();
        listed.forEach(at -> told.add(moves.then(at)));
        boolean isOnePlaceEach = cohorts.size() == member.cohorts() && told.size() == listed.size();
        boolean areDivided = told.stream().filter(places::contains).allMatch(withAtoms::contains);
        places.retainAll(withAtoms);
        Member then = BothTimes.member(
                own,
                places.stream()
                        .sorted(Comparator.comparing(List::toString))
                        .map(this::cohort)
                        .toList());
        int[] numbers = numbers(then);
        BitSet missing = (BitSet) peopled.clone();
        Arrays.stream(numbers).forEach(missing::clear);
        return isOnePlaceEach && areDivided && missing.isEmpty()
                ? Optional.of(sides(own, then, numbers))
                : Optional.empty();
    }

    /** Where cohorts stood, and all that they stood below. */
    private Set<List<Node>> places() {
        Set<List<Node>> places = new HashSet<>();
        cohorts.forEach((stood, cohort) -> {
            places.add(stood);
            List<Node> at = member.at(cohort);
            for (int axis = 0; axis < at.size(); axis++) {
                Node node = stood.get(axis);
                while (!at.get(axis).equals(stood.get(axis)) && !node.isTotal()) {
                    node = node.parent();
                    List<Node> above = new ArrayList<>(stood);
                    above.set(axis, node);
                    places.add(above);
                }
            }
        });
        return places;
    }

    private Cohort cohort(List<Node> stood) {
        Integer now = cohorts.get(stood);
        return new Cohort(
                stood,
                now == null ? Map.of() : member.table().cohorts().get(now).tallies());
    }

    /** For each atom of then its number now: the finest of what stood is the finest of what stands. */
    private int[] numbers(Member then) {
        int[] numbers = new int[then.lattice().atoms()];
        for (int cohort = 0; cohort < then.cohorts(); cohort++) {
            int atom = then.lattice().atomNumber(cohort);
            if (atom >= 0) {
                numbers[atom] = Objects.requireNonNull(atoms.get(then.at(cohort)));
            }
        }
        return numbers;
    }

    private BothTimes sides(Member own, Member then, int[] numbers) {
        int[] same = new int[member.lattice().atoms()];
        // What is divided then, and has gone: nobody was in it but in its parts, and these are elsewhere.
        Arrays.fill(same, -1);
        Arrays.stream(numbers).forEach(atom -> same[atom] = atom);
        Side here = new Side(member, false, same, peopled);
        for (int cohort = 0; cohort < member.cohorts(); cohort++) {
            here.change(cohort, moves.change(member.at(cohort)));
        }
        Side there = new Side(then, true, numbers, peopled);
        for (int cohort = 0; cohort < then.cohorts(); cohort++) {
            Integer now = cohorts.get(then.at(cohort));
            there.change(cohort, moves.change(now == null ? then.at(cohort) : member.at(now)));
        }
        return new BothTimes(own, here, there);
    }
}
