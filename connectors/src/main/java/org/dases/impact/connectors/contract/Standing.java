// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a contract binds its provider and us at a moment: it is signed and in its time, both are members, neither is
 * revoked, both signatures are there. Asked at admission and again at every request.
 */
public final class Standing {
    private Standing() {}

    /**
     * All that stands against using a contract.
     *
     * @param contract the contract
     * @param us our identifiers
     * @param at the moment
     * @return one sentence each; empty when nothing does
     */
    public static List<String> objections(Contract contract, List<String> us, Instant at) {
        List<String> reasons = new ArrayList<>(ofContract(contract, at));
        reasons.addAll(againstUs(contract, us));
        reasons.addAll(againstProviders(contract));
        return reasons;
    }

    private static List<String> ofContract(Contract contract, Instant at) {
        List<String> reasons = new ArrayList<>();
        if (contract.status() != ContractStatus.SIGNED) {
            reasons.add("The contract " + contract.status().sentence() + ".");
        }
        contract.validity()
                .from()
                .filter(at::isBefore)
                .ifPresent(
                        from -> reasons.add("The contract begins only on " + from + "; it is asked for " + at + "."));
        contract.validity()
                .until()
                .filter(at::isAfter)
                .ifPresent(until -> reasons.add("The contract ended on " + until + "; it is asked for " + at + "."));
        return reasons;
    }

    /**
     * All that stands against using a resource of a contract, where the one who asks or the moment may be unknown.
     *
     * @param contract the contract
     * @param resource identifier of the resource
     * @param who who asks
     * @param at the moment
     * @return one sentence each; empty when nothing does
     */
    public static List<String> objections(
            Contract contract, String resource, Optional<String> who, Optional<Instant> at) {
        List<String> reasons = new ArrayList<>();
        if (who.isEmpty()) {
            reasons.add("Nothing says who asks, so nobody can tell whether the contract binds them.");
        }
        boolean timed = contract.validity().from().isPresent()
                || contract.validity().until().isPresent();
        if (at.isEmpty() && timed) {
            reasons.add("Nothing says when it is done, and the contract holds only for a time.");
        }
        Instant moment = at.or(() -> contract.validity().from())
                .or(() -> contract.validity().until())
                .orElse(Instant.EPOCH);
        if (who.isPresent()) {
            reasons.addAll(objections(contract, List.of(who.get()), moment));
        } else {
            reasons.addAll(ofContract(contract, moment));
        }
        reasons.addAll(objections(contract, resource));
        return reasons.stream().distinct().toList();
    }

    /**
     * What stands against a resource of a contract.
     *
     * @param contract the contract
     * @param resource identifier of the resource
     * @return one sentence each; empty when its provider is bound, or when the contract does not say who provides it
     */
    public static List<String> objections(Contract contract, String resource) {
        return contract.offerings().stream()
                .filter(offering -> offering.covers(resource))
                .flatMap(offering -> against(contract, offering.provider(), "The provider ").stream())
                .distinct()
                .toList();
    }

    private static List<String> againstUs(Contract contract, List<String> us) {
        List<String> named = us.stream()
                .filter(id -> contract.member(id).isPresent() || contract.isRevoked(id))
                .toList();
        if (!named.isEmpty()) {
            return named.stream()
                    .flatMap(id -> against(contract, new Party(id), "We, ").stream())
                    .toList();
        }
        String ours = String.join(", ", us);
        return List.of(contract.consumer()
                .map(consumer -> "The contract names another consumer: it is between "
                        + contract.provider().map(Party::id).orElse("an unknown provider") + " and " + consumer
                        + ", and we are " + ours + ".")
                .orElse("We (" + ours + ") are not a member of the contract."));
    }

    private static List<String> againstProviders(Contract contract) {
        List<Party> providers =
                contract.offerings().stream().map(Offering::provider).distinct().toList();
        if (providers.isEmpty()) {
            return List.of("The contract offers nothing: it names no provider of data.");
        }
        boolean oneIsBound = providers.stream()
                .anyMatch(party -> against(contract, party, "The provider ").isEmpty());
        return oneIsBound
                ? List.of()
                : providers.stream()
                        .flatMap(party -> against(contract, party, "The provider ").stream())
                        .toList();
    }

    private static List<String> against(Contract contract, Party party, String who) {
        String name = who.startsWith("We") ? "We, " + party + ", have " : who + party + " has ";
        String are = who.startsWith("We") ? "We, " + party + ", are " : who + party + " is ";
        if (contract.isRevoked(party.id())) {
            return List.of(name + "been revoked as a member of the contract.");
        }
        return contract.member(party.id())
                .map(member -> member.signed() ? Stream.<String>empty() : Stream.of(name + "not signed the contract."))
                .orElse(Stream.of(are + "not a member of the contract."))
                .toList();
    }
}
