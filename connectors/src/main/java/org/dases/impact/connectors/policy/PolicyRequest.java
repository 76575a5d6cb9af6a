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
 * @param circumstances what else is known
 */
public record PolicyRequest(
        Action action,
        String resource,
        String assignee,
        Set<String> purposes,
        Instant at,
        Circumstances circumstances) {
    public PolicyRequest {
        purposes = Set.copyOf(purposes);
    }

    /**
     * A request of which nothing else is known.
     *
     * @param action as above
     * @param resource as above
     * @param assignee as above
     * @param purposes as above
     * @param at as above
     */
    public PolicyRequest(Action action, String resource, String assignee, Set<String> purposes, Instant at) {
        this(action, resource, assignee, purposes, at, Circumstances.UNKNOWN);
    }

    /**
     * The same at another moment.
     *
     * @param moment when
     * @return another request
     */
    public PolicyRequest at(Instant moment) {
        return new PolicyRequest(action, resource, assignee, purposes, moment, circumstances);
    }

    /**
     * The same in other circumstances.
     *
     * @param known what else is known
     * @return another request
     */
    public PolicyRequest in(Circumstances known) {
        return new PolicyRequest(action, resource, assignee, purposes, at, known);
    }
}
