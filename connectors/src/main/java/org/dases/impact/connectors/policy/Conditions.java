// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dases.impact.connectors.contract.Contract;
import org.dases.impact.connectors.contract.Member;
import org.dases.impact.connectors.odrl.Constraint;
import org.dases.impact.connectors.odrl.Moment;
import org.dases.impact.connectors.odrl.Operator;
import org.dases.impact.connectors.odrl.Rule;
import org.dases.impact.connectors.odrl.Term;
import org.dases.impact.connectors.odrl.Value;

/** Tests the constraints of rules against one request. */
final class Conditions {
    private final Contract contract;
    private final PolicyRequest request;

    Conditions(Contract contract, PolicyRequest request) {
        this.contract = contract;
        this.request = request;
    }

    /**
     * Tests one constraint. The terms of the engine's profile hold in a permission, since the engine will keep them; in
     * any other rule they are unknown.
     */
    Truth test(Constraint constraint, Rule.Kind kind) {
        if (constraint instanceof Constraint.Logical logical) {
            List<Truth> parts = new ArrayList<>();
            logical.parts().forEach(part -> parts.add(test(part, kind)));
            return switch (logical.connective()) {
                case AND, AND_SEQUENCE -> Truth.all(parts);
                case OR -> Truth.any(parts);
                case XONE -> Truth.exactlyOne(parts);
            };
        }
        return constraint instanceof Constraint.Atomic atomic ? atomic(atomic, kind) : Truth.UNKNOWN;
    }

    private Truth atomic(Constraint.Atomic atomic, Rule.Kind kind) {
        Optional<Term> term = Term.of(atomic);
        if (term.isPresent()) {
            boolean kept = kind == Rule.Kind.PERMISSION && term.get().honours(atomic);
            return kept ? Truth.HELD : Truth.UNKNOWN;
        }
        Optional<Operator> operator = Operator.of(atomic.operator());
        if (operator.isEmpty()) {
            return Truth.UNKNOWN;
        }
        List<String> right = atomic.right().stream().map(Value::text).toList();
        return switch (atomic.leftOperand()) {
            case "dateTime", "inForceDate" -> time(operator.get(), right);
            case "purpose" -> Comparison.ofSet(request.purposes(), operator.get(), right);
            case "role" -> Comparison.ofSet(ourRoles(), operator.get(), right);
            default -> Truth.UNKNOWN;
        };
    }

    private Truth time(Operator operator, List<String> right) {
        return right.size() != 1
                ? Truth.UNKNOWN
                : Moment.parse(right.get(0), contract.signedAt())
                        .map(bound -> Comparison.ofTime(request.at(), operator, bound))
                        .orElse(Truth.UNKNOWN);
    }

    private Set<String> ourRoles() {
        return contract.member(request.assignee()).map(Member::roles).orElse(Set.of());
    }
}
