// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.odrl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dases.impact.connectors.document.Node;

/** Reads one rule with what its policy shares among all rules. */
final class RuleReader {
    private static final Set<String> RULE = Set.of(
            "action",
            "target",
            "assigner",
            "assignee",
            "constraint",
            "duty",
            "remedy",
            "consequence",
            "attributedParty",
            "attributingParty",
            "compensatedParty",
            "compensatingParty",
            "consentedParty",
            "consentingParty",
            "contractedParty",
            "contractingParty",
            "informedParty",
            "informingParty",
            "trackedParty",
            "trackingParty");

    private static final Set<String> ASSET_OR_PARTY = Set.of(
            "source", "refinement", "constraint", "partOf", "hasPolicy", "assigneeOf", "assignerOf", "@value", "scope");

    private final Node policy;
    private final Optional<String> defaultTarget;
    private final Provenance provenance;

    /** For rules of one policy; the default target stands in where neither the rule nor the policy names one. */
    RuleReader(Node policy, Optional<String> defaultTarget, Provenance provenance) {
        this.policy = policy;
        this.defaultTarget = defaultTarget;
        this.provenance = provenance;
    }

    Rule read(Rule.Kind kind, String label, Node node) {
        List<Constraint> constraints = new ArrayList<>(ConstraintReader.read(node, "constraint"));
        constraints.addAll(ConstraintReader.unknownMembers(node, RULE));
        misplaced(kind, node).forEach(constraints::add);
        notSaid(node).ifPresent(reason -> constraints.add(ConstraintReader.unreadable(reason, node.place())));
        Stream.of("action", "target", "assignee")
                .filter(member ->
                        isEmptyList(node, member) || (node.get(member).isEmpty() && isEmptyList(policy, member)))
                .forEach(member -> constraints.add(
                        ConstraintReader.unreadable("its " + member + " is an empty list", node.place())));
        if (kind == Rule.Kind.PERMISSION) {
            constraints.addAll(ConstraintReader.read(policy, "constraint"));
        }
        List<Duty> duties = kind == Rule.Kind.OBLIGATION
                ? duty(node).toList()
                : node.all("duty").stream()
                        .flatMap(duty -> duty(duty).map(each -> forOther(node, duty, each)))
                        .toList();
        return new Rule(
                kind,
                label,
                shared(kind, node, "action").stream().map(this::operation).toList(),
                targets(kind, node),
                shared(kind, node, "assignee").stream().map(this::reference).toList(),
                constraints,
                duties,
                node.all("remedy").stream().flatMap(this::duty).toList(),
                provenance,
                node.place());
    }

    private static boolean isEmptyList(Node owner, String member) {
        return owner.get(member).isPresent() && owner.all(member).isEmpty();
    }

    /** What ODRL knows in another kind of rule is a demand that nobody can read here. */
    private static Stream<Constraint> misplaced(Rule.Kind kind, Node node) {
        Set<String> foreign = switch (kind) {
            case PERMISSION -> Set.of("consequence");
            case PROHIBITION -> Set.of("duty", "consequence");
            case OBLIGATION -> Set.of("remedy", "duty");
        };
        return foreign.stream()
                .sorted()
                .filter(member -> !node.all(member).isEmpty())
                .map(member -> ConstraintReader.unreadable(
                        (kind == Rule.Kind.OBLIGATION ? "an " : "a ")
                                + kind.name().toLowerCase(Locale.ROOT) + " has no " + member,
                        node.place()));
    }

    /** What another party has to do cannot be done by who is permitted. */
    private Duty forOther(Node rule, Node node, Duty duty) {
        Set<String> ours = shared(Rule.Kind.PERMISSION, rule, "assignee").stream()
                .map(party -> reference(party).iri())
                .collect(Collectors.toSet());
        List<String> others = node.all("assignee").stream()
                .map(party -> reference(party).iri())
                .filter(party -> !ours.contains(party))
                .toList();
        if (others.isEmpty()) {
            return duty;
        }
        List<Constraint> constraints = new ArrayList<>(duty.constraints());
        constraints.add(ConstraintReader.unreadable("it is to be done by " + String.join(", ", others), node.place()));
        return new Duty(duty.id(), duty.action(), constraints, duty.consequences(), duty.place());
    }

