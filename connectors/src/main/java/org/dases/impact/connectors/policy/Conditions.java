// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dases.impact.connectors.odrl.Constraint;
import org.dases.impact.connectors.odrl.Declared;
import org.dases.impact.connectors.odrl.Operands;
import org.dases.impact.connectors.odrl.Operator;
import org.dases.impact.connectors.odrl.Rule;
import org.dases.impact.connectors.odrl.Term;
import org.dases.impact.connectors.odrl.Value;

/** Tests the constraints of rules against one inquiry. */
final class Conditions {
    private static final int LONGEST = 200;

    private final Setting setting;
    private final Inquiry inquiry;
    private final Belonging belonging;

    Conditions(Setting setting, Inquiry inquiry, Declared declared) {
        this.setting = setting;
        this.inquiry = inquiry;
        this.belonging = new Belonging(inquiry.members(), declared.members()).with(inquiry.some());
    }

    Belonging belonging() {
        return belonging;
    }

    /**
     * Tests one constraint. The terms of the engine's profile hold in a permission, since the engine will keep them; in
     * any other rule they are unknown.
     */
    Explanation test(Constraint constraint, Rule.Kind kind, Explanation.Kind as) {
        List<Explanation> parts = constraint instanceof Constraint.Logical logical
                ? logical.parts().stream().map(part -> test(part, kind, as)).toList()
                : List.of();
        Truth state = state(constraint, kind, parts);
        return new Explanation(as, text(constraint), state, reason(constraint, state), constraint.place(), parts);
    }

    private Truth state(Constraint constraint, Rule.Kind kind, List<Explanation> parts) {
        if (constraint instanceof Constraint.Logical logical) {
            List<Truth> states = parts.stream().map(Explanation::state).toList();
            return switch (logical.connective()) {
                case AND, AND_SEQUENCE -> Truth.all(states);
                case OR -> Truth.any(states);
                case XONE -> Truth.exactlyOne(states);
            };
        }
        return constraint instanceof Constraint.Atomic atomic ? atomic(atomic, kind) : Truth.UNKNOWN;
    }

    private Truth atomic(Constraint.Atomic atomic, Rule.Kind kind) {
        return atomic(atomic, kind, given(atomic.leftOperand()));
    }

    private Truth atomic(Constraint.Atomic atomic, Rule.Kind kind, List<Value> given) {
        if (!atomic.unit().isEmpty() && !isMeasured(atomic.leftOperand())) {
            return Truth.UNKNOWN;
        }
        Optional<Term> term = Term.of(atomic);
        if (term.isPresent() && given.isEmpty()) {
            boolean kept = kind == Rule.Kind.PERMISSION && term.get().honours(atomic);
            return kept ? Truth.HELD : Truth.UNKNOWN;
        }
        return Operator.of(atomic.operator())
                .map(operator -> new Comparison(Operands.known(atomic.leftOperand()), setting.signedAt(), belonging)
                        .test(given, operator, atomic.right()))
                .orElse(Truth.UNKNOWN);
    }

    /** A request tells a measured value in the unit of the constraint; nothing else that is known has a unit. */
    private boolean isMeasured(String operand) {
        String known = Operands.known(operand);
        return inquiry.counts().containsKey(known) || inquiry.context().containsKey(known);
    }

    /** The values that are the case; empty when nobody says. */
    private List<Value> given(String written) {
        String operand = Operands.known(written);
        BigDecimal count = inquiry.counts().get(operand);
        if (count != null) {
            return List.of(new Value(count.toPlainString(), "decimal"));
        }
        List<Value> inContext = inquiry.context().getOrDefault(operand, List.of());
        return switch (operand) {
            case "dateTime", "inForceDate" ->
                inquiry.at()
                        .map(at -> List.of(new Value(at.toString(), "dateTime")))
                        .orElse(inContext);
            case "purpose" -> inquiry.purposes().isEmpty() ? inContext : texts(inquiry.purposes());
            case "role" ->
                inContext.isEmpty()
                        ? texts(inquiry.assignee().map(setting::roles).orElse(Set.of()))
                        : inContext;
            default -> inContext;
        };
    }

    private static List<Value> texts(Set<String> texts) {
        return texts.stream().sorted().map(text -> new Value(text, "")).toList();
    }

    private static String text(Constraint constraint) {
        String text = constraint.toString();
        return text.length() <= LONGEST || !(constraint instanceof Constraint.Logical logical)
                ? text
                : logical.connective() + " of " + logical.parts().size() + " conditions";
    }

    private String reason(Constraint limit, Truth state) {
        return switch (state) {
            case HELD -> "";
            case NOT_HELD -> "its condition '" + text(limit) + "' does not hold for " + asked(limit);
            case UNKNOWN ->
                limit instanceof Constraint.Unreadable
                        ? limit + " (" + limit.place() + ")"
                        : "its condition '" + text(limit) + "' (" + limit.place() + ") cannot be tested by this engine"
                                + missing(limit);
        };
    }

    private String missing(Constraint limit) {
        if (!(limit instanceof Constraint.Atomic atomic)) {
            return "";
        }
        if (Operator.of(atomic.operator()).isEmpty()) {
            return ": '" + atomic.operator() + "' is no operator of ODRL";
        }
        List<Value> given = given(atomic.leftOperand());
        List<String> others = given.stream()
                .filter(value -> atomic(atomic, Rule.Kind.PERMISSION, List.of(value)) != Truth.HELD)
                .map(Value::text)
                .toList();
        if (!others.isEmpty() && others.size() < given.size()) {
            return " for all that is asked: it does not hold for " + String.join(", ", others);
        }
        if (!given.isEmpty()) {
            return "";
        }
        boolean isMalformed =
                Term.of(atomic).filter(term -> !term.honours(atomic)).isPresent();
        return isMalformed
                ? ": '" + atomic.leftOperand() + "' does not take this operator or value"
                : ": nothing says what '" + atomic.leftOperand() + "' is";
    }

    private String asked(Constraint limit) {
        if (limit instanceof Constraint.Atomic atomic
                && !List.of("dateTime", "inForceDate", "purpose").contains(Operands.known(atomic.leftOperand()))) {
            return atomic.leftOperand() + " "
                    + String.join(
                            ", ",
                            given(atomic.leftOperand()).stream()
                                    .map(Value::text)
                                    .toList());
        }
        String purposes = inquiry.purposes().isEmpty()
                ? "an unknown purpose"
                : "the purpose "
                        + String.join(", ", inquiry.purposes().stream().sorted().toList());
        return purposes + " at " + inquiry.at().map(Object::toString).orElse("an unknown time");
    }
}
