// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.contract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dases.impact.connectors.odrl.PolicySet;

/**
 * A contract as delivered by the data space, whatever its shape. A changed document is another version of it.
 *
 * @param id identifier of the contract
 * @param kind shape it was delivered in
 * @param uri where it can be found, as far as it says so; else its identifier
 * @param sha256 hash of the document as delivered, in hexadecimal
 * @param status how far it has come
 * @param provider who gives the data; empty where several do
 * @param consumer who uses the data; empty where all members may
 * @param members the parties it binds
 * @param revoked parties that it no longer binds
 * @param signedAt when the last party signed, where stated
 * @param validity time outside of which it permits nothing
 * @param offerings what is offered under it, by whom
 * @param policySet what it permits, forbids and demands
 * @param purposes what data may be used for; empty when only its policies say so
 * @param legalBasis legal basis of the processing in lower-case words, for instance {@code public-interest}, where
 *     stated
 * @param fetchedAt when this copy was fetched
 */
public record Contract(
        String id,
        ContractKind kind,
        String uri,
        String sha256,
        ContractStatus status,
        Optional<Party> provider,
        Optional<Party> consumer,
        List<Member> members,
        List<Party> revoked,
        Optional<Instant> signedAt,
        Validity validity,
        List<Offering> offerings,
        PolicySet policySet,
        Set<String> purposes,
        Optional<String> legalBasis,
        Instant fetchedAt) {
    public Contract {
        members = List.copyOf(members);
        revoked = List.copyOf(revoked);
        offerings = List.copyOf(offerings);
        purposes = Set.copyOf(purposes);
    }

    /**
     * The member of an identifier.
     *
     * @param participant participant identifier
     * @return empty when the contract does not bind it
     */
    public Optional<Member> member(String participant) {
        return members.stream().filter(member -> member.party().is(participant)).findFirst();
    }

    /**
     * Whether a party has left the contract or was put out of it.
     *
     * @param participant participant identifier
     * @return true when it is among the revoked
     */
    public boolean isRevoked(String participant) {
        return revoked.stream().anyMatch(party -> party.is(participant));
    }

    /**
     * Whether what is said of a target is said of a resource: it is the same, or an offering that the resource belongs
     * to.
     *
     * @param target identifier in a rule
     * @param resource identifier of a resource or offering
     * @return true when the contract says so
     */
    public boolean covers(String target, String resource) {
        return target.equals(resource)
                || offerings.stream().anyMatch(offering -> offering.id().equals(target) && offering.covers(resource));
    }

    /**
     * What the engine has to honour when it uses a resource.
     *
     * @param resource identifier of the resource, as datasets name it
     * @return the strictest of what the permissions on it state
     */
    public Terms terms(String resource) {
        return Terms.of(this, resource);
    }
}
