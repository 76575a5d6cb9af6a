// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.source;

import java.util.List;

/**
 * What there is to read.
 *
 * @param slices parts that are new, changed or not yet read to their end, in the order of reading
 * @param unchanged parts that were read to their end before and have not changed since
 */
public record Plan(List<Slice> slices, int unchanged) {
    public Plan {
        slices = List.copyOf(slices);
        if (unchanged < 0) {
            throw new IllegalArgumentException("unchanged must be at least 0, was " + unchanged);
        }
    }
}
