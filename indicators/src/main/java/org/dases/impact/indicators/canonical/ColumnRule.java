// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical;

import java.time.LocalDate;
import java.util.List;

/** What a value must fulfil beyond its type. A null value fulfils every rule. */
public sealed interface ColumnRule {

    /** Every value of the type is good. */
    record Anything() implements ColumnRule {}

    /**
     * One of a closed list of codes.
     *
     * @param codes the codes, not empty
     */
    record OneOf(List<String> codes) implements ColumnRule {
        public OneOf {
            codes = List.copyOf(codes);
            if (codes.isEmpty()) {
                throw new IllegalArgumentException("a code list needs at least one code");
            }
        }
    }

    /**
     * A code or name of a list of territories, in any spelling. It becomes the form that the list keeps; what the list
     * does not know becomes {@link org.dases.impact.indicators.definition.Dimension#UNKNOWN} and is counted.
     *
     * @param level whose list
     */
    record Territory(TerritoryLevel level) implements ColumnRule {}

    /**
     * A number within bounds, both included.
     *
     * @param low least value
     * @param high greatest value
     */
    record Between(double low, double high) implements ColumnRule {
        public Between {
            if (!(low <= high)) {
                throw new IllegalArgumentException("bounds must be in order, were " + low + " and " + high);
            }
        }
    }

    /** An instant at which something happened: not more than a day after the record was pulled, nor before 1950. */
    record Happened() implements ColumnRule {
        /** Nothing that is earlier is believed: 1026 is a mistyped 2026, and 1900 a date that somebody left empty. */
        public static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);
    }
}
