// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dases.impact.connectors.contract.Contract;
import org.dases.impact.connectors.contract.Member;
import org.dases.impact.connectors.contract.Party;
import org.dases.impact.connectors.contract.Standing;
import org.dases.impact.connectors.odrl.Rule;

/** What stands around a policy: a contract between parties, or nothing. */
sealed interface Setting {
    /** How sentences call it. */
    String noun();

    /** Whether what is said of a target is said of an asset, collections aside. */
    boolean covers(Rule.Kind kind, String target, String asset);

    /** Whether a rule without target or action is about the request. */
    Truth unnamed(Rule.Kind kind);

    /** When the contract was signed. */
    Optional<Instant> signedAt();

    /** Roles of a party; empty when unknown. */
    Set<String> roles(String assignee);

    /** What stands against any use, whatever the policies say. */
    List<String> objections(Inquiry inquiry);

    /** What stands against the use beside the policies. */
    List<String> furtherObjections(Inquiry inquiry);

    /** A policy on its own. What a rule leaves out, it does not limit. */
    record Bare() implements Setting {
        @Override
        public String noun() {
            return "policy";
        }

        @Override
        public boolean covers(Rule.Kind kind, String target, String asset) {
            return target.equals(asset);
        }

        @Override
        public Truth unnamed(Rule.Kind kind) {
            return Truth.HELD;
        }

        @Override
        public Optional<Instant> signedAt() {
            return Optional.empty();
        }

        @Override
        public Set<String> roles(String assignee) {
            return Set.of();
        }

        @Override
        public List<String> objections(Inquiry inquiry) {
            return List.of();
        }

        @Override
        public List<String> furtherObjections(Inquiry inquiry) {
            return List.of();
        }
    }

    /**
     * Policies of a contract.
     *
     * @param contract which
     */
    record Under(Contract contract) implements Setting {
        @Override
        public String noun() {
            return "contract";
        }

        /** A prohibition on a resource also bites on the offering that the resource belongs to. */
        @Override
        public boolean covers(Rule.Kind kind, String target, String asset) {
            return contract.covers(target, asset) || (kind != Rule.Kind.PERMISSION && contract.covers(asset, target));
        }

        @Override
        public Truth unnamed(Rule.Kind kind) {
            return kind == Rule.Kind.OBLIGATION ? Truth.HELD : Truth.UNKNOWN;
        }

        @Override
        public Optional<Instant> signedAt() {
            return contract.signedAt();
        }

        @Override
        public Set<String> roles(String assignee) {
            return contract.member(assignee).map(Member::roles).orElse(Set.of());
        }

        @Override
        public List<String> objections(Inquiry inquiry) {
            return Standing.objections(contract, inquiry.target(), inquiry.assignee(), inquiry.at());
        }

        @Override
        public List<String> furtherObjections(Inquiry inquiry) {
            Belonging belonging = new Belonging(inquiry.members(), inquiry.some());
            List<String> others = inquiry.purposes().stream()
                    .filter(purpose ->
                            contract.purposes().stream().noneMatch(each -> belonging.isNarrower(purpose, each)))
                    .sorted()
                    .toList();
            if (contract.purposes().isEmpty()
                    || (others.isEmpty() && !inquiry.purposes().isEmpty())) {
                return List.of();
            }
            String ours =
                    inquiry.purposes().isEmpty() ? "no purpose is stated" : "we ask for " + String.join(", ", others);
            return List.of("The contract is for the purpose "
                    + String.join(", ", contract.purposes().stream().sorted().toList()) + "; " + ours + ".");
        }
    }

    /** Whether a name in a rule is a party's. */
    static boolean isParty(String name, String assignee) {
        return new Party(name).is(assignee);
    }
}
