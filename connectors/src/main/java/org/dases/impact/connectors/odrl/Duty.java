// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.odrl;

import java.util.List;
import org.dases.impact.connectors.document.Place;

/**
 * What must be done by who uses a permission.
 *
 * @param id its own identifier; empty when it has none
 * @param action short name of a known vocabulary, else an IRI
 * @param constraints when or how it must be done, refinements included
 * @param consequences what must be done besides where it was not done
 * @param place where it stands
 */
public record Duty(String id, String action, List<Constraint> constraints, List<Duty> consequences, Place place) {
    public Duty {
        constraints = List.copyOf(constraints);
        consequences = List.copyOf(consequences);
    }
}
