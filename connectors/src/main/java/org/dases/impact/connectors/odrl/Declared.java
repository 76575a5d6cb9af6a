// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.odrl;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dases.impact.connectors.document.Node;

/**
 * What a document says about names that its rules use.
 *
 * @param members collection to the parties or assets that are said to be part of it; there may be more
 * @param broader action to the actions that are said to include it
 */
public record Declared(Map<String, Set<String>> members, Map<String, Set<String>> broader) {
    /** No such statement. */
    public static final Declared NOTHING = new Declared(Map.of(), Map.of());

    public Declared {
        members = copy(members);
        broader = copy(broader);
    }

    /** All statements of a document, at any depth. */
    static Declared in(Node document) {
        Map<String, Set<String>> members = new HashMap<>();
        Map<String, Set<String>> broader = new HashMap<>();
        Deque<Node> left = new ArrayDeque<>(List.of(document));
        while (!left.isEmpty()) {
            Node node = left.pop();
            if (node instanceof Node.Items items) {
                items.nodes().forEach(left::push);
            } else if (node instanceof Node.Members each) {
                each.byKey().values().forEach(left::push);
                Optional<String> id = name(each);
                id.ifPresent(part -> each.texts("partOf").forEach(whole -> add(members, whole, part)));
                id.ifPresent(
                        action -> each.texts("includedIn").forEach(wide -> add(broader, term(action), term(wide))));
            }
        }
        return new Declared(members, broader);
    }

    Declared plus(Declared other) {
        return new Declared(union(members, other.members), union(broader, other.broader));
    }

    private static Optional<String> name(Node node) {
        return Stream.of("@id", "uid").flatMap(key -> node.text(key).stream()).findFirst();
    }

    private static String term(String action) {
        String odrl = "http://www.w3.org/ns/odrl/2/";
        return action.startsWith(odrl) ? action.substring(odrl.length()) : action;
    }

    private static void add(Map<String, Set<String>> to, String key, String value) {
        to.computeIfAbsent(key, absent -> new HashSet<>()).add(value);
    }

    private static Map<String, Set<String>> union(Map<String, Set<String>> one, Map<String, Set<String>> other) {
        Map<String, Set<String>> all = new HashMap<>();
        Stream.of(one, other)
                .forEach(each -> each.forEach((key, values) -> values.forEach(value -> add(all, key, value))));
        return all;
    }

    private static Map<String, Set<String>> copy(Map<String, Set<String>> map) {
        Map<String, Set<String>> copy = new HashMap<>();
        map.forEach((key, values) -> copy.put(key, Set.copyOf(values)));
        return Map.copyOf(copy);
    }
}
