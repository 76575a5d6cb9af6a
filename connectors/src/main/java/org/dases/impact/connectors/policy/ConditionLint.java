// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dases.impact.connectors.odrl.Constraint;
import org.dases.impact.connectors.odrl.Moment;
import org.dases.impact.connectors.odrl.Operands;
import org.dases.impact.connectors.odrl.Operator;
import org.dases.impact.connectors.odrl.Rule;
import org.dases.impact.connectors.odrl.Term;
import org.dases.impact.connectors.odrl.Value;

/** Reviews the conditions of rules. */
final class ConditionLint {
    /** Operands that the engine knows the value of at each of its own requests. */
    private static final Set<String> TESTED =
            Set.of("dateTime", "inForceDate", "purpose", "role", "count", "usageCount", "elapsedTime");

    /** Operands of which a workspace may say what is the case. */
    private static final Set<String> CONFIGURABLE = Set.of("spatial", "recipient");

    private final Linter.Findings findings;
    private final Set<String> purposes;
    private final Set<String> told;
    private final Optional<Instant> signedAt;

    ConditionLint(Linter.Findings findings, Set<String> purposes, Set<String> told, Optional<Instant> signedAt) {
        this.findings = findings;
        this.purposes = purposes;
        this.told = told;
        this.signedAt = signedAt;
    }

    void review(Rule rule) {
        List<Constraint> all = new ArrayList<>(rule.constraints());
        rule.actions().forEach(action -> all.addAll(action.refinements()));
        rule.targets().forEach(target -> all.addAll(target.refinements()));
        rule.assignees().forEach(assignee -> all.addAll(assignee.refinements()));
        boolean permission = rule.kind() == Rule.Kind.PERMISSION;
        exclusions(rule.constraints(), permission, "The " + rule.label());
        all.stream().flatMap(ConditionLint::leaves).forEach(leaf -> leaf(leaf, permission));
    }

    private static Stream<Constraint> leaves(Constraint constraint) {
        return constraint instanceof Constraint.Logical logical
                ? logical.parts().stream().flatMap(ConditionLint::leaves)
                : Stream.of(constraint);
    }

    /** Conditions that must hold together and cannot; then the same for each alternative among them. */
    private void exclusions(List<Constraint> together, boolean serious, String what) {
        Map<String, List<Constraint.Atomic>> byOperand = new HashMap<>();
        together.stream()
                .flatMap(Constraint::required)
                .forEach(atom -> byOperand
                        .computeIfAbsent(
                                Bound.isTime(atom.leftOperand()) ? "dateTime" : atom.leftOperand(),
                                operand -> new ArrayList<>())
                        .add(atom));
        byOperand.values().forEach(atoms -> exclusion(atoms, serious, what));
        together.stream()
                .flatMap(ConditionLint::alternatives)
                .forEach(each -> exclusions(List.of(each), false, "One alternative"));
    }

    private static Stream<Constraint> alternatives(Constraint constraint) {
        if (!(constraint instanceof Constraint.Logical logical)) {
            return Stream.empty();
        }
        return switch (logical.connective()) {
            case AND, AND_SEQUENCE -> logical.parts().stream().flatMap(ConditionLint::alternatives);
            case OR, XONE -> logical.parts().stream();
        };
    }

    /** Tells the first pair only: one is enough for the whole to be impossible. */
    private void exclusion(List<Constraint.Atomic> atoms, boolean serious, String what) {
        List<Bounded> tightest = new ArrayList<>();
        for (Constraint.Atomic atom : atoms) {
            Optional<Bounded> each = Bound.of(atom, signedAt).map(bound -> new Bounded(atom, bound));
            if (each.isEmpty()) {
                continue;
            }
            Bounded now = each.get();
            Optional<Bounded> other = tightest.stream()
                    .filter(before -> now.bound().excludes(before.bound()))
                    .findFirst();
            if (other.isPresent()) {
                findings.add(
                        LintRule.CONDITIONS_IMPOSSIBLE,
                        serious,
                        atom.place(),
                        what + " can never hold: '" + other.get().atom() + "' and '" + atom + "' exclude each other.",
                        "Exchange or correct the two values.");
                return;
            }
            tightest.add(now);
            keepTightest(tightest);
        }
    }

    /** Those with the greatest lower and the least upper end: what these two allow, all others allow. */
    private static void keepTightest(List<Bounded> bounds) {
        Optional<Bounded> lowest = bounds.stream()
                .filter(each -> each.bound().lower().isPresent())
                .max(Comparator.comparing((Bounded each) -> each.bound().lower().orElseThrow())
                        .thenComparing(each -> each.bound().aboveLower()));
        Optional<Bounded> highest = bounds.stream()
                .filter(each -> each.bound().upper().isPresent())
                .min(Comparator.comparing((Bounded each) -> each.bound().upper().orElseThrow())
                        .thenComparing(each -> !each.bound().belowUpper()));
        bounds.retainAll(Stream.concat(lowest.stream(), highest.stream()).toList());
    }

