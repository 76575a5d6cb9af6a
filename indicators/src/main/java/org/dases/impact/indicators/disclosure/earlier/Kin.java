// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.cells.Family;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.cells.Node;

/** The families of a table. */
final class Kin {
    private final Member member;
    private final int axes;
    private final Map<Long, Family> families = new HashMap<>();

    Kin(Member member) {
        this.member = member;
        axes = member.table().axes().size();
        member.lattice()
                .families()
                .forEach(family -> families.put((long) family.parent() * axes + family.axis(), family));
    }

    int axes() {
        return axes;
    }

    Collection<Family> families() {
        return families.values();
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
        return Optional.ofNullable(families.get((long) cohort * axes + axis));
    }

    /** Those one step finer on an axis that have nobody in common; none where they may have, or none is listed. */
    IntStream children(int cohort, int axis) {
        return family(cohort, axis)
                .filter(family -> areApart(axis))
                .map(family -> Arrays.stream(family.children()))
                .orElse(IntStream.empty());
    }
}
