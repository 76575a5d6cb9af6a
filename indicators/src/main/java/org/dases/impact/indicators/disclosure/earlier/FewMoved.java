// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Those of the groups that can be computed both times of which few came or went, or the same have another figure.
 *
 * <p>Where persons may be shared, nobody knows how many came to a group or left it: as many at least as any of its
 * divisions tells.
 */
final class FewMoved {
    private final Since since;
    private final List<BitSet> groups = new ArrayList<>();
    private final List<Shared> shared = new ArrayList<>();
    private final Map<IntBuffer, Moved> least = new HashMap<>();

    /** A group of which persons may be shared, with what one of its divisions tells. */
    private record Shared(IntBuffer atoms, List<Piece> group, Children children, Moved moved, Sums other) {}

    FewMoved(Since since) {
        this.since = since;
    }

    /** The atoms of each group, by the numbers of both times. */
    List<BitSet> groups() {
        shared.forEach(each -> judge(
                each.group(),
                each.children(),
                each.moved(),
                each.other(),
                Objects.requireNonNull(least.get(each.atoms()))));
        shared.clear();
        return groups;
    }

    /**
     * Adds a group, if it is one of few.
     *
     * @param group pieces that have nobody in common
     */
    void add(List<Piece> group) {
        Moved moved = sum(group, since::moved);
        Children alone = new Children(cohorts(group), List.of(), moved, Sums.UNKNOWN, true, Moved.NOT);
        add(group, alone, moved, Sums.UNKNOWN, sum(group, since::size));
    }

    /**
     * Adds a group, if it is one of few.
     *
     * @param most how many came to the one of them that most came to, or left it, at least
     */
    void add(List<Piece> group, Children children, Moved most) {
        boolean areAll = group.size() == children.withheld().size();
        Moved size = children.areApart() ? sum(group, since::size) : most;
        Moved some = children.areApart() ? sum(group, since::moved) : most;
        if (areAll) {
            List<Integer> parts = parts(group);
            // Of each it may not be remembered.
            size = parts.stream().allMatch(since::isStill) ? size.most(children.least()) : size;
            Moved moved = children.areApart() ? children.moved().minus(sum(group, since::movedWithin)) : Moved.NOT;
            add(group, children, moved, children.other().minus(sums(group)), size);
        }
        // A code that came from elsewhere, or went, is in one of the two wholes.
        if (!areAll || group.stream().allMatch(piece -> since.wasCounted(piece.cohort()))) {
            add(group, children, some, Sums.UNKNOWN, size);
        }
    }

    private void add(List<Piece> group, Children children, Moved moved, Sums other, Moved some) {
        Moved size = some.most(moved.size());
        if (children.areApart()) {
            judge(group, children, moved, other, size);
        } else {
            IntBuffer atoms = IntBuffer.wrap(atoms(group).stream().toArray());
            least.merge(atoms, size, Moved::most);
            shared.add(new Shared(atoms, group, children, moved, other));
        }
    }

    private BitSet atoms(List<Piece> group) {
        BitSet atoms = new BitSet();
        cohorts(group).forEach(cohort -> atoms.or(since.atoms(cohort)));
        parts(group).forEach(part -> atoms.andNot(since.atoms(part)));
        return atoms;
    }

    private void judge(List<Piece> group, Children children, Moved moved, Sums other, Moved some) {
        if (isOfFew(moved, other, some) && !isOfNobody(group, children, moved)) {
            BitSet atoms = atoms(group);
            groups.add((BitSet) atoms.clone());
            Moved size = some;
            // Else those would be withheld in vain that did not move: with them the group is one of few, too.
            for (int cohort : unmoved(Stream.concat(children.known().stream(), parts(group).stream()))) {
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
    private boolean isOfNobody(List<Piece> group, Children children, Moved moved) {
        long now = sum(group, since::now).contributors();
        Moved came = children.areApart() ? moved : sum(group, since::moved);
        return now == 0 || now == came.contributors();
    }

    private static Moved sum(List<Piece> group, Function<Piece, Moved> of) {
        return group.stream().map(of).reduce(Moved.NOT, Moved::plus);
    }

    private Sums sums(List<Piece> group) {
        return group.stream().map(since::sumsWithin).reduce(Sums.NONE, Sums::plus);
    }

    private static List<Integer> cohorts(List<Piece> group) {
        return group.stream().map(Piece::cohort).toList();
    }

    private static List<Integer> parts(List<Piece> group) {
        return group.stream().flatMap(piece -> piece.parts().stream()).toList();
    }
}
