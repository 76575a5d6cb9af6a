// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.contract;

/**
 * An organisation as a contract names it.
 *
 * @param id its participant identifier
 */
public record Party(String id) {
    /**
     * Whether this is the participant of that identifier. A slash at the end makes no difference.
     *
     * @param participant identifier
     * @return true when it is the same
     */
    public boolean is(String participant) {
        return withoutSlash(id).equals(withoutSlash(participant));
    }

    private static String withoutSlash(String iri) {
        return iri.endsWith("/") ? iri.substring(0, iri.length() - 1) : iri;
    }

    @Override
    public String toString() {
        return id;
    }
}
