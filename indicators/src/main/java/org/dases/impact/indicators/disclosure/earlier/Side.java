// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.cells.Lattice;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.jspecify.annotations.Nullable;

/** The cohorts of both times, as they stand at one of them: sums of the same atoms. */
final class Side {
    private final Member member;
    private final boolean isThen;
    private final int[][] atoms;
    private final BitSet rests = new BitSet();
    private final Map<Integer, MovedNodes.Change> changes = new HashMap<>();
    private final Map<List<Node>, Integer> numbers = new HashMap<>();

    /**
     * Cohorts as they stand.
     *
     * @param member the cohorts
     * @param isThen whether they stand as they stood at the earlier release, if that is elsewhere
     * @param cohort the cohort of an atom, by the number that it has on both sides
     * @param all the numbers of the atoms
     */
    Side(Member member, boolean isThen, IntUnaryOperator cohort, BitSet all) {
        this.member = member;
        this.isThen = isThen;
        Lattice lattice = member.lattice();
        int[] number = new int[lattice.atoms()];
        Arrays.fill(number, -1);
        all.stream().forEach(atom -> {
            int finest = lattice.atomNumber(cohort.applyAsInt(atom));
            if (finest < 0) {
                rests.set(atom);
            } else {
                number[finest] = atom;
            }
        });
        atoms = new int[member.cohorts()][];
        Arrays.setAll(
                atoms,
                c -> Arrays.stream(lattice.atomsOf(c))
                        .map(finest -> number[finest])
                        .filter(atom -> atom >= 0)
                        .toArray());
        rests.stream()
                .forEach(rest -> BothTimes.containing(member.at(cohort.applyAsInt(rest))).stream()
                        .flatMap(at -> find(at).stream())
                        .forEach(c -> atoms[c] = IntStream.concat(Arrays.stream(atoms[c]), IntStream.of(rest))
                                .toArray()));
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

    /** The atoms of a cohort. */
    int[] atoms(int cohort) {
        return atoms[cohort];
    }

    /** Of each cohort, its atoms. */
    List<int[]> atoms() {
        return Arrays.asList(atoms);
    }

    /** Atoms in which nobody was: what is left of a cohort without its parts, which have all gone or moved away. */
    BitSet rests() {
        return rests;
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
