// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

import org.jspecify.annotations.Nullable;

/** The {@link Ancestors} of a cube in which every cell has a slot, found without searching. One thread only. */
final class SmallAncestors {
    private final Ancestors ancestors;
    private final int unit;
    private final int[] @Nullable [] known;

    SmallAncestors(CubeShape shape, Scope scope) {
        this.ancestors = new Ancestors(shape, scope);
        this.unit = (int) shape.unit(scope);
        this.known = new int[shape.parts(scope)][];
    }

    /** Parts of the cells' numbers, {@code part} first. Not to be changed. */
    int[] of(int part) {
        int at = unit == 1 ? part : part / unit;
        int[] found = known[at];
        if (found == null) {
            long[] wide = ancestors.of(part);
            found = new int[wide.length];
            for (int i = 0; i < wide.length; i++) {
                found[i] = (int) wide[i];
            }
            known[at] = found;
        }
        return found;
    }
}
