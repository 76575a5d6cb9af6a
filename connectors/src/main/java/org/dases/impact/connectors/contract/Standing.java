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
        return objections(contract, us, Optional.of(at), at);
    }

    /** Signatures count at the moment that is asked for, as far as one is. */
    private static List<String> objections(Contract contract, List<String> us, Optional<Instant> asked, Instant at) {
        List<String> reasons = new ArrayList<>(ofContract(contract, asked, at));
        List<String> oneParty = againstOneParty(contract, us);
        if (!oneParty.isEmpty()) {
            reasons.addAll(oneParty);
            return reasons;
        }
        reasons.addAll(againstUs(contract, us, asked));
        reasons.addAll(againstProviders(contract, asked));
        return reasons;
    }

    private static List<String> againstOneParty(Contract contract, List<String> us) {
        Optional<Party> same = contract.provider()
                .filter(provider -> contract.consumer()
                        .filter(consumer -> consumer.is(provider.id())
                                || (us.stream().anyMatch(consumer::is)
                                        && us.stream().anyMatch(provider::is)))
                        .isPresent());
        return same.map(party ->
                        List.of("The contract has " + party + " on both sides: nobody is bound by a word to himself."))
                .orElse(List.of());
    }

    private static List<String> ofContract(Contract contract, Optional<Instant> asked, Instant at) {
        List<String> reasons = new ArrayList<>();
        if (contract.status() != ContractStatus.SIGNED) {
            reasons.add("The contract " + contract.status().sentence() + ".");
        }
        if (contract.kind() == ContractKind.DSP_AGREEMENT) {
            contract.signedAt()
                    .filter(signing -> asked.filter(signing::isAfter).isPresent())
                    .ifPresent(signing -> reasons.add(
                            "The contract was signed only on " + signing + "; it is asked for " + at + "."));
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
            reasons.addAll(objections(contract, List.of(who.get()), at, moment));
        } else {
            reasons.addAll(ofContract(contract, at, moment));
        }
        reasons.addAll(objections(contract, resource, at));
        return reasons.stream().distinct().toList();
    }

    /**
     * What stands against a resource of a contract.
     *
     * @param contract the contract
     * @param resource identifier of the resource
     * @param at the moment; empty when unknown
     * @return one sentence each; empty when its provider is bound, or when the contract does not say who provides it
     */
    static List<String> objections(Contract contract, String resource, Optional<Instant> at) {
        return contract.offerings().stream()
                .filter(offering -> offering.covers(resource))
                .flatMap(offering -> against(contract, offering.provider(), "The provider ", at).stream())
                .distinct()
                .toList();
    }

    private static List<String> againstUs(Contract contract, List<String> us, Optional<Instant> at) {
        List<String> named = us.stream()
                .filter(id -> contract.member(id).isPresent() || contract.isRevoked(id))
                .toList();
        if (!named.isEmpty()) {
            return named.stream()
                    .flatMap(id -> against(contract, new Party(id), "We, ", at).stream())
                    .toList();
        }
        String ours = String.join(", ", us);
        return List.of(contract.consumer()
                .map(consumer -> "The contract names another consumer: it is between "
                        + contract.provider().map(Party::id).orElse("an unknown provider") + " and " + consumer
                        + ", and we are " + ours + ".")
                .orElse("We (" + ours + ") are not a member of the contract."));
    }

    private static List<String> againstProviders(Contract contract, Optional<Instant> at) {
        List<Party> providers =
                contract.offerings().stream().map(Offering::provider).distinct().toList();
        if (providers.isEmpty()) {
            return List.of("The contract offers nothing: it names no provider of data.");
        }
        boolean oneIsBound = providers.stream()
                .anyMatch(party -> against(contract, party, "The provider ", at).isEmpty());
        return oneIsBound
                ? List.of()
                : providers.stream()
                        .flatMap(party -> against(contract, party, "The provider ", at).stream())
                        .toList();
    }

    private static List<String> against(Contract contract, Party party, String who, Optional<Instant> at) {
        String name = who.startsWith("We") ? "We, " + party + ", have " : who + party + " has ";
        String are = who.startsWith("We") ? "We, " + party + ", are " : who + party + " is ";
        if (contract.isRevoked(party.id())) {
            return List.of(name + "been revoked as a member of the contract.");
        }
        return contract.member(party.id())
                .map(member -> member.signed()
                        ? early(contract, member, at)
                                .map(signing -> name + "signed the contract only on " + signing + ".")
                                .stream()
                        : Stream.of(name + "not signed the contract."))
                .orElse(Stream.of(are + "not a member of the contract."))
                .toList();
    }

    /** The signing of an agreement is one for both, and asked of the contract. */
    private static Optional<String> early(Contract contract, Member member, Optional<Instant> at) {
        return contract.kind() == ContractKind.DSP_AGREEMENT
                ? Optional.empty()
                : at.flatMap(asked -> member.signedAt()
                        .filter(asked::isBefore)
                        .map(signing -> signing + "; it is asked for " + asked));
    }
}
