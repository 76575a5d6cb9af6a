// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dases.impact.connectors.contract.Duties;
import org.dases.impact.connectors.document.Place;
import org.dases.impact.connectors.odrl.Constraint;
import org.dases.impact.connectors.odrl.Declared;
import org.dases.impact.connectors.odrl.Duty;
import org.dases.impact.connectors.odrl.Operation;
import org.dases.impact.connectors.odrl.Reference;
import org.dases.impact.connectors.odrl.Rule;

/** Whether rules are about an inquiry, and what speaks for and against their being active. */
final class RuleMatch {
    private final Setting setting;
    private final Inquiry inquiry;
    private final Declared declared;
    private final Conditions conditions;

    RuleMatch(Setting setting, Inquiry inquiry, Declared declared) {
        this.setting = setting;
        this.inquiry = inquiry;
        this.declared = declared;
        this.conditions = new Conditions(setting, inquiry, declared);
    }

    /** Whether the rule is about this action on this asset by this party; conditions aside. */
    Truth concerns(Rule rule) {
        Truth action = rule.kind() == Rule.Kind.OBLIGATION ? Truth.HELD : named(rule, rule.actions(), this::action);
        return Truth.all(List.of(action, named(rule, rule.targets(), target -> target(rule, target)), assignee(rule)));
    }

    private Truth assignee(Rule rule) {
        return rule.assignees().isEmpty() ? Truth.HELD : named(rule, rule.assignees(), this::assignee);
    }

    private <T> Truth named(Rule rule, List<T> names, Function<T, Truth> test) {
        return names.isEmpty()
                ? setting.unnamed(rule.kind())
                : Truth.any(names.stream().map(test).toList());
    }

    /**
     * What the rule is and depends on. A permission or obligation is active when all of it holds; a prohibition unless
     * some of it certainly does not.
     */
    Explanation explain(Rule rule) {
        List<Explanation> parts = new ArrayList<>();
        if (rule.kind() != Rule.Kind.OBLIGATION) {
            parts.add(choice(rule, Explanation.Kind.ACTION, rule.actions(), this::explain, "action"));
        }
        parts.add(choice(rule, Explanation.Kind.TARGET, rule.targets(), each -> explain(rule, each), "target"));
        if (!rule.assignees().isEmpty()) {
            parts.add(choice(rule, Explanation.Kind.ASSIGNEE, rule.assignees(), this::explainParty, "assignee"));
        }
        rule.constraints().stream()
                .map(each -> conditions.test(each, rule.kind(), Explanation.Kind.CONSTRAINT))
                .forEach(parts::add);
        List<Truth> states = new ArrayList<>();
        parts.forEach(part -> states.add(part.state()));
        rule.duties().stream().map(this::duty).forEach(parts::add);
        if (rule.kind() == Rule.Kind.PERMISSION) {
            rule.duties().forEach(duty -> states.add(canBeMet(duty) ? Truth.HELD : Truth.UNKNOWN));
        }
        rule.remedies().stream().map(this::remedy).forEach(parts::add);
        Explanation.Kind kind = Explanation.Kind.valueOf(rule.kind().name());
        return new Explanation(kind, rule.label(), Truth.all(states), "", rule.place(), parts);
    }

    private <T> Explanation choice(
            Rule rule, Explanation.Kind kind, List<T> names, Function<T, Explanation> test, String word) {
        if (names.isEmpty()) {
            Truth state = setting.unnamed(rule.kind());
            String reason = state == Truth.HELD ? "" : "it names no " + word;
            return new Explanation(kind, "any " + word, state, reason, rule.place(), List.of());
        }
        List<Explanation> each = names.stream().map(test).toList();
        if (each.size() == 1) {
            return each.get(0);
        }
        Truth state = Truth.any(each.stream().map(Explanation::state).toList());
        String reason = state == Truth.HELD ? "" : reasons(each);
        return new Explanation(kind, "one of " + each.size(), state, reason, rule.place(), each);
    }

    private static String reasons(List<Explanation> parts) {
        Truth worst = parts.stream().anyMatch(part -> part.state() == Truth.UNKNOWN) ? Truth.UNKNOWN : Truth.NOT_HELD;
        return String.join(
                "; ",
                parts.stream()
                        .filter(part -> part.state() == worst)
                        .map(Explanation::reason)
                        .limit(5)
                        .toList());
    }

    private Explanation explain(Operation operation) {
        String name = operation.name();
        String reason = action(operation) == Truth.UNKNOWN
                ? "its action '" + name + "' is not known here"
                : "its action '" + name + "' does not include " + inquiry.action();
        return narrowed(Explanation.Kind.ACTION, name, action(operation), reason, operation.refinements());
    }

    private Explanation explain(Rule rule, Reference target) {
        String reason = target(rule, target) == Truth.UNKNOWN
                ? "the members of its target '" + target.iri() + "' are not known here"
                : "its target '" + target.iri() + "' is not " + inquiry.target();
        return narrowed(Explanation.Kind.TARGET, target.iri(), target(rule, target), reason, target.refinements());
    }

    private Explanation explainParty(Reference party) {
        String reason = inquiry.assignee().isEmpty()
                ? "nothing says who asks, and it is for '" + party.iri() + "'"
                : "its assignee '" + party.iri() + "' is not "
                        + inquiry.assignee().orElse("");
        if (inquiry.assignee().isPresent() && assignee(party) == Truth.UNKNOWN) {
            reason = "the members of its assignee '" + party.iri() + "' are not known here";
        }
        return narrowed(Explanation.Kind.ASSIGNEE, party.iri(), assignee(party), reason, party.refinements());
    }

