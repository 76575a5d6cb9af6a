// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.odrl;

import java.util.List;
import org.dases.impact.connectors.document.Place;

/**
 * What must be done by who uses a permission.
 *
 * @param action short name of a known vocabulary, else an IRI
 * @param constraints when or how it must be done, refinements included
 * @param place where it stands
 */
public record Duty(String action, List<Constraint> constraints, Place place) {
    public Duty {
        constraints = List.copyOf(constraints);
    }
}
