// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Puts the parts of a policy into each other where a document lists them side by side and lets them refer to one
 * another by name, as RDF tools write JSON-LD.
 */
public final class Graph {
    private static final int DEEPEST = 60;
    private static final int MOST = 500_000;
    private static final Set<String> PARTS = Set.of(
            "permission",
            "prohibition",
            "obligation",
            "duty",
            "remedy",
            "consequence",
            "constraint",
            "refinement",
            "and",
            "or",
            "xone",
            "andSequence",
            "inheritFrom",
            "agreement",
            "policy");
    private static final Set<String> THINGS = Set.of("target", "assignee", "action");
    private static final Set<String> TELLING = Set.of("refinement", "constraint", "source", "partOf", "value");
    private static final Set<String> POLICY = Set.of(
            "permission",
            "prohibition",
            "obligation",
            "duty",
            "agreement",
            "dataProvider",
            "serviceOfferings",
            "members");

    private final Names names;
    private final Set<String> open = new HashSet<>();
    private int copies;
    private boolean tooLarge;

    private Graph(Names names) {
        this.names = names;
    }

    /**
     * Brings a document to one tree.
     *
     * @param file name for messages
     * @param document normalised JSON-LD: an object, a list of objects, or an object with a {@code @graph}
     * @return the policy or contract with its parts inside; unreadable when the document holds none, or several
     */
    public static Reading<Node> embed(String file, Node document) {
        return all(file, document)
                .then(trees -> trees.size() == 1
                        ? new Reading.Read<>(trees.get(0))
                        : unreadable(
                                file,
                                document,
                                "The document holds " + trees.size()
                                        + " policies, and nothing says which one is meant.",
                                "Put one contract into a file."));
    }

    /**
     * Brings a document to one tree for each policy or contract in it.
     *
     * @param file name for messages
     * @param document as above
     * @return at least one; unreadable when the document holds none
     */
    public static Reading<List<Node>> all(String file, Node document) {
        List<Node> roots = roots(document);
        if (roots.isEmpty()) {
            return unreadable(
                    file,
                    document,
                    "The document holds no policy and no contract.",
                    "Put the policy or contract itself there.");
        }
        Names names = Names.of(document, roots);
        Optional<Problem> scattered = scattered(file, roots, names);
        if (scattered.isPresent()) {
            return new Reading.Unreadable<>(List.of(scattered.get()));
        }
        Graph graph = new Graph(names);
        List<Node> trees = new ArrayList<>();
        for (Node root : roots) {
            graph.open.clear();
            Names.name(root).ifPresent(graph.open::add);
            Node tree = graph.inside(names.complete(root), 0);
            trees.add(root == document ? tree : withRest(tree, document));
        }
        return graph.tooLarge
                ? unreadable(
                        file,
                        document,
                        "The parts of the document refer to each other without end, or too often.",
                        "Ask for the policy with each part written where it belongs.")
                : new Reading.Read<>(trees);
    }

    private static <T> Reading<T> unreadable(String file, Node document, String reason, String fix) {
        return new Reading.Unreadable<>(List.of(new Problem(file, document.place(), reason, fix)));
    }

    /** What the document says in a place that is not read. */
    private static Optional<Problem> scattered(String file, List<Node> roots, Names names) {
        String fix = "Ask for the policy with each part written once, where it belongs.";
        Optional<Problem> clash = names.clash()
                .map(node -> new Problem(
                        file,
                        node.place(),
                        "The document says different things of '"
                                + Names.name(node).orElse("") + "' in several places.",
                        fix));
        Optional<Problem> foreign = names.foreign()
                .map(policy -> new Problem(
                        file, policy.place(), "An asset has a policy of its own (hasPolicy), which is not read.", fix));
        Optional<Problem> inner = roots.stream()
                .flatMap(root -> Stream.concat(root.all("@included").stream(), root.all("@graph").stream()))
                .filter(Graph::isPolicy)
                .findFirst()
                .map(policy -> new Problem(
                        file,
                        policy.place(),
                        "The policy holds another one beside its rules, which is not read.",
                        fix));
        return clash.or(() -> foreign).or(() -> inner);
    }

    private static List<Node> roots(Node document) {
        if (document instanceof Node.Members && document.get("@graph").isEmpty()) {
            return List.of(document);
        }
        List<Node> all = document instanceof Node.Items ? document.items() : document.all("@graph");
        List<Node> candidates =
                all.size() == 1 && document instanceof Node.Members == false && all.get(0) instanceof Node.Members
                        ? all
                        : all.stream().filter(Graph::isPolicy).toList();
        if (isPolicy(document)) {
            return List.of(document);
        }
        Set<String> inner = new HashSet<>();
        candidates.forEach(each -> Stream.of("inheritFrom", "agreement", "policy", "permission", "prohibition")
                .forEach(key -> inner.addAll(each.texts(key))));
        List<Node> outer = candidates.stream()
                .filter(each -> each.text("@id")
                        .or(() -> each.text("uid"))
                        .filter(inner::contains)
                        .isEmpty())
                .toList();
        return outer.isEmpty() ? candidates : outer;
    }

    /** A duty alone makes no policy: permissions have duties. */
    private static boolean isPolicy(Node node) {
        return POLICY.stream()
                .filter(key -> !key.equals("duty"))
                .anyMatch(key -> node.get(key).isPresent());
    }

    private static Node withRest(Node tree, Node document) {
        if (!(tree instanceof Node.Members members)) {
            return tree;
        }
        Map<String, Node> all = new LinkedHashMap<>(members.byKey());
        all.putIfAbsent(
                "@graph",
                new Node.Items(
                        document instanceof Node.Items ? document.items() : document.all("@graph"), document.place()));
        return new Node.Members(all, members.place());
    }

    private Node inside(Node node, int depth) {
        if (!(node instanceof Node.Members members) || tooLarge) {
            return node;
        }
        if (depth > DEEPEST || ++copies > MOST) {
            tooLarge = true;
            return node;
        }
        Map<String, Node> filled = new LinkedHashMap<>();
        members.byKey()
                .forEach((key, value) -> filled.put(
                        key, PARTS.contains(key) || THINGS.contains(key) ? values(key, value, depth) : value));
        return new Node.Members(filled, members.place());
    }

    private Node values(String key, Node value, int depth) {
        List<Node> items = value.items();
        if (items.size() == 1 && items.get(0).equals(value)) {
            return value(key, value, depth);
        }
        List<Node> filled = new ArrayList<>();
        for (Node item : items) {
            filled.add(value(key, item, depth));
        }
        return new Node.Items(filled, value.place());
    }

    private Node value(String key, Node item, int depth) {
        boolean reference = Names.isReference(item);
        Optional<String> id = Names.name(item).or(item::text);
        Node.Members meant = id.flatMap(names::get).orElse(null);
        if (!reference || meant == null || !belongs(key, meant)) {
            return inside(item, depth + 1);
        }
        if (!open.add(id.orElse(""))) {
            return item;
        }
        Node filled = inside(meant, depth + 1);
        open.remove(id.orElse(""));
        return filled;
    }

    private static boolean belongs(String key, Node meant) {
        return PARTS.contains(key)
                || TELLING.stream().anyMatch(each -> meant.get(each).isPresent())
                || meant.texts("@type").stream().anyMatch(type -> type.endsWith("Collection"));
    }
}
