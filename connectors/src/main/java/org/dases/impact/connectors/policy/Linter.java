// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dases.impact.connectors.contract.Contract;
import org.dases.impact.connectors.contract.ContractStatus;
import org.dases.impact.connectors.contract.Duties;
import org.dases.impact.connectors.document.Place;
import org.dases.impact.connectors.odrl.Constraint;
import org.dases.impact.connectors.odrl.Duty;
import org.dases.impact.connectors.odrl.Operation;
import org.dases.impact.connectors.odrl.PolicySet;
import org.dases.impact.connectors.odrl.Rule;

/** Finds what in a policy or contract will not do what its author meant. Pure: the same document, the same findings. */
public final class Linter {
    private final Set<String> purposes;
    private final Set<String> told;
    private final List<LintFinding> found = new ArrayList<>();

    private Linter(Set<String> purposes, Set<String> told) {
        this.purposes = purposes;
        this.told = told;
    }

    /**
     * Reviews a contract: what stands around its policies, and they themselves.
     *
     * @param contract as read
     * @param purposes what our indicators are computed for and what is broader; empty when unknown, and then no purpose
     *     is reviewed
     * @param told operands of which the workspace says what is the case
     * @return in the order of the document
     */
    public static List<LintFinding> review(Contract contract, Set<String> purposes, Set<String> told) {
        Linter linter = new Linter(purposes, told);
        linter.around(contract);
        linter.policies(contract.policySet(), contract.signedAt());
        return linter.ordered();
    }

    /**
     * Reviews a policy on its own.
     *
     * @param policies its rules
     * @param purposes as above
     * @return in the order of the document
     */
    public static List<LintFinding> review(PolicySet policies, Set<String> purposes) {
        Linter linter = new Linter(purposes, Set.of());
        linter.policies(policies, Optional.empty());
        return linter.ordered();
    }

    private List<LintFinding> ordered() {
        return found.stream()
                .distinct()
                .sorted(Comparator.comparingInt(
                                (LintFinding each) -> each.place().line())
                        .thenComparingInt(each -> each.place().column())
                        .thenComparing(LintFinding::rule))
                .toList();
    }

    private void around(Contract contract) {
        if (contract.status() == ContractStatus.UNKNOWN) {
            add(
                    LintRule.STATUS_MISSING,
                    true,
                    Place.START,
                    "The contract states no status that is known here.",
                    "Ask the data space for a copy whose status is signed, revoked or pending.");
        } else if (contract.status() != ContractStatus.SIGNED) {
            add(
                    LintRule.STATUS_NOT_SIGNED,
                    true,
                    Place.START,
                    "The contract is " + contract.status() + ".",
                    "Nothing is permitted under it until it is signed; take it out of the folder if it never will be.");
        }
        contract.members().stream()
                .filter(member ->
                        !member.signed() && !contract.isRevoked(member.party().id()))
                .forEach(member -> add(
                        LintRule.SIGNATURE_MISSING,
                        true,
                        Place.START,
                        "The signature of " + member.party() + " is missing.",
                        "Let them sign, and fetch the contract again."));
        parties(contract);
        validity(contract);
        contractPurposes(contract);
    }

    private void validity(Contract contract) {
        Optional<Instant> from = contract.validity().from();
        Optional<Instant> until = contract.validity().until();
        if (from.isPresent() && until.isPresent() && from.get().isAfter(until.get())) {
            add(
                    LintRule.VALIDITY_IMPOSSIBLE,
                    true,
                    Place.START,
                    "The contract begins on " + from.get() + ", after its end on " + until.get() + ".",
                    "Correct one of the two dates.");
        }
        Optional<Instant> signing = contract.signedAt();
        if (signing.isPresent() && until.isPresent() && signing.get().isAfter(until.get())) {
            add(
                    LintRule.VALIDITY_IMPOSSIBLE,
                    true,
                    Place.START,
                    "The contract was signed on " + signing.get() + ", after its end on " + until.get() + ".",
                    "Correct one of the two dates.");
        }
    }

