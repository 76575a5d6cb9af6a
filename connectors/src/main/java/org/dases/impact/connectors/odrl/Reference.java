// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.odrl;

import java.util.List;

/**
 * An asset or a party as a rule names it.
 *
 * @param iri its identifier; empty when it has none and is described by refinements only
 * @param source what its members are members of, where it is a collection under an identifier of its own; else empty
 * @param collection whether it stands for its members
 * @param refinements what narrows it
 */
public record Reference(String iri, String source, boolean collection, List<Constraint> refinements) {
    public Reference {
        refinements = List.copyOf(refinements);
    }

    /**
     * A thing that stands for itself.
     *
     * @param iri its identifier
     * @return without refinements
     */
    static Reference to(String iri) {
        return new Reference(iri, "", false, List.of());
    }
}
