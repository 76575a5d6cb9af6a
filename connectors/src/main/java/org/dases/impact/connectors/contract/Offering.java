// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.contract;

import java.util.Set;

/**
 * What a party offers under a contract.
 *
 * @param id identifier of the service offering or asset
 * @param provider who offers it
 * @param resources data resources that belong to it as far as the contract names them, without the offering itself
 */
public record Offering(String id, Party provider, Set<String> resources) {
    public Offering {
        resources = Set.copyOf(resources);
    }

    /**
     * Whether a data resource belongs to it.
     *
     * @param resource identifier of a resource, or of the offering itself
     * @return true when the contract says so
     */
    public boolean covers(String resource) {
        return id.equals(resource) || resources.contains(resource);
    }
}
