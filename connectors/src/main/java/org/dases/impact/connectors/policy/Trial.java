// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dases.impact.connectors.document.Place;
import org.dases.impact.connectors.odrl.Conflict;
import org.dases.impact.connectors.odrl.Constraint;
import org.dases.impact.connectors.odrl.Duty;
import org.dases.impact.connectors.odrl.Operation;
import org.dases.impact.connectors.odrl.PolicySet;
import org.dases.impact.connectors.odrl.Rule;

/** One inquiry put to all rules of a policy set. */
final class Trial {
    private final PolicySet policies;
    private final Setting setting;
    private final Inquiry inquiry;
    private final RuleMatch match;
    private final Map<Rule, Explanation> explained = new LinkedHashMap<>();
    private final Map<Rule, Truth> concerned = new LinkedHashMap<>();
    private final Set<String> voided = new HashSet<>();

    Trial(PolicySet policies, Setting setting, Inquiry inquiry) {
        this.policies = policies;
        this.setting = setting;
        this.inquiry = inquiry;
        this.match = new RuleMatch(setting, inquiry, policies.declared());
        policies.rules().forEach(rule -> {
            explained.put(rule, match.explain(rule));
            concerned.put(rule, match.concerns(rule));
        });
        policies.rules().stream()
                .filter(rule -> rule.provenance().conflict() == Conflict.VOID)
                .filter(this::contradictsAnother)
                .forEach(rule -> voided.add(rule.provenance().policy()));
    }

    Answer answer() {
        List<String> objections = setting.objections(inquiry);
        List<String> reasons = new ArrayList<>(objections);
        List<String> further = setting.furtherObjections(inquiry);
        if (reasons.isEmpty()) {
            reasons.addAll(further);
            reasons.addAll(prohibitions());
            reasons.addAll(obligations());
            reasons.addAll(missingPermission());
        }
        boolean permitted = reasons.isEmpty();
        List<String> told = permitted
                ? active(Rule.Kind.PERMISSION).stream()
                        .map(rule -> RuleMatch.name(rule) + " permits to " + asked() + ".")
                        .toList()
                : reasons;
        return new Answer(permitted, told, permitted ? duties() : List.of(), tree(permitted, objections, further));
    }

    private Explanation tree(boolean permitted, List<String> objections, List<String> further) {
        List<Explanation> parts = new ArrayList<>();
        if (setting instanceof Setting.Under) {
            List<String> all = new ArrayList<>(objections);
            all.addAll(further);
            parts.add(new Explanation(
                    Explanation.Kind.STANDING,
                    "status, members, time and purpose of the contract",
                    Truth.of(all.isEmpty()),
                    String.join(" ", all),
                    Place.START,
                    List.of()));
        }
        parts.addAll(explained.values());
        voided.stream().sorted().forEach(policy -> parts.add(conflict(policy)));
        return new Explanation(Explanation.Kind.DECISION, asked(), Truth.of(permitted), "", Place.START, parts);
    }

    private static Explanation conflict(String policy) {
        String reason = "it permits and forbids the same, and by its conflict strategy it then permits nothing";
        return new Explanation(Explanation.Kind.CONFLICT, policy, Truth.NOT_HELD, reason, Place.START, List.of());
    }

    private boolean contradictsAnother(Rule rule) {
        return rule.kind() == Rule.Kind.PERMISSION
                && mayHold(rule)
                && policies.of(Rule.Kind.PROHIBITION).stream()
                        .filter(other -> other.provenance().equals(rule.provenance()))
                        .filter(this::mayHold)
                        .anyMatch(other -> overlap(rule, other));
    }

    /** Whether a rule may hold for this asset, party and state of the world, whatever the action. */
    private boolean mayHold(Rule rule) {
        return explanation(rule).parts().stream()
                .filter(part -> part.kind() != Explanation.Kind.ACTION
                        && part.kind() != Explanation.Kind.DUTY
                        && part.kind() != Explanation.Kind.REMEDY)
                .noneMatch(part -> part.state() == Truth.NOT_HELD);
    }

    private boolean overlap(Rule one, Rule other) {
        if (one.actions().isEmpty() || other.actions().isEmpty()) {
            return true;
        }
        return one.actions().stream()
                .map(Operation::name)
                .anyMatch(mine -> other.actions().stream()
                        .map(Operation::name)
                        .anyMatch(theirs -> covers(mine, theirs) || covers(theirs, mine)));
    }

