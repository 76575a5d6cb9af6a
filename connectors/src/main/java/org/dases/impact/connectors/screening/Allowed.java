// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.screening;

import java.util.Set;

/**
 * A column that may land although it looks like one that identifies persons.
 *
 * <p>Without {@code kinds}, the column's name and free text in it are let through, and values of the kind that the name
 * says (an allowed column {@code Mail} may hold e-mail addresses). Other values that identify a person still stop: an
 * allowed description that holds an e-mail address does not land. With {@code kinds}, values of those kinds are let
 * through too.
 *
 * @param column the column's name, or for JSON the path such as {@code object.definition.name}, which covers what is
 *     below it
 * @param because the reason, for whoever checks the workspace; not blank
 * @param kinds kinds of values that are let through besides
 */
public record Allowed(String column, String because, Set<IdentifierKind> kinds) {
    public Allowed {
        kinds = Set.copyOf(kinds);
        if (column.isBlank()) {
            throw new IllegalArgumentException("an allowed column needs its name");
        }
        if (because.isBlank()) {
            throw new IllegalArgumentException("allowed column '" + column + "' needs its reason in 'because'");
        }
    }

    /**
     * Allows a column.
     *
     * @param column name or JSON path
     * @param because the reason
     * @return the column allowed by its name and for free text
     */
    public static Allowed column(String column, String because) {
        return new Allowed(column, because, Set.of());
    }

    boolean covers(String path) {
        return path.equalsIgnoreCase(column)
                || (path.length() > column.length()
                        && path.charAt(column.length()) == '.'
                        && path.regionMatches(true, 0, column, 0, column.length()));
    }
}