    /** A name with its refinements: it holds when the name and all of them do. */
    private Explanation narrowed(
            Explanation.Kind kind, String text, Truth name, String reason, List<Constraint> refinements) {
        if (name == Truth.NOT_HELD || refinements.isEmpty()) {
            return new Explanation(kind, text, name, name == Truth.HELD ? "" : reason, Place.START, List.of());
        }
        List<Explanation> parts = refinements.stream()
                .map(each -> conditions.test(each, Rule.Kind.PERMISSION, Explanation.Kind.REFINEMENT))
                .toList();
        Truth state = Truth.all(Stream.concat(Stream.of(name), parts.stream().map(Explanation::state))
                .toList());
        List<String> against = new ArrayList<>(name == Truth.HELD ? List.of() : List.of(reason));
        parts.stream()
                .filter(part -> part.state() == state)
                .map(Explanation::reason)
                .limit(5)
                .forEach(against::add);
        return new Explanation(
                kind, text, state, state == Truth.HELD ? "" : String.join("; ", against), Place.START, parts);
    }

    private Truth action(Operation operation) {
        return ActionHierarchy.covers(operation.name(), inquiry.action(), declared.broader());
    }

    private Truth target(Rule rule, Reference target) {
        return named(target, setting.covers(rule.kind(), target.iri(), inquiry.target()), inquiry.target());
    }

    private Truth assignee(Reference party) {
        return inquiry.assignee()
                .map(assignee -> named(party, Setting.isParty(party.iri(), assignee), assignee))
                .orElse(Truth.UNKNOWN);
    }

    private Truth named(Reference reference, boolean same, String asked) {
        if (same) {
            return Truth.HELD;
        }
        List<Truth> in = Stream.of(reference.iri(), reference.source())
                .filter(name -> !name.isEmpty())
                .distinct()
                .map(name -> conditions.belonging().in(asked, name))
                .toList();
        if (in.contains(Truth.HELD)) {
            return Truth.HELD;
        }
        boolean open = reference.collection() || reference.iri().isEmpty();
        return open && !in.contains(Truth.NOT_HELD) ? Truth.UNKNOWN : Truth.NOT_HELD;
    }

    /** Whether a duty is done or can be done by this engine. */
    boolean canBeMet(Duty duty) {
        return isFulfilled(duty) || (Duties.honours(duty) && !isLate(duty));
    }

    /** Whether the day by which it was due is over. */
    private boolean isLate(Duty duty) {
        return duty.constraints().stream()
                .flatMap(Constraint::required)
                .filter(atomic -> atomic.leftOperand().equals("dateTime"))
                .map(atomic -> atomic.operator().equals("eq")
                        ? new Constraint.Atomic("dateTime", "lteq", atomic.right(), atomic.place())
                        : atomic)
                .anyMatch(atomic -> conditions
                                .test(atomic, Rule.Kind.OBLIGATION, Explanation.Kind.CONSTRAINT)
                                .state()
                        == Truth.NOT_HELD);
    }

    boolean isFulfilled(Duty duty) {
        return (!duty.id().isEmpty() && inquiry.fulfilled().contains(duty.id()))
                || inquiry.fulfilled().stream()
                        .map(ActionHierarchy::known)
                        .anyMatch(ActionHierarchy.known(duty.action())::equals);
    }

    String undone(Duty duty) {
        String action = duty.action().isEmpty() ? "without a name" : "'" + duty.action() + "'";
        if (Duties.honours(duty) && isLate(duty)) {
            return "its duty " + action + " (" + duty.place() + ") was due before, and nothing says that it is done";
        }
        return "its duty " + action + " (" + duty.place() + ") is not one that this engine can do";
    }

    private Explanation duty(Duty duty) {
        Truth state = isFulfilled(duty) ? Truth.HELD : Truth.NOT_HELD;
        String reason = canBeMet(duty) ? "it is to be done" : undone(duty);
        List<Explanation> parts =
                duty.consequences().stream().map(this::consequence).toList();
        String text = said(duty);
        return new Explanation(
                Explanation.Kind.DUTY, text, state, state == Truth.HELD ? "" : reason, duty.place(), parts);
    }

    private Explanation consequence(Duty duty) {
        return remedy(duty);
    }

    private Explanation remedy(Duty duty) {
        Truth state = isFulfilled(duty) ? Truth.HELD : Truth.NOT_HELD;
        String reason = state == Truth.HELD ? "" : "it is to be done by who breaks the rule";
        return new Explanation(Explanation.Kind.REMEDY, said(duty), state, reason, duty.place(), List.of());
    }

    private static String said(Duty duty) {
        return Stream.concat(
                        Stream.of(duty.action()),
                        duty.constraints().stream().limit(20).map(Constraint::toString))
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    /** What of a rule keeps a permission from being active, or leaves a prohibition in doubt. */
    List<String> against(Explanation rule, Truth atMost) {
        return rule.parts().stream()
                .filter(part -> part.kind() != Explanation.Kind.DUTY && part.kind() != Explanation.Kind.REMEDY)
                .filter(part -> part.state() == Truth.UNKNOWN || part.state() == atMost)
                .map(Explanation::reason)
                .toList();
    }

    static String name(Rule rule) {
        String label = rule.label();
        return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1) + " (" + rule.place() + ")";
    }
}
