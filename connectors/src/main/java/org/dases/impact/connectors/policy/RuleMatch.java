// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dases.impact.connectors.contract.Contract;
import org.dases.impact.connectors.contract.Duties;
import org.dases.impact.connectors.contract.Party;
import org.dases.impact.connectors.odrl.Constraint;
import org.dases.impact.connectors.odrl.Duty;
import org.dases.impact.connectors.odrl.Operation;
import org.dases.impact.connectors.odrl.Reference;
import org.dases.impact.connectors.odrl.Rule;

/** Whether rules are about a request, and what speaks against their holding. */
final class RuleMatch {
    private final Contract contract;
    private final PolicyRequest request;
    private final Conditions conditions;

    RuleMatch(Contract contract, PolicyRequest request) {
        this.contract = contract;
        this.request = request;
        this.conditions = new Conditions(contract, request);
    }

    /** Whether the rule is about this action on this resource by us; conditions aside. */
    Truth concerns(Rule rule) {
        return Truth.all(List.of(action(rule), target(rule), assignee(rule)));
    }

    /** Whether all conditions of the rule hold. */
    Truth holds(Rule rule) {
        return Truth.all(limits(rule).stream()
                .map(limit -> conditions.test(limit, rule.kind()))
                .toList());
    }

    /** What keeps a permission from being active; empty when nothing does. */
    List<String> obstacles(Rule permission) {
        List<String> found = new ArrayList<>(unclear(permission));
        for (Constraint limit : limits(permission)) {
            Truth truth = conditions.test(limit, permission.kind());
            if (truth == Truth.NOT_HELD) {
                found.add("its condition '" + limit + "' does not hold for " + asked());
            } else if (truth == Truth.UNKNOWN) {
                found.add(untested(limit));
            }
        }
        permission.duties().stream()
                .filter(duty -> !Duties.honours(duty))
                .map(RuleMatch::undone)
                .forEach(found::add);
        return found;
    }

    /** What of a prohibition is unclear, which makes it bite; empty when it is clear. */
    List<String> doubts(Rule prohibition) {
        List<String> found = new ArrayList<>(unclear(prohibition));
        limits(prohibition).stream()
                .filter(limit -> conditions.test(limit, prohibition.kind()) == Truth.UNKNOWN)
                .map(RuleMatch::untested)
                .forEach(found::add);
        return found;
    }

    static String undone(Duty duty) {
        String action = duty.action().isEmpty() ? "without a name" : "'" + duty.action() + "'";
        return "its duty " + action + " (" + duty.place() + ") is not one that this engine can do";
    }

    private static String untested(Constraint limit) {
        return limit instanceof Constraint.Unreadable
                ? limit + " (" + limit.place() + ")"
                : "its condition '" + limit + "' (" + limit.place() + ") cannot be tested by this engine";
    }

    private String asked() {
        String purposes = request.purposes().isEmpty()
                ? "an unknown purpose"
                : "the purpose "
                        + String.join(", ", request.purposes().stream().sorted().toList());
        return purposes + " at " + request.at();
    }

    private List<String> unclear(Rule rule) {
        List<String> found = new ArrayList<>();
        if (action(rule) == Truth.UNKNOWN) {
            found.add(
                    rule.actions().isEmpty()
                            ? "it names no action"
                            : "its action " + names(rule.actions(), Operation::name) + " is not known here");
        }
        if (target(rule) == Truth.UNKNOWN) {
            found.add(
                    rule.targets().isEmpty()
                            ? "it names no target"
                            : "the members of its target " + names(rule.targets(), Reference::iri)
                                    + " are not known here");
        }
        if (assignee(rule) == Truth.UNKNOWN) {
            found.add("the members of its assignee " + names(rule.assignees(), Reference::iri) + " are not known here");
        }
        return found;
    }

    private static <T> String names(List<T> of, Function<T, String> name) {
        return "'" + String.join("', '", of.stream().map(name).toList()) + "'";
    }

    private static List<Constraint> limits(Rule rule) {
        List<Constraint> limits = new ArrayList<>(rule.constraints());
        rule.actions().forEach(action -> limits.addAll(action.refinements()));
        rule.targets().forEach(target -> limits.addAll(target.refinements()));
        rule.assignees().forEach(assignee -> limits.addAll(assignee.refinements()));
        return limits;
    }

    private Truth action(Rule rule) {
        return rule.actions().isEmpty()
                ? unnamed(rule)
                : Truth.any(rule.actions().stream()
                        .map(action -> ActionHierarchy.covers(action.name(), request.action()))
                        .toList());
    }

    private static Truth unnamed(Rule rule) {
        return rule.kind() == Rule.Kind.OBLIGATION ? Truth.HELD : Truth.UNKNOWN;
    }

    private Truth target(Rule rule) {
        return rule.targets().isEmpty()
                ? unnamed(rule)
                : Truth.any(rule.targets().stream()
                        .map(target -> named(target, covers(rule.kind(), target.iri())))
                        .toList());
    }

    /** A prohibition on a resource also bites on the offering that the resource belongs to. */
    private boolean covers(Rule.Kind kind, String target) {
        return contract.covers(target, request.resource())
                || (kind != Rule.Kind.PERMISSION && contract.covers(request.resource(), target));
    }

    private Truth assignee(Rule rule) {
        return rule.assignees().isEmpty()
                ? Truth.HELD
                : Truth.any(rule.assignees().stream()
                        .map(reference -> named(reference, new Party(reference.iri()).is(request.assignee())))
                        .toList());
    }

    private static Truth named(Reference reference, boolean same) {
        if (same) {
            return Truth.HELD;
        }
        return reference.collection() || reference.iri().isEmpty() ? Truth.UNKNOWN : Truth.NOT_HELD;
    }

    /** Whether an obligation falls on us for this resource. */
    Truth falls(Rule obligation) {
        return Truth.all(List.of(target(obligation), assignee(obligation), holds(obligation)));
    }
}
