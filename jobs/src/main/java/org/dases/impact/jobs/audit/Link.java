// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.dases.impact.jobs.verify.Printed;

/**
 * Two tables about the same persons. That they are is said nowhere: tables are taken for it where they agree in all
 * that both print, and in one cell with somebody in it at least.
 *
 * @param one a table
 * @param other another one
 * @param pairs numbers of a cell of the one and of the same cell of the other
 */
record Link(PrintedCells one, PrintedCells other, List<int[]> pairs) {
    /**
     * What ties two tables.
     *
     * @param told the numbers in which they must agree
     * @return the link; empty if they are not seen to be about the same persons
     */
    static Optional<Link> between(CellPlaces one, CellPlaces other, List<Told> told) {
        List<int[]> pairs = new ArrayList<>();
        boolean isAgreed = false;
        for (int cell = 0; cell < other.cells().rows().size(); cell++) {
            OptionalInt same = one.find(cell, other);
            if (same.isPresent()) {
                Printed here = one.cells().rows().get(same.getAsInt());
                Printed there = other.cells().rows().get(cell);
                if (told.stream().anyMatch(number -> isAnother(number.of(here), number.of(there)))) {
                    return Optional.empty();
                }
                isAgreed |= told.stream().anyMatch(number -> isSome(number.of(here), number.of(there)));
                pairs.add(new int[] {same.getAsInt(), cell});
            }
        }
        return isAgreed ? Optional.of(new Link(one.cells(), other.cells(), pairs)) : Optional.empty();
    }

    private static boolean isAnother(OptionalDouble here, OptionalDouble there) {
        return here.isPresent() && there.isPresent() && !here.equals(there);
    }

    private static boolean isSome(OptionalDouble here, OptionalDouble there) {
        return there.isPresent() && here.orElse(0) != 0;
    }
}
