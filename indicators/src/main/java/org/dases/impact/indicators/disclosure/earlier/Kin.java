// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.cells.Family;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.jspecify.annotations.Nullable;

/** The families of a table. */
final class Kin {
    private static final int[] NONE = {};

    private final Member member;
    private final int axes;

    /** By parent, then by axis. */
    private final @Nullable Family[] families;
    /** The cohort one step coarser, by the cohort, then by axis; itself where there is none. */
    private final int[] parents;

    Kin(Member member) {
        this.member = member;
        axes = member.table().axes().size();
        families = new @Nullable Family[member.cohorts() * axes];
        parents = new int[families.length];
        Arrays.setAll(parents, place -> place / axes);
        member.lattice().families().forEach(family -> {
            families[family.parent() * axes + family.axis()] = family;
            Arrays.stream(family.children()).forEach(child -> parents[child * axes + family.axis()] = family.parent());
        });
    }

    int axes() {
        return axes;
    }

    List<Family> families() {
        return member.lattice().families();
    }

    /** Whether nobody is in two siblings on an axis, so that their numbers of persons add up. */
    boolean areApart(int axis) {
        return member.table().axes().get(axis).additive();
    }

    /** The codes of a cohort on axes on which persons may be shared: who has others is somebody else. */
    List<Node> shared(int cohort) {
        List<Node> at = member.at(cohort);
        return IntStream.range(0, axes)
                .filter(axis -> !areApart(axis))
                .mapToObj(at::get)
                .toList();
    }

    /** A cohort with those one step finer on an axis; empty where none is listed. */
    Optional<Family> family(int cohort, int axis) {
        return Optional.ofNullable(families[cohort * axes + axis]);
    }

    /**
     * Those one step finer on an axis that have nobody in common; none where they may have, or none is listed; not
     * copied.
     */
    int[] children(int cohort, int axis) {
        Family family = families[cohort * axes + axis];
        return family == null || !areApart(axis) ? NONE : family.children();
    }

    /** Those one step finer that are the same as a cohort, as it has no other one on their axis. */
    IntStream onlyChildren(int cohort) {
        return IntStream.range(0, axes)
                .mapToObj(axis -> children(cohort, axis))
                .filter(children -> children.length == 1)
                .flatMapToInt(Arrays::stream);
    }

    /** Whether nobody is in both of two cohorts, by their codes on an axis on which no person has two. */
    boolean areApart(int one, int other) {
        return IntStream.range(0, axes)
                .filter(this::areApart)
                .anyMatch(axis ->
                        areApart(member.at(one).get(axis), member.at(other).get(axis)));
    }

    private static boolean areApart(Node one, Node other) {
        Node common = one.common(other);
        return !common.equals(one) && !common.equals(other);
    }

    /** The cohorts that a cohort is a part of, by axes on which no person has two codes, and itself; each once. */
    void forEachWhole(int cohort, IntConsumer whole) {
        forEachWhole(cohort, 0, whole);
    }

    private void forEachWhole(int cohort, int axis, IntConsumer whole) {
        if (axis == axes) {
            whole.accept(cohort);
            return;
        }
        int at = cohort;
        forEachWhole(at, axis + 1, whole);
        while (areApart(axis) && parents[at * axes + axis] != at) {
            at = parents[at * axes + axis];
            forEachWhole(at, axis + 1, whole);
        }
    }
}
