// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical;

import org.dases.impact.indicators.definition.Text;

/**
 * A column of a canonical table.
 *
 * @param name name, lower case
 * @param type type
 * @param required whether a row without a value is quarantined
 * @param rule what its values must fulfil
 * @param comment meaning, unit and range for readers
 */
public record CanonicalColumn(String name, CanonicalType type, boolean required, ColumnRule rule, Text comment) {
    /**
     * Whether the column holds a keyed pseudonym, so that its mapping must be a {@code pseudonym(…)} call.
     *
     * @return true for names that end in {@code _pid}
     */
    public boolean pseudonymous() {
        return name.endsWith("_pid");
    }
}
