// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort;

import java.util.List;
import org.dases.impact.indicators.definition.Text;

/**
 * A table that is made from canonical ones before indicators are computed over it.
 *
 * @param name name, for instance {@code session}
 * @param comment what one row is
 * @param columns Spark SQL data definition, {@code name TYPE, …}
 * @param madeOf the canonical tables it is made from; the first is the one that its people are those of. Empty where it
 *     comes from the engine itself
 */
public record DerivedTable(String name, Text comment, String columns, List<String> madeOf) {
    public DerivedTable {
        madeOf = List.copyOf(madeOf);
    }
}
