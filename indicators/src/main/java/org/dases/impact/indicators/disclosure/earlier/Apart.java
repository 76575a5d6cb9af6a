// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.cells.Node;

/** Places the cohorts of a table where they stood at an earlier release, as sums of the same atoms. */
final class Apart {
    private final Member own;
    private final Member member;
    private final BitSet atoms;
    private final MovedNodes moves;
    /** The cohorts by where they stood. */
    private final Map<List<Node>, Integer> cohorts = new HashMap<>();

    /**
     * What stands where.
     *
     * @param own a table as it is
     * @param member the same with cohorts that have gone
     * @param atoms its atoms, by their cohorts
     * @param moves codes that stood elsewhere
     */
    Apart(Member own, Member member, BitSet atoms, MovedNodes moves) {
        this.own = own;
        this.member = member;
        this.atoms = (BitSet) atoms.clone();
        this.moves = moves;
        for (int cohort = 0; cohort < member.cohorts(); cohort++) {
            cohorts.put(moves.then(member.at(cohort)), cohort);
        }
    }

    /**
     * The cohorts on both sides.
     *
     * @param then the cohorts in which somebody may have been, where they stand now
     * @return empty where they are no sums of the same atoms: somebody is in a cohort that is divided at one of both
     *     times only, or two stood at one place
     */
    Optional<BothTimes> find(Set<List<Node>> then) {
        Set<List<Node>> places = places();
        Set<List<Node>> peopled = new HashSet<>();
        atoms.stream().forEach(atom -> peopled.addAll(BothTimes.containing(moves.then(member.at(atom)))));
        boolean isOnePlaceEach = cohorts.size() == member.cohorts();
        boolean areDivided =
                then.stream().map(moves::then).filter(places::contains).allMatch(peopled::contains);
        places.retainAll(peopled);
        return isOnePlaceEach && areDivided ? sides(then(places)) : Optional.empty();
    }

    private Member then(Set<List<Node>> places) {
        return BothTimes.member(
                own,
                places.stream()
                        .sorted(Comparator.comparing(List::toString))
                        .map(stood -> {
                            Integer now = cohorts.get(stood);
                            return new Cohort(
                                    stood,
                                    now == null
                                            ? Map.of()
                                            : member.table().cohorts().get(now).tallies());
                        })
                        .toList());
    }

    private Optional<BothTimes> sides(Member then) {
        int[] stood = new int[member.cohorts()];
        Arrays.fill(stood, -1);
        for (int cohort = 0; cohort < then.cohorts(); cohort++) {
            Integer now = cohorts.get(then.at(cohort));
            if (now != null) {
                stood[now] = cohort;
            }
        }
        int[] divided = atoms.stream()
                .filter(atom -> then.lattice().atomNumber(stood[atom]) < 0)
                .toArray();
        if (Arrays.stream(divided).anyMatch(atom -> !member.isZero(atom))) {
            return Optional.empty();
        }
        // Nobody was in it but in its parts, and it has gone as well.
        Arrays.stream(divided).filter(atom -> atom >= own.cohorts()).forEach(atoms::clear);
        Side here = new Side(member, false, IntUnaryOperator.identity(), atoms);
        Side there = new Side(then, true, atom -> stood[atom], atoms);
        for (int cohort = 0; cohort < member.cohorts(); cohort++) {
            here.change(cohort, moves.change(member.at(cohort)));
        }
        for (int cohort = 0; cohort < then.cohorts(); cohort++) {
            Integer now = cohorts.get(then.at(cohort));
            there.change(cohort, moves.change(now == null ? then.at(cohort) : member.at(now)));
        }
        return Optional.of(new BothTimes(own, here, there));
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
}