    private record Bounded(Constraint.Atomic atom, Bound bound) {}

    private void leaf(Constraint leaf, boolean permission) {
        if (leaf instanceof Constraint.Unreadable) {
            String reason = leaf.toString();
            findings.add(
                    LintRule.PART_UNREADABLE,
                    permission,
                    leaf.place(),
                    reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1) + ".",
                    "Write it as a constraint with leftOperand, operator and rightOperand, or take it out.");
            return;
        }
        Constraint.Atomic atom = (Constraint.Atomic) leaf;
        operator(atom, permission);
        operand(atom, permission);
        purpose(atom, permission);
    }

    private void operator(Constraint.Atomic atom, boolean permission) {
        Optional<Operator> operator = Operator.of(atom.operator());
        if (operator.isEmpty()) {
            findings.add(
                    LintRule.OPERATOR_UNKNOWN,
                    permission,
                    atom.place(),
                    "The operator '" + atom.operator() + "' in '" + atom + "' is none of ODRL.",
                    "Use one of eq, neq, gt, gteq, lt, lteq, isAnyOf, isNoneOf, isAllOf, isA, isPartOf, hasPart.");
        } else if (!operator.get().term().equals(atom.operator())) {
            findings.add(
                    LintRule.OPERATOR_ALIAS,
                    false,
                    atom.place(),
                    "The operator '" + atom.operator() + "' in '" + atom + "' is read as '"
                            + operator.get().term() + "'.",
                    "Write '" + operator.get().term() + "'; others may not read it so.");
        }
    }

    private void operand(Constraint.Atomic atom, boolean permission) {
        String operand = Operands.known(atom.leftOperand());
        if (!operand.equals(atom.leftOperand())) {
            findings.add(
                    LintRule.OPERAND_ALIAS,
                    false,
                    atom.place(),
                    "The operand '" + atom.leftOperand() + "' is read as '" + operand + "'.",
                    "Write '" + operand + "'; others may not read it so.");
        }
        if (Term.of(atom).isPresent()) {
            if (!Term.of(atom).filter(term -> term.honours(atom)).isPresent()) {
                malformed(atom, permission);
            }
        } else if (TESTED.contains(operand) || told.contains(operand)) {
            if (!atom.right().stream().map(Value::text).allMatch(text -> isReadable(operand, text))) {
                malformed(atom, permission);
            }
        } else {
            boolean known = Operands.all().anyMatch(operand::equals);
            findings.add(
                    known ? LintRule.OPERAND_UNTESTED : LintRule.OPERAND_UNKNOWN,
                    permission,
                    atom.place(),
                    known
                            ? "This engine is not told '" + operand + "', so '" + atom + "' counts as unknown."
                            : "The operand '" + operand + "' is neither ODRL's nor the engine's.",
                    CONFIGURABLE.contains(operand)
                            ? "Say in impact.yaml what it is ('" + operand + "')."
                            : "Agree on dateTime, purpose or role, or on the engine's own terms, such as minCohortSize.");
        }
    }

    private boolean isReadable(String operand, String text) {
        return switch (operand) {
            case "dateTime", "inForceDate" ->
                Moment.parse(text, signedAt.or(() -> Optional.of(Instant.EPOCH)))
                        .isPresent();
            case "count", "usageCount" -> ValueKind.number(text).isPresent();
            case "elapsedTime" -> Span.parse(text).isPresent();
            default -> true;
        };
    }

    private void malformed(Constraint.Atomic atom, boolean permission) {
        findings.add(
                LintRule.VALUE_MALFORMED,
                permission,
                atom.place(),
                "'" + atom + "' has an operator or a value that '" + atom.leftOperand() + "' does not take.",
                "Write for instance dateTime lteq 2026-08-31T00:00:00Z, minCohortSize gteq 20, retention lteq P3Y.");
    }

    private void purpose(Constraint.Atomic atom, boolean permission) {
        boolean named = Operator.of(atom.operator())
                .filter(Set.of(Operator.EQ, Operator.IS_ANY_OF, Operator.IS_A)::contains)
                .isPresent();
        if (permission
                && named
                && !purposes.isEmpty()
                && Operands.known(atom.leftOperand()).equals("purpose")
                && atom.right().stream().map(Value::text).noneMatch(purposes::contains)) {
            findings.add(
                    LintRule.PURPOSE_UNUSED,
                    true,
                    atom.place(),
                    "'" + atom + "' names no purpose that an indicator has.",
                    "Compare it with the purposes in impact.yaml.");
        }
    }
}
