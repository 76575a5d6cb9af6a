// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** How many came to cohorts or left them at least: as many as each moved, or as came to its parts or left them. */
final class Sizes {
    private final Kin kin;
    private final IntFunction<Moved> moved;
    private final Function<int[], Moved> renamed;
    private final @Nullable Moved[] sizes;

    /**
     * Of a table.
     *
     * @param cohorts how many it has
     * @param moved by how much a cohort moved
     * @param renamed how many left one of some siblings and came to another one, though they may be the same
     */
    Sizes(Kin kin, int cohorts, IntFunction<Moved> moved, Function<int[], Moved> renamed) {
        this.kin = kin;
        this.moved = moved;
        this.renamed = renamed;
        sizes = new @Nullable Moved[cohorts];
    }

    Moved of(int cohort) {
        Moved size = sizes[cohort];
        if (size == null) {
            size = moved.apply(cohort).size();
            for (int axis = 0; axis < kin.axes(); axis++) {
                int[] parts = kin.children(cohort, axis);
                Moved all = Arrays.stream(parts).mapToObj(this::of).reduce(Moved.NOT, Moved::plus);
                Moved twice = renamed.apply(parts);
                size = size.most(all.minus(twice).minus(twice));
            }
            sizes[cohort] = size;
        }
        return size;
    }
}
