// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dases.impact.connectors.contract.Contract;
import org.dases.impact.connectors.contract.Duties;
import org.dases.impact.connectors.contract.Standing;
import org.dases.impact.connectors.odrl.Rule;

/**
 * Decides by the contract's standing at the instant of the request, and by its policies as ODRL 2.2: permitted if some
 * permission is active and no prohibition is. A condition, action, party or asset that is not known keeps a permission
 * from being active and makes a prohibition bite; no condition is left out.
 *
 * <p>Known are the conditions {@code dateTime}, {@code inForceDate}, {@code purpose} and {@code role}. Where a request
 * has several purposes, one that is permitted is enough.
 */
public final class OdrlEvaluator implements PolicyEvaluator {
    /** Makes an evaluator; all are alike. */
    public OdrlEvaluator() {}

    @Override
    public Decision decide(Contract contract, PolicyRequest request) {
        List<String> reasons =
                new ArrayList<>(Standing.objections(contract, List.of(request.assignee()), request.at()));
        reasons.addAll(Standing.objections(contract, request.resource()));
        if (!reasons.isEmpty()) {
            return new Decision.Denial(reasons.stream().distinct().toList());
        }
        RuleMatch match = new RuleMatch(contract, request);
        reasons.addAll(againstPurposes(contract, request));
        reasons.addAll(prohibitions(contract, request, match));
        reasons.addAll(obligations(contract, match));
        List<String> permitted = new ArrayList<>();
        List<String> inactive = new ArrayList<>();
        permissions(contract, request, match, permitted, inactive);
        if (permitted.isEmpty()) {
            reasons.addAll(inactive);
        }
        if (permitted.isEmpty() && inactive.isEmpty()) {
            reasons.add("No rule of the contract permits to " + asked(request) + ".");
        }
        return reasons.isEmpty() ? new Permit(contract, request, permitted) : new Decision.Denial(reasons);
    }

    private static List<String> againstPurposes(Contract contract, PolicyRequest request) {
        if (contract.purposes().isEmpty() || request.purposes().stream().anyMatch(contract.purposes()::contains)) {
            return List.of();
        }
        String ours = request.purposes().isEmpty()
                ? "no purpose is stated"
                : "we ask for " + String.join(", ", sorted(request.purposes()));
        return List.of("The contract is for the purpose " + String.join(", ", sorted(contract.purposes())) + "; " + ours
                + ".");
    }

    private static List<String> sorted(Iterable<String> texts) {
        List<String> sorted = new ArrayList<>();
        texts.forEach(sorted::add);
        sorted.sort(null);
        return sorted;
    }

    private static List<String> prohibitions(Contract contract, PolicyRequest request, RuleMatch match) {
        List<String> reasons = new ArrayList<>();
        for (Rule rule : contract.policySet().of(Rule.Kind.PROHIBITION)) {
            if (match.concerns(rule) != Truth.NOT_HELD && match.holds(rule) != Truth.NOT_HELD) {
                List<String> doubts = match.doubts(rule);
                reasons.add(name(rule) + " forbids to " + asked(request)
                        + (doubts.isEmpty() ? "" : ", as far as can be told: " + String.join("; ", doubts)) + ".");
            }
        }
        return reasons;
    }

    private static List<String> obligations(Contract contract, RuleMatch match) {
        List<String> reasons = new ArrayList<>();
        for (Rule rule : contract.policySet().of(Rule.Kind.OBLIGATION)) {
            if (match.falls(rule) != Truth.NOT_HELD) {
                rule.duties().stream()
                        .filter(duty -> !Duties.honours(duty))
                        .forEach(duty -> reasons.add(name(rule) + " cannot be met: " + RuleMatch.undone(duty) + "."));
            }
        }
        return reasons;
    }

    private static void permissions(
            Contract contract, PolicyRequest request, RuleMatch match, List<String> permitted, List<String> inactive) {
        for (Rule rule : contract.policySet().of(Rule.Kind.PERMISSION)) {
            if (match.concerns(rule) != Truth.NOT_HELD) {
                List<String> obstacles = match.obstacles(rule);
                if (obstacles.isEmpty()) {
                    permitted.add(name(rule) + " permits to " + asked(request) + ".");
                } else {
                    inactive.add(name(rule) + " does not permit to " + asked(request) + ": "
                            + String.join("; ", obstacles) + ".");
                }
            }
        }
    }

    private static String name(Rule rule) {
        String label = rule.label();
        return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1) + " (" + rule.place() + ")";
    }

    private static String asked(PolicyRequest request) {
        return ActionHierarchy.name(request.action()) + " " + request.resource();
    }
}
