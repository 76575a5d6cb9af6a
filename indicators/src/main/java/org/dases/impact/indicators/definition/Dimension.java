// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.definition;

import java.util.List;

/**
 * A breakdown column or a hierarchy of them, from coarse to fine. Each level has a total, coded {@link #TOTAL}; a row
 * at a coarse level has {@code _T} in the finer columns.
 *
 * @param id name of the dimension, for instance {@code territory}
 * @param label name for readers
 * @param levels from coarse to fine, not empty
 */
public record Dimension(String id, Text label, List<Level> levels) {
    /** Code of a total. */
    public static final String TOTAL = "_T";
    /** Code of a value that is not known. */
    public static final String UNKNOWN = "_U";
    /** Code of a value that does not apply. */
    public static final String NOT_APPLICABLE = "_Z";

    public Dimension {
        levels = List.copyOf(levels);
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("dimension '" + id + "' has no level");
        }
    }
}
