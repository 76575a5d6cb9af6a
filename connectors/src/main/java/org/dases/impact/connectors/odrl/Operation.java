// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.odrl;

import java.util.List;

/**
 * An action as a rule names it.
 *
 * @param name short name of a known vocabulary, else an IRI
 * @param refinements what narrows the action
 */
public record Operation(String name, List<Constraint> refinements) {
    public Operation {
        refinements = List.copyOf(refinements);
    }
}
