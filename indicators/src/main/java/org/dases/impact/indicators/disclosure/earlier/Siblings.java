// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dases.impact.indicators.disclosure.audit.VanishingSets;
import org.dases.impact.indicators.disclosure.cells.Family;
import org.dases.impact.indicators.disclosure.cells.Node;

/**
 * Groups of siblings, cousins and their parts across axes that can be computed of an earlier release and of the one
 * that is decided on, and of which few came or went, or the same persons have another figure.
 *
 * <p>Siblings that may have persons in common, as solutions, are looked at where their figures add up, as records do.
 * Of such a group nobody knows how many came or went: at least as many as to the sibling that most came to, and, where
 * nobody came to the others, as to the whole.
 */
final class Siblings {
    private final Since since;
    private final long[][] then;
    private final long[][] now;
    private final Map<Long, List<Integer>> within = new HashMap<>();
    private final FewMoved few;

    /**
     * Looks for them.
     *
     * @param then by how much each cohort may have been another number, as far as readers knew then; by several changes
     * @param now the same of now
     */
    Siblings(Since since, long[][] then, long[][] now) {
        this.since = since;
        few = new FewMoved(since);
        this.then = then;
        this.now = now;
        Divisions divisions = new Divisions(since, this::isKnown, KnownGroups.most(then[0].length));
        since.kin().families().stream()
                .filter(this::isOfInterest)
                .forEach(family -> divisions.of(family).forEach(parts -> look(family, parts)));
        since.side().changed().stream()
                .filter(this::isKnown)
                .sorted()
                .forEach(cohort -> few.add(List.of(Piece.of(cohort))));
    }

    private boolean isOfInterest(Family family) {
        if (since.kin().areApart(family.axis())) {
            // Its parts may have been told at another time.
            return isMoved(family.parent()) || Arrays.stream(family.children()).anyMatch(this::isMoved);
        }
        boolean isOther = since.sums().of(family.parent()).isSomething();
        return (isOther || Arrays.stream(family.children()).anyMatch(this::isMoved))
                && since.sums().areAddingUp(family);
    }

    private boolean isMoved(int cohort) {
        return !since.size(cohort).equals(Moved.NOT);
    }

    /** The atoms of each group, by the numbers of both times. */
    List<BitSet> groups() {
        return few.groups();
    }

    private long key(int cohort, int axis) {
        return (long) cohort * since.kin().axes() + axis;
    }

    private boolean isKnown(int cohort) {
        return then[cohort][0] == 0 && now[cohort][0] == 0;
    }

    /** What readers know within parts is taken from them on each axis first; where that is the same, once. */
    private void look(Family family, Divisions.Division division) {
        List<Integer> withheld = new ArrayList<>();
        List<Integer> known = new ArrayList<>();
        division.parts().forEach(part -> (isKnown(part) ? known : withheld).add(part));
        boolean isOfOneTime = since.isOfOneTime();
        Sums other = isOfOneTime
                ? since.sums().of(family.parent()).minus(since.sums().of(known))
                : since.sums().of(withheld);
        Moved moved = isOfOneTime ? since.moved(family.parent()).minus(since.moved(known)) : since.moved(withheld);
        Moved least = isOfOneTime && known.stream().allMatch(since::isStill) ? since.size(family.parent()) : Moved.NOT;
        Children children = division.areApart()
                ? new Children(withheld, known, moved, other.plus(division.rest()), true, Moved.NOT)
                : new Children(withheld, known, Moved.NOT, other.plus(division.rest()), false, least);
        Set<List<List<Integer>>> looked = new HashSet<>();
        for (int axis = 0; axis < since.kin().axes(); axis++) {
            int own = axis;
            if (looked.add(withheld.stream().map(child -> known(child, own)).toList())) {
                look(children, axis);
            }
        }
    }

    private void look(Children children, int axis) {
        Map<Integer, Moved> sizes = new LinkedHashMap<>();
        for (int child : children.withheld()) {
            Moved size = since.size(piece(child, axis));
            if (size.isBelow(since.k())) {
                sizes.put(child, size);
            }
        }
        boolean isAdding = children.areApart() && sizes.values().stream().allMatch(size -> size.least() >= 0);
        Map<Integer, VanishingSets.Weight> some = new LinkedHashMap<>();
        sizes.forEach((child, size) ->
                some.put(child, new VanishingSets.Weight(isAdding ? size.least() : 0, isNothing(child, axis, size))));
        KnownGroups.of(some, since.k(), then, now).forEach(group -> add(group, children, axis));
    }

    /** Whether nobody came or went of what readers do not know of a cohort, nor of what they know within it. */
    private boolean isNothing(int child, int axis, Moved size) {
        return size.equals(Moved.NOT)
                && known(child, axis).stream().allMatch(part -> since.size(part).equals(Moved.NOT));
    }

    /** A code that has gone may have another name by now: its people are taken from the group, and left in it. */
    private void add(List<Integer> group, Children children, int axis) {
        List<Piece> pieces = group.stream().map(cohort -> piece(cohort, axis)).toList();
        List<Piece> listed = pieces.stream()
                .map(piece -> new Piece(
                        piece.cohort(),
                        piece.parts().stream().filter(since::isListed).toList()))
                .toList();
        Moved most = most(pieces);
        Stream.of(pieces, listed).distinct().forEach(each -> few.add(each, children, most));
    }

    /** How many came to the one that most came to, or left it, of those that may have persons in common. */
    private Moved most(List<Piece> pieces) {
        Map<List<Node>, Moved> sizes = new HashMap<>();
        pieces.forEach(piece -> sizes.merge(since.kin().shared(piece.cohort()), since.size(piece), Moved::plus));
        return sizes.values().stream().reduce(Moved.NOT, Moved::most);
    }

    private Piece piece(int cohort, int axis) {
        return new Piece(cohort, known(cohort, axis));
    }

    /** What readers know within a cohort that they do not know: cohorts that have nobody in common. */
    private List<Integer> known(int cohort, int axis) {
        List<Integer> known = within.get(key(cohort, axis));
        if (known == null) {
            known = new ArrayList<>();
            int axes = since.kin().axes();
            for (int turn = 0; turn < axes && known.isEmpty(); turn++) {
                int other = (axis + turn) % axes;
                for (int part : since.kin().children(cohort, other)) {
                    known.addAll(isKnown(part) ? List.of(part) : known(part, other));
                }
            }
            within.put(key(cohort, axis), known);
        }
        return known;
    }
}
