// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.cells.Family;
import org.dases.impact.indicators.disclosure.cells.Member;

/** The families of a table on the axes where nobody is in two siblings, so that their numbers add up. */
final class Kin {
    private final int axes;
    private final Map<Long, Family> families = new HashMap<>();

    Kin(Member member) {
        axes = member.table().axes().size();
        for (Family family : member.lattice().families()) {
            if (member.table().axes().get(family.axis()).additive()) {
                families.put((long) family.parent() * axes + family.axis(), family);
            }
        }
    }

    int axes() {
        return axes;
    }

    Collection<Family> families() {
        return families.values();
    }

    /**
     * Those one step finer than a cohort on an axis; none where none is listed, or they may have somebody in common.
     */
    IntStream children(int cohort, int axis) {
        Family family = families.get((long) cohort * axes + axis);
        return family == null ? IntStream.empty() : Arrays.stream(family.children());
    }
}
