// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import java.util.BitSet;
import java.util.Collection;
import java.util.Optional;

/** Whether an earlier release has all its cells, and its codes stand below the same ones still. */
final class PreviousCodes {
    /**
     * What is wrong.
     *
     * @param reason what
     * @param fix what to do
     */
    record Fault(String reason, String fix) {}

    private PreviousCodes() {}

    /** What is wrong with the cells of an earlier release. */
    static Optional<Fault> of(Cube cube, Collection<Integer> cells) {
        long product = 1;
        for (int axis = 0; axis < cube.axes(); axis++) {
            BitSet codes = new BitSet();
            for (int cell : cells) {
                codes.set(cube.code(cell, axis));
            }
            product *= codes.cardinality();
            Optional<Fault> inserted = inserted(cube.hierarchies().get(axis), codes);
            if (inserted.isPresent()) {
                return inserted;
            }
        }
        return product == cells.size()
                ? Optional.empty()
                : Optional.of(new Fault(
                        "Cells are missing: there are " + cells.size() + " rows, and " + product
                                + " combinations of their codes.",
                        "Give the whole file as `impact gate --out` wrote it."));
    }

    /** A level above codes that were told before is a sum that could be compared with theirs. */
    private static Optional<Fault> inserted(Hierarchy hierarchy, BitSet codes) {
        return codes.stream()
                .boxed()
                .flatMap(code -> hierarchy.node(code).path().stream()
                        .filter(above -> !codes.get(hierarchy.number(above).orElseThrow()))
                        .map(above -> new Fault(
                                "Code " + above + " of dimension " + hierarchy.name() + " is new, but stands above "
                                        + hierarchy.code(code) + ", which this release has already.",
                                "Keep the trees as they were above codes that were published; new codes may stand below"
                                        + " them or beside them.")))
                .findFirst();
    }
}
