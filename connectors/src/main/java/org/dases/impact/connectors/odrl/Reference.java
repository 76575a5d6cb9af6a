// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.odrl;

import java.util.List;

/**
 * An asset or a party as a rule names it.
 *
 * @param iri its identifier; empty when it has none and is described by refinements only
 * @param collection whether it stands for its members
 * @param refinements what narrows it
 */
public record Reference(String iri, boolean collection, List<Constraint> refinements) {
    public Reference {
        refinements = List.copyOf(refinements);
    }
}
