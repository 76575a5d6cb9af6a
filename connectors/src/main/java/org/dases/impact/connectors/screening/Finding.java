// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.screening;

/**
 * A column that identifies persons. Never holds a value of the column.
 *
 * @param column name, or for JSON the path
 * @param kind what it holds
 * @param evidence how that is known
 */
public record Finding(String column, IdentifierKind kind, Evidence evidence) {
    /** What a finding rests on. */
    public enum Evidence {
        /** The column's name. */
        COLUMN_NAME,
        /** The form of at least one value. */
        VALUES
    }

    /**
     * The finding in words.
     *
     * @return a clause that names the column and the kind
     */
    public String sentence() {
        return switch (evidence) {
            case COLUMN_NAME -> "column '" + column + "' holds " + kind.plural() + ", as its name says";
            case VALUES -> "column '" + column + "' holds values that look like " + kind.plural();
        };
    }
}
