// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
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

    private static final String KEEP =
            "Keep the trees as they were above codes that were published; new codes may stand"
                    + " below them or beside them.";

    /**
     * What is wrong with the cells of an earlier release.
     *
     * @param areTrue whether the counts are those of that release, of all cells
     */
    static Optional<Fault> of(Cube cube, Map<Integer, EarlierCell> cells, boolean areTrue) {
        long product = 1;
        for (int axis = 0; axis < cube.axes(); axis++) {
            BitSet codes = new BitSet();
            for (int cell : cells.keySet()) {
                codes.set(cube.code(cell, axis));
            }
            product *= codes.cardinality();
            Optional<Fault> inserted = inserted(cube.hierarchies().get(axis), codes);
            if (inserted.isPresent()) {
                return inserted;
            }
        }
        return product == cells.size()
                ? moved(cube, areTrue ? cells : Map.of())
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
                                KEEP)))
                .findFirst();
    }

    /**
     * A code that stands below another one now: what it left, and where it came to, are sums of other codes than then.
     */
    private static Optional<Fault> moved(Cube cube, Map<Integer, EarlierCell> cells) {
        for (int axis = 0; axis < cube.axes(); axis++) {
            Hierarchy hierarchy = cube.hierarchies().get(axis);
            Map<Integer, Long> below = new HashMap<>();
            for (Map.Entry<Integer, EarlierCell> each : cells.entrySet()) {
                int code = cube.code(each.getKey(), axis);
                if (code > 0) {
                    int above = each.getKey() - cube.at(axis, code) + cube.at(axis, hierarchy.parent(code));
                    below.merge(above, each.getValue().freq().orElse(0), Long::sum);
                }
            }
            for (Map.Entry<Integer, Long> each : below.entrySet()) {
                EarlierCell whole = cells.get(each.getKey());
                if (whole != null && whole.freq().orElse(0) != each.getValue()) {
                    return Optional.of(new Fault(
                            "The codes below " + hierarchy.code(cube.code(each.getKey(), axis)) + " of dimension "
                                    + hierarchy.name()
                                    + " are others than in this release, or counts in it were changed.",
                            KEEP));
                }
            }
        }
        return Optional.empty();
    }
}
