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
 * Groups of siblings that can be computed of an earlier release and of the one that is decided on, and of which few
 * came or went, or the same persons have another figure.
 *
 * <p>Siblings that may have persons in common, as solutions, are looked at where their figures add up, as records do.
 * Of such a group nobody knows how many came or went: at least as many as to the sibling that most came to, and as came
 * to the whole without those who came to its other siblings.
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
        since.kin().families().stream().filter(this::isOfInterest).forEach(this::look);
        since.side().changed().stream().filter(this::isKnown).sorted().forEach(this::lookAtChanged);
    }

    private boolean isOfInterest(Family family) {
        return since.kin().areApart(family.axis())
                ? isMoved(family.parent())
                : Arrays.stream(family.children()).anyMatch(this::isMoved) && since.isAddingUp(family);
    }

    private boolean isMoved(int cohort) {
        return !since.size(cohort).equals(Moved.NOT);
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
     * @param moved by how much those withheld have moved, together: that of each may not be remembered; none where they
     *     may have persons in common
     * @param other by how much the sums of those withheld are other ones than they were, together
     * @param areApart whether they have nobody in common
     * @param least how many came to all of those withheld or left them at least, where they may have persons in common
     */
    private record Children(
            List<Integer> withheld, List<Integer> known, Moved moved, Sums other, boolean areApart, Moved least) {
        /** How many came to two groups or left them, together. */
        Moved together(Moved one, Moved two) {
            return areApart ? one.plus(two) : one.most(two);
        }
    }

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
        List<Integer> parts = since.kin()
                .family(cohort, axis)
                .filter(family -> !isKnown(cohort))
                .filter(family -> since.kin().areApart(axis) || since.isAddingUp(family))
                .map(family -> Arrays.stream(family.children()).boxed().toList())
                .orElse(List.of());
        return parts.isEmpty()
                ? List.of(cohort)
                : parts.stream().flatMap(part -> finest(part, axis).stream()).toList();
    }

    private void look(Family family, List<Integer> parts) {
        List<Integer> withheld = new ArrayList<>();
        List<Integer> known = new ArrayList<>();
        parts.forEach(part -> (isKnown(part) ? known : withheld).add(part));
        Sums other = since.isAddingUp(family) ? since.other(family.parent()).minus(others(known)) : Sums.UNKNOWN;
        Moved moved = since.moved(family.parent()).minus(moved(known));
        Moved least = known.stream().map(since::size).reduce(since.size(family.parent()), Moved::minus);
        Children children = since.kin().areApart(family.axis())
                ? new Children(withheld, known, moved, other, true, Moved.NOT)
                : new Children(withheld, known, Moved.NOT, other, false, least);
        for (int axis = 0; axis < since.kin().axes(); axis++) {
            look(children, axis);
        }
    }

    /** A cohort of one of both times is a group at the other one, and can be computed there. */
    private void lookAtChanged(int cohort) {
        Moved moved = since.moved(cohort);
        Children alone = new Children(List.of(cohort), List.of(), moved, Sums.UNKNOWN, true, Moved.NOT);
        add(List.of(cohort), List.of(), alone, moved, Sums.UNKNOWN, since.size(cohort));
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
        Moved most =
                group.stream().map(cohort -> hidden(cohort, axis, since::size)).reduce(Moved.NOT, Moved::most);
        Stream.of(parts, listed).distinct().forEach(each -> add(group, each, children, most));
    }

    /**
     * Adds a group, if it is one of few.
     *
     * @param parts what readers know within it
     * @param most how many came to the one of them that most came to, or left it, at least
     */
    private void add(List<Integer> group, List<Integer> parts, Children children, Moved most) {
        boolean areAll = group.size() == children.withheld().size();
        Moved size = children.areApart() ? hidden(group, parts, since::size) : most;
        if (areAll) {
            // Of each it may not be remembered.
            size = size.most(children.least());
            Moved moved = children.areApart() ? children.moved().minus(moved(parts)) : Moved.NOT;
            add(group, parts, children, moved, children.other().minus(others(parts)), size);
        }
        // A code that came from elsewhere, or went, is in one of the two wholes.
        if (!areAll || group.stream().allMatch(since::wasCounted)) {
            add(group, parts, children, hidden(group, parts, since::moved), Sums.UNKNOWN, size);
        }
    }

    private void add(
            List<Integer> group, List<Integer> parts, Children children, Moved moved, Sums other, Moved least) {
        Moved size = children.areApart() ? least.most(moved.size()) : least;
        if (isOfFew(moved, other, size) && !isOfNobody(group, parts, children, moved)) {
            BitSet atoms = new BitSet();
            group.forEach(cohort -> atoms.or(since.atoms(cohort)));
            parts.forEach(part -> atoms.andNot(since.atoms(part)));
            groups.add((BitSet) atoms.clone());
            // Else those would be withheld in vain that did not move: with them the group is one of few, too.
            for (int cohort : unmoved(Stream.concat(children.known().stream(), parts.stream()))) {
                Moved together = children.together(size, since.size(cohort));
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
    private boolean isOfNobody(List<Integer> group, List<Integer> parts, Children children, Moved moved) {
        long now = hidden(group, parts, since::now).contributors();
        Moved came = children.areApart() ? moved : hidden(group, parts, since::moved);
        return now == 0 || now == came.contributors();
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
