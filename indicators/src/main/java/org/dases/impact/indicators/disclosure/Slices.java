// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.cells.Node;

/**
 * What lies below single codes of a table. A count with a condition on a code, such as one course or one month, has the
 * people of the cells of that code; where it is told, the code is not shown.
 */
final class Slices {
    private final Map<List<Object>, Slice> slices = new LinkedHashMap<>();

    /**
     * The cells of one code, each with the cell that has a coarser code instead, or none.
     *
     * @param isOfFew whether the axis has few codes, so that what is seen of one is hardly chance
     * @param cells cells of the population
     * @param wholes the cell that contains each
     */
    record Slice(boolean isOfFew, List<Integer> cells, List<Integer> wholes) {}

    Slices(Member member) {
        for (int axis = 0; axis < member.table().axes().size(); axis++) {
            Map<Integer, Integer> parents = new HashMap<>();
            int own = axis;
            Set<Node> codes = new HashSet<>();
            member.lattice().families().stream()
                    .filter(family -> family.axis() == own)
                    .forEach(family -> {
                        for (int child : family.children()) {
                            parents.put(child, family.parent());
                            codes.add(member.at(child).get(own));
                        }
                    });
            boolean isOfFew = codes.size() <= CodeSums.MOST_CODES;
            parents.keySet().stream().sorted().forEach(cohort -> {
                Node code = member.at(cohort).get(own);
                for (Integer above = parents.get(cohort); above != null; above = parents.get(above)) {
                    Slice slice = slices.computeIfAbsent(
                            List.of(own, code, member.at(above).get(own)),
                            key -> new Slice(isOfFew, new ArrayList<>(), new ArrayList<>()));
                    slice.cells().add(member.firstCell() + cohort);
                    slice.wholes().add(member.firstCell() + above);
                }
            });
        }
    }

    Collection<Slice> all() {
        return slices.values();
    }
}
