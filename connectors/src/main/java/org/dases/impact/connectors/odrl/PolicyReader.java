// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.odrl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dases.impact.connectors.document.Node;

/**
 * Reads a policy of any shape into rules. Reading never fails: what is not understood becomes a constraint that cannot
 * be held, or a prohibition, so that the policy never permits more than its author wrote.
 */
public final class PolicyReader {
    private static final Map<String, Rule.Kind> RULES = Map.of(
            "permission", Rule.Kind.PERMISSION,
            "prohibition", Rule.Kind.PROHIBITION,
            "obligation", Rule.Kind.OBLIGATION,
            "duty", Rule.Kind.OBLIGATION);
    private static final Set<String> SHARED = Set.of(
            "action",
            "target",
            "assigner",
            "assignee",
            "constraint",
            "conflict",
            "jsonLD",
            "extensibleProperties",
            "privateProperties");
    private static final Set<String> GRANTING =
            Set.of("Policy", "Set", "Offer", "Agreement", "Privacy", "Ticket", "ContractAgreement", "PolicyDefinition");
    private static final Set<String> GRANTING_NOTHING = Set.of("Request", "Assertion");
    private static final Set<String> PROFILES = Set.of(
            "http://www.w3.org/ns/odrl/2/odrl.jsonld",
            "http://www.w3.org/ns/odrl/2/core",
            "http://www.w3.org/ns/odrl/2/",
            "http://www.w3.org/ns/odrl/2",
            "https://w3id.org/dspace/2025/1/odrl-profile.jsonld",
            "https://w3id.org/dspace/2025/1/odrl-profile.json",
            "https://dases.org/impact/profile/",
            "https://dases.org/impact/profile",
            "http://www.w3.org/ns/odrl/2/common/");

    private PolicyReader() {}

    /**
     * Reads a policy.
     *
     * @param policy normalised JSON-LD
     * @param name how messages call it, for instance {@code policy 1}
     * @param defaultTarget what rules without a target are about; empty when unknown
     * @param besides members of the object that belong to the contract around the policy
     * @return its rules in the order of the document
     */
    public static PolicySet read(Node policy, String name, Optional<String> defaultTarget, Set<String> besides) {
        Provenance provenance = new Provenance(name, Conflict.of(policy.text("conflict")));
        RuleReader reader = new RuleReader(policy, defaultTarget, provenance);
        List<Rule> rules = new ArrayList<>();
        for (String member : List.of("permission", "prohibition", "obligation", "duty")) {
            Rule.Kind kind = RULES.getOrDefault(member, Rule.Kind.PROHIBITION);
            List<Node> nodes = policy.all(member);
            for (int i = 0; i < nodes.size(); i++) {
                rules.add(reader.read(kind, member + " " + (i + 1) + " of " + name, nodes.get(i)));
            }
        }
        List<Constraint> notUnderstood = notUnderstood(policy, besides);
        if (!notUnderstood.isEmpty()) {
            rules.add(everything(policy, provenance, defaultTarget, notUnderstood));
        }
        return inherited(policy, name, defaultTarget, new PolicySet(rules, Declared.in(policy)));
    }

    /** With the rules of the policies that it inherits from, as far as they stand in the document. */
    private static PolicySet inherited(Node policy, String name, Optional<String> target, PolicySet own) {
        PolicySet all = own;
        for (Node parent : parents(policy)) {
            if (isPolicy(parent)) {
                String parents = "the policy that " + name + " inherits from";
                all = all.plus(read(parent, parents, target, Set.of()));
            }
        }
        return all;
    }

    private static List<Node> parents(Node policy) {
        return Stream.of("inheritFrom", "inheritsFrom")
                .flatMap(member -> policy.all(member).stream())
                .toList();
    }

    private static boolean isPolicy(Node node) {
        return RULES.keySet().stream().anyMatch(member -> node.get(member).isPresent());
    }

