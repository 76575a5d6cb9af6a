// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.contract;

import java.util.List;

/**
 * Who we are in the data space.
 *
 * @param ids our participant identifiers, as contracts name us; at least one
 * @param role what we act as
 */
public record Participant(List<String> ids, Role role) {
    public Participant {
        ids = List.copyOf(ids);
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("a participant has an identifier");
        }
    }
}
