// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * For each combination of nodes on the axes of one scope, all combinations of nodes above, itself first. Worked out
 * when first asked for. One thread only.
 */
final class Ancestors {
    private final CubeShape shape;
    private final Scope scope;
    private final LongSlots slots = new LongSlots();
    private final List<long[]> known = new ArrayList<>();
    private long last = -1;
    private long[] ofLast = {};

    Ancestors(CubeShape shape, Scope scope) {
        this.shape = shape;
        this.scope = scope;
    }

    /** Parts of the cells' numbers, {@code part} first. Not to be changed. */
    long[] of(long part) {
        if (part != last) {
            int slot = slots.slot(part);
            if (slot == known.size()) {
                known.add(combinations(part));
            }
            last = part;
            ofLast = known.get(slot);
        }
        return ofLast;
    }

    private long[] combinations(long part) {
        long[] found = {part};
        for (int axis = 0; axis < shape.axes().size(); axis++) {
            Axis along = shape.axes().get(axis);
            if (along.scope() == scope) {
                int[] upward = along.upward(shape.node(part, axis));
                long[] longer = new long[Math.multiplyExact(found.length, upward.length)];
                for (int i = 0; i < longer.length; i++) {
                    int up = i % upward.length;
                    longer[i] = up == 0 ? found[i / upward.length] : shape.above(longer[i - 1], axis, upward[up - 1]);
                }
                found = longer;
            }
        }
        return found;
    }
}
