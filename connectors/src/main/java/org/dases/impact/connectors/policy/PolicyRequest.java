// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import java.time.Instant;
import java.util.Set;

/**
 * What we ask a contract for.
 *
 * @param action what is to be done
 * @param resource identifier of the data resource, as the contract names it
 * @param assignee our participant identifier
 * @param purposes what it is done for; empty means that the purpose is not known
 * @param at the moment it is done
 */
public record PolicyRequest(Action action, String resource, String assignee, Set<String> purposes, Instant at) {
    public PolicyRequest {
        purposes = Set.copyOf(purposes);
    }
}