    private void parties(Contract contract) {
        contract.provider()
                .filter(provider -> contract.consumer()
                        .filter(consumer -> consumer.is(provider.id()))
                        .isPresent())
                .ifPresent(provider -> add(
                        LintRule.PARTIES_SAME,
                        true,
                        Place.START,
                        "The contract has " + provider + " on both sides.",
                        "Name who provides the data and who uses them."));
    }

    private void contractPurposes(Contract contract) {
        contract.purposes().stream()
                .filter(purpose -> !purposes.isEmpty() && !purposes.contains(purpose))
                .sorted()
                .forEach(purpose -> add(
                        LintRule.PURPOSE_UNUSED,
                        purposes.stream().noneMatch(contract.purposes()::contains),
                        Place.START,
                        "The contract is for the purpose " + purpose + ", which no indicator has.",
                        "Compare it with the purposes in impact.yaml."));
    }

    private void policies(PolicySet policies, Optional<Instant> signedAt) {
        ConditionLint conditions = new ConditionLint(this::add, purposes, told, signedAt);
        for (Rule rule : policies.rules()) {
            conditions.review(rule);
            actions(rule, policies);
            duties(rule);
            if (rule.kind() == Rule.Kind.PERMISSION) {
                policies.of(Rule.Kind.PROHIBITION).forEach(other -> compare(rule, other, policies));
            }
        }
    }

    private void actions(Rule rule, PolicySet policies) {
        for (Operation action : rule.actions()) {
            String name = action.name();
            String present = ActionHierarchy.known(name);
            if (!ActionHierarchy.isKnown(name) && !policies.declared().broader().containsKey(name)) {
                add(
                        LintRule.ACTION_UNKNOWN,
                        rule.kind() == Rule.Kind.PERMISSION,
                        rule.place(),
                        "The action '" + name + "' is none of ODRL.",
                        "Use an action of the ODRL vocabulary, or say which of them includes it (includedIn).");
            } else if (!present.equals(name) && ActionHierarchy.isKnown(name)) {
                add(
                        LintRule.ACTION_ALIAS,
                        false,
                        rule.place(),
                        "The action '" + name + "' is read as '" + present + "'.",
                        "Write '" + present + "'.");
            }
        }
        if (rule.kind() != Rule.Kind.OBLIGATION
                && (rule.actions().isEmpty() || rule.targets().isEmpty())
                && rule.constraints().stream().noneMatch(Constraint.Unreadable.class::isInstance)) {
            String missing = rule.actions().isEmpty() ? "action" : "target";
            add(
                    LintRule.RULE_INCOMPLETE,
                    false,
                    rule.place(),
                    "The " + rule.label() + " names no " + missing + ".",
                    "Name it: ODRL demands an action and a target of each permission and prohibition.");
        }
    }

    private void duties(Rule rule) {
        for (Duty duty : rule.duties()) {
            if (!Duties.honours(duty)) {
                add(
                        LintRule.DUTY_IMPOSSIBLE,
                        true,
                        duty.place(),
                        "The duty '" + duty.action() + "' is not one that this engine can do.",
                        "Agree on delete, anonymize, aggregate, attribute or inform, or have it done beforehand.");
            }
        }
    }

    private void compare(Rule permission, Rule prohibition, PolicySet policies) {
        Coverage coverage = new Coverage(permission, prohibition, policies.declared());
        if (coverage.isWhole()) {
            add(
                    LintRule.PERMISSION_DEAD,
                    true,
                    permission.place(),
                    "The " + permission.label() + " can never permit: the " + prohibition.label() + " ("
                            + prohibition.place() + ") forbids all of it.",
                    "Narrow the prohibition, or take the permission out.");
        } else if (coverage.isPartial()) {
            add(
                    LintRule.PERMISSION_CONFLICT,
                    false,
                    permission.place(),
                    "The " + permission.label() + " and the " + prohibition.label() + " (" + prohibition.place()
                            + ") meet: what both are about is forbidden.",
                    "Say so with the conflict strategy of ODRL (conflict), or narrow one of the two.");
        }
    }

    private void add(LintRule rule, boolean serious, Place place, String message, String fix) {
        found.add(new LintFinding(rule, serious, place, message, fix));
    }

    /** Where findings go. */
    interface Findings {
        /** Takes one. */
        void add(LintRule rule, boolean serious, Place place, String message, String fix);
    }
}