    private static List<Constraint> notUnderstood(Node policy, Set<String> besides) {
        Set<String> known = new HashSet<>(besides);
        known.addAll(RULES.keySet());
        known.addAll(SHARED);
        known.addAll(Set.of("isReplacedBy", "profile", "inheritFrom", "inheritsFrom"));
        List<Constraint> found = new ArrayList<>(ConstraintReader.unknownMembers(policy, known));
        if (!besides.contains("@type") && !besides.contains("type")) {
            type(policy).ifPresent(found::add);
        }
        ofOneParty(policy).ifPresent(found::add);
        replaced(policy).ifPresent(found::add);
        for (String profile : policy.texts("profile")) {
            if (!PROFILES.contains(profile)) {
                found.add(ConstraintReader.unreadable("its profile " + profile + " is not known here", policy.place()));
            }
        }
        for (Node parent : parents(policy)) {
            if (!isPolicy(parent)) {
                found.add(ConstraintReader.unreadable(
                        "it inherits from " + parent.text().orElse("a policy without a name")
                                + ", which is not in the document",
                        parent.place()));
            }
        }
        if (!(policy instanceof Node.Members)) {
            found.add(ConstraintReader.unreadable("it is not an object", policy.place()));
        }
        return found;
    }

    /** What its type says against its granting anything. */
    private static Optional<Constraint> type(Node policy) {
        List<String> types = Stream.concat(policy.texts("@type").stream(), policy.texts("type").stream())
                .toList();
        Optional<String> proposal =
                types.stream().filter(GRANTING_NOTHING::contains).findFirst();
        if (proposal.isPresent()) {
            return Optional.of(ConstraintReader.unreadable(
                    "it is of the type " + proposal.get() + ", which grants nothing", policy.place()));
        }
        return types.isEmpty() || types.stream().anyMatch(GRANTING::contains)
                ? Optional.empty()
                : Optional.of(ConstraintReader.unreadable(
                        "its type " + String.join(", ", types) + " is not known here", policy.place()));
    }

    /**
     * A policy that says which one supersedes it is void.
     *
     * @see <a href="https://www.w3.org/TR/odrl-model/#policy">ODRL information model, metadata of policies</a>
     */
    private static Optional<Constraint> replaced(Node policy) {
        Stream<String> names =
                policy instanceof Node.Members members ? members.byKey().keySet().stream() : Stream.empty();
        return names.filter(name -> name.endsWith("isReplacedBy"))
                .findFirst()
                .map(name -> ConstraintReader.unreadable(
                        "it has been replaced by " + policy.text(name).orElse("another policy"), policy.place()));
    }

    /** An agreement that says of any of its rules that who grants it is who gets it. */
    private static Optional<Constraint> ofOneParty(Node policy) {
        boolean agreement = Stream.concat(policy.texts("@type").stream(), policy.texts("type").stream())
                .anyMatch(type -> type.endsWith("Agreement"));
        return Stream.concat(Stream.of(policy), policy.all("permission").stream())
                .filter(rule -> agreement)
                .filter(rule -> {
                    List<String> assigner = party(rule, policy, "assigner");
                    return !assigner.isEmpty() && assigner.equals(party(rule, policy, "assignee"));
                })
                .findFirst()
                .map(rule -> ConstraintReader.unreadable("it is an agreement of a party with itself", rule.place()));
    }

    private static List<String> party(Node rule, Node policy, String member) {
        return Stream.of(rule, policy)
                .map(node -> node.texts(member))
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static Rule everything(
            Node policy, Provenance provenance, Optional<String> target, List<Constraint> reasons) {
        return new Rule(
                Rule.Kind.PROHIBITION,
                "what is not understood of " + provenance.policy(),
                List.of(),
                target.map(Reference::to).stream().toList(),
                List.of(),
                reasons,
                List.of(),
                List.of(),
                new Provenance(provenance.policy(), Conflict.PROHIBITION_WINS),
                policy.place());
    }
}
