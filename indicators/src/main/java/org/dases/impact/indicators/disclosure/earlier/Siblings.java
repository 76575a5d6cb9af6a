// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dases.impact.indicators.disclosure.audit.LinearProbe;
import org.dases.impact.indicators.disclosure.cells.Family;

/**
 * Groups of siblings, on the axes whose numbers add up, that can be computed of an earlier release and of the one that
 * is decided on, and of which few came or went, or the same persons have another figure.
 */
final class Siblings {
    /** Of so many siblings that are withheld all groups are looked at; of more, all of them together. */
    private static final int MOST = 12;

    private final Since since;
    private final long[] then;
    private final long[] now;
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
        since.kin().families().stream()
                .filter(family -> !since.size(family.parent()).equals(Moved.NOT))
                .forEach(this::look);
        since.side().changed().stream().filter(this::isKnown).sorted().forEach(this::lookAtChanged);
    }

    /** The atoms of each group, by the numbers of both times. */
    List<BitSet> groups() {
        return groups;
    }

    private long key(int cohort, int axis) {
        return (long) cohort * since.kin().axes() + axis;
    }

    private boolean isKnown(int cohort) {
        return then[cohort] == 0 && now[cohort] == 0;
    }

    /**
     * The children of a cohort.
     *
     * @param withheld those that readers do not know both times
     * @param known those that they do
     * @param moved by how much those withheld have moved, together: that of each may not be remembered
     * @param other by how much the sums of those withheld are other ones than they were, together
     */
    private record Children(List<Integer> withheld, List<Integer> known, Moved moved, Sums other) {}

    /** What readers know within siblings is taken from them on each axis first. */
    private void look(Family family) {
        List<Integer> children = Arrays.stream(family.children()).boxed().toList();
        look(family, children);
        List<Integer> finer = children.stream()
                .flatMap(child -> finest(child, family.axis()).stream())
                .toList();
        if (!finer.equals(children)) {
            look(family, finer);
        }
    }

    /** Cousins tell together what siblings do: those that are not known are looked at by their own parts. */
    private List<Integer> finest(int cohort, int axis) {
        List<Integer> parts = isKnown(cohort)
                ? List.of()
                : since.kin().children(cohort, axis).boxed().toList();
        return parts.isEmpty()
                ? List.of(cohort)
                : parts.stream().flatMap(part -> finest(part, axis).stream()).toList();
    }

    private void look(Family family, List<Integer> parts) {
        List<Integer> withheld = new ArrayList<>();
        List<Integer> known = new ArrayList<>();
        parts.forEach(part -> (isKnown(part) ? known : withheld).add(part));
        Moved moved = since.moved(family.parent()).minus(moved(known));
        Sums other = since.isAddingUp(family) ? since.other(family.parent()).minus(others(known)) : Sums.UNKNOWN;
        for (int axis = 0; axis < since.kin().axes(); axis++) {
            look(new Children(withheld, known, moved, other), axis);
        }
    }

    /** A cohort of one of both times is a group at the other one, and can be computed there. */
    private void lookAtChanged(int cohort) {
        Children alone = new Children(List.of(cohort), List.of(), since.moved(cohort), Sums.UNKNOWN);
        add(List.of(cohort), List.of(), alone, since.moved(cohort), Sums.UNKNOWN);
    }

    private Moved moved(List<Integer> cohorts) {
        return cohorts.stream().map(since::moved).reduce(Moved.NOT, Moved::plus);
    }

    private Sums others(List<Integer> cohorts) {
        return cohorts.stream().map(since::other).reduce(Sums.NONE, Sums::plus);
    }

    private void look(Children children, int axis) {
        List<Integer> few = children.withheld().stream()
                .filter(child -> hidden(child, axis, since::size).isBelow(since.k()))
                .toList();
        if (few.size() <= MOST) {
            lookAtAll(few, children, axis);
        } else if ((sum(few, then) | sum(few, now)) == 0) {
            add(few, children, axis);
        }
    }

    private void lookAtAll(List<Integer> some, Children children, int axis) {
        long[] hidden = sums(some, now);
        long[] was = sums(some, then);
        for (int chosen = 1; chosen < hidden.length; chosen++) {
            if ((hidden[chosen] | was[chosen]) == 0) {
                int group = chosen;
                add(
                        IntStream.range(0, some.size())
                                .filter(i -> (group >> i & 1) == 1)
                                .mapToObj(some::get)
                                .toList(),
                        children,
                        axis);
            }
        }
    }

    /** By how much each group of some cohorts may change: the sum for its first one, and for the others. */
    private static long[] sums(List<Integer> some, long[] hidden) {
        long[] sums = new long[1 << some.size()];
        for (int chosen = 1; chosen < sums.length; chosen++) {
            int one = some.get(Integer.numberOfTrailingZeros(chosen));
            sums[chosen] = LinearProbe.plus(sums[chosen & chosen - 1], hidden[one]);
        }
        return sums;
    }

    private static long sum(List<Integer> some, long[] hidden) {
        return some.stream().map(cohort -> hidden[cohort]).reduce(0L, LinearProbe::plus);
    }

    /** A code that has gone may have another name by now: its people are taken from the group, and left in it. */
    private void add(List<Integer> group, Children children, int axis) {
        List<Integer> parts =
                group.stream().flatMap(cohort -> known(cohort, axis).stream()).toList();
        List<Integer> listed = parts.stream().filter(since::isListed).toList();
        Stream.of(parts, listed).distinct().forEach(each -> add(group, each, children));
    }

    private void add(List<Integer> group, List<Integer> parts, Children children) {
        boolean areAll = group.size() == children.withheld().size();
        if (areAll) {
            // Of each it may not be remembered.
            Moved moved = children.moved().minus(moved(parts));
            add(group, parts, children, moved, children.other().minus(others(parts)));
        }
        // A code that came from elsewhere, or went, is in one of the two wholes.
        if (!areAll || group.stream().allMatch(since::wasCounted)) {
            add(group, parts, children, hidden(group, parts, since::moved), Sums.UNKNOWN);
        }
    }

    private void add(List<Integer> group, List<Integer> parts, Children children, Moved moved, Sums other) {
        Moved size = hidden(group, parts, since::size).most(moved.size());
        if (isOfFew(moved, other, size) && !isOfNobody(group, parts, moved)) {
            BitSet atoms = new BitSet();
            group.forEach(cohort -> atoms.or(since.atoms(cohort)));
            parts.forEach(part -> atoms.andNot(since.atoms(part)));
            groups.add((BitSet) atoms.clone());
            // Else those would be withheld in vain that did not move: with them the group is one of few, too.
            for (int cohort : unmoved(Stream.concat(children.known().stream(), parts.stream()))) {
                Moved together = size.plus(since.size(cohort));
                if (isOfFew(moved, other, together)) {
                    size = together;
                    atoms.or(since.atoms(cohort));
                }
            }
            groups.add(atoms);
        }
    }

    /** Whether few came or went; or the same persons have another figure, and nobody knows how many of them changed. */
    private boolean isOfFew(Moved moved, Sums other, Moved size) {
        return moved.isOfFew(size, since.k()) || (other.isSomething() && size.contributors() < since.k());
    }

    /** Those of which the number is what it was, the fewest exchanged first. */
    private List<Integer> unmoved(Stream<Integer> cohorts) {
        return cohorts.filter(cohort -> since.moved(cohort).equals(Moved.NOT))
                .sorted(Comparator.comparing(cohort -> since.size(cohort).contributors()))
                .toList();
    }

    /** Whether nobody was there or nobody is: what moved is the number itself, and no small one is told. */
    private boolean isOfNobody(List<Integer> group, List<Integer> parts, Moved moved) {
        long now = hidden(group, parts, since::now).contributors();
        return now == 0 || now == moved.contributors();
    }

    private static Moved hidden(List<Integer> group, List<Integer> parts, IntFunction<Moved> of) {
        Moved all = group.stream().map(of::apply).reduce(Moved.NOT, Moved::plus);
        return parts.stream().map(of::apply).reduce(all, Moved::minus);
    }

    /** Of what readers do not know of a cohort. */
    private Moved hidden(int cohort, int axis, IntFunction<Moved> of) {
        return known(cohort, axis).stream().map(of::apply).reduce(of.apply(cohort), Moved::minus);
    }

    /** What readers know within a cohort that they do not know: cohorts that have nobody in common. */
    private List<Integer> known(int cohort, int axis) {
        List<Integer> known = within.get(key(cohort, axis));
        if (known == null) {
            known = new ArrayList<>();
            int axes = since.kin().axes();
            for (int turn = 0; turn < axes && known.isEmpty(); turn++) {
                int other = (axis + turn) % axes;
                for (int part : since.kin().children(cohort, other).toArray()) {
                    known.addAll(isKnown(part) ? List.of(part) : known(part, other));
                }
            }
            within.put(key(cohort, axis), known);
        }
        return known;
    }
}
