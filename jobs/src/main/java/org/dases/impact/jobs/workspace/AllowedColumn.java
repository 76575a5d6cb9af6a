// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import java.util.Set;
import org.dases.impact.connectors.screening.IdentifierKind;

/**
 * A column that the screening lets pass.
 *
 * @param column column name or JSON path
 * @param because why it identifies nobody
 * @param kinds kinds of values that pass besides free text and what the column's name says
 */
public record AllowedColumn(String column, String because, Set<IdentifierKind> kinds) {
    public AllowedColumn {
        kinds = Set.copyOf(kinds);
    }
}
