// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.audit.LinearProbe;

/**
 * Groups of siblings, on the axes whose numbers add up, that can be computed of an earlier release and of the one that
 * is decided on, and of which few came or went.
 */
final class Siblings {
    /** Of so many siblings that are withheld all groups are looked at; of more, all of them together. */
    private static final int MOST = 12;

    private final Since since;
    private final long[] then;
    private final long[] now;
    private final int axes;
    private final Map<Long, Family> families = new HashMap<>();
    private final Map<Long, List<Integer>> within = new HashMap<>();
    private final List<BitSet> groups = new ArrayList<>();

    /**
     * Looks for them.
     *
     * @param then by how much each cohort may have been another number, as far as readers knew then
     * @param now the same of now
     */
    Siblings(Since since, long[] then, long[] now) {
        this.since = since;
        this.then = then;
        this.now = now;
        Member member = since.member();
        axes = member.table().axes().size();
        for (Family family : member.lattice().families()) {
            if (member.table().axes().get(family.axis()).additive()) {
                families.put(key(family.parent(), family.axis()), family);
            }
        }
        families.values().forEach(this::look);
    }

    /** The atoms of each group, by the member's own numbers. */
    List<BitSet> groups() {
        return groups;
    }

    private long key(int cohort, int axis) {
        return (long) cohort * axes + axis;
    }

    private boolean isKnown(int cohort) {
        return then[cohort] == 0 && now[cohort] == 0;
    }

    private void look(Family family) {
        List<Integer> unmoved = new ArrayList<>();
        List<Integer> withheld = new ArrayList<>();
        List<Integer> few = new ArrayList<>();
        for (int child : family.children()) {
            if (!isKnown(child)) {
                withheld.add(child);
                if (churn(child, family.axis()).isBelow(since.k())) {
                    few.add(child);
                }
            } else if (since.churn(child).equals(Churn.NONE)) {
                unmoved.add(child);
            }
        }
        if (few.size() > MOST) {
            look(withheld, unmoved, family.axis());
        } else {
            lookAtAll(few, unmoved, family.axis());
        }
    }

    private void lookAtAll(List<Integer> some, List<Integer> unmoved, int axis) {
        for (int chosen = 1; chosen < 1 << some.size(); chosen++) {
            int group = chosen;
            look(
                    IntStream.range(0, some.size())
                            .filter(i -> (group >> i & 1) == 1)
                            .mapToObj(some::get)
                            .toList(),
                    unmoved,
                    axis);
        }
    }

    private void look(List<Integer> group, List<Integer> unmoved, int axis) {
        long hidden = 0;
        long was = 0;
        for (int cohort : group) {
            hidden = LinearProbe.plus(hidden, now[cohort]);
            was = LinearProbe.plus(was, then[cohort]);
        }
        if (hidden == 0 && was == 0 && churn(group, axis).isOfFew(since.k())) {
            BitSet atoms = new BitSet();
            group.forEach(cohort -> atoms.or(atoms(cohort)));
            group.forEach(cohort -> known(cohort, axis).forEach(part -> atoms.andNot(atoms(part))));
            groups.add(atoms);
            // Else those would be withheld in vain that did not move: they tell no more than the group with them.
            BitSet more = (BitSet) atoms.clone();
            unmoved.forEach(cohort -> more.or(atoms(cohort)));
            groups.add(more);
        }
    }

    private Churn churn(List<Integer> group, int axis) {
        return group.stream().map(cohort -> churn(cohort, axis)).reduce(Churn.NONE, Churn::plus);
    }

    /** Of what readers do not know of a cohort. */
    private Churn churn(int cohort, int axis) {
        return known(cohort, axis).stream().map(since::churn).reduce(since.churn(cohort), Churn::minus);
    }

    /** What readers know within a cohort that they do not know: cohorts that have nobody in common. */
    private List<Integer> known(int cohort, int axis) {
        List<Integer> known = within.get(key(cohort, axis));
        if (known == null) {
            known = new ArrayList<>();
            for (int turn = 0; turn < axes && known.isEmpty(); turn++) {
                int other = (axis + turn) % axes;
                Family family = families.get(key(cohort, other));
                for (int part : family == null ? new int[0] : family.children()) {
                    known.addAll(isKnown(part) ? List.of(part) : known(part, other));
                }
            }
            within.put(key(cohort, axis), known);
        }
        return known;
    }

    private BitSet atoms(int cohort) {
        BitSet atoms = new BitSet();
        Arrays.stream(since.member().lattice().atomsOf(cohort)).forEach(atoms::set);
        return atoms;
    }
}
