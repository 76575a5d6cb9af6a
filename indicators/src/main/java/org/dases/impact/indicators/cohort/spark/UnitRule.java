// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.dases.impact.indicators.cohort.TableRefused;

/**
 * How rows add up and make units. Rows of a unit that are equal in some columns may be one part of it: a learner's
 * traces of one day are one day of activity.
 *
 * @param indicator id of the indicator
 * @param isParted whether units have parts; a part counts once, with the greatest number of its rows
 * @param atLeast sum from which a unit is in the numerator of a rate; 1 where it is enough that one row is
 * @param isShare whether a unit counts as one where it is in the numerator, rather than with its sum
 */
record UnitRule(String indicator, boolean isParted, int atLeast, boolean isShare) implements Serializable {
    private static final char SEPARATOR = '\u0002';

    /** The separator of unit and part in a key, as Spark SQL. */
    static final String SEPARATOR_SQL = "'\\u0002'";

    /** Rows simply add up. */
    static UnitRule plain(String indicator) {
        return new UnitRule(indicator, false, 1, false);
    }

    /** The number of two rows with the same key. */
    Long joined(Long one, Long other) {
        return isParted ? Math.max(one, other) : plus(one, other);
    }

    /** The exact sum; refused when it does not fit, or one of them did not. */
    long plus(long one, long other) {
        long sum = one + other;
        boolean isWrapped = ((one ^ sum) & (other ^ sum)) < 0;
        if (isWrapped || one == CompiledIndicator.TOO_LARGE || other == CompiledIndicator.TOO_LARGE) {
            throw TableRefused.overflow(indicator);
        }
        return sum;
    }

    /** From keys of units, with their parts, to units. */
    Map<String, Long> folded(Map<String, Long> parts) {
        if (!isParted) {
            return parts;
        }
        Map<String, Long> units = new HashMap<>();
        parts.forEach((key, x) -> units.merge(key.substring(0, key.indexOf(SEPARATOR)), x, this::plus));
        return units;
    }

    boolean isInNumerator(long sum) {
        return sum >= atLeast;
    }
}
