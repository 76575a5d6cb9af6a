// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a document says of each name. JSON-LD lets it say so in several places, which then count together; reading one
 * of them would drop what the others demand, so two that differ are told as a clash.
 */
final class Names {
    private static final Set<String> NAME = Set.of("@id", "uid", "id");
    /** Members that demand nothing, or are gathered from all places. */
    private static final Set<String> HARMLESS =
            Set.of("name", "title", "description", "comment", "label", "note", "partOf", "includedIn", "@graph");

    private static final Set<String> THINGS = Set.of("Asset", "Party");

    private final Map<String, Node.Members> byName = new HashMap<>();
    private final Map<String, Map<String, Node>> said = new HashMap<>();
    private final Map<String, Map<String, List<Node>>> shared = new HashMap<>();
    private Optional<Node.Members> clash = Optional.empty();
    private Optional<Node> foreign = Optional.empty();

    private Names() {}

    /**
     * Looks through a document.
     *
     * @param document normalised JSON-LD
     * @param roots policies that are read of it
     */
    static Names of(Node document, List<Node> roots) {
        Names names = new Names();
        Set<String> read =
                Set.copyOf(roots.stream().flatMap(root -> name(root).stream()).toList());
        Deque<Node> left = new ArrayDeque<>(List.of(document));
        while (!left.isEmpty()) {
            Node node = left.pop();
            if (node instanceof Node.Items items) {
                items.nodes().forEach(left::push);
            } else if (node instanceof Node.Members members) {
                members.byKey().values().forEach(left::push);
                names.add(members);
                names.share(members, "hasPolicy", "target", read);
                names.share(members, "assigneeOf", "assignee", read);
            }
        }
        return names;
    }

    /** The name of a node; empty when it has none. */
    static Optional<String> name(Node node) {
        return Stream.of("@id", "uid", "id")
                .flatMap(key -> node.text(key).stream())
                .filter(name -> !name.isBlank())
                .findFirst();
    }

    /** Whether a node says nothing but a name. */
    static boolean isReference(Node node) {
        return node instanceof Node.Scalar
                || (node instanceof Node.Members members
                        && NAME.containsAll(members.byKey().keySet()));
    }

    /** What is said of a name; empty when nothing is. */
    Optional<Node.Members> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** A node that says other things of its name than another one; empty when none does. */
    Optional<Node.Members> clash() {
        return clash;
    }

    /** A policy that an asset is said to have and that is not among those that are read. */
    Optional<Node> foreign() {
        return foreign;
    }

    /** What an asset or a party says of a policy holds for all rules of the policy. */
    private void share(Node.Members thing, String says, String member, Set<String> read) {
        Optional<Node> name =
                NAME.stream().sorted().flatMap(key -> thing.get(key).stream()).findFirst();
        for (Node policy : thing.all(says)) {
            Optional<String> of = name(policy).or(policy::text).filter(read::contains);
            if (of.isPresent() && name.isPresent()) {
                shared.computeIfAbsent(of.get(), absent -> new HashMap<>())
                        .computeIfAbsent(member, absent -> new ArrayList<>())
                        .add(name.get());
            } else if (says.equals("hasPolicy") || of.isPresent()) {
                foreign = Optional.of(policy);
            }
        }
    }

    /**
     * A policy with the assets and parties that say of themselves that it is about them.
     *
     * @see <a href="https://www.w3.org/TR/odrl-model/#asset-policy">ODRL information model, hasPolicy</a>
     */
    Node complete(Node policy) {
        Map<String, List<Node>> about = name(policy).map(shared::get).orElse(null);
        if (about == null || !(policy instanceof Node.Members members)) {
            return policy;
        }
        Map<String, Node> all = new LinkedHashMap<>(members.byKey());
        about.forEach((member, things) -> {
            List<Node> both = new ArrayList<>(policy.all(member));
            both.addAll(things);
            all.put(member, new Node.Items(both, policy.place()));
        });
        return new Node.Members(all, policy.place());
    }

    private void add(Node.Members members) {
        Optional<String> name = name(members);
        if (name.isEmpty() || isReference(members)) {
            return;
        }
        Map<String, Node> demands = new LinkedHashMap<>(members.byKey());
        demands.keySet().removeIf(key -> NAME.contains(key) || HARMLESS.contains(key));
        if (demands.isEmpty()) {
            byName.putIfAbsent(name.get(), members);
            return;
        }
        Map<String, Node> before = said.putIfAbsent(name.get(), demands);
        if (before == null) {
            byName.put(name.get(), members);
        } else if (!same(before, demands) && !isOnlyNamed(before, demands)) {
            clash = Optional.of(members);
        }
    }

    /** An asset or a party of which both say what it is and is called, and nothing that limits a rule. */
    private static boolean isOnlyNamed(Map<String, Node> one, Map<String, Node> other) {
        Set<String> types = Stream.of(one, other)
                .flatMap(each -> Optional.ofNullable(each.get("@type")).stream())
                .flatMap(type -> type.items().stream())
                .flatMap(type -> type.text().stream())
                .collect(Collectors.toSet());
        return types.stream().anyMatch(THINGS::contains)
                && types.stream().allMatch(type -> THINGS.contains(type) || type.contains(":"))
                && Stream.of(one, other)
                        .flatMap(each -> each.keySet().stream())
                        .allMatch(key -> key.equals("@type") || key.contains(":"));
    }

    private static boolean same(Map<String, Node> one, Map<String, Node> other) {
        return one.keySet().equals(other.keySet())
                && one.entrySet().stream()
                        .allMatch(each -> Optional.ofNullable(other.get(each.getKey()))
                                .filter(value -> same(each.getValue(), value))
                                .isPresent());
    }

    private static boolean same(Node one, Node other) {
        if (one instanceof Node.Members mine && other instanceof Node.Members theirs) {
            return same(mine.byKey(), theirs.byKey());
        }
        if (one instanceof Node.Scalar mine && other instanceof Node.Scalar theirs) {
            return mine.kind() == theirs.kind() && mine.value().equals(theirs.value());
        }
        if (!(one instanceof Node.Items mine) || !(other instanceof Node.Items theirs)) {
            return false;
        }
        boolean all = mine.nodes().size() == theirs.nodes().size();
        for (int i = 0; all && i < mine.nodes().size(); i++) {
            all = same(mine.nodes().get(i), theirs.nodes().get(i));
        }
        return all;
    }
}
