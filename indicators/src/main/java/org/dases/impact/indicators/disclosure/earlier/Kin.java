// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import java.util.List;
import java.util.Optional;
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

    Kin(Member member) {
        this.member = member;
        axes = member.table().axes().size();
        families = new @Nullable Family[member.cohorts() * axes];
        member.lattice().families().forEach(family -> families[family.parent() * axes + family.axis()] = family);
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
}