    /** A rule of which only the name is there may say anything. */
    private static Optional<String> notSaid(Node node) {
        if (!(node instanceof Node.Members members)) {
            return Optional.of("the rule '" + node + "' is not an object");
        }
        return Set.of("@id", "uid", "id").containsAll(members.byKey().keySet())
                ? Optional.of("of the rule only its name '" + node.text().orElse("") + "' is in the document")
                : Optional.empty();
    }

    /** What a policy shares goes to each rule; a permission that has its own does not grow by it. */
    private List<Node> shared(Rule.Kind kind, Node rule, String member) {
        List<Node> own = rule.all(member);
        if (kind == Rule.Kind.PERMISSION || (kind == Rule.Kind.OBLIGATION && member.equals("action"))) {
            return own.isEmpty() ? policy.all(member) : own;
        }
        List<Node> both = new ArrayList<>(own);
        both.addAll(policy.all(member));
        return both;
    }

    private List<Reference> targets(Rule.Kind kind, Node rule) {
        List<Reference> named =
                shared(kind, rule, "target").stream().map(this::reference).toList();
        return named.isEmpty() ? defaultTarget.map(Reference::to).stream().toList() : named;
    }

    private Operation operation(Node node) {
        Optional<String> name = node.text("value")
                .or(node::text)
                .or(() -> node.text("uid"))
                .or(() -> node.text("id"))
                .or(() -> node.text("type"))
                .or(() -> node.text("@type"));
        List<Constraint> refinements = new ArrayList<>(ConstraintReader.read(node, "refinement"));
        refinements.addAll(ConstraintReader.read(node, "constraint"));
        refinements.addAll(ConstraintReader.unknownMembers(
                node, Set.of("value", "@value", "refinement", "constraint", "includedIn")));
        if (name.isEmpty()) {
            refinements.add(ConstraintReader.unreadable("the action has no name", node.place()));
        }
        return new Operation(name.orElse(""), refinements);
    }

    private Reference reference(Node node) {
        String iri = node.text("@id")
                .or(() -> node.text("uid"))
                .or(() -> node.text("id"))
                .or(() -> node.text("source"))
                .or(node::text)
                .orElse("");
        boolean collection = node.texts("@type").stream().anyMatch(type -> type.endsWith("Collection"))
                || node.get("source").isPresent();
        List<Constraint> refinements = new ArrayList<>(ConstraintReader.read(node, "refinement"));
        refinements.addAll(ConstraintReader.read(node, "constraint"));
        Annotations.unknownMembers(node, ASSET_OR_PARTY).stream()
                .filter(name -> !name.contains(":"))
                .map(name -> ConstraintReader.unreadable("the member '" + name + "' is not part of ODRL", node.place()))
                .forEach(refinements::add);
        return new Reference(iri, node.text("source").orElse(""), collection, refinements);
    }

    private Stream<Duty> duty(Node node) {
        String id = node.text("@id").or(() -> node.text("uid")).orElse("");
        List<Duty> consequences =
                node.all("consequence").stream().flatMap(this::duty).toList();
        List<Constraint> constraints = new ArrayList<>(ConstraintReader.read(node, "constraint"));
        constraints.addAll(ConstraintReader.unknownMembers(node, RULE));
        misplaced(Rule.Kind.OBLIGATION, node).forEach(constraints::add);
        List<Operation> actions =
                node.all("action").stream().map(this::operation).toList();
        if (actions.isEmpty()) {
            constraints.add(ConstraintReader.unreadable("the duty names no action", node.place()));
            return Stream.of(new Duty(id, node.text().orElse(""), constraints, consequences, node.place()));
        }
        return actions.stream().map(action -> {
            List<Constraint> all = new ArrayList<>(constraints);
            all.addAll(action.refinements());
            return new Duty(id, action.name(), all, consequences, node.place());
        });
    }
}