    private boolean covers(String wide, String narrow) {
        return ActionHierarchy.covers(wide, narrow, policies.declared().broader()) != Truth.NOT_HELD;
    }

    private Explanation explanation(Rule rule) {
        Explanation found = explained.get(rule);
        if (found == null) {
            throw new IllegalArgumentException("not a rule of this trial: " + rule.label());
        }
        return found;
    }

    /** Rules whose every part holds; of prohibitions also those in doubt. */
    private List<Rule> active(Rule.Kind kind) {
        return policies.of(kind).stream()
                .filter(rule -> kind != Rule.Kind.PERMISSION
                        || !voided.contains(rule.provenance().policy()))
                .filter(rule -> {
                    Truth state = explanation(rule).state();
                    return kind == Rule.Kind.PERMISSION ? state == Truth.HELD : state != Truth.NOT_HELD;
                })
                .toList();
    }

    private List<String> prohibitions() {
        Set<String> overruling = new HashSet<>();
        active(Rule.Kind.PERMISSION).stream()
                .filter(rule -> rule.provenance().conflict() == Conflict.PERMISSION_WINS)
                .forEach(rule -> overruling.add(rule.provenance().policy()));
        List<String> reasons = new ArrayList<>();
        for (Rule rule : active(Rule.Kind.PROHIBITION)) {
            boolean overruled = rule.provenance().conflict() == Conflict.PERMISSION_WINS
                    && overruling.contains(rule.provenance().policy());
            if (!overruled) {
                List<String> doubts = match.against(explanation(rule), Truth.UNKNOWN);
                reasons.add(RuleMatch.name(rule) + " forbids to " + asked()
                        + (doubts.isEmpty() ? "" : ", as far as can be told: " + few(doubts)) + ".");
            }
        }
        return reasons;
    }

    private List<String> obligations() {
        List<String> reasons = new ArrayList<>();
        for (Rule rule : active(Rule.Kind.OBLIGATION)) {
            rule.duties().stream()
                    .filter(duty -> !match.canBeMet(duty))
                    .forEach(duty -> reasons.add(RuleMatch.name(rule) + " cannot be met: " + match.undone(duty) + "."));
        }
        return reasons;
    }

    private List<String> missingPermission() {
        if (!active(Rule.Kind.PERMISSION).isEmpty()) {
            return List.of();
        }
        List<String> reasons = new ArrayList<>();
        for (Rule rule : policies.of(Rule.Kind.PERMISSION)) {
            if (concerned.get(rule) != Truth.NOT_HELD) {
                reasons.add(
                        RuleMatch.name(rule) + " does not permit to " + asked() + ": " + few(obstacles(rule)) + ".");
            }
        }
        return reasons.isEmpty()
                ? List.of("No rule of the " + setting.noun() + " permits to " + asked() + ".")
                : reasons;
    }

    private List<String> obstacles(Rule permission) {
        List<String> found = new ArrayList<>();
        if (voided.contains(permission.provenance().policy())) {
            found.add(conflict(permission.provenance().policy()).reason());
        }
        found.addAll(match.against(explanation(permission), Truth.NOT_HELD));
        permission.duties().stream()
                .filter(duty -> !match.canBeMet(duty))
                .map(match::undone)
                .forEach(found::add);
        return found;
    }

    private static String few(List<String> texts) {
        return texts.size() <= 20
                ? String.join("; ", texts)
                : String.join("; ", texts.subList(0, 20)) + "; and " + (texts.size() - 20) + " more";
    }

    private List<Due> duties() {
        List<Due> due = new ArrayList<>();
        active(Rule.Kind.PERMISSION).forEach(rule -> rule.duties().forEach(duty -> due.add(due(duty))));
        active(Rule.Kind.OBLIGATION).forEach(rule -> rule.duties().forEach(duty -> due.add(due(duty))));
        return due;
    }

    private Due due(Duty duty) {
        return new Due(
                duty.action(),
                duty.constraints().stream().map(Constraint::toString).toList(),
                match.isFulfilled(duty),
                duty.place());
    }

    private String asked() {
        return inquiry.action() + " " + inquiry.target();
    }
}
